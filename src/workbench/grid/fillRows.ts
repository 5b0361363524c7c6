import type { FWorkbook } from '@univerjs/preset-sheets-core';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import type { GridRow, RowReader } from './cellReader';
import { FIRST_ROWS, sheetId } from './univerWorkbook';

export interface FillOptions {
  readonly shown: ShownWorkbook;
  readonly readers: readonly RowReader[];
  readonly signal: AbortSignal;
}

/** Long enough to get on, short enough that a key press is not felt to wait. */
const SLICE_MS = 12;
const REDRAW_MS = 400;

/** Gives the grid the rows below the first ones, the sheet in front first, while the page lives. */
export async function fillRows(
  workbook: FWorkbook,
  { shown, readers, signal }: FillOptions,
): Promise<void> {
  // The grid draws a workbook only some time after it took it.
  if (await stoppedAfterTask(signal)) return;
  const waiting = shown.sheets.map((_, index) => index);
  let drawn = performance.now();
  while (waiting.length > 0) {
    const front = waiting.findIndex(
      (index) => workbook.getActiveSheet().getSheetId() === sheetId(index),
    );
    const [index = 0] = waiting.splice(Math.max(0, front), 1);
    const sheet = shown.sheets[index];
    const matrix = workbook.getSheetBySheetId(sheetId(index))?.getSheet().getCellMatrix();
    const readRow = readers[index];
    if (!sheet || !matrix || !readRow) continue;
    let started = performance.now();
    for (let row = FIRST_ROWS; row < sheet.shownRows; row++) {
      // What the user typed meanwhile stays.
      const typed = matrix.getRow(row) as GridRow | undefined;
      matrix.setRow(row, typed ? { ...readRow(row), ...typed } : readRow(row));
      if (performance.now() - started < SLICE_MS) continue;
      if (await stoppedAfterTask(signal)) return;
      started = performance.now();
      if (started - drawn < REDRAW_MS) continue;
      drawn = started;
      workbook.getActiveSheet().refreshCanvas();
    }
  }
  if (!(await stoppedAfterTask(signal))) workbook.getActiveSheet().refreshCanvas();
}

/** Lets the page draw and answer first; true where the rows are no longer wanted. */
async function stoppedAfterTask(signal: AbortSignal): Promise<boolean> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
  return signal.aborted;
}
