import { readHtmlTables } from '../../../../src/workbook/file/html/readHtmlTables';
import { WorkbookFailure } from '../../../../src/workbook/workbookFailure';
import { fromRawWorkbook } from '../../../../src/workbook/memory/workbookContent';

const sheetsOf = (html: string) => fromRawWorkbook(readHtmlTables(html, 'export.xls')).sheets;
const rowsOf = (html: string) => sheetsOf(html)[0]?.rows;

const merge = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

describe('cells of an HTML export are texts', () => {
  test('a 19-digit account number stays exact, an amount as it is printed', () => {
    const html =
      '<table><tr><td>账号<td>余额</tr><tr><td>6222021234567890123<td> 1,234.50 </tr></table>';
    expect(rowsOf(html)).toEqual([
      ['账号', '余额'],
      ['6222021234567890123', '1,234.50'],
    ]);
  });

  test('white space collapses, <br> and blocks break lines, tags go, entities are decoded', () => {
    const html = `<table><tr><td>
        多  个\t空格 </td><td>a<br>b<BR/>c</td><td><p>x</p><p>y</p></td></tr>
      <tr><td>&lt;&#24352;&#x4e09;&gt; &amp;amp; &yen;&unknown;</td><td>a<b>b</b>c</td>
        <td>&nbsp;</td></tr></table>`;
    expect(rowsOf(html)).toEqual([
      ['多 个 空格', 'a\nb\nc', 'x\ny'],
      ['<张三> &amp; ¥&unknown;', 'abc'],
    ]);
  });

  test('spaces that do not break stay inside a text', () => {
    const html = '<table><tr><td>张&nbsp;三<td>b</tr><tr><td>1<td>2</tr></table>';
    expect(rowsOf(html)?.[0]).toEqual(['张\u00a0三', 'b']);
  });

  test('entities beyond Unicode and half pairs are replaced, not thrown at', () => {
    const html = '<table><tr><td>&#x110000;&#xd800;&#0;<td>&#128512;</tr><tr><td>1</tr></table>';
    expect(rowsOf(html)?.[0]).toEqual(['\ufffd\ufffd\ufffd', '😀']);
  });

  test('scripts, styles, comments, and the choices of controls are no content', () => {
    const html = `<!-- <table><tr><td>no</td></tr></table> --><script>"<table>"</script>
      <table><tr><td>a<script>x</script><!-- y --></td><td>b<style>td{}</style></td></tr>
      <tr><td><select><option>是</option><option>否</option></select>c</td></tr></table>`;
    expect(rowsOf(html)).toEqual([['a', 'b'], ['c']]);
  });
});

describe("Excel's own attributes give values (x:num, x:str, x:bool, x:err, mso-number-format)", () => {
  const cellOf = (attributes: string, text = 'shown') =>
    rowsOf(`<table><tr><td ${attributes}>${text}</td></tr><tr><td>2</td></tr></table>`)?.[0]?.[0];

  test.each([
    ['x:num="1234.5"', 'shown', 1234.5],
    ['x:num', '1,234.50', 1234.5],
    ['x:num', '-12.5%', -0.125],
    ['x:num', '—', '—'],
    ['X:NUM=-7', 'shown', -7],
    ['x:num="1E-3"', 'shown', 0.001],
    ['x:str', '0012', '0012'],
    ['x:num="12" style="mso-number-format:\'\\@\'"', '0012', '0012'],
    ["x:num='12' style='mso-number-format:\"\\@\"'", '0012', '0012'],
    ['x:bool="TRUE"', 'TRUE', true],
    ['x:err="#N/A"', '#N/A', { error: '#N/A' }],
    ['x:num="3" x:fmla="=1+2"', '3', { formula: '?', result: 3 }],
    [`x:num="45991" style='mso-number-format:"yyyy\\-mm\\-dd"'`, '2025-11-30', { date: 45991 }],
    [`x:num="45991" style="mso-number-format:'Short Date'"`, '2025/11/30', { date: 45991 }],
    [`x:num="9.5" style="mso-number-format:'\\#\\,\\#\\#0\\.00'"`, '9.50', 9.5],
  ])('%s showing %s', (attributes, text, expected) => {
    expect(cellOf(attributes, text)).toEqual(expected);
  });

  test.each([
    ['x:num', '6222021234567890123'],
    ['x:num="6222021234567890123"', '6.22202E+18'],
    ['x:num="6222021234567890000"', '6222021234567890123'],
  ])('digits beyond the precision of numbers stay text: %s showing %s', (attributes, text) => {
    expect(cellOf(attributes, text)).toMatch(/^6222021234567890\d{3}$/);
  });

  test('a number format may stand in the style sheet, by class', () => {
    const html = `<style><!-- .xl24 {mso-number-format:"yyyy\\/m\\/d";} .xl25{color:red;
      mso-number-format:"\\@"} --></style><table><tr><td class=xl24 x:num="45991">2025/11/30</td>
      <td class="a xl25" x:num="7">07</td></tr><tr><td>1</td></tr></table>`;
    expect(rowsOf(html)?.[0]).toEqual([{ date: 45991 }, '07']);
  });
});

