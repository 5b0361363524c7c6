/** Returns what was found where it is what was expected; else throws with both. */
export function expectSame(found: unknown, expected: unknown): string {
  const text = describe(found);
  const wanted = describe(expected);
  if (text !== wanted) throw new Error(`${text} ≠ ${wanted}`);
  return text;
}

/** As above for cells: older builds answer a block as one flat list, which the add-in understands. */
export function expectCells(found: unknown, expected: readonly unknown[]): string {
  return expectSame(Array.isArray(found) ? found.flat() : found, expected.flat());
}

/** `undefined` and `null` apart, as builds differ in what an empty cell is. */
export function describe(value: unknown): string {
  const mark = (_key: string, item: unknown): unknown => (item === undefined ? '∅' : item);
  return JSON.stringify(value, mark);
}
