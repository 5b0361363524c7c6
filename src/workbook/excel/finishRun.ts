import type { Connection } from './excelHost';
import { listSheets, type ListedSheet, type ListedWorkbook } from './listSheets';
import {
  COPY_NAME,
  LEDGER_COPIED_NAME,
  NEW_NAME,
  OLD_NAME,
  RUN_NAME,
  textOfName,
  type RunStage,
} from './sheetNames';
import { deleteNames, deleteSheet } from './removal';
import { retargetFormulas } from './retargetFormulas';
import { setStage } from './runStage';
import { TABLE_SUFFIX } from './writeSheet';

/**
 * Closes a run in one request: its stage becomes `finishing`, sheets of the earlier run go, copies
 * and new sheets lose what marked them as unfinished. Can be done again where it was broken off.
 */
export async function finishRun(
  context: Excel.RequestContext,
  connection: Connection,
): Promise<void> {
  const listed = await listSheets(context, connection);
  await retargetFromOld(context, connection, listed);
  const { workbook } = context;
  setStage(workbook, 'finishing' satisfies RunStage);
  const { worksheets, tables } = workbook;
  for (const sheet of listed.sheets) {
    if (isSuperfluous(sheet)) deleteSheet(worksheets.getItem(sheet.name), sheet);
  }
  const staying = listed.sheets.filter((sheet) => !isSuperfluous(sheet));
  for (const sheet of staying) {
    const worksheet = worksheets.getItem(sheet.name);
    finishCopy(worksheet, sheet, staying.length - 1);
    for (const { name } of sheet.tables) {
      if (!name.endsWith(TABLE_SUFFIX) || textOfName(sheet.names, NEW_NAME) === undefined) continue;
      tables.getItem(name).name = name.slice(0, -TABLE_SUFFIX.length);
    }
    deleteNames(worksheet, sheet, [NEW_NAME]);
  }
  workbook.names.getItem(RUN_NAME).delete();
  await context.sync();
}

/** What the user's own formulas say of a sheet that is replaced, they say of the new one. */
async function retargetFromOld(
  context: Excel.RequestContext,
  connection: Connection,
  listed: ListedWorkbook,
): Promise<void> {
  const targets = new Map<string, string>();
  for (const sheet of listed.sheets) {
    const old = textOfName(sheet.names, OLD_NAME);
    if (old === undefined || sheet.mark === 'original') continue;
    const successor = listed.sheets.find(
      ({ mark, names }) => mark === sheet.mark && textOfName(names, NEW_NAME) !== undefined,
    );
    if (successor) targets.set(sheet.name, successor.name);
  }
  await retargetFormulas(context, connection, listed, targets);
}

/** Sheets of an earlier run, and copies that were made for this one alone. */
function isSuperfluous({ names }: ListedSheet): boolean {
  return textOfName(names, OLD_NAME) !== undefined || textOfName(names, COPY_NAME) === 'drop';
}

/** A copy loses what is not to be kept, and stands last. */
function finishCopy(worksheet: Excel.Worksheet, sheet: ListedSheet, lastPosition: number): void {
  const fate = textOfName(sheet.names, COPY_NAME);
  if (fate === undefined) {
    deleteNames(worksheet, sheet, [LEDGER_COPIED_NAME]);
    return;
  }
  worksheet.position = lastPosition;
  const limit = Number(fate.split(':')[1] ?? NaN);
  const { used } = sheet;
  if (used && used.lastColumn >= limit) {
    const columns = used.lastColumn - limit + 1;
    worksheet
      .getRangeByIndexes(0, limit, used.lastRow + 1, columns)
      .untrack()
      .clear();
  }
  deleteNames(worksheet, sheet, [COPY_NAME, LEDGER_COPIED_NAME]);
}
