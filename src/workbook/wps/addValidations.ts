import type { ValidationPlan } from '../sheetPlan';
import { addressOf } from './addresses';
import { attempt } from './hostFailure';
import { WPS, type WpsSheet } from './wpsTypes';

/** Longest list that a validation can hold in itself; with a longer one cells take any text. */
const LONGEST_LIST = 255;

export function addValidations(sheet: WpsSheet, plans: readonly ValidationPlan[]): void {
  for (const { range, rule, errorTitle, errorMessage } of plans) {
    const { alertStop, between, greaterEqual } = WPS;
    const list = rule.kind === 'list' ? rule.values.join(',') : '';
    const isListable =
      rule.kind === 'date' ||
      (list !== '' &&
        list.length <= LONGEST_LIST &&
        rule.values.every((value) => !value.includes(',')));
    if (!isListable) continue;
    const validation = sheet.Range(addressOf(range)).Validation;
    validation.Delete();
    if (rule.kind === 'date') {
      validation.Add(WPS.validateDate, alertStop, greaterEqual, '1');
    } else {
      validation.Add(WPS.validateList, alertStop, between, list);
    }
    attempt(() => {
      validation.IgnoreBlank = true;
      if (rule.kind === 'list') validation.InCellDropdown = true;
      validation.ErrorTitle = errorTitle.slice(0, 32);
      validation.ErrorMessage = errorMessage.slice(0, 255);
    });
  }
}
