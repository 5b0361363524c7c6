import fc from 'fast-check';
import { encodeGb18030, isEncodable } from './gb18030';
import { readRows } from './readRows';

const CHARACTERS = Array.from(',"\t;|\n\r 客户张三·。１，1234.-+=@abc');

/** Cells that a text file can hold: not NUL, which is dropped, nor what a guard looks like. */
const cell = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('😀', '𠀀𠮷', '6222021234567890123', '1,234.50', "'0012", '一'),
  )
  .filter((text) => !/[\0\ufeff\ud800-\udfff]/u.test(text) && !text.startsWith('='));

const table = fc
  .array(fc.array(cell, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  // A header, as every export has, from which the delimiter is told.
  .map((rows) => [...Array<string[]>(12).fill(['客户号', '姓名', '余额', '日均']), ...rows]);

function write(rows: readonly (readonly string[])[], delimiter: string): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return rows.map((cells) => cells.map(quote).join(delimiter)).join('\r\n');
}

function asRead(rows: readonly (readonly string[])[]): (string | null)[][] {
  const read = rows.map((cells) => {
    const row = cells.map((text) => (text === '' ? null : text));
    while (row.at(-1) === null) row.pop();
    return row;
  });
  while (read.at(-1)?.length === 0) read.pop();
  return read;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what is written as delimited text is read as it was', () => {
  test.each([
    ['UTF-8', ',', utf8],
    ['UTF-8 with a byte order mark', ',', (text: string) => utf8(`\ufeff${text}`)],
    ['UTF-8 with tabs', '\t', utf8],
    ['GB18030', ',', encodeGb18030],
    ['GB18030 with tabs', '\t', encodeGb18030],
    ['GB18030 with |', '|', encodeGb18030],
    ['UTF-16LE', ';', (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ])('%s', async (name, delimiter, encode) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        fc.pre(!name.startsWith('GB') || rows.every((cells) => cells.every(isEncodable)));
        expect(await readRows(encode(write(rows, delimiter)))).toEqual(asRead(rows));
      }),
      { numRuns: 60 },
    );
  });
});
