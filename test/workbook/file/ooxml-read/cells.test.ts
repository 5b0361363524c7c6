/** Every form in which a cell may stand in a worksheet part. */
import fc from 'fast-check';
import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import type { Compression } from '../../../../src/workbook/file/bytes';
import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import type { ScannedSheet } from '../../../../src/workbook/file/ooxml/scannedSheet';
import { buildXlsx, plainParts, worksheet } from './buildXlsx';
import { type Cell, cellsOf, readBytes, sourceOf } from './readCells';

const STRINGS =
  '<si><t>甲</t></si><si><t xml:space="preserve"> 乙 </t></si>' +
  '<si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>フリガナ</t></rPh></si>' +
  '<si><t>客户</t><phoneticPr fontId="1" type="noConversion"/></si><si/><si><t/></si>';

const FORMS: readonly [name: string, sheetData: string, expected: Cell[][]][] = [
  ['numbers', row('<c r="A1"><v>1</v></c><c r="B1" t="n"><v>-2.5</v></c>'), [[1, -2.5]]],
  ['numbers in exponent form', row('<c><v>1.5E3</v></c><c><v>-2e-7</v></c>'), [[1500, -2e-7]]],
  ['numbers among white space', row('<c><v> 12\n</v></c>'), [[12]]],
  ['what is no number, as the text it is', row('<c><v>12 abc</v></c>'), [['12 abc']]],
  [
    'dates, by the number format',
    row('<c s="1"><v>45991</v></c><c s="2"><v>5</v></c>'),
    [[{ date: 45991 }, 5]],
  ],
  ['ISO dates', row('<c t="d"><v>2025-11-30T12:00:00</v></c>'), [[{ date: 45991.5 }]]],
  [
    'booleans',
    row('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c>'),
    [[true, false, true]],
  ],
  [
    'errors',
    row('<c t="e"><v>#N/A</v></c><c t="e"><v>#SPILL!</v></c>'),
    [[{ error: '#N/A' }, { error: '#VALUE!' }]],
  ],
  [
    'shared strings',
    row([0, 1, 2, 3, 4, 5].map((i) => `<c t="s"><v>${String(i)}</v></c>`).join('')),
    [['甲', ' 乙 ', '富文本', '客户', '', '']],
  ],
  [
    'inline strings',
    row(
      '<c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t xml:space="preserve"> 乙</t></is></c><c t="inlineStr"><is><t>甲</t></is></c>',
    ),
    [['甲', ' 乙', '甲']],
  ],
  [
    'inline rich text without phonetic guides',
    row(
      '<c t="inlineStr"><is><r><t>富</t></r><r><t>文</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
    ),
    [['富文']],
  ],
  [
    'empty inline strings',
    row(
      '<c t="inlineStr"><is><t></t></is></c><c t="inlineStr"><is><t/></is></c><c t="inlineStr"><is/></c>',
    ),
    [['', '', '']],
  ],
  [
    'entities',
    row('<c t="str"><v>&lt;&amp;&gt;&quot;&apos;&#20013;&#x6587;&#x1F600;</v></c>'),
    [['<&>"\'中文😀']],
  ],
  [
    'entities that are none, as written',
    row('<c t="str"><v>a&nbsp;b & c &#; &#xZ;</v></c>'),
    [['a&nbsp;b & c &#; &#xZ;']],
  ],
  [
    'escaped characters',
    row('<c t="str"><v>a_x000D_b_x005F_x000D_c_xD83D__xDE00_ _x41_</v></c>'),
    [['a\rb_x000D_c😀 _x41_']],
  ],
  ['line ends as XML has them', row('<c t="str"><v>a\r\nb\rc\nd</v></c>'), [['a\nb\nc\nd']]],
  [
    'CDATA',
    row(
      '<c t="str"><v><![CDATA[<a> & b]]></v></c><c t="inlineStr"><is><t><![CDATA[x]]>y</t></is></c>',
    ),
    [['<a> & b', 'xy']],
  ],
  [
    'formulas with their values',
    row(
      '<c><f>A1+1</f><v>2</v></c><c t="str"><f>"x"</f><v>x</v></c><c t="b"><f>TRUE()</f><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ),
    [[{ formula: 2 }, { formula: 'x' }, { formula: true }, { formula: { error: '#DIV/0!' } }]],
  ],
  [
    'shared, array and table formulas',
    row(
      '<c><f t="shared" ref="A1:A9" si="0">B1&gt;1</f><v>1</v></c><c><f t="shared" si="0"/><v>2</v></c><c><f t="array" ref="C1">SUM(A1:B1)</f><v>3</v></c><c><f t="dataTable" ref="D1" r1="A1"/><v>4</v></c>',
    ),
    [[{ formula: 1 }, { formula: 2 }, { formula: 3 }, { formula: 4 }]],
  ],
  [
    'formulas without a value',
    row(
      '<c><f>A1</f></c><c><f>A1</f><v></v></c><c><f>A1</f><v/></c><c t="str"><f>""</f><v></v></c>',
    ),
    [[{ formula: null }, { formula: null }, { formula: null }, { formula: '' }]],
  ],
  [
    'cells with neither value nor place',
    row('<c/><c></c><c><v/></c><c t="s"/><c><v>5</v></c>'),
    [[null, null, null, null, 5]],
  ],
  [
    'cells and rows without r',
    '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>',
    [[1, null, 2, 3], [], [4]],
  ],
  [
    'rows and cells out of order',
    '<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>',
    [[0], [], [1, 2]],
  ],
  ['cells that name another row than theirs', '<row r="1"><c r="A2"><v>2</v></c></row>', [[], [2]]],
  [
    'attributes in any order, quotes and spacing',
    "<row spans='1:2'\n r = '2' ><c  t='s'\n s='1' r='B2' ><v>0</v></c\n><c\tr = \"C2\" s=\"1\"\t><v>7</v ></c></row >",
    [[], [null, '甲', { date: 7 }]],
  ],
  [
    'comments and instructions between elements',
    '<!-- <row r="9"> --><row r="1"><?x <c>?><c><!-- <v>2</v> --><v>1</v></c><!----></row><?y?>',
    [[1]],
  ],
  [
    'white space between elements',
    '\n <row r="1">\n  <c r="A1">\n   <v>1</v>\n  </c>\n  <c r="B1" t="inlineStr"> <is> <t>x</t> </is> </c>\n </row>\n',
    [[1, 'x']],
  ],
  [
    'elements that are not known',
    '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"><x:v xmlns:x="u">9</x:v><x:f xmlns:x="u">9</x:f></ext></extLst></c><foo><c r="B1"><v>9</v></c></foo></row>',
    [[1]],
  ],
  [
    'styled cells, which are not values',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="A9" s="2"/></row>',
    [[1]],
  ],
  ['no rows', '', []],
  ['lower-case references', '<row r="1"><c r="b1"><v>1</v></c></row>', [[null, 1]]],
];

function row(cells: string): string {
  return `<row r="1" spans="1:9">${cells}</row>`;
}

async function readSheet(sheetData: string): Promise<ScannedSheet> {
  const { sheets } = await readBytes(buildXlsx(plainParts(sheetData, STRINGS)));
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a worksheet is read', () => {
  it.each(FORMS)('%s', async (_, sheetData, expected) => {
    expect(cellsOf(await rawSheet(sheetData))).toEqual(expected);
  });

  it.each(FORMS)('with namespace prefixes: %s', async (_, sheetData, expected) => {
    const prefix = (xml: string): string =>
      xml.replace(/<!\[CDATA\[.*?\]\]>|<(\/?)(?=[a-z])(?!x:)/g, (found, slash?: string) =>
        slash === undefined ? found : `<${slash}ss:`,
      );
    const parts = plainParts('', '');
    const strings = `<sst xmlns="m">${STRINGS}</sst>`;
    const { workbook, sheets } = await readBytes(
      buildXlsx({
        ...parts,
        'xl/sharedStrings.xml': prefix(strings).replace('xmlns=', `xmlns:ss=`),
        'xl/worksheets/sheet1.xml': prefix(
          worksheet(`<sheetData>${sheetData}</sheetData>`),
        ).replace('xmlns=', 'xmlns:ss='),
      }),
    );
    expect(workbook.sheets.map(cellsOf)).toEqual([expected]);
    expect(sheets[0]?.prefix).toBe('ss:');
  });
});

