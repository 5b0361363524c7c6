import * as XLSX from '@e965/xlsx';
import { putXlsxCells } from '../../../../src/workbook/file/ooxml/put/putXlsxCells';
import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import { fromRawWorkbook } from '../../../../src/workbook/memory/workbookContent';
import type { CellPut } from '../../../../src/workbook/workbook';
import { cellOf, formatOf, rowsOf, textOf } from '../ooxml-write/annotateRich';
import {
  compression,
  memorySink,
  memorySource,
  unzip,
  zipOf,
  type PartContent,
} from '../ooxml-write/memory';
import { richParts } from '../ooxml-write/richLedger';

const SHEET = 'xl/worksheets/sheet1.xml';

async function put(parts: ReadonlyMap<string, PartContent>, puts: readonly Put[]) {
  const input = await zipOf(parts);
  const { package: opened, sheets } = await readXlsx(memorySource(input), compression);
  const sink = memorySink();
  let isOpened = false;
  const openSink = () => {
    isOpened = true;
    return Promise.resolve(sink);
  };
  const cells = puts.map(toCell);
  await putXlsxCells({ package: opened, sheets, puts: cells, openSink, compression }).catch(
    (error: unknown) => {
      expect(sink.state).toEqual({ closed: false, aborted: isOpened });
      throw error;
    },
  );
  return { input, output: sink.bytes(), before: unzip(input), after: unzip(sink.bytes()) };
}

/** `[cell, value]`, on the ledger unless a sheet is given. */
type Put = readonly [cell: string, value: CellPut['value'], more?: Partial<CellPut>];

function toCell([cell, value, more]: Put): CellPut {
  const { r: row, c: column } = XLSX.utils.decode_cell(cell);
  return { sheet: '明细', row, column, value, ...more };
}

/** A workbook of one sheet with the rows. */
function sheetParts(rows: string, head = ''): Map<string, PartContent> {
  const parts = richParts();
  const xml = String(parts.get(SHEET));
  parts.set(
    SHEET,
    `${xml.slice(0, xml.indexOf('<sheetPr'))}${head}<sheetData>${rows}</sheetData></worksheet>`,
  );
  parts.delete('xl/worksheets/_rels/sheet1.xml.rels');
  return parts;
}

