import { EditKind, type ColumnEdit } from '../../../../src/workbook/sheetPlan';
import { columnEdits } from '../../../../src/workbook/file/ooxml/write/ledgerColumns';
import { applyEdits } from '../../../../src/workbook/file/ooxml/write/xmlEdits';
import { annotateParts, cellOf, formatOf, rowsOf, textOf } from './annotateRich';
import { richLedgerPlan, richParts, richPlan } from './richLedger';

const LEDGER = 'xl/worksheets/sheet1.xml';

async function ledgerXml(...plan: Parameters<typeof richPlan>): Promise<string> {
  return textOf(await annotateParts(richParts(), richPlan(...plan)), LEDGER);
}

/** An edit of one column, by index of the plan's order. */
function edit(
  column: number,
  changes: readonly (readonly [index: number, kind: number, value: number])[],
  texts: readonly string[] = [],
): ColumnEdit {
  const kinds = new Uint8Array(5);
  const values = new Float64Array(5);
  for (const [index, kind, value] of changes) {
    kinds[index] = kind;
    values[index] = value;
  }
  return { column, kinds, values, texts };
}

describe('rows of an annotated ledger (SPEC 10)', () => {
  test('rows stand in the order of the plan, without those set aside', async () => {
    const xml = await ledgerXml();
    expect([...rowsOf(xml).keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // Shared strings 13, 8, 11, 10, 9 are C006, C001, C004, C003, C002.
    const ids = [4, 5, 6, 7, 8].map((row) => cellOf(xml, `B${String(row)}`));
    expect(ids).toEqual(
      [13, 8, 11, 10, 9].map(
        (index, i) => `<c r="B${String(i + 4)}" s="4" t="s"><v>${String(index)}</v></c>`,
      ),
    );
  });

  test('titles stay as they were written, formulas included', async () => {
    const rows = rowsOf(await ledgerXml());
    expect(rows.get(1)).toBe(
      '<row r="1" spans="1:6" ht="28" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c></row>',
    );
    expect(rows.get(2)).toContain('<f>SUM(D4:D9)</f>');
  });

  test('a cell keeps its format and its kind: number, error, boolean, empty', async () => {
    const xml = await ledgerXml();
    expect(cellOf(xml, 'D5')).toBe('<c r="D5" s="3"><v>100.5</v></c>');
    expect(cellOf(xml, 'D6')).toBe('<c r="D6" t="e"><v>#N/A</v></c>');
    expect(cellOf(xml, 'E6')).toBe('<c r="E6" t="b"><v>1</v></c>');
    expect(cellOf(xml, 'F7')).toBe('<c r="F7" s="3"/>');
    expect(cellOf(xml, 'F5')).toBe('<c r="F5" s="5"><v>46000</v></c>');
  });

  test('row attributes travel with their row, except what a filter hid or a group folded', async () => {
    const rows = rowsOf(await ledgerXml());
    expect(rows.get(8)).toMatch(/^<row r="8" ht="30" customHeight="1">/);
    expect(rows.get(7)).toMatch(/^<row r="7">/);
    expect(rows.get(6)).toMatch(/^<row r="6" outlineLevel="1">/);
  });

  test('a cell with rich text of its own travels as it is', async () => {
    expect(cellOf(await ledgerXml(), 'C8')).toBe(
      '<c r="C8" s="6" t="inlineStr"><is><r><rPr><b/></rPr><t>李</t></r><r><t>四 &amp; co</t></r></is></c>',
    );
  });

  test('a formula becomes its value, an array formula too', async () => {
    const xml = await ledgerXml();
    expect(cellOf(xml, 'A6')).toBe('<c r="A6"><v>4</v></c>');
    expect(cellOf(xml, 'E7')).toBe('<c r="E7" s="3"><v>600</v></c>');
    expect(cellOf(xml, 'C4')).toBe('<c r="C4" t="inlineStr"><is><t>孙七</t></is></c>');
  });

  test('added columns stand at the right, under headers that look like their neighbour', async () => {
    const xml = await ledgerXml();
    expect(cellOf(xml, 'G3')).toBe('<c r="G3" s="2" t="inlineStr"><is><t>客户优先级</t></is></c>');
    expect(cellOf(xml, 'G4')).toContain('<t>P1</t>');
    expect(cellOf(xml, 'H5')).toContain('<f>IF(E5&lt;&gt;"",E5-D5,0)</f><v>-2.5</v>');
    expect(cellOf(xml, 'H8')).toMatch(/<\/f><\/c>$/);
  });

  test('a text that begins like a formula is a text, and its format keeps it one when edited', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    expect(cellOf(textOf(entries, LEDGER), 'G8')).toContain(' t="inlineStr"><is><t>=P5</t></is>');
    expect(formatOf(entries, LEDGER, 'G8')).toContain('quotePrefix="1"');
    expect(formatOf(entries, LEDGER, 'G7')).not.toContain('quotePrefix');
  });

  test('what stood in the place of added columns is replaced, header and data', async () => {
    const xml = await ledgerXml({ firstAddedColumn: 4 });
    expect(cellOf(xml, 'E3')).toContain('<t>客户优先级</t>');
    expect(cellOf(xml, 'F3')).toContain('<t>账户差额</t>');
    expect(cellOf(xml, 'E4')).toContain('<t>P1</t>');
    expect(xml.match(/r="E4"/g)).toHaveLength(1);
    expect(rowsOf(xml).get(3)).not.toContain('r="G3"');
  });

  test('columns right of the added ones stay', async () => {
    const xml = await ledgerXml({ firstAddedColumn: 3 });
    expect(cellOf(xml, 'F3')).toBe('<c r="F3" s="2" t="s"><v>7</v></c>');
    expect(cellOf(xml, 'F5')).toBe('<c r="F5" s="5"><v>46000</v></c>');
    const references = [
      ...(rowsOf(xml)
        .get(5)
        ?.matchAll(/ r="([A-Z])5"/g) ?? []),
    ];
    expect(references.map((match) => match[1])).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  test('the used range and the column widths cover the added columns', async () => {
    const xml = await ledgerXml();
    expect(xml).toContain('<dimension ref="A1:H8"/>');
    expect(xml).toContain(
      '<cols><col min="1" max="1" width="6" customWidth="1"/>' +
        '<col min="2" max="6" width="13.5" style="4" customWidth="1"/>' +
        '<col min="7" max="7" width="10.7109375" customWidth="1"/>' +
        '<col min="8" max="8" width="14.7109375" customWidth="1"/>' +
        '<col min="9" max="16384" width="9" hidden="1"/></cols>',
    );
  });

  test('columns too narrow for cleaned dates and numbers are widened, others and hidden ones not', async () => {
    const xml = await ledgerXml({
      firstAddedColumn: 6,
      leastWidths: new Map([
        [0, 5],
        [2, 15],
        [4, 14],
        [9, 20],
      ]),
    });
    expect(xml).toContain(
      '<cols><col min="1" max="1" width="6" customWidth="1"/>' +
        '<col min="2" max="2" width="13.5" style="4" customWidth="1"/>' +
        '<col min="3" max="3" width="15.7109375" style="4" customWidth="1"/>' +
        '<col min="4" max="4" width="13.5" style="4" customWidth="1"/>' +
        '<col min="5" max="5" width="14.7109375" style="4" customWidth="1"/>' +
        '<col min="6" max="6" width="13.5" style="4" customWidth="1"/>' +
        '<col min="7" max="7" width="10.7109375" customWidth="1"/>' +
        '<col min="8" max="8" width="14.7109375" customWidth="1"/>' +
        '<col min="9" max="16384" width="9" hidden="1"/></cols>',
    );
  });

  test('columns of which nothing is said are widened where the usual width is too narrow', () => {
    const widths = (head: string, leastWidths: readonly (readonly [number, number])[]) => {
      const plan = richLedgerPlan({ added: [], leastWidths: new Map(leastWidths) });
      return applyEdits(head, columnEdits(head, '', plan));
    };
    const head = '<worksheet><sheetFormatPr defaultRowHeight="15"/><sheetData>';
    expect(widths(head, [[1, 8]])).toBe(head);
    expect(
      widths(head, [
        [4, 10],
        [1, 11],
      ]),
    ).toBe(
      '<worksheet><sheetFormatPr defaultRowHeight="15"/><cols>' +
        '<col min="2" max="2" width="11.7109375" customWidth="1"/>' +
        '<col min="5" max="5" width="10.7109375" customWidth="1"/></cols><sheetData>',
    );
    const wide = '<worksheet><sheetFormatPr defaultColWidth="20"/><sheetData>';
    expect(widths(wide, [[1, 11]])).toBe(wide);
  });

  test('with every row set aside the header stays alone', async () => {
    const xml = await ledgerXml({ order: new Uint32Array(0) });
    expect([...rowsOf(xml).keys()]).toEqual([1, 2, 3]);
    expect(xml).toContain('<autoFilter ref="A3:H4"');
  });
});

describe('edited cells of an annotated ledger (SPEC 2, 10)', () => {
  test('a number over a text format gets the format of amounts', async () => {
    const edits = [edit(3, [[4, EditKind.number, 1234.5]])];
    const entries = await annotateParts(richParts(), richPlan({ edits }));
    expect(cellOf(textOf(entries, LEDGER), 'D8')).toMatch(/s="\d+"><v>1234.5<\/v>/);
    const format = formatOf(entries, LEDGER, 'D8');
    expect(format).toContain('numFmtId="4"');
    expect(format).not.toContain('quotePrefix');
  });

  test('a number over a number format keeps it', async () => {
    const edits = [edit(3, [[1, EditKind.number, 7]])];
    expect(cellOf(await ledgerXml({ edits }), 'D5')).toBe('<c r="D5" s="3"><v>7</v></c>');
  });

  test('a text over a number format gets the text format', async () => {
    const edits = [edit(3, [[1, EditKind.text, 0]], ['00123'])];
    const entries = await annotateParts(richParts(), richPlan({ edits }));
    expect(cellOf(textOf(entries, LEDGER), 'D5')).toContain('<is><t>00123</t></is>');
    expect(formatOf(entries, LEDGER, 'D5')).toContain('numFmtId="49"');
  });

  test('a text over the general format gets the text format only if Excel would convert it', async () => {
    const edits = [
      edit(
        2,
        [
          [1, EditKind.text, 0],
          [3, EditKind.text, 1],
        ],
        ['张三', '6222021'],
      ),
    ];
    const entries = await annotateParts(richParts(), richPlan({ edits }));
    expect(formatOf(entries, LEDGER, 'C5')).toContain('numFmtId="0"');
    expect(formatOf(entries, LEDGER, 'C7')).toContain('numFmtId="49"');
  });

  test('a date over another format gets a date format, over a date format none', async () => {
    const edits = [
      edit(5, [
        [1, EditKind.date, 45000],
        [0, EditKind.date, 45001],
      ]),
    ];
    const entries = await annotateParts(richParts(), richPlan({ edits }));
    const xml = textOf(entries, LEDGER);
    expect(cellOf(xml, 'F5')).toBe('<c r="F5" s="5"><v>45000</v></c>');
    expect(cellOf(xml, 'F4')).toMatch(/<v>45001<\/v>/);
    const id = /numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(
      textOf(entries, 'xl/styles.xml'),
    )?.[1];
    expect(formatOf(entries, LEDGER, 'F4')).toContain(`numFmtId="${id ?? '?'}"`);
  });

  test('an emptied cell keeps its format, and an edit wins over rich text', async () => {
    const edits = [edit(3, [[1, EditKind.empty, 0]]), edit(2, [[4, EditKind.text, 0]], ['李四'])];
    const xml = await ledgerXml({ edits });
    expect(cellOf(xml, 'D5')).toBe('<c r="D5" s="3"/>');
    expect(cellOf(xml, 'C8')).toBe('<c r="C8" s="6" t="inlineStr"><is><t>李四</t></is></c>');
  });

  test('the same change of the same format is made once', async () => {
    const plain = await annotateParts(richParts(), richPlan());
    const edits = [
      edit(
        3,
        [0, 1, 3].map((index) => [index, EditKind.text, 0] as const),
        ['1'],
      ),
    ];
    const edited = await annotateParts(richParts(), richPlan({ edits }));
    const count = (entries: typeof plain): number =>
      Number(/<cellXfs count="(\d+)"/.exec(textOf(entries, 'xl/styles.xml'))?.[1]);
    expect(count(edited)).toBe(count(plain) + 1);
  });
});
