import type { ScannedSheet } from '../scannedSheet';

/** Rows gathered at once: small enough for the processor's cache. */
const BLOCK_ROWS = 512;

/** The cells of one column in the rows at hand, by place in the block. */
export interface BlockColumn {
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
 * over the columns, and a million rows are far larger than the processor's cache: fetching column
 * by column lets it wait for many cells at once, and what is the same in all rows (most formats
 * and kinds) is not fetched at all. Measured at 100,000 rows: a third of the time of fetching row
 * by row.
 */
export function createSourceBlock(sheet: ScannedSheet, order: Uint32Array): SourceBlock {
  const kept = new Uint8Array(sheet.rowCount);
  for (let i = 0; i < order.length; i++) kept[order[i] ?? 0] = 1;
  const loads: ((rows: Uint32Array) => void)[] = [];
  const columns = sheet.columns.map((source, c): BlockColumn => {
    const block = {
      kinds: new Uint8Array(BLOCK_ROWS),
      values: new Float64Array(BLOCK_ROWS),
      styles: new Uint32Array(BLOCK_ROWS),
    };
    const styles = sheet.styles[c] ?? NO_STYLES;
    if (isUniform(source.kinds, kept)) block.kinds.fill(source.kinds[order[0] ?? 0] ?? 0);
    else loads.push((rows) => gatherKinds(block.kinds, source.kinds, rows));
    if (isUniform(styles, kept)) block.styles.fill(styles[order[0] ?? 0] ?? 0);
    else loads.push((rows) => gatherStyles(block.styles, styles, rows));
    loads.push((rows) => gatherValues(block.values, source.values, rows));
    return block;
  });
  let start = 0;
  let end = 0;
  return {
    columns,
    seek(index) {
      if (index < start || index >= end) {
        start = index;
        end = Math.min(index + BLOCK_ROWS, order.length);
        const rows = order.subarray(start, end);
        for (const load of loads) load(rows);
      }
      return index - start;
    },
  };
}

const NO_STYLES = new Uint32Array(0);

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

function gatherKinds(to: Uint8Array, from: Uint8Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i] ?? 0] ?? 0;
}

function gatherStyles(to: Uint32Array, from: Uint32Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i] ?? 0] ?? 0;
}

function gatherValues(to: Float64Array, from: Float64Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i] ?? 0] ?? 0;
}
