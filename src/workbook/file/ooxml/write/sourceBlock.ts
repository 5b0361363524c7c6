import type { ScannedSheet } from '../scannedSheet';

/** Rows fetched at once, within {@link BLOCK_BYTES}. */
const MOST_ROWS = 1 << 15;
const FEWEST_ROWS = 1 << 9;
const BLOCK_BYTES = 1 << 23;
/** Bytes of a cell in a block: kind, value and style. */
const CELL_BYTES = 1 + 8 + 4;

/** The cells of one column in the rows at hand, by place in the block. */
interface BlockColumn {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly styles: Uint32Array;
}

export interface SourceBlock {
  readonly columns: readonly BlockColumn[];
  /**
   * Place of `order[index]` in the block, which is loaded if it holds other rows; ascending
   * indices load each row once.
   */
  seek(index: number): number;
}

/**
 * The cells of `sheet` in the rows and order of `order`, a block at a time. Sorted rows lie all
 * over columns that are far larger than the processor's cache, so a block is fetched column by
 * column from top to bottom; what is the same in all rows (most formats and kinds) is not fetched
 * at all. Measured at a million rows: a tenth of the time of fetching row by row.
 */
export function createSourceBlock(sheet: ScannedSheet, order: Uint32Array): SourceBlock {
  const capacity = Math.min(order.length, rowsPerBlock(sheet.columns.length));
  const rows = createSortedRows(capacity);
  const kept = new Uint8Array(sheet.rowCount);
  for (const row of order) kept[row] = 1;
  const loads: (() => void)[] = [];
  const columns = sheet.columns.map((source, c): BlockColumn => {
    const block = {
      kinds: new Uint8Array(capacity),
      values: new Float64Array(capacity),
      styles: new Uint32Array(capacity),
    };
    const styles = sheet.styles[c] ?? NO_STYLES;
    if (isUniform(source.kinds, kept)) block.kinds.fill(source.kinds[order[0] ?? 0] ?? 0);
    else
      loads.push(() => {
        gatherKinds(block.kinds, source.kinds, rows);
      });
    if (isUniform(styles, kept)) block.styles.fill(styles[order[0] ?? 0] ?? 0);
    else
      loads.push(() => {
        gatherStyles(block.styles, styles, rows);
      });
    loads.push(() => {
      gatherValues(block.values, source.values, rows);
    });
    return block;
  });
  let start = 0;
  return {
    columns,
    seek(index) {
      if (index < start || index >= start + rows.count) {
        start = index;
        sortRows(rows, order.subarray(start, start + capacity));
        for (const load of loads) load();
      }
      return index - start;
    },
  };
}

function rowsPerBlock(columnCount: number): number {
  const fitting = Math.floor(BLOCK_BYTES / (CELL_BYTES * Math.max(1, columnCount)));
  return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, fitting));
}

const NO_STYLES = new Uint32Array(0);

/** Source rows of a block, ascending, and the place of each in the block. */
interface SortedRows {
  count: number;
  readonly keys: Float64Array;
  readonly rows: Uint32Array;
  readonly places: Uint32Array;
}

function createSortedRows(capacity: number): SortedRows {
  return {
    count: 0,
    keys: new Float64Array(capacity),
    rows: new Uint32Array(capacity),
    places: new Uint32Array(capacity),
  };
}

function sortRows(sorted: SortedRows, block: Uint32Array): void {
  const { rows, places } = sorted;
  const keys = sorted.keys.subarray(0, block.length);
  for (let i = 0; i < block.length; i++) keys[i] = (block[i] ?? 0) * MOST_ROWS + i;
  keys.sort();
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const row = Math.floor(key / MOST_ROWS);
    rows[i] = row;
    places[i] = key - row * MOST_ROWS;
  }
  sorted.count = block.length;
}

/** Whether all kept rows have the same entry; rows past the end of the array have 0. */
function isUniform(array: Uint8Array | Uint32Array, kept: Uint8Array): boolean {
  let first = -1;
  for (let row = 0; row < kept.length; row++) {
    if (kept[row] === 0) continue;
    const value = array[row] ?? 0;
    if (first === -1) first = value;
    else if (value !== first) return false;
  }
  return true;
}

// Three of the same: one function for three kinds of array would be compiled for none of them.

function gatherKinds(to: Uint8Array, from: Uint8Array, { rows, places, count }: SortedRows): void {
  for (let i = 0; i < count; i++) to[places[i] ?? 0] = from[rows[i] ?? 0] ?? 0;
}

function gatherStyles(
  to: Uint32Array,
  from: Uint32Array,
  { rows, places, count }: SortedRows,
): void {
  for (let i = 0; i < count; i++) to[places[i] ?? 0] = from[rows[i] ?? 0] ?? 0;
}

function gatherValues(
  to: Float64Array,
  from: Float64Array,
  { rows, places, count }: SortedRows,
): void {
  for (let i = 0; i < count; i++) to[places[i] ?? 0] = from[rows[i] ?? 0] ?? 0;
}
