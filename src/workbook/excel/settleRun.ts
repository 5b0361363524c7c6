import type { Connection } from './excelHost';
import { finishRun } from './finishRun';
import { listSheets, type ListedSheet, type ListedWorkbook } from './listSheets';
import { deleteNames, deleteSheet } from './removal';
import { finishRestore } from './restoreSheets';
import {
  COPY_NAME,
  LEDGER_COPIED_NAME,
  NEW_NAME,
  OLD_NAME,
  RUN_NAME,
  textOfName,
} from './sheetNames';
import { swapIn, type Swap } from './swapSheets';

/**
 * Settles an operation that was broken off, by this session or another one: what only takes things
 * away is finished, anything else is undone. Does nothing where none was.
 */
export async function settleRun(
  context: Excel.RequestContext,
  connection: Connection,
): Promise<ListedWorkbook> {
  const listed = await listSheets(context, connection);
  const stage = textOfName(listed.names, RUN_NAME);
  if (stage === undefined) return listed;
  if (stage === 'finishing') await finishRun(context, connection);
  else if (stage === 'restoring') await finishRestore(context, connection, listed);
  else await undo(context, connection, { listed, isEdited: stage === 'editing' });
  return listSheets(context, connection);
}

interface BrokenRun {
  readonly listed: ListedWorkbook;
  /** Ledgers may have been changed: their copies take their place. */
  readonly isEdited: boolean;
}

async function undo(
  context: Excel.RequestContext,
  connection: Connection,
  { listed, isEdited }: BrokenRun,
): Promise<void> {
  const { worksheets } = context.workbook;
  const swaps: Swap[] = [];
  for (const sheet of listed.sheets) {
    const worksheet = worksheets.getItem(sheet.name);
    const copied = textOfName(sheet.names, LEDGER_COPIED_NAME);
    const isCopy = copied !== undefined && copied !== sheet.name;
    const isWhole = textOfName(sheet.names, COPY_NAME) !== undefined;
    if (textOfName(sheet.names, NEW_NAME) !== undefined) deleteSheet(worksheet, sheet);
    else if (isCopy && isWhole && isEdited) swaps.push(swapOf(listed, sheet, copied));
    else if (isCopy) deleteSheet(worksheet, sheet);
  }
  await context.sync();
  await swapIn(context, connection, swaps);
  for (const sheet of listed.sheets) {
    const old = textOfName(sheet.names, OLD_NAME);
    if (old === undefined) continue;
    const worksheet = worksheets.getItem(sheet.name);
    worksheet.name = old;
    deleteNames(worksheet, sheet, [OLD_NAME]);
  }
  for (const sheet of listed.sheets) {
    if (textOfName(sheet.names, LEDGER_COPIED_NAME) !== sheet.name) continue;
    if (swaps.some(({ ledger }) => ledger === sheet.name)) continue;
    deleteNames(worksheets.getItem(sheet.name), sheet, [LEDGER_COPIED_NAME, COPY_NAME]);
  }
  context.workbook.names.getItem(RUN_NAME).delete();
  await context.sync();
}

function swapOf(listed: ListedWorkbook, copy: ListedSheet, ledger: string): Swap {
  const present = listed.sheets.find(({ name }) => name === ledger);
  return { copy, ledger, ...(present && { present }) };
}
