import type { CellColumn } from '../../../core';
import { WorkbookFailure } from '../../workbookFailure';

/** Excel's own bounds of a worksheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Cells of one worksheet in memory: 300 columns to the last row. A stray cell costs one column. */
const MAX_BYTES = 4 * 2 ** 30;
const VALUE_BYTES = 9;
const STYLE_BYTES = 4;
const FIRST_ROWS = 1024;

/** A worksheet's columns while they grow; a column without cells has arrays of length 0. */
export interface SheetColumns {
  readonly kinds: Uint8Array[];
  readonly values: Float64Array[];
  readonly styles: Uint32Array[];
  /** Columns up to the last that holds a value or a style. */
  count: number;
  /** How many rows the sheet says it has; new columns are made for as many. */
  readonly expectedRows: number;
  allocated: number;
}

export function createSheetColumns(expectedRows: number): SheetColumns {
  return {
    kinds: new Array<Uint8Array>(MAX_COLUMNS).fill(new Uint8Array(0)),
    values: new Array<Float64Array>(MAX_COLUMNS).fill(new Float64Array(0)),
    styles: new Array<Uint32Array>(MAX_COLUMNS).fill(new Uint32Array(0)),
    count: 0,
    expectedRows: Math.min(Math.max(expectedRows, FIRST_ROWS), MAX_ROWS),
    allocated: 0,
  };
}

/**
 * Makes the arrays for values of `column` reach `row`.
 * @throws WorkbookFailure `file.tooLarge`.
 */
export function growValues(columns: SheetColumns, column: number, row: number): void {
  const kinds = columns.kinds[column] ?? new Uint8Array(0);
  const length = grownLength(columns, kinds.length, row);
  account(columns, column, (length - kinds.length) * VALUE_BYTES);
  columns.kinds[column] = resized(kinds, new Uint8Array(length));
  columns.values[column] = resized(
    columns.values[column] ?? new Float64Array(0),
    new Float64Array(length),
  );
}

/**
 * Makes the array for styles of `column` reach `row`.
 * @throws WorkbookFailure `file.tooLarge`.
 */
export function growStyles(columns: SheetColumns, column: number, row: number): void {
  const styles = columns.styles[column] ?? new Uint32Array(0);
  const length = grownLength(columns, styles.length, row);
  account(columns, column, (length - styles.length) * STYLE_BYTES);
  columns.styles[column] = resized(styles, new Uint32Array(length));
}

/** The columns with at least `rowCount` entries each; those without cells share one. */
export function finishColumns(
  columns: SheetColumns,
  rowCount: number,
): { readonly columns: CellColumn[]; readonly styles: Uint32Array[] } {
  const empty: CellColumn = {
    kinds: new Uint8Array(rowCount),
    values: new Float64Array(rowCount),
  };
  const plain = new Uint32Array(rowCount);
  const cells: CellColumn[] = [];
  const styles: Uint32Array[] = [];
  for (let c = 0; c < columns.count; c++) {
    if ((columns.kinds[c]?.length ?? 0) === 0) cells.push(empty);
    else {
      if ((columns.kinds[c]?.length ?? 0) < rowCount) growValues(columns, c, rowCount - 1);
      cells.push({
        kinds: columns.kinds[c] ?? empty.kinds,
        values: columns.values[c] ?? empty.values,
      });
    }
    if ((columns.styles[c]?.length ?? 0) === 0) styles.push(plain);
    else {
      if ((columns.styles[c]?.length ?? 0) < rowCount) growStyles(columns, c, rowCount - 1);
      styles.push(columns.styles[c] ?? plain);
    }
  }
  return { columns: cells, styles };
}

function grownLength(columns: SheetColumns, length: number, row: number): number {
  return Math.min(MAX_ROWS, Math.max(row + 1, length * 2, columns.expectedRows));
}

function account(columns: SheetColumns, column: number, bytes: number): void {
  columns.allocated += bytes;
  if (columns.allocated > MAX_BYTES) {
    throw new WorkbookFailure('file.tooLarge', { bytes: columns.allocated, limit: MAX_BYTES });
  }
  columns.count = Math.max(columns.count, column + 1);
}

function resized<T extends Uint8Array | Uint32Array | Float64Array>(old: T, grown: T): T {
  grown.set(old);
  return grown;
}
