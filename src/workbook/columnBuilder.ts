import { CellKind, FORMULA_FLAG, type CellColumn, type TextTable } from '../core';
import { WorkbookFailure } from './workbookFailure';

/** What a worksheet can hold at most, in every host. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Bounds the memory that a small but hostile file can ask for: about 2 GB. */
const MAX_CELLS = 200_000_000;

/** Turns appended cells into the columns of a `RawSheet`. Rows and columns are 0-based. */
export interface ColumnBuilder {
  /**
   * Sets a cell; `value` is as `CellColumn.values` holds it for that kind. Cells beyond column XFD
   * are left out, as Excel does when it opens a text file.
   * @throws WorkbookFailure `workbook.tooManyRows` beyond row 1,048,576; `file.tooLarge`.
   */
  put(row: number, column: number, kind: number, value: number): void;
  putText(row: number, column: number, text: string, formula?: boolean): void;
  /** Columns up to the last one with a cell; `rowCount` ends at the last row with a cell. */
  build(): { readonly rowCount: number; readonly columns: readonly CellColumn[] };
}

/** A growing dictionary: equal texts get one index. Sheets of one workbook share one. */
export interface TextInterner {
  index(text: string): number;
  readonly table: TextTable;
}

/** @param seed Texts that already have the indexes 0, 1, …; they need not be distinct. */
export function createTextInterner(seed: readonly string[] = []): TextInterner {
  const texts = [...seed];
  const known = new Map<string, number>();
  return {
    index(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      known.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
    table: {
      get size() {
        return texts.length;
      },
      get: (index) => texts[index] ?? '',
    },
  };
}

/** @param expectedRows Rows that memory is reserved for at first; more may come. */
export function createColumnBuilder(texts: TextInterner, expectedRows = 64): ColumnBuilder {
  const columns: { kinds: Uint8Array; values: Float64Array }[] = [];
  let rowCount = 0;
  let allocated = 0;

  function put(row: number, column: number, kind: number, value: number): void {
    if (column >= MAX_COLUMNS) return;
    if (row >= MAX_ROWS) throw new WorkbookFailure('workbook.tooManyRows', { limit: MAX_ROWS });
    let target = columns[column];
    if (target === undefined || target.kinds.length <= row) target = grow(column, row);
    target.kinds[row] = kind;
    target.values[row] = value;
    if (row >= rowCount) rowCount = row + 1;
  }

  function grow(column: number, row: number): { kinds: Uint8Array; values: Float64Array } {
    while (columns.length <= column) {
      columns.push({ kinds: new Uint8Array(0), values: new Float64Array(0) });
    }
    const old = columns[column];
    const capacity = Math.min(
      MAX_ROWS,
      Math.max(row < expectedRows ? expectedRows : 2 * row, rowCount),
    );
    allocated += capacity - (old?.kinds.length ?? 0);
    if (allocated > MAX_CELLS) throw new WorkbookFailure('file.tooLarge', { cells: MAX_CELLS });
    const kinds = new Uint8Array(capacity);
    const values = new Float64Array(capacity);
    if (old !== undefined) {
      kinds.set(old.kinds);
      values.set(old.values);
    }
    const grown = { kinds, values };
    columns[column] = grown;
    return grown;
  }

  return {
    put,
    putText(row, column, text, formula = false) {
      put(row, column, formula ? CellKind.text | FORMULA_FLAG : CellKind.text, texts.index(text));
    },
    build() {
      const empty = { kinds: new Uint8Array(rowCount), values: new Float64Array(rowCount) };
      for (let column = 0; column < columns.length; column++) {
        const length = columns[column]?.kinds.length ?? 0;
        if (length === 0) columns[column] = empty;
        else if (length < rowCount) grow(column, rowCount - 1);
      }
      return { rowCount, columns };
    },
  };
}
