import fc from 'fast-check';
import {
  createByteTextColumn,
  createByteTextTable,
  type ByteTextColumn,
} from '../../../../src/workbook/file/delimited/byteTexts';

function add(column: ByteTextColumn, text: string): number {
  const bytes = new TextEncoder().encode(text);
  while (column.arena.length - column.used < bytes.length) column.grow();
  column.arena.set(bytes, column.used);
  return column.commit(bytes.length);
}

test('equal texts of a column share an index, and every text is read back', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '1', '客', '😀'),
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(fc.array(text), { maxLength: 4 }), (lists) => {
      const columns = lists.map(() => createByteTextColumn());
      const indexes = lists.map((texts, at) => {
        const column = columns[at];
        return column === undefined ? [] : texts.map((content) => add(column, content));
      });
      const { table, firstIndex } = createByteTextTable(columns, new TextDecoder());
      for (const [at, texts] of lists.entries()) {
        expect(columns[at]?.count).toBe(new Set(texts).size);
        const read = indexes[at]?.map((index) => table.get((firstIndex[at] ?? 0) + index));
        expect(read).toEqual(texts);
      }
    }),
  );
});

test('texts whose hashes agree stay apart', () => {
  const column = createByteTextColumn();
  expect(['6036466995', '6045589683', '6036466995'].map((text) => add(column, text))).toEqual([
    0, 1, 0,
  ]);
});

test('a column of ever new texts is no longer searched, and stays right', () => {
  const column = createByteTextColumn();
  const texts = Array.from({ length: 100_000 }, (_, at) => `6222${String(at)}`);
  const indexes = texts.map((text) => add(column, text));
  expect(indexes.at(-1)).toBe(99_999);
  // It no longer knows the text, so the same one again is another.
  expect(add(column, texts[0] ?? '')).toBe(100_000);
  const { table } = createByteTextTable([column], new TextDecoder());
  expect(indexes.every((index, at) => table.get(index) === texts[at])).toBe(true);
});
