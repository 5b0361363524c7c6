/**
 * For each included row the first included row that equals it in all columns (itself if none
 * comes before), -1 for the others. Rows meet in a hash table of row numbers.
 */
export function findEqualRows(
  rowCount: number,
  isIncluded: (row: number) => boolean,
  columns: readonly (Int32Array | Float64Array)[],
): Int32Array {
  const hashes = hashRows(rowCount, columns);
  let size = 16;
  while (size < rowCount * 2) size *= 2;
  const mask = size - 1;
  // 0 is a free slot; rows are kept one higher.
  const slots = new Int32Array(size);
  const first = new Int32Array(rowCount).fill(-1);
  for (let row = 0; row < rowCount; row++) {
    if (!isIncluded(row)) continue;
    const hash = hashes[row] ?? 0;
    let slot = hash & mask;
    for (;;) {
      const other = (slots[slot] ?? 0) - 1;
      if (other < 0) {
        slots[slot] = row + 1;
        first[row] = row;
        break;
      }
      if (hashes[other] === hash && areEqual(columns, other, row)) {
        first[row] = other;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return first;
}

/** Column by column, so that each loop runs over one kind of array. */
function hashRows(rowCount: number, columns: readonly (Int32Array | Float64Array)[]): Int32Array {
  const hashes = new Int32Array(rowCount);
  for (const column of columns) {
    if (column instanceof Int32Array) hashCodes(hashes, column);
    else hashAmounts(hashes, column);
  }
  for (let row = 0; row < rowCount; row++) {
    const hash = hashes[row] ?? 0;
    hashes[row] = hash ^ (hash >>> 16);
  }
  return hashes;
}

function hashCodes(hashes: Int32Array, column: Int32Array): void {
  for (let row = 0; row < column.length; row++) {
    hashes[row] = mix(hashes[row] ?? 0, column[row] ?? 0);
  }
}

function hashAmounts(hashes: Int32Array, column: Float64Array): void {
  for (let row = 0; row < column.length; row++) {
    // ToInt32 folds fen beyond 32 bits, and Infinity (blank) to 0.
    hashes[row] = mix(hashes[row] ?? 0, (column[row] ?? 0) | 0);
  }
}

function mix(hash: number, value: number): number {
  return Math.imul((hash ^ (hash >>> 15) ^ value) + 0x7f4a7c15, 0x2c1b3c6d);
}

function areEqual(columns: readonly (Int32Array | Float64Array)[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