describe('spans and merged areas', () => {
  test('a value stands at the upper left, the cells it covers are passed over', () => {
    const html = `<table><tr><td rowspan=2>客户<td colspan=2>余额<td rowspan="2">日均</tr>
      <tr><td>本年<td>上年</tr><tr><td>1<td>2<td>3<td>4</tr></table>`;
    expect(sheetsOf(html)[0]).toMatchObject({
      rows: [
        ['客户', '余额', null, '日均'],
        [null, '本年', '上年'],
        ['1', '2', '3', '4'],
      ],
      merges: [merge(0, 0, 1, 0), merge(0, 1, 0, 2), merge(0, 3, 1, 3)],
    });
  });

  test('a span ends with its table, and absurd spans cost nothing', () => {
    const html = `<table><tr><td rowspan=99999999 colspan=99999999>a</td></tr>
      <tr><td>b</td></tr></table>`;
    expect(sheetsOf(html)[0]).toMatchObject({
      rows: [['a'], [...Array<null>(1000).fill(null), 'b']],
      merges: [merge(0, 0, 1, 999)],
    });
  });
});

describe('markup need not be well formed', () => {
  test('end tags of cells and rows may be missing, names may be in capitals', () => {
    const html = '<TABLE BORDER=1><TR><TD>a<TD>b<TR><TD>1<TD>2<TR><TH>3<TD>4</TABLE>';
    expect(rowsOf(html)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('> inside a quoted value does not end a tag, < in a text begins none', () => {
    const html =
      '<table><tr title="a>b" class=\'x"y\'><td alt="1>2">余额<5万 < 6</td></tr><tr><td>2</table>';
    expect(rowsOf(html)?.[0]).toEqual(['余额<5万 < 6']);
  });

  test('cells without a row, rows without a table end, sections, stray end tags', () => {
    const html = '</td><table><thead><td>a<td>b</thead><tbody><tr><td>1</td></td><td>2';
    expect(rowsOf(html)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('the next table ends one without an end tag', () => {
    const html = `<table><tr><td>a<td>b</td></tr><tr><td>1<td>2</td></tr>
      <table><tr><td>c<td>d<td>e</td></tr><tr><td>3<td>4<td>5</td></tr></table>`;
    expect(sheetsOf(html).map(({ rows }) => rows)).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [
        ['c', 'd', 'e'],
        ['3', '4', '5'],
      ],
    ]);
  });

  test('an unclosed comment or script does not swallow the table', () => {
    expect(rowsOf('<!-- x><table><tr><td>a</tr><tr><td>b</tr></table>')).toEqual([['a'], ['b']]);
    expect(rowsOf('<script>x<table><tr><td>a</tr><tr><td>b</tr></table>')).toEqual(
      expect.arrayContaining([['a'], ['b']]) as unknown,
    );
  });

  test('an empty row counts, as in Excel', () => {
    expect(rowsOf('<table><tr><td>a</tr><tr></tr><tr><td>b</tr></table>')).toEqual([
      ['a'],
      [],
      ['b'],
    ]);
  });
});

describe('which tables are sheets', () => {
  const table = (rows: readonly (readonly string[])[]) =>
    `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const data = [
    ['客户号', '余额'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
  ];

  test('titles in paragraphs and captions are the rows above, as Excel shows them', () => {
    const html = `<html><head><title>no</title></head><body><h3>城东支行存款明细</h3>
      <div>数据日期：2025-11-30<br>单位：万元</div>${table(data).replace('<table>', '<table><caption>表1</caption>')}
      <p>制表人：张三</p></body></html>`;
    expect(rowsOf(html)).toEqual([
      ['城东支行存款明细'],
      ['数据日期：2025-11-30'],
      ['单位：万元'],
      ['表1'],
      ...data,
      ['制表人：张三'],
    ]);
  });

  test('a title table of one row belongs to the table below', () => {
    expect(rowsOf(table([['标题', '', '单位：元']]) + table(data))).toEqual([
      ['标题', null, '单位：元'],
      ...data,
    ]);
  });

  test('a header table and its data, and pages with the same header, are one sheet', () => {
    const header = [
      ['客户', '金额'],
      ['客户号', '余额'],
    ];
    expect(rowsOf(table(header) + table(data.slice(1)))).toEqual([...header, ...data.slice(1)]);
    const page = table(data);
    expect(sheetsOf(`${page}<p>第2页</p>${page}`)).toMatchObject([
      { rows: [...data, ['第2页'], ...data] },
    ]);
  });

  test('other tables are sheets of their own with names of their own', () => {
    const list = [
      ['客户号', '姓名', '电话'],
      ['1', '张三', '138'],
    ];
    expect(sheetsOf(table(data) + table(list))).toMatchObject([
      { name: 'export', rows: data },
      { name: 'export (2)', rows: list },
    ]);
  });

  test('names that Excel wrote for the sheets are taken', () => {
    const names = '<!--[if gte mso 9]><xml><x:Name>明细/2025</x:Name></xml><![endif]-->';
    expect(sheetsOf(names + table(data))[0]?.name).toBe('明细_2025');
  });

  test('a table inside a layout table is read as a table of its own', () => {
    const html = `<table><tr><td>城东支行</td></tr><tr><td>${table(data)}</td></tr>
      <tr><td>制表</td></tr></table>`;
    expect(sheetsOf(html)).toMatchObject([{ rows: [['城东支行'], ...data, ['制表']] }]);
  });

  test('a small table inside a data cell is the text of that cell', () => {
    const inner = table([['张三'], ['李四']]);
    const html = table([...data, ['7', inner]]);
    expect(rowsOf(html)).toEqual([...data, ['7', '张三\n李四']]);
  });

  test('without any table the file is refused', () => {
    expect(() => sheetsOf('<html><body><p>登录超时</p></body></html>')).toThrow(
      expect.objectContaining({ code: 'file.unknownFormat' }) as Error,
    );
  });
});

/** Reads what may hold no table; any failure but a WorkbookFailure comes through. */
function attempt(html: string): void {
  try {
    sheetsOf(html);
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
  }
}

test.each([
  '<table>',
  '<table><tr><td>',
  '<table><tr><td><p>',
  '<td rowspan=9 colspan=9>',
  '</table>',
])('thousands of %s in one another break nothing', (unit) => {
  expect(() => {
    attempt(unit.repeat(3000));
    attempt(`<table><tr><td>${unit.repeat(3000)}`);
  }).not.toThrow();
});

test.each(['<!-- ', '<script>', '<td a="', '<', '<a b='])(
  'the time that %s takes grows with its number, not with the square of it',
  (unit) => {
    const [small = 0, large = 0] = [25_000, 200_000].map((count) => {
      const text = unit.repeat(count);
      // The quickest of some: the machine may be busy with much else.
      return Math.min(
        ...Array.from({ length: 5 }, () => {
          const started = performance.now();
          attempt(text);
          return performance.now() - started;
        }),
      );
    });
    expect(large).toBeLessThan(32 * Math.max(small, 5));
  },
);
