/**
 * For each included row the first included row that equals it in all columns (itself if none
 * comes before), -1 for the others. One pass over a hash table of row numbers.
 */
export function findEqualRows(
  rowCount: number,
  isIncluded: (row: number) => boolean,
  columns: readonly (Int32Array | Float64Array)[],
): Int32Array {
  let size = 16;
  while (size < rowCount * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  const first = new Int32Array(rowCount).fill(-1);
  for (let row = 0; row < rowCount; row++) {
    if (!isIncluded(row)) continue;
    let slot = hashRow(columns, row) & mask;
    for (;;) {
      const other = slots[slot] ?? -1;
      if (other < 0) {
        slots[slot] = row;
        first[row] = row;
        break;
      }
      if (areEqual(columns, other, row)) {
        first[row] = other;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return first;
}

function hashRow(columns: readonly (Int32Array | Float64Array)[], row: number): number {
  let hash = 0;
  for (const column of columns) {
    // ToInt32 folds fen beyond 32 bits, and Infinity (blank) to 0.
    hash = Math.imul((hash ^ (hash >>> 15) ^ ((column[row] ?? 0) | 0)) + 0x7f4a7c15, 0x2c1b3c6d);
  }
  return (hash ^ (hash >>> 16)) >>> 0;
}

function areEqual(columns: readonly (Int32Array | Float64Array)[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
