import { hashRows, type CodedRows } from './matchRows';

/**
 * For each row of the copy the ledger's row that its cells in columns inserted since are taken from:
 * its own, or, for a row that was set aside as a repetition, that of the row which it repeats; else
 * -1. `rows` are the copy's rows without running numbers.
 */
export function findTwins(rows: CodedRows, matched: Int32Array, setAside: Uint8Array): Int32Array {
  const keys = hashRows(rows);
  const byKey = new Map<number, number>();
  matched.forEach((at, row) => {
    const key = keys[row] ?? 0;
    if (at >= 0 && !byKey.has(key)) byKey.set(key, at);
  });
  return matched.map((at, row) =>
    at >= 0 || setAside[row] === 0 ? at : (byKey.get(keys[row] ?? 0) ?? -1),
  );
}
