import { CellKind, type CellColumn, type CellRange, type RawSheet } from '../../core';
import type { LedgerPair } from './pairLedgers';

/**
 * The ledger sheet with its own title and header rows and the copy's rows below: what the earlier run
 * was given. Columns that the copy has not are empty.
 */
export function layCopy({
  ledger,
  copy,
  firstRow,
  copyFirstRow,
  copyColumns,
}: LedgerPair): RawSheet {
  const rowCount = firstRow + Math.max(0, copy.rowCount - copyFirstRow);
  const columns = copyColumns.map((at, column): CellColumn => {
    const kinds = new Uint8Array(rowCount);
    const values = new Float64Array(rowCount);
    const head = ledger.columns[column];
    if (head) {
      kinds.set(head.kinds.subarray(0, firstRow));
      values.set(head.values.subarray(0, firstRow));
    }
    const data = copy.columns[at];
    if (data) {
      kinds.set(data.kinds.subarray(copyFirstRow, copy.rowCount), firstRow);
      values.set(data.values.subarray(copyFirstRow, copy.rowCount), firstRow);
    }
    return { kinds, values };
  });
  return { ...ledger, rowCount, columns, merges: joinMerges() };

  function joinMerges(): readonly CellRange[] {
    const head = ledger.merges.filter(({ lastRow }) => lastRow < firstRow);
    const shift = firstRow - copyFirstRow;
    const data = copy.merges.flatMap((merge): CellRange[] => {
      const firstColumn = copyColumns.indexOf(merge.firstColumn);
      const lastColumn = copyColumns.indexOf(merge.lastColumn);
      const isWhole = lastColumn - firstColumn === merge.lastColumn - merge.firstColumn;
      if (merge.firstRow < copyFirstRow || firstColumn < 0 || !isWhole) return [];
      const rows = { firstRow: merge.firstRow + shift, lastRow: merge.lastRow + shift };
      return [{ ...rows, firstColumn, lastColumn }];
    });
    return [...head, ...data];
  }
}

/** What the user has changed since the earlier run; rows are 0-based rows of the sheets. */
export interface LedgerChanges {
  /** Per row of the laid copy, the ledger's row; -1 where it has none. */
  readonly rowsNow: Int32Array;
  /** The ledger's row whose cells in inserted columns count, per data row of the laid copy, or -1. */
  readonly insertedFrom: Int32Array;
  /** Cells that show something else now: rows of the laid copy, by column. */
  readonly cells: ReadonlyMap<number, readonly number[]>;
  /** Rows of the laid copy that the ledger has not any more though nothing speaks against them. */
  readonly gone: readonly number[];
  /** Rows of the ledger that the copy has not. */
  readonly added: readonly number[];
}

/** The laid copy with the user's changes: cells as they are now, rows gone emptied, rows added below. */
export function layChanges(laid: RawSheet, pair: LedgerPair, changes: LedgerChanges): RawSheet {
  const { ledger, copyColumns } = pair;
  const rowCount = laid.rowCount + changes.added.length;
  const columns = laid.columns.map((column, index): CellColumn => {
    const kinds = new Uint8Array(rowCount);
    const values = new Float64Array(rowCount);
    kinds.set(column.kinds.subarray(0, laid.rowCount));
    values.set(column.values.subarray(0, laid.rowCount));
    const now = ledger.columns[index];
    const put = (row: number, from: number) => {
      kinds[row] = now?.kinds[from] ?? CellKind.empty;
      values[row] = now?.values[from] ?? 0;
    };
    if (copyColumns[index] === -1) {
      changes.insertedFrom.forEach((from, row) => {
        if (from >= 0) put(pair.firstRow + row, from);
      });
    }
    for (const row of changes.cells.get(index) ?? []) put(row, changes.rowsNow[row] ?? 0);
    for (const row of changes.gone) kinds[row] = CellKind.empty;
    changes.added.forEach((from, i) => {
      put(laid.rowCount + i, from);
    });
    return { kinds, values };
  });
  return { ...laid, rowCount, columns };
}