async function rawSheet(
  sheetData: string,
): Promise<ScannedSheet & { hidden: boolean; date1904: boolean }> {
  return { ...(await readSheet(sheetData)), hidden: false, date1904: false };
}

/** All forms one under the other, below the leading rows or not. */
function zoo(firstRow: number): string {
  return FORMS.filter(([, xml]) => xml.startsWith('<row r="1" spans'))
    .map(([, xml], i) =>
      xml
        .replace('r="1" spans', `r="${String(firstRow + i)}" ht="${String(i % 3)}" spans`)
        .replace(/r="([A-Z])1"/g, `r="$1${String(firstRow + i)}"`),
    )
    .join('');
}

/** Gives out chunks of `size` bytes, whatever the platform does. */
function rechunked(size: number): Compression {
  const node = createNodeCompression();
  return {
    ...node,
    async *inflateRaw(chunks) {
      for await (const chunk of node.inflateRaw(chunks)) {
        for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
      }
    },
  };
}

describe('chunk boundaries do not matter', () => {
  it.each([1, 500])('with rows from %i on', async (firstRow) => {
    const bytes = buildXlsx(plainParts(zoo(firstRow), STRINGS));
    const whole = await readBytes(bytes);
    const cells = whole.workbook.sheets.map(cellsOf);
    for (const size of [1, 2, 3, 5, 7, 11, 13, 29, 64, 100, 1001]) {
      const read = await readXlsx(sourceOf(bytes), rechunked(size));
      expect(read.workbook.sheets.map(cellsOf)).toEqual(cells);
      const [a, b] = [read.sheets[0], whole.sheets[0]];
      expect(a?.rowAttributes.texts).toEqual(b?.rowAttributes.texts);
      expect(a?.rowAttributes.index.slice(0, 600)).toEqual(b?.rowAttributes.index.slice(0, 600));
      expect(a?.leadingRows).toEqual(b?.leadingRows);
      expect(a?.verbatim).toEqual(b?.verbatim);
      expect(a?.head).toEqual(b?.head);
      expect(a?.tail).toEqual(b?.tail);
    }
  });
});

