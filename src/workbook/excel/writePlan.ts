import { throwIfCancelled } from '../cancellation';
import type { WorkbookPlan } from '../sheetPlan';
import type { OperationOptions } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { checkPlan } from './checkPlan';
import { editLedger, openRows, type LedgerEdit } from './editLedger';
import type { Connection } from './excelHost';
import { finishRun } from './finishRun';
import type { ListedWorkbook } from './listSheets';
import { readSheets } from './readSheets';
import { setStage } from './runStage';
import { settleRun } from './settleRun';
import { startRun } from './startRun';
import { DAYS_TO_1904 } from './writeContent';
import { createWriteQueue } from './writeQueue';
import { writeSheet } from './writeSheet';

export interface WriteOptions extends OperationOptions {
  /** What the sheets were when they were read, by name; see `ReadSheet`. */
  readonly fingerprints?: ReadonlyMap<string, number>;
}

/**
 * Applies a plan, all of it or nothing: new sheets first, then the ledgers, then what has become
 * superfluous goes. What fails on the way is undone from our own copies: Excel's undo cannot.
 */
export async function writePlan(
  context: Excel.RequestContext,
  connection: Connection,
  plan: WorkbookPlan,
  options: WriteOptions,
): Promise<void> {
  throwIfCancelled(options);
  const listed = await settleRun(context, connection);
  checkPlan(plan, listed);
  const edits = await readLedgers(context, plan, listed, options);
  try {
    await write(context, connection, { plan, listed, edits, options });
  } catch (error) {
    await settleRun(context, connection).catch(() => undefined);
    throw error;
  }
}

/** The ledgers as they stand now. Whoever changed them meanwhile keeps what was changed. */
async function readLedgers(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  listed: ListedWorkbook,
  options: WriteOptions,
): Promise<readonly LedgerEdit[]> {
  const only = new Set(plan.ledgers.map(({ sheetName }) => sheetName));
  const { signal } = options;
  const read = await readSheets(context, listed, { only, ...(signal && { signal }) });
  return plan.ledgers.flatMap((ledger) => {
    const found = read.find(({ raw }) => raw.name === ledger.sheetName);
    const sheet = listed.sheets.find(({ name }) => name === ledger.sheetName);
    if (!found || !sheet) return [];
    const before = options.fingerprints?.get(ledger.sheetName);
    if (before !== undefined && before !== found.fingerprint) {
      throw new WorkbookFailure('workbook.changed', { sheet: ledger.sheetName });
    }
    return [{ plan: ledger, sheet, raw: found.raw }];
  });
}

interface WriteRequest {
  readonly plan: WorkbookPlan;
  readonly listed: ListedWorkbook;
  readonly edits: readonly LedgerEdit[];
  readonly options: WriteOptions;
}

async function write(
  context: Excel.RequestContext,
  connection: Connection,
  { plan, listed, edits, options }: WriteRequest,
): Promise<void> {
  const queue = createWriteQueue(context, connection, { ...options, totalCells: countCells(plan) });
  const shift = listed.date1904 ? DAYS_TO_1904 : 0;
  const content = { styles: plan.styles, shift, connection };
  await startRun(queue, plan, listed);
  for (const sheet of plan.sheets) await writeSheet(queue, sheet, content);
  await queue.flush();
  throwIfCancelled(options);
  if (edits.length > 0) {
    setStage(context.workbook, 'editing');
    await openRows(context, edits, connection);
    for (const edit of edits) await editLedger(context, queue, edit, content);
  }
  await finishRun(context, connection);
}

function countCells({ sheets, ledgers }: WorkbookPlan): number {
  const ofSheets = sheets.flatMap(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'cells'
        ? block.cells.reduce((sum, line) => sum + line.length, 0)
        : block.rowCount * block.columns.length,
    ),
  );
  const ofLedgers = ledgers.map(
    ({ order, added, edits }) => order.length * (1 + added.length + edits.length),
  );
  return [...ofSheets, ...ofLedgers].reduce((sum, count) => sum + count, 0);
}
