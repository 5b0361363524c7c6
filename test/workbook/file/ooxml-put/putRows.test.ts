import { createFormulaGroups } from '../../../../src/workbook/file/ooxml/put/formulaGroups';
import { putRows } from '../../../../src/workbook/file/ooxml/put/putRows';

const ROWS =
  '<x:row r="1"><x:c r="A1"><x:f t="shared" ref="A1:A3" si="0">B1*2</x:f><x:v>1</x:v></x:c></x:row>\n' +
  '<x:row r="3" spans="1:1"><x:c r="A3"><x:f t="shared" si="0"/><x:v>1</x:v></x:c></x:row>\n' +
  '<x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t><![CDATA[<x:row r="6">]]></x:t></x:is></x:c></x:row>\n' +
  '<x:row r="7"/><x:row r="9"><x:c r="B9"/></x:row>\n';

async function* pieces(size: number): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(ROWS);
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.slice(at, at + size));
  }
}

async function written(size: number): Promise<string> {
  const puts = [
    [0, 0],
    [1, 2],
    [6, 1],
    [8, 0],
    [10, 0],
  ].map(([row = 0, column = 0]) => ({ sheet: 's', row, column, value: row }));
  const chunks: Uint8Array[] = [];
  const rows = putRows(pieces(size), puts, {
    prefix: 'x:',
    styles: undefined,
    dateStyles: new Uint8Array(0),
    date1904: false,
    sheetName: 's',
    groups: createFormulaGroups(),
    columnStyle: () => 0,
  });
  for await (const chunk of rows) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('rows with a prefix are changed one by one', async () => {
  expect(await written(1 << 20)).toBe(
    '<x:row r="1"><x:c r="A1"><x:v>0</x:v></x:c></x:row>\n' +
      '<x:row r="2"><x:c r="C2"><x:v>1</x:v></x:c></x:row>' +
      '<x:row r="3" spans="1:1"><x:c r="A3"><x:f>B3*2</x:f><x:v>1</x:v></x:c></x:row>\n' +
      '<x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t><![CDATA[<x:row r="6">]]></x:t></x:is></x:c></x:row>\n' +
      '<x:row r="7"><x:c r="B7"><x:v>6</x:v></x:c></x:row>' +
      '<x:row r="9"><x:c r="A9"><x:v>8</x:v></x:c><x:c r="B9"/></x:row>\n' +
      '<x:row r="11"><x:c r="A11"><x:v>10</x:v></x:c></x:row>',
  );
});

test.each([1, 2, 3, 7, 64])('pieces of %i bytes make the same rows', async (size) => {
  expect(await written(size)).toBe(await written(1 << 20));
});
