import { restoreTable, tableFacts } from '../../../../src/workbook/file/ooxml/write/tableParts';
import { annotateParts, textOf } from './annotateRich';
import { richParts, richPlan } from './richLedger';

const LEDGER = 'xl/worksheets/sheet1.xml';

describe('what hangs on rows travels with them (SPEC 10)', () => {
  // 1-based rows 9, 4, 7, 6, 5 become 4 to 8; rows 8 and 10 are set aside.
  let entries: Awaited<ReturnType<typeof annotateParts>>;
  let xml = '';

  beforeAll(async () => {
    entries = await annotateParts(richParts(), richPlan());
    xml = textOf(entries, LEDGER);
  });

  test('the filter covers the data and the added columns and selects nothing', () => {
    expect(xml).toContain('<autoFilter ref="A3:H8" xr:uid="{1}"></autoFilter>');
    expect(xml).not.toContain('sortState');
    expect(xml).not.toContain('filterMode');
  });

  test('merges of titles stay, of one row travel, over several data rows go', () => {
    expect(xml).toContain(
      '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="E6:F6"/></mergeCells>',
    );
  });

  test('a conditional format over all data covers all data', () => {
    expect(xml).toContain(
      '<conditionalFormatting sqref="D4:D8"><cfRule type="expression" priority="1"><formula>$D4&gt;1000</formula>',
    );
    expect(xml).toContain('<conditionalFormatting sqref="E1:E1048576">');
  });

  test('a conditional format of one cell travels, and its formula with it', () => {
    expect(xml).toContain(
      `<conditionalFormatting sqref="C7"><cfRule type="expression" priority="2"><formula>AND(D7&gt;5,$A$3="D6",'A6'!B7=1)</formula>`,
    );
  });

  test('a conditional format of a row set aside goes with it', () => {
    expect(xml).not.toContain('priority="3"');
  });

  test('validations follow their rows, and their number is kept', () => {
    expect(xml).toContain(
      '<dataValidations count="2"><dataValidation type="list" sqref="F4:F8"><formula1>"a,b"</formula1></dataValidation>' +
        '<dataValidation type="custom" sqref="B4"><formula1>LEN(B4)&gt;2</formula1></dataValidation></dataValidations>',
    );
  });

  test('hyperlinks travel with their row or go with it', () => {
    expect(xml).toContain(
      '<hyperlinks><hyperlink ref="C5" r:id="rId2"/><hyperlink ref="A2" location="客户!A1" display="x"/></hyperlinks>',
    );
  });

  test('page breaks stay on the paper as far as there are rows', () => {
    expect(xml).toContain(
      '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>',
    );
  });

  test("Excel's extensions travel too: conditional formats and sparklines", () => {
    expect(xml).toContain('<xm:f>C6="x"</xm:f></x14:cfRule><xm:sqref>C6</xm:sqref>');
    expect(xml).not.toContain('id="{3}"');
    expect(xml).toContain(
      '<x14:sparklines><x14:sparkline><xm:f>明细!D5:E5</xm:f><xm:sqref>H5</xm:sqref></x14:sparkline></x14:sparklines>',
    );
  });

  test('comments, their threads and their boxes travel with their row or go with it', () => {
    const references = (part: string): string[] =>
      [...textOf(entries, part).matchAll(/omment ref="(\w+)"/g)].map((match) => match[1] ?? '');
    expect(references('xl/comments1.xml')).toEqual(['A1', 'C8', 'B4']);
    expect(references('xl/threadedComments/threadedComment1.xml')).toEqual(['C8']);
    const vml = textOf(entries, 'xl/drawings/vmlDrawing1.vml');
    expect([...vml.matchAll(/<x:Row>(\d+)</g)].map((match) => match[1])).toEqual(['0', '7', '3']);
    expect(vml).toContain('<x:Anchor>3, 15, 6, 10, 5, 15, 10, 4</x:Anchor>');
    expect(vml).toContain('id="button"');
    expect(vml).toContain('<x:Anchor>1, 0, 7, 0, 2, 0, 8, 0</x:Anchor>');
  });

  test('what is not bound to rows stays as written', () => {
    expect(xml).toContain('<sheetProtection selectLockedCells="1"/>');
    expect(xml).toContain('<protectedRange name="one" sqref="D4:D8"/>');
    expect(xml).toContain('<legacyDrawing r:id="rId1"/>');
  });
});

