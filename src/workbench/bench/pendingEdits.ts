import type { CellPut } from '../../workbook/workbook';

/** Cells changed since the engine was last told, the latest value of each. */
export interface PendingEdits {
  readonly size: number;
  add(cells: readonly CellPut[]): void;
  find(sheet: string, row: number, column: number): CellPut | undefined;
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
    find: (sheet, row, column) => cells.get(keyOf(sheet, row, column)),
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
