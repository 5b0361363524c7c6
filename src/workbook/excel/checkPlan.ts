import type { LedgerPlan, WorkbookPlan } from '../sheetPlan';
import { WorkbookFailure } from '../workbookFailure';
import type { ListedSheet, ListedWorkbook } from './listSheets';
import { findReplaced } from './startRun';

/**
 * Finds, before anything is written, what would stop the plan.
 * @throws WorkbookFailure `workbook.protected`, `workbook.sheetMissing`, `workbook.changed`,
 * `host.refused`.
 */
export function checkPlan(plan: WorkbookPlan, listed: ListedWorkbook): void {
  if (listed.isProtected) throw new WorkbookFailure('workbook.protected');
  for (const ledger of plan.ledgers) checkLedger(ledger, listed);
  for (const { sheetName } of plan.originals ?? []) findUserSheet(sheetName, listed);
  const replaced = new Set(findReplaced(plan, listed));
  const staying = new Set(
    listed.sheets.filter((sheet) => !replaced.has(sheet)).map(({ name }) => name.toLowerCase()),
  );
  const added = [
    ...plan.sheets.map(({ name }) => name),
    ...(plan.originals ?? []).map(({ copyName }) => copyName),
  ];
  // The user has made a sheet of that name since the workbook was read.
  const clash = added.find((name) => staying.has(name.toLowerCase()));
  if (clash !== undefined) throw new WorkbookFailure('workbook.changed', { sheet: clash });
}

function checkLedger(plan: LedgerPlan, listed: ListedWorkbook): void {
  const sheet = findUserSheet(plan.sheetName, listed);
  if (sheet.isProtected) {
    throw new WorkbookFailure('workbook.protected', { sheet: sheet.name });
  }
  const lastRow = sheet.used?.lastRow ?? -1;
  if (plan.order.some((row) => row > lastRow || row <= plan.headerRow)) {
    throw new WorkbookFailure('workbook.changed', { sheet: sheet.name });
  }
}

function findUserSheet(name: string, { sheets }: ListedWorkbook): ListedSheet {
  const sheet = sheets.find((other) => other.name === name && other.mark === undefined);
  if (!sheet) throw new WorkbookFailure('workbook.sheetMissing', { sheet: name });
  return sheet;
}
