import type { ValidationPlan } from '../sheetPlan';
import { validationList } from '../validationList';
import { addressOf } from './addresses';
import { attempt } from './hostFailure';
import { WPS, type WpsSheet } from './wpsTypes';

export function addValidations(sheet: WpsSheet, plans: readonly ValidationPlan[]): void {
  const { alertStop, between, greaterEqual } = WPS;
  for (const plan of plans) {
    const { range, rule, errorTitle, errorMessage } = plan;
    const list = validationList(plan);
    if (rule.kind !== 'date' && list === undefined) continue;
    const validation = sheet.Range(addressOf(range)).Validation;
    validation.Delete();
    if (list === undefined) validation.Add(WPS.validateDate, alertStop, greaterEqual, '1');
    else validation.Add(WPS.validateList, alertStop, between, list);
    attempt(() => {
      validation.IgnoreBlank = true;
      if (rule.kind === 'list') validation.InCellDropdown = true;
      validation.ErrorTitle = errorTitle.slice(0, 32);
      validation.ErrorMessage = errorMessage.slice(0, 255);
    });
  }
}