describe('numbers are read exactly as Number reads them', () => {
  const numbersOf = async (texts: readonly string[]): Promise<Cell[]> => {
    const sheet = await rawSheet(
      texts
        .map(
          (text, i) =>
            `<row r="${String(i + 1)}"><c r="A${String(i + 1)}"><v>${text}</v></c></row>`,
        )
        .join(''),
    );
    return cellsOf(sheet).map(([cell]) => cell ?? null);
  };

  it('for doubles in their shortest form', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        async (numbers) => {
          const texts = numbers.map((n) => (Object.is(n, -0) ? '-0' : String(n)));
          expect(await numbersOf(texts)).toEqual(texts.map(Number));
        },
      ),
      { numRuns: 60 },
    ));

  it('for the 15 to 19 digits that programs write of computed amounts, and for exact halves', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.bigInt(10n ** 14n, 10n ** 19n - 1n), fc.nat({ max: 19 }), fc.boolean()),
          { minLength: 50 },
        ),
        async (parts) => {
          const texts = parts.map(([digits, decimals, isHalf]) => {
            // An odd number above 2^53 lies between two doubles.
            const text = String(isHalf ? digits | (2n ** 53n + 1n) : digits);
            return `${text.slice(0, -decimals || undefined)}.${decimals ? text.slice(-decimals) : ''}`;
          });
          expect(await numbersOf(texts)).toEqual(texts.map(Number));
        },
      ),
      { numRuns: 60 },
    ));

  it('for digits with and without a point', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^-?(?:\d{1,22}\.?\d{0,22}|\.\d{1,22})(?:[eE][+-]?\d{1,2})?$/), {
          minLength: 1,
        }),
        async (texts) => {
          expect(await numbersOf(texts)).toEqual(texts.map(Number));
        },
      ),
      { numRuns: 100 },
    ));
});

