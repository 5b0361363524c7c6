import type { CellRange } from '../../core';
import type { CellPut } from '../../workbook/workbook';

/** Cells changed since the engine was last told, the latest value of each. */
export interface PendingEdits {
  readonly size: number;
  add(cells: readonly CellPut[]): void;
  /** Those in an area. */
  in(sheet: string, area: CellRange): readonly CellPut[];
  /** All of them, which are pending no more. */
  take(): CellPut[];
  clear(): void;
}

export function createPendingEdits(): PendingEdits {
  const cells = new Map<string, CellPut>();
  const keyOf = (sheet: string, row: number, column: number) =>
    `${String(row)},${String(column)},${sheet}`;
  return {
    get size() {
      return cells.size;
    },
    add(puts) {
      for (const put of puts) cells.set(keyOf(put.sheet, put.row, put.column), put);
    },
    in: (sheet, { firstRow, lastRow, firstColumn, lastColumn }) =>
      [...cells.values()].filter(
        (put) =>
          put.sheet === sheet &&
          put.row >= firstRow &&
          put.row <= lastRow &&
          put.column >= firstColumn &&
          put.column <= lastColumn,
      ),
    take() {
      const taken = [...cells.values()];
      cells.clear();
      return taken;
    },
    clear() {
      cells.clear();
    },
  };
}
