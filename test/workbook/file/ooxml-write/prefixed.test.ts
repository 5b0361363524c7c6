/** Files of programs that write the same XML in other ways: prefixes, quotes, other places. */
import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import { annotate, textOf } from './annotateRich';
import { compression, memorySource, unzip, zipOf, type PartContent } from './memory';
import { overviewPlan, richPlan } from './richLedger';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** As the Open XML SDK and Python's ElementTree write: prefixes everywhere, single quotes. */
const PARTS = new Map<string, PartContent>([
  [
    '[Content_Types].xml',
    `<ns0:Types xmlns:ns0='${PACKAGE}/content-types'><ns0:Default Extension='xml' ContentType='application/xml'/>` +
      `<ns0:Override ContentType='${TYPE}.sheet.main+xml' PartName='/book/main.xml'/><ns0:Override ContentType='${TYPE}.worksheet+xml' PartName='/data/a.xml'/></ns0:Types>`,
  ],
  [
    '_rels/.rels',
    `<r:Relationships xmlns:r='${PACKAGE}/relationships'><r:Relationship Target='/book/main.xml' Id='a' Type='${REL}/officeDocument'/></r:Relationships>`,
  ],
  [
    'book/main.xml',
    `<?xml version='1.0' encoding='utf-8'?><x:workbook xmlns:x='${MAIN}'><x:sheets><x:sheet xmlns:q='${REL}' q:id='a' sheetId='1' name='存 &amp; 款'/></x:sheets></x:workbook>`,
  ],
  [
    'book/_rels/main.xml.rels',
    `<r:Relationships xmlns:r='${PACKAGE}/relationships'><r:Relationship Target='../data/a.xml' Id='a' Type='${REL}/worksheet'/></r:Relationships>`,
  ],
  [
    'data/a.xml',
    `<x:worksheet xmlns:x='${MAIN}'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>客户号</x:t></x:is></x:c><x:c t='inlineStr'><x:is><x:t>余额</x:t></x:is></x:c></x:row>` +
      `<x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>C1</x:t></x:is></x:c><x:c r='B2'><x:v>1</x:v></x:c></x:row><x:row r='3'><x:c r='A3' t='str'><x:v>C2</x:v></x:c><x:c r='B3'><x:v>2.5</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  ],
]);

const PLAN = {
  ...richPlan(),
  ledgers: [
    {
      sheetName: '存 & 款',
      headerRow: 0,
      order: Uint32Array.of(2, 1),
      edits: [],
      firstAddedColumn: 2,
      added: richPlan().ledgers[0]?.added ?? [],
    },
  ],
  sheets: [overviewPlan()],
};

describe('a package with prefixes and paths of its own', () => {
  test('the added markup has the prefix of the part it goes to', async () => {
    const entries = unzip(await annotate(await zipOf(PARTS), PLAN));
    const ledger = textOf(entries, 'data/a.xml');
    expect(ledger).toContain(
      '<x:row><x:c t=\'inlineStr\' r="A1"><x:is><x:t>客户号</x:t></x:is></x:c>',
    );
    expect(ledger).toContain('<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>C2</x:t>');
    expect(ledger).toContain('<x:f>IF(E2&lt;&gt;"",E2-D2,0)</x:f><x:v>1</x:v></x:c></x:row>');
    expect(ledger).toContain('<x:cols><x:col min="3" max="3"');
    expect(textOf(entries, 'book/main.xml')).toContain(
      `<x:sheets><x:sheet name="概览" sheetId="2" xmlns:r="${REL}" r:id="rId1"/><x:sheet `,
    );
    expect(textOf(entries, '[Content_Types].xml')).toContain(
      '<ns0:Override PartName="/book/worksheets/sheet1.xml"',
    );
    expect(textOf(entries, 'book/_rels/main.xml.rels')).toContain('<r:Relationship Id="rId1"');
  });

  test('the result is read as it is meant', async () => {
    const output = await annotate(await zipOf(PARTS), PLAN);
    const { sheets } = await readXlsx(memorySource(output), compression);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['概览', '存 & 款']);
    const ledger = sheets[1];
    const ids = [1, 2].map((row) => ledger?.texts.get(ledger.columns[0]?.values[row] ?? -1));
    expect(ids).toEqual(['C2', 'C1']);
    expect([...(ledger?.columns[3]?.values.subarray(1, 3) ?? [])]).toEqual([1, -2.5]);
  });

  test('a part in UTF-16 becomes one in UTF-8 and says so', async () => {
    const workbook = PARTS.get('book/main.xml');
    if (typeof workbook !== 'string') throw new Error('The workbook is a text.');
    const wide = `\ufeff${workbook.replace('utf-8', 'UTF-16')}`;
    const parts = new Map(PARTS).set('book/main.xml', Buffer.from(wide, 'utf16le'));
    const entries = unzip(await annotate(await zipOf(parts), PLAN));
    expect(textOf(entries, 'book/main.xml')).toMatch(/^<\?xml version='1.0' encoding="UTF-8"\?>/);
  });
});
