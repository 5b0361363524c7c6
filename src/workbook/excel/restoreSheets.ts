import type { RestoreOutcome } from '../workbook';
import type { Connection } from './excelHost';
import { listSheets, type ListedWorkbook } from './listSheets';
import { deleteSheet } from './removal';
import { addTextName, RUN_NAME, type RunStage } from './sheetNames';
import { swapIn } from './swapSheets';

/** Gives the ledgers the content of their untouched copies; other sheets of ours go (SPEC 10). */
export async function restoreSheets(
  context: Excel.RequestContext,
  connection: Connection,
  listed: ListedWorkbook,
): Promise<RestoreOutcome> {
  const restored = listed.sheets.flatMap(({ copyOf }) => (copyOf === undefined ? [] : [copyOf]));
  if (restored.length === 0) return { restored };
  addTextName(context.workbook.names, RUN_NAME, 'restoring' satisfies RunStage);
  await context.sync();
  await finishRestore(context, connection, listed);
  return { restored };
}

/** Can be done again where it was broken off. */
export async function finishRestore(
  context: Excel.RequestContext,
  connection: Connection,
  listed: ListedWorkbook,
): Promise<void> {
  const { worksheets, names } = context.workbook;
  // The copies first: one sheet at least is always there.
  await swapIn(
    context,
    connection,
    listed.sheets.flatMap((copy) => {
      const ledger = copy.copyOf;
      if (ledger === undefined) return [];
      const present = listed.sheets.find(({ name }) => name === ledger && name !== copy.name);
      return [{ copy, ledger, ...(present && { present }) }];
    }),
  );
  const left = await listSheets(context, connection);
  for (const sheet of left.sheets) {
    if (sheet.mark !== undefined) deleteSheet(worksheets.getItem(sheet.name), sheet);
  }
  names.getItem(RUN_NAME).delete();
  await context.sync();
}
