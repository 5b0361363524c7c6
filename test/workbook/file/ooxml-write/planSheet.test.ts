import type { SheetPlan } from '../../../../src/workbook/sheetPlan';
import { annotateParts, cellOf, formatOf, rowsOf, textOf } from './annotateRich';
import { overviewPlan, richParts, richPlan } from './richLedger';

const CUSTOMERS = 'xl/worksheets/sheet4.xml';

const EMPTY: SheetPlan = {
  role: 'scripts',
  name: '话术',
  widths: [],
  frozenRows: 0,
  frozenColumns: 0,
  blocks: [],
  tables: [],
  validations: [],
  merges: [],
};

/** The one sheet of a plan as it is written. */
async function sheetOf(change: Partial<SheetPlan>) {
  const plan = { ...richPlan(), sheets: [{ ...EMPTY, ...change }] };
  const entries = await annotateParts(richParts(), plan);
  return { entries, xml: textOf(entries, 'xl/worksheets/sheet3.xml') };
}

describe('sheets of the plan', () => {
  test('a table and its header cells have the same names, none of them twice', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    const names = [
      ...textOf(entries, 'xl/tables/table1.xml').matchAll(/<tableColumn id="\d" name="([^"]*)"/g),
    ].map((match) => match[1]);
    expect(names).toEqual(['客户号', '余额', '客户号2']);
    const cells = ['A1', 'B1', 'C1'].map((name) => cellOf(textOf(entries, CUSTOMERS), name));
    expect(cells.map((cell) => /<t>(.*)<\/t>/.exec(cell)?.[1])).toEqual(names);
    expect(textOf(entries, 'xl/worksheets/_rels/sheet4.xml.rels')).toContain(
      'Target="../tables/table1.xml"',
    );
  });

  test('a table without data rows gets the one that Excel asks for', async () => {
    const { entries } = await sheetOf({
      tables: [
        {
          name: 'T',
          range: { firstRow: 2, lastRow: 2, firstColumn: 0, lastColumn: 1 },
          columnNames: ['a\nb', ''],
        },
      ],
    });
    const xml = textOf(entries, 'xl/tables/table1.xml');
    expect(xml).toContain('ref="A3:B4"');
    expect(xml).toContain('name="a_x000a_b"');
    expect(xml).toContain('name="Column2"');
  });

  test('blocks stand side by side and stacked; where they overlap, no cell is there twice', async () => {
    const { xml } = await sheetOf({
      blocks: [
        {
          kind: 'columns',
          row: 1,
          column: 2,
          rowCount: 2,
          columns: [
            { kind: 'number', values: [1, 2], style: 'amount' },
            { kind: 'number', values: [3, 4], style: 'amount' },
          ],
        },
        {
          kind: 'cells',
          row: 0,
          column: 0,
          cells: [[{ value: 'a' }], [{ value: 'b' }, { value: 'c' }, { value: 'd' }]],
        },
        { kind: 'cells', row: 4, column: 1, cells: [[{ value: true }, { value: null }]] },
        { kind: 'cells', row: 4, column: 2, cells: [[{ value: 'x' }, { value: 'y' }]] },
        { kind: 'columns', row: 4, column: 0, rowCount: 0, columns: [] },
      ],
      rowHeights: new Map([[5, 40]]),
    });
    const places = [...xml.matchAll(/<c r="(\w+)"/g)].map((match) => match[1]);
    expect(places).toEqual(['A1', 'A2', 'B2', 'C2', 'D2', 'C3', 'D3', 'B5', 'C5', 'D5']);
    expect(cellOf(xml, 'C2')).toContain('<t>d</t>');
    expect(cellOf(xml, 'D2')).toContain('<v>3</v>');
    expect([...rowsOf(xml).keys()]).toEqual([1, 2, 3, 5, 6]);
    expect(rowsOf(xml).get(6)).toBe('<row r="6" ht="40" customHeight="1"></row>');
  });

  test('a formula has its row number, its value, and no markup of its own', async () => {
    const { xml } = await sheetOf({
      blocks: [
        {
          kind: 'columns',
          row: 8,
          column: 0,
          rowCount: 1,
          columns: [
            {
              kind: 'formula',
              formula: 'IF(B{r}<C{r},"<&>",A{r})',
              values: ['<&>'],
              style: 'text',
            },
          ],
        },
        {
          kind: 'cells',
          row: 0,
          column: 0,
          cells: [
            [
              { value: false, formula: 'A1>A2' },
              { value: null, formula: 'A9' },
            ],
          ],
        },
      ],
    });
    expect(cellOf(xml, 'A9')).toMatch(
      / t="str"><f>IF\(B9&lt;C9,"&lt;&amp;&gt;",A9\)<\/f><v>&lt;&amp;&gt;<\/v><\/c>$/,
    );
    expect(cellOf(xml, 'A1')).toMatch(/ t="b"><f>A1&gt;A2<\/f><v>0<\/v><\/c>$/);
    expect(cellOf(xml, 'B1')).toMatch(/"><f>A9<\/f><\/c>$/);
  });

  test('a validation holds a list of up to 255 characters; a longer one takes any text', async () => {
    const xml = textOf(await annotateParts(richParts(), richPlan()), CUSTOMERS);
    expect(xml).toContain('<dataValidations count="2">');
    expect(xml).toContain('<formula1>"已接 &amp; 听,未接"</formula1>');
    expect(xml).toContain('type="date" operator="greaterThanOrEqual"');
  });

  test('frozen rows and columns, links, tab colour, paper and repeated rows', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    const overview = textOf(entries, 'xl/worksheets/sheet3.xml');
    expect(overview).toContain('<hyperlink ref="A3" location="\'客户\'\'汇总\'!A1"/>');
    expect(overview).toContain('<tabColor rgb="FF1F3864"/>');
    const customers = textOf(entries, CUSTOMERS);
    expect(customers).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(customers).toContain('orientation="landscape" fitToWidth="2" fitToHeight="0"/>');
    expect(textOf(entries, 'xl/workbook.xml')).toContain(
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"3\">'客户''汇总'!$A$1:$C$5,'客户''汇总'!$A$7:$C$10</definedName>",
    );
    expect(textOf(entries, 'xl/workbook.xml')).toContain(
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"3\">'客户''汇总'!$A:$B,'客户''汇总'!$1:$1</definedName>",
    );
  });

  test('styles of the plan look as they say', async () => {
    const entries = await annotateParts(richParts(), richPlan());
    const header = formatOf(entries, CUSTOMERS, 'A1');
    expect(header).toContain('wrapText="1"');
    const fill = Number(/fillId="(\d+)"/.exec(header)?.[1]);
    const fills = textOf(entries, 'xl/styles.xml').match(/<fill>.*?<\/fill>/g) ?? [];
    expect(fills[fill]).toContain('<fgColor rgb="FF1F3864"/>');
    expect(formatOf(entries, CUSTOMERS, 'A3')).toContain('quotePrefix="1"');
  });

  test('more rows than a sheet has are refused', async () => {
    const blocks = [
      { kind: 'columns', row: 1_048_570, column: 0, rowCount: 7, columns: [] } as const,
    ];
    await expect(sheetOf({ blocks })).rejects.toMatchObject({
      code: 'workbook.tooManyRows',
      facts: { sheet: '话术', rows: 1_048_577 },
    });
  });

  test('two sheets of one name are refused, whatever their case', async () => {
    const plan = { ...richPlan(), sheets: [{ ...overviewPlan(), name: '客户' }] };
    await expect(annotateParts(richParts(), plan)).rejects.toMatchObject({
      code: 'file.writeFailed',
    });
  });
});