test('values of every kind are put, and other rows and parts stay byte for byte', async () => {
  const { before, after } = await put(richParts(), [
    ['D4', 12.5],
    ['B8', '0012'],
    ['E7', null],
    ['A9', true],
    ['F5', 46100, { isDate: true }],
  ]);
  const xml = textOf(after, SHEET);
  expect(cellOf(xml, 'D4')).toBe('<c r="D4" s="3"><v>12.5</v></c>');
  expect(cellOf(xml, 'B8')).toBe(
    '<c r="B8" s="4" t="inlineStr"><is><t xml:space="preserve">0012</t></is></c>',
  );
  expect(cellOf(xml, 'E7')).toBe('<c r="E7"/>');
  expect(cellOf(xml, 'A9')).toBe('<c r="A9" t="b"><v>1</v></c>');
  expect(cellOf(xml, 'F5')).toBe('<c r="F5" s="5"><v>46100</v></c>');
  for (const row of [1, 2, 3, 6, 10]) {
    expect(rowsOf(xml).get(row)).toBe(rowsOf(textOf(before, SHEET)).get(row));
  }
  const changed = [...before].filter(([name, { compressed }]) => {
    return !compressed.equals(after.get(name)?.compressed ?? Buffer.alloc(0));
  });
  expect(changed.map(([name]) => name)).toEqual(['xl/workbook.xml', SHEET]);
  expect(textOf(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
});

test('a workbook without formulas changes in the sheet alone', async () => {
  const parts = sheetParts('<row r="1"><c r="A1"><v>1</v></c></row>');
  parts.set('xl/worksheets/sheet2.xml', String(parts.get(SHEET)));
  parts.delete('xl/worksheets/_rels/sheet2.xml.rels');
  const { before, after } = await put(parts, [['A1', 2]]);
  const changed = [...before].filter(([name, { content }]) => {
    return !content.equals(after.get(name)?.content ?? Buffer.alloc(0));
  });
  expect(changed.map(([name]) => name)).toEqual([SHEET]);
});

test.each([
  '=HYPERLINK("http://x")',
  '+cmd|" /C calc"!A0',
  '@SUM(1)',
  '-2+3',
  ']]>',
  '_x0041_',
  ' 前后有空格 ',
  '一\n二\t三\r四',
  '<c r="A1"/>&amp;',
  '\u0000\u0007\u001b',
  'a\ud800b',
  '张🐉三',
])('the text %j is the same text afterwards, and no formula', async (text) => {
  const { output, after } = await put(richParts(), [
    ['C4', text],
    ['H20', text],
  ]);
  const { workbook } = await readXlsx(memorySource(output), compression);
  const { rows } = fromRawWorkbook(workbook).sheets[0] ?? { rows: [] };
  // Half a pair is no character; it is read as the one that stands for such.
  const read = text.replace('a\ud800b', 'a\ufffdb');
  expect([rows[3]?.[2], rows[19]?.[7]]).toEqual([read, read]);
  const cell = XLSX.read(output, { type: 'buffer' }).Sheets['明细']?.C4;
  expect(cell?.f).toBeUndefined();
  expect(cell?.t).toBe('s');
  // Typed again by the user, it stays a text as well.
  if (/^[=+@-]/.test(text)) expect(formatOf(after, SHEET, 'C4')).toContain('numFmtId="49"');
});

test('a text longer than a cell holds is cut, not refused', async () => {
  const { output } = await put(richParts(), [['C4', '长'.repeat(40_000)]]);
  const { workbook } = await readXlsx(memorySource(output), compression);
  expect(fromRawWorkbook(workbook).sheets[0]?.rows[3]?.[2]).toBe(`${'长'.repeat(32_766)}…`);
});

test('cells and rows that were not there come at their place, with the column’s format', async () => {
  const { after } = await put(richParts(), [
    ['F8', 'x'],
    ['B2', 'y'],
    ['C12', 5],
    ['C12', 6],
    ['A14', 7],
  ]);
  const xml = textOf(after, SHEET);
  expect(rowsOf(xml).get(2)).toMatch(/^<row r="2"><c r="A2".*<c r="B2" s="4".*<c r="E2">/);
  expect(rowsOf(xml).get(8)).toMatch(/<c r="E8"[^>]*>.*<\/c><c r="F8" s="4" t="inlineStr">/);
  expect(rowsOf(xml).get(12)).toMatch(/^<row r="12"><c r="C12" s="\d+"><v>6<\/v><\/c><\/row>$/);
  expect(xml).toMatch(/<row r="14"><c r="A14"><v>7<\/v><\/c><\/row><\/sheetData>/);
  expect(xml).toContain('<dimension ref="A1:F14"/>');
});

test('a date is shown as one, a number in a text cell as a number, in the sheet’s date system', async () => {
  const parts = richParts();
  const workbook = String(parts.get('xl/workbook.xml'));
  parts.set('xl/workbook.xml', workbook.replace('<workbookPr ', '<workbookPr date1904="1" '));
  const { after } = await put(parts, [
    ['A4', 46100, { isDate: true }],
    ['B4', 5],
  ]);
  expect(cellOf(textOf(after, SHEET), 'A4')).toContain(`<v>${String(46100 - 1462)}</v>`);
  expect(formatOf(after, SHEET, 'A4')).toContain('applyNumberFormat="1"');
  expect(formatOf(after, SHEET, 'B4')).not.toContain('numFmtId="49"');
});

test('overwriting a formula takes the list of formula cells out, everywhere', async () => {
  const { after } = await put(richParts(), [['E6', 1]]);
  expect(cellOf(textOf(after, SHEET), 'E6')).toBe('<c r="E6" s="3"><v>1</v></c>');
  expect(after.has('xl/calcChain.xml')).toBe(false);
  expect(textOf(after, '[Content_Types].xml')).not.toContain('calcChain');
  expect(textOf(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
});

test('cells that share the formula of an overwritten one get it as their own', async () => {
  const shared = (row: number, rest: string) =>
    `<row r="${String(row)}"><c r="B${String(row)}"><f t="shared"${rest}<v>1</v></c><c r="C${String(row)}"><f t="shared" si="0"/><v>2</v></c></row>`;
  const rows =
    shared(2, ' ref="B2:C4" si="0">A2*$A$1+SUM(A:A)+LEN("A2")+Sheet2!A1</f>') +
    shared(3, ' si="0"/>') +
    shared(4, ' si="0"/>') +
    '<row r="9"><c r="B9"><f t="shared" ref="B9:B10" si="1">A9&lt;1</f><v>1</v></c></row>';
  const { after } = await put(sheetParts(rows), [['B2', 7]]);
  const xml = textOf(after, SHEET);
  expect(cellOf(xml, 'B2')).toBe('<c r="B2"><v>7</v></c>');
  expect(cellOf(xml, 'C2')).toContain('<f>B2*$A$1+SUM(B:B)+LEN("A2")+Sheet2!B1</f>');
  expect(cellOf(xml, 'B3')).toContain('<f>A3*$A$1+SUM(A:A)+LEN("A2")+Sheet2!A2</f>');
  expect(cellOf(xml, 'C4')).toContain('<f>B4*$A$1+SUM(B:B)+LEN("A2")+Sheet2!B3</f>');
  expect(rowsOf(xml).get(9)).toContain('<f t="shared" ref="B9:B10" si="1">A9&lt;1</f>');
});

test('one of several cells that an array formula fills is refused, and nothing is written', async () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>' +
    '<row r="4"><c r="A4"><f t="array" ref="A4">1</f><v>1</v></c></row>';
  for (const cell of ['A1', 'A2', 'A3']) {
    await expect(put(sheetParts(rows), [[cell, 7]])).rejects.toMatchObject({
      code: 'workbook.arrayFormula',
      facts: { sheet: '明细', cell },
    });
  }
  const { after } = await put(sheetParts(rows), [['A4', 7]]);
  expect(cellOf(textOf(after, SHEET), 'A4')).toBe('<c r="A4"><v>7</v></c>');
});

test('a sheet that is not there is refused before anything is written', async () => {
  const missing = put(richParts(), [
    ['A1', 1],
    ['A1', 1, { sheet: '没有' }],
  ]);
  await expect(missing).rejects.toMatchObject({
    code: 'workbook.sheetMissing',
    facts: { sheet: '没有' },
  });
});

test('a table’s column is renamed with its header cell, which is always a text of its own', async () => {
  const parts = richParts();
  const table =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A3:C9">' +
    '<tableColumns count="3"><tableColumn id="1" name="序号"/><tableColumn id="2" name="客户号"/><tableColumn id="3" name="客户名称"/></tableColumns></table>';
  parts.set('xl/tables/table1.xml', table);
  const relationships = String(parts.get('xl/worksheets/_rels/sheet1.xml.rels'));
  parts.set(
    'xl/worksheets/_rels/sheet1.xml.rels',
    relationships.replace(
      '</Relationships>',
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
    ),
  );
  const { after } = await put(parts, [
    ['A3', '客户号'],
    ['B3', null],
    ['C3', 2025],
  ]);
  const names = [...textOf(after, 'xl/tables/table1.xml').matchAll(/ name="([^"]*)"/g)];
  expect(names.map(([, name]) => name)).toEqual(['T', '客户号2', '客户号', '2025']);
  const cells = ['A3', 'B3', 'C3'].map((ref) => cellOf(textOf(after, SHEET), ref));
  expect(cells.map((cell) => />([^<]+)<\/t>/.exec(cell)?.[1])).toEqual([
    '客户号2',
    '客户号',
    '2025',
  ]);
});

test.each([
  ['an empty sheet', '<sheetData/>'],
  [
    'rows and cells without numbers',
    '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/></sheetData>',
  ],
  [
    'comments among rows',
    '<sheetData><!-- <row r="1"> --><row r="2"><c r="A2"/></row></sheetData>',
  ],
])('%s', async (_name, data) => {
  const parts = sheetParts('');
  const xml = String(parts.get(SHEET));
  parts.set(SHEET, xml.replace('<sheetData></sheetData>', data));
  const { output } = await put(parts, [
    ['B1', 5],
    ['A2', 'x'],
    ['C3', 'z'],
  ]);
  const sheet = XLSX.read(output, { type: 'buffer' }).Sheets['明细'] ?? {};
  expect([sheet.B1?.v, sheet.A2?.v, sheet.C3?.v]).toEqual([5, 'x', 'z']);
});