const TABLE = (ref: string, rest: string): string =>
  `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="4" name="Handovercustomers" displayName="Handovercustomers" ref="${ref}" totalsRowCount="1"><autoFilter ref="A3:F9"><filterColumn colId="0"/></autoFilter><sortState ref="A4:F9"/>${rest}<tableStyleInfo name="TableStyleLight9" showRowStripes="1"/></table>`;

const COLUMNS =
  '<tableColumns count="2"><tableColumn id="1" name="序号" totalsRowLabel="合计"/><tableColumn id="2" name="余额" totalsRowFunction="sum" dataDxfId="1"><calculatedColumnFormula>D4*2</calculatedColumnFormula></tableColumn></tableColumns>';

function partsWithTable(ref: string) {
  const parts = richParts();
  const sheet = parts.get(LEDGER);
  const relationships = parts.get('xl/worksheets/_rels/sheet1.xml.rels');
  const types = parts.get('[Content_Types].xml');
  if (typeof sheet !== 'string' || typeof relationships !== 'string' || typeof types !== 'string') {
    throw new Error('The parts are texts.');
  }
  parts.set(
    LEDGER,
    sheet
      .replace(/<autoFilter.*?<\/autoFilter>/, '')
      .replace('<extLst>', '<tableParts count="1"><tablePart r:id="rId9"/></tableParts><extLst>'),
  );
  parts.set(
    'xl/worksheets/_rels/sheet1.xml.rels',
    relationships.replace(
      '</Relationships>',
      '<Relationship Target="/xl/tables/table1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Id="rId9"/></Relationships>',
    ),
  );
  parts.set('xl/tables/table1.xml', TABLE(ref, COLUMNS));
  parts.set(
    '[Content_Types].xml',
    types.replace(
      '</Types>',
      '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
    ),
  );
  return parts;
}

describe("a user's table over the ledger", () => {
  test('its range follows the rows; what its totals and columns compute stays with it', async () => {
    const entries = await annotateParts(partsWithTable('A3:F10'), richPlan());
    expect(textOf(entries, 'xl/tables/table1.xml')).toBe(
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="4" name="Handovercustomers" displayName="Handovercustomers" ref="A3:F8"><autoFilter ref="A3:F8"></autoFilter>' +
        `${COLUMNS}<tableStyleInfo name="TableStyleLight9" showRowStripes="1"/></table>`,
    );
  });

  test('Restore gives back its range and its row of totals', async () => {
    const source = partsWithTable('A3:F10');
    const table = source.get('xl/tables/table1.xml');
    const annotated = textOf(await annotateParts(source, richPlan()), 'xl/tables/table1.xml');
    const known = { name: 'handoverCustomers', ref: 'A3:F10', totalsRows: 1 };
    const restored = restoreTable(annotated, [known]);
    expect(tableFacts(restored)).toEqual(tableFacts(String(table)));
    expect(restored).toContain('<autoFilter ref="A3:F9">');
    expect(restored).toContain(COLUMNS);
    const without = restoreTable(restored, [{ ...known, totalsRows: 0 }]);
    expect(without).not.toContain('totalsRowCount');
    expect(without).toContain('<autoFilter ref="A3:F10">');
  });

  test('tables of ours get ids and names that it does not have', async () => {
    const entries = await annotateParts(partsWithTable('A3:F10'), richPlan());
    expect(textOf(entries, 'xl/tables/table2.xml')).toContain(
      'id="5" name="HandoverCustomers2" displayName="HandoverCustomers2"',
    );
  });

  test('columns that the added ones replace take their names', async () => {
    const plan = richPlan({ firstAddedColumn: 1 });
    const xml = textOf(await annotateParts(partsWithTable('A3:B10'), plan), 'xl/tables/table1.xml');
    expect(xml).toContain('<tableColumn id="1" name="序号" totalsRowLabel="合计"/>');
    expect(xml).toContain('name="客户优先级"');
  });

  test('a table whose header lies among the data goes, because sorting scatters it', async () => {
    const entries = await annotateParts(partsWithTable('A6:F10'), richPlan());
    expect(textOf(entries, LEDGER)).not.toContain('tableParts');
    expect(textOf(entries, 'xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('rId9');
    expect(textOf(entries, '[Content_Types].xml')).not.toContain('id="4"');
    expect(textOf(entries, 'xl/tables/table1.xml')).toContain('name="HandoverCustomers"');
  });
});
