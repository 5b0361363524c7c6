/** Where the rows of a ledger sheet went, for all that is bound to rows or ranges of it. */
import type { CellRange } from '../../../../core';
import type { LedgerPlan } from '../../../sheetPlan';
import { LAST_ROW, parseRange, rangeName } from './cellReference';

export interface RowMap {
  readonly headerRow: number;
  /** Last data row after the edit; the row below the header where no row is left. */
  readonly lastDataRow: number;
  /** The new 0-based row of an old one, or -1 where the row was set aside. */
  rowOf(oldRow: number): number;
  /**
   * What becomes of a range. Above the data: itself. Over all rows that stay: over all data rows.
   * A few rows: they travel, one by one. A tall part of the data: over all data rows, because
   * sorting has spread it. Empty where all its rows were set aside.
   */
  mapRange(range: CellRange): CellRange[];
}

/** A part of the data that is at most this tall is a choice of rows and travels with them. */
const FEW_ROWS = 64;

/** `rowCount` is the sheet's own, before the edit. */
export function createRowMap(plan: LedgerPlan, rowCount: number): RowMap {
  const { headerRow, order } = plan;
  const newRows = new Int32Array(Math.max(rowCount, headerRow + 1)).fill(-1);
  for (let row = 0; row <= headerRow; row++) newRows[row] = row;
  let firstKept = Infinity;
  let lastKept = -1;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    newRows[row] = headerRow + 1 + i;
    if (row < firstKept) firstKept = row;
    if (row > lastKept) lastKept = row;
  }
  const lastDataRow = headerRow + Math.max(1, order.length);
  const shiftBelow = lastDataRow + 1 - newRows.length;

  function rowOf(oldRow: number): number {
    return oldRow < newRows.length ? (newRows[oldRow] ?? -1) : oldRow + shiftBelow;
  }

  function coversAll(range: CellRange): boolean {
    return lastKept >= 0 && range.firstRow <= firstKept && range.lastRow >= lastKept;
  }

  function mapRange(range: CellRange): CellRange[] {
    if (range.lastRow <= headerRow) return [range];
    if (range.firstRow >= newRows.length) {
      const firstRow = range.firstRow + shiftBelow;
      const lastRow = range.lastRow === LAST_ROW ? LAST_ROW : range.lastRow + shiftBelow;
      return [{ ...range, firstRow, lastRow }];
    }
    const firstData = Math.max(range.firstRow, headerRow + 1);
    const height = range.lastRow - firstData + 1;
    if (coversAll(range) || height > FEW_ROWS) {
      const firstRow = Math.min(range.firstRow, headerRow + 1);
      const lastRow = range.lastRow >= newRows.length ? range.lastRow : lastDataRow;
      return [{ ...range, firstRow, lastRow }];
    }
    const rows: number[] = [];
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const newRow = rowOf(row);
      if (newRow >= 0) rows.push(newRow);
    }
    return runs(rows.sort((a, b) => a - b)).map(([firstRow, lastRow]) => ({
      ...range,
      firstRow,
      lastRow,
    }));
  }

  return { headerRow, lastDataRow, rowOf, mapRange };
}

/** A mapped `sqref`, and by how many rows its upper end moved (formulas are relative to it). */
export interface MappedSqref {
  readonly sqref: string;
  readonly shift: number;
}

/** A space-separated list of ranges after the edit; undefined where nothing is left of it. */
export function mapSqref(map: RowMap, sqref: string): MappedSqref | undefined {
  const oldRanges = sqref
    .trim()
    .split(/\s+/)
    .map((item) => parseRange(item));
  const newRanges: CellRange[] = [];
  for (const range of oldRanges) {
    // Not a reference that Excel writes: nothing is known of it, so nothing is changed.
    if (range === undefined) return { sqref, shift: 0 };
    newRanges.push(...map.mapRange(range));
  }
  if (newRanges.length === 0) return undefined;
  const distinct = new Set(newRanges.map((range) => rangeName(range)));
  const top = (ranges: readonly (CellRange | undefined)[]): number =>
    ranges.reduce((least, range) => Math.min(least, range?.firstRow ?? least), LAST_ROW);
  return { sqref: [...distinct].join(' '), shift: top(newRanges) - top(oldRanges) };
}

function runs(sorted: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const row of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last[1] + 1 >= row) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}
