import { FORMULA_FLAG, type CellRange, type RawSheet } from '../../core';
import type { LedgerPlan } from '../sheetPlan';
import { WorkbookFailure } from '../workbookFailure';
import { addLedgerColumns } from './addLedgerColumns';
import { actOn, areaOf, writeBlock, type Input } from './cells';
import { editColumns } from './editColumns';
import type { Connection } from './excelHost';
import type { ListedSheet } from './listSheets';
import { ACTION_BYTES } from './payload';
import { readNumberFormats } from './readNumberFormats';
import { rawInput } from './rawInput';
import { sparseSteps } from './sparseSteps';
import type { ContentContext } from './writeContent';
import type { WriteQueue } from './writeQueue';
import { widenColumns } from './widenColumns';

export interface LedgerEdit {
  readonly plan: LedgerPlan;
  /** The sheet as it stands, and its cells. */
  readonly sheet: ListedSheet;
  readonly raw: RawSheet;
}

/**
 * Edits a ledger in place: rows are sorted by Excel itself, on a column of their new places, so
 * that each cell's own format travels with it; rows set aside come last and are deleted as one.
 * @throws WorkbookFailure `workbook.filtered` where rows stay hidden; nothing is changed then.
 */
export async function editLedger(
  context: Excel.RequestContext,
  queue: WriteQueue,
  edit: LedgerEdit,
  content: ContentContext & { readonly connection: Connection },
): Promise<void> {
  const { plan } = edit;
  const dataRows = dataArea(edit);
  const formats = await readNumberFormats(context, edit.raw.name, {
    columns: plan.edits.map(({ column }) => column),
    firstRow: dataRows.firstRow,
    lastRow: dataRows.lastRow,
  });
  if (dataRows.lastRow >= dataRows.firstRow) {
    await freezeFormulas(queue, edit);
    await sortRows(queue, edit, dataRows);
  }
  await editColumns(queue, plan, { formats, firstRow: dataRows.firstRow });
  await widenColumns(context, queue, plan);
  await addLedgerColumns(context, queue, plan, content);
  await queue.flush();
}

/** From below the header to the last row with a value; over all columns, ours to come as well. */
function dataArea({ plan, sheet }: LedgerEdit): CellRange {
  const lastAdded = plan.firstAddedColumn + Math.max(plan.added.length, 1) - 1;
  return {
    firstRow: plan.headerRow + 1,
    lastRow: sheet.used?.lastRow ?? plan.headerRow,
    firstColumn: 0,
    lastColumn: Math.max(sheet.used?.lastColumn ?? 0, lastAdded),
  };
}

/**
 * Shows all rows and takes merged cells apart: Excel sorts neither hidden rows nor merged cells.
 * @throws WorkbookFailure `workbook.filtered` where a filter keeps rows hidden.
 */
export async function openRows(
  context: Excel.RequestContext,
  edits: readonly LedgerEdit[],
  { has }: Connection,
): Promise<void> {
  const filters = edits.map(({ plan }) => {
    const sheet = context.workbook.worksheets.getItem(plan.sheetName);
    if (has(9)) sheet.autoFilter.load('isDataFiltered');
    return sheet;
  });
  await context.sync();
  const opened = edits.map((edit, at) => {
    const area = dataArea(edit);
    if (area.lastRow < area.firstRow) return undefined;
    const sheet = filters[at];
    if (has(9) && sheet?.autoFilter.isDataFiltered === true) sheet.autoFilter.clearCriteria();
    for (const { name } of edit.sheet.tables) sheet?.tables.getItem(name).clearFilters();
    const range = areaOf(context, edit.plan.sheetName, area);
    range.rowHidden = false;
    const shown = areaOf(context, edit.plan.sheetName, area);
    shown.load('rowHidden');
    return shown;
  });
  await context.sync();
  for (const [at, range] of opened.entries()) {
    if (range === undefined || !isHidden(range.rowHidden)) continue;
    throw new WorkbookFailure('workbook.filtered', { sheet: edits[at]?.plan.sheetName ?? '' });
  }
}

/** `null` where some rows are hidden and others not; Microsoft's types do not say so. */
function isHidden(rowHidden: boolean | null): boolean {
  return rowHidden !== false;
}

/** Formulas become their values: their neighbours are no longer where they look for them. */
async function freezeFormulas(queue: WriteQueue, { plan, raw }: LedgerEdit): Promise<void> {
  for (const [column, { kinds }] of raw.columns.entries()) {
    const first = plan.headerRow + 1;
    const cells = Array.from({ length: Math.max(0, raw.rowCount - first) }, (_, at): Input => {
      const row = first + at;
      return ((kinds[row] ?? 0) & FORMULA_FLAG) === 0 ? null : rawInput(raw, row, column);
    });
    const place = { sheet: raw.name, row: first, column };
    for (const step of sparseSteps(place, 'values', cells)) await queue.add(step);
  }
}

async function sortRows(queue: WriteQueue, edit: LedgerEdit, area: CellRange): Promise<void> {
  const { plan } = edit;
  const { sheetName, order, firstAddedColumn } = plan;
  const rows = area.lastRow - area.firstRow + 1;
  const places: number[] = Array.from({ length: rows }, (_, at) => order.length + at);
  for (const [at, row] of order.entries()) places[row - area.firstRow] = at;
  const column = { ...area, firstColumn: firstAddedColumn, lastColumn: firstAddedColumn };
  await queue.add(
    actOn(sheetName, area, (range) => {
      range.unmerge();
    }),
  );
  await queue.add(
    actOn(sheetName, column, (range) => {
      // A text cell would make a text of the number. One value stands for all cells.
      range.numberFormat = 'General' as unknown as string[][];
    }),
  );
  const step = 20_000;
  for (let at = 0; at < rows; at += step) {
    const cells = places.slice(at, at + step).map((place) => [place]);
    const place = { sheet: sheetName, row: area.firstRow + at, column: firstAddedColumn };
    await queue.add(writeBlock(place, 'values', cells));
  }
  await queue.add({
    bytes: 3 * ACTION_BYTES,
    run(context) {
      const range = areaOf(context, sheetName, area);
      range.sort.apply([{ key: firstAddedColumn, ascending: true }], false, false, 'Rows');
      if (order.length === rows) return;
      const removed = { ...area, firstRow: area.firstRow + order.length };
      areaOf(context, sheetName, removed).getEntireRow().untrack().delete('Up');
    },
  });
}
