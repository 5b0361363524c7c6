import type { ConditionalFormatPlan } from '../sheetPlan';
import { addressOf } from './addresses';
import { bgr } from './applyStyle';
import { attempt } from './hostFailure';
import { WPS, type WpsSheet } from './wpsTypes';

/** `NegativeBarFormat.ColorType`: a colour of its own. */
const OWN_COLOR = 0;

/** Looks that follow the values; a build that has none of them leaves the cells plain. */
export function addConditions(sheet: WpsSheet, plans: readonly ConditionalFormatPlan[]): void {
  for (const plan of plans) {
    attempt(() => {
      addCondition(sheet, plan);
    });
  }
}

function addCondition(sheet: WpsSheet, plan: ConditionalFormatPlan): void {
  const conditions = sheet.Range(addressOf(plan.range)).FormatConditions;
  if (plan.kind === 'formula') {
    const condition = conditions.Add(WPS.expression, undefined, `=${plan.formula}`);
    const { bold, color, fill } = plan.look;
    if (fill !== undefined) condition.Interior.Color = bgr(fill);
    if (color !== undefined) condition.Font.Color = bgr(color);
    if (bold !== undefined) condition.Font.Bold = bold;
    return;
  }
  const bar = conditions.AddDatabar();
  bar.BarColor.Color = bgr(plan.color);
  attempt(() => {
    bar.NegativeBarFormat.ColorType = OWN_COLOR;
    bar.NegativeBarFormat.Color.Color = bgr(plan.negativeColor);
  });
}
