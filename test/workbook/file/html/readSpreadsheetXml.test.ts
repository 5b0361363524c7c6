import { readSpreadsheetXml } from '../../../../src/workbook/file/html/readSpreadsheetXml';
import { fromRawWorkbook } from '../../../../src/workbook/memory/workbookContent';

function workbook(content: string): string {
  return `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
  xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
  xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style>
<Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="n"><NumberFormat ss:Format="#,##0.00"/></Style></Styles>${content}</Workbook>`;
}

const sheetsOf = (content: string) =>
  fromRawWorkbook(readSpreadsheetXml(workbook(content), 'export.xls')).sheets;

test('values come typed, texts as texts (SpreadsheetML 2003)', () => {
  const [sheet] = sheetsOf(`<Worksheet ss:Name="明细"><Table>
    <Row><Cell><Data ss:Type="String">客户号</Data></Cell><Cell><Data ss:Type="String"> a&#10;b </Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">0012</Data></Cell>
      <Cell ss:StyleID="n"><Data ss:Type="Number">1234.5</Data></Cell>
      <Cell ss:StyleID="d"><Data ss:Type="DateTime">2025-11-30T12:00:00.000</Data></Cell>
      <Cell ss:StyleID="s"><Data ss:Type="Number">45991</Data></Cell>
      <Cell><Data ss:Type="Boolean">1</Data></Cell>
      <Cell><Data ss:Type="Error">#N/A</Data></Cell>
      <Cell ss:Formula="=RC[-4]*2"><Data ss:Type="Number">2469</Data></Cell>
      <Cell><Data ss:Type="Number">6222021234567890123</Data></Cell></Row>
    </Table></Worksheet>`);
  expect(sheet).toEqual({
    name: '明细',
    rows: [
      ['客户号', ' a\nb '],
      [
        '0012',
        1234.5,
        { date: 45991.5 },
        { date: 45991 },
        true,
        { error: '#N/A' },
        { formula: '?', result: 2469 },
        '6222021234567890123',
      ],
    ],
  });
});

test('indexes, merged areas, repeated empty rows, comments and hidden sheets', () => {
  const sheets = sheetsOf(`<Worksheet ss:Name="a"><Table>
    <Row ss:Index="2"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">x</Data></Cell>
      <Cell><Data ss:Type="String">y</Data><Comment><ss:Data>note</ss:Data></Comment></Cell></Row>
    <Row ss:Span="1"/>
    <Row><Cell><ss:Data ss:Type="String"><B>rich</B> text</ss:Data></Cell></Row></Table></Worksheet>
    <Worksheet ss:Name="b"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>`);
  expect(sheets).toEqual([
    {
      name: 'a',
      rows: [[], [null, 'x', null, 'y'], [], [], ['rich text']],
      merges: [{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 2 }],
    },
    { name: 'b', rows: [], hidden: true },
  ]);
});

test('the 1904 date system', () => {
  const [sheet] = sheetsOf(`<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook><Worksheet ss:Name="a">
    <Table><Row><Cell><Data ss:Type="DateTime">2025-11-30T00:00:00</Data></Cell></Row></Table></Worksheet>`);
  expect(sheet).toMatchObject({ date1904: true, rows: [[{ date: 44529 }]] });
});

test.each([
  ['cut off', workbook('<Worksheet ss:Name="a"><Table><Row>').slice(0, -11)],
  ['with a document type', workbook('').replace('?>\n<?', '?><!DOCTYPE x [<!ENTITY a "b">]>\n<?')],
])('a document %s is damaged', (_name, xml) => {
  expect(() => readSpreadsheetXml(xml, 'a.xls')).toThrow(
    expect.objectContaining({ code: 'file.damaged' }) as Error,
  );
});
