import type { SheetPlan } from '../workbook/sheetPlan';
import { fitTexts } from './fitTexts';
import { planCleaningLog } from './planCleaningLog';
import { planCrossOwnership } from './planCrossOwnership';
import { planCustomers } from './planCustomers';
import { findMaturingRows, planMaturities } from './planMaturities';
import { planOverview } from './planOverview';
import { planScriptSheet } from './planScriptSheet';
import { findSetAsideRows, planSetAside } from './planSetAside';
import type { ReportInput } from './reportInput';

/** Our sheets in tab order, as plain data (SPEC 10). */
export function planWorkbook(input: ReportInput): readonly SheetPlan[] {
  const maturing = findMaturingRows(input.analysis);
  const crossOwnership = planCrossOwnership(input);
  const sheets = [
    planOverview(input, { maturing, sharedRows: crossOwnership.sharedRows }),
    planCustomers(input),
    planScriptSheet(input),
    crossOwnership.plan,
    planMaturities(input, maturing),
    planCleaningLog(input),
    planSetAside(input, findSetAsideRows(input.analysis)),
  ];
  return sheets.map((sheet) => fitTexts(sheet, input.words.report.cut));
}
