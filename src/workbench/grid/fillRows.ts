import type { FWorkbook } from '@univerjs/preset-sheets-core';
import { nextTask } from '../nextTask';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import type { GridRow, RowReader } from './cellReader';
import { sheetId } from './univerWorkbook';

export interface FillOptions {
  readonly shown: ShownWorkbook;
  readonly readers: readonly RowReader[];
  /** Rows that the grid has of each sheet; counted up. */
  readonly filled: number[];
  readonly signal: AbortSignal;
}

/** Long enough to get on, short enough that a key press is not felt to wait. */
const SLICE_MS = 12;
const REDRAW_MS = 400;

/** Gives the grid the rows that it lacks, of the sheet in front first, while the page lives. */
export async function fillRows(
  workbook: FWorkbook,
  { shown, readers, filled, signal }: FillOptions,
): Promise<void> {
  let drawn = 0;
  let drawnAll = true;
  // The grid draws a workbook only some time after it took it.
  while (!(await stoppedAfterTask(signal))) {
    const sheet = workbook.getActiveSheet();
    const front = shown.sheets.findIndex((_, at) => sheetId(at) === sheet.getSheetId());
    const lacksRows = (index: number): boolean =>
      (filled[index] ?? 0) < (shown.sheets[index]?.shownRows ?? 0);
    const index = lacksRows(front) ? front : shown.sheets.findIndex((_, at) => lacksRows(at));
    const before = filled[front] ?? 0;
    const rows = shown.sheets[index]?.shownRows ?? 0;
    const matrix = workbook.getSheetBySheetId(sheetId(index))?.getSheet().getCellMatrix();
    const readRow = readers[index];
    if (index >= 0 && (!matrix || !readRow)) filled[index] = rows;
    if (matrix && readRow) filled[index] = fillSlice(matrix, readRow, filled[index] ?? 0, rows);
    // Drawing takes longer than a slice: only what is in sight and was empty is worth it.
    if (index === front && (sheet.getVisibleRange()?.endRow ?? 0) >= before) drawnAll = false;
    if (!drawnAll && (performance.now() - drawn > REDRAW_MS || !lacksRows(front))) {
      sheet.refreshCanvas();
      drawnAll = true;
      drawn = performance.now();
    }
    if (index < 0) return;
  }
}

interface RowMatrix {
  getRow(row: number): unknown;
  setRow(row: number, cells: GridRow): void;
}

/** Comes back with the first row that is still lacking. */
function fillSlice(matrix: RowMatrix, readRow: RowReader, from: number, end: number): number {
  const started = performance.now();
  for (let row = from; row < end; row++) {
    // What the user typed meanwhile stays.
    const typed = matrix.getRow(row) as GridRow | undefined;
    matrix.setRow(row, typed ? { ...readRow(row), ...typed } : readRow(row));
    if (performance.now() - started > SLICE_MS) return row + 1;
  }
  return end;
}

/** Lets the page draw and answer first; true where the rows are no longer wanted. */
async function stoppedAfterTask(signal: AbortSignal): Promise<boolean> {
  await nextTask();
  return signal.aborted;
}