it('keeps rows, attributes, frame and special cells for writing again', async () => {
  const rich = '<c r="B2" s="1" t="inlineStr"><is><r><t>富</t></r></is></c>';
  const first =
    '<row r="1" spans="1:2" ht="20" customHeight="1"><c r="A1" t="s"><v>0</v></c></row>';
  const extension = '<c r="C2" cm="1"><v>1</v></c>';
  const rows =
    `${first}<row r="2" customHeight='1'\n ht="20">${rich}${extension}</row>` +
    `<row r="3" spans="1:2" ht="20" customHeight="1"><c r="A3" s="2"><v>1</v></c></row>` +
    `<row r="200"><c r="A200"><v>1</v></c></row>`;
  const tail =
    '</sheetData><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells></worksheet>';
  const { sheets } = await readBytes(
    buildXlsx({
      ...plainParts('', '<si><t>x</t></si>'),
      'xl/worksheets/sheet1.xml': worksheet(
        `<dimension ref="A1:C3"/><cols><col min="1" max="1" width="9"/></cols><sheetData>${rows}`,
      ).replace('</worksheet>', tail),
    }),
  );
  const [sheet] = sheets;
  expect(sheet?.head.endsWith('<col min="1" max="1" width="9"/></cols><sheetData>')).toBe(true);
  expect(sheet?.tail).toBe(tail);
  expect(sheet?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 2 }]);
  expect([...(sheet?.leadingRows.keys() ?? [])]).toEqual([0, 1, 2]);
  expect(sheet?.leadingRows.get(0)).toBe(first);
  const { index, texts } = sheet?.rowAttributes ?? { index: [], texts: [] };
  expect([0, 1, 2, 3].map((row) => texts[index[row] ?? 0])).toEqual([
    ' ht="20" customHeight="1"',
    ` customHeight='1' ht="20"`,
    ' ht="20" customHeight="1"',
    '',
  ]);
  expect(sheet?.verbatim).toEqual(
    new Map([
      [16384 + 1, rich.replace(' r="B2"', '')],
      [16384 + 2, extension.replace(' r="C2"', '')],
    ]),
  );
  expect(sheet?.styles.map((styles) => [...styles.subarray(0, 4)])).toEqual([
    [0, 0, 2, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
  ]);
  expect(sheet?.sharedCount).toBe(1);
});

it('opens a self-closed sheetData', async () => {
  const { sheets } = await readBytes(
    buildXlsx({ ...plainParts(''), 'xl/worksheets/sheet1.xml': worksheet('<sheetData />') }),
  );
  expect(sheets[0]).toMatchObject({ rowCount: 0, tail: '</sheetData></worksheet>' });
  expect(sheets[0]?.head.endsWith('<sheetData>')).toBe(true);
});

it('takes a stray cell in the last place of a sheet without filling all before it', async () => {
  const sheet = await rawSheet(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
  );
  expect(sheet.rowCount).toBe(1_048_576);
  expect(sheet.columns).toHaveLength(16_384);
  expect(sheet.columns[16_383]?.values[1_048_575]).toBe(2);
  const lengths = sheet.columns.flatMap(({ kinds, values }) => [kinds.length, values.length]);
  expect(Math.min(...lengths, ...sheet.styles.map((styles) => styles.length))).toBe(1_048_576);
  expect(new Set(sheet.columns.map((column) => column.values)).size).toBe(3);
});

it('keeps apart texts that differ and together texts that agree, however many', async () => {
  const texts = Array.from({ length: 6000 }, (_, i) => `文本${String(i % 300)}`);
  const sheet = await rawSheet(
    texts.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join(''),
  );
  expect(cellsOf(sheet).map(([cell]) => cell)).toEqual(texts);
  expect(sheet.texts.size).toBe(300 + 6);
});
