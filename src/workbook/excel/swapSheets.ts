import { LEDGER_NAME, LEDGER_TEXT_NAME, MARK_NAME } from '../sheetMark';
import type { Connection } from './excelHost';
import { listSheets, type ListedSheet } from './listSheets';
import { deleteNames, deleteSheet } from './removal';
import { retargetFormulas } from './retargetFormulas';
import { COPY_NAME, LEDGER_COPIED_NAME } from './sheetNames';

/** A copy that is to stand where its ledger stood. */
export interface Swap {
  readonly copy: ListedSheet;
  readonly ledger: string;
  /** The ledger as it is now; absent where it is gone. */
  readonly present?: ListedSheet;
}

const OWN_NAMES = [MARK_NAME, LEDGER_NAME, LEDGER_TEXT_NAME, COPY_NAME, LEDGER_COPIED_NAME];

/**
 * Puts copies in the place of their ledgers. What other sheets say of a ledger is first said of
 * its copy, which then takes the ledger's name: so no reference is ever lost, wherever it breaks off.
 */
export async function swapIn(
  context: Excel.RequestContext,
  connection: Connection,
  swaps: readonly Swap[],
): Promise<void> {
  if (swaps.length === 0) return;
  const listed = await listSheets(context, connection);
  const targets = new Map(
    swaps.flatMap(({ copy, ledger, present }) => (present ? [[ledger, copy.name]] : [])),
  );
  await retargetFormulas(context, connection, listed, targets);
  const { worksheets, tables } = context.workbook;
  const order = listed.sheets.map(({ name }) => name);
  for (const { copy, ledger, present } of swaps) {
    const worksheet = worksheets.getItem(copy.name);
    worksheet.visibility = present?.visibility ?? 'Visible';
    if (present) {
      // Before the ledger goes: broken off in between, its place would be forgotten.
      order.splice(order.indexOf(copy.name), 1);
      const at = order.indexOf(present.name);
      worksheet.position = at;
      order.splice(at, 1, copy.name);
      deleteSheet(worksheets.getItem(present.name), present);
    }
    worksheet.name = ledger;
    for (const [index, table] of copy.tables.entries()) {
      const own = present?.tables[index]?.name;
      if (own !== undefined) tables.getItem(table.name).name = own;
    }
    deleteNames(worksheet, copy, OWN_NAMES);
  }
  await context.sync();
}
