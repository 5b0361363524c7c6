/** An .xlsx with much that hangs on rows, made part by part, as different programs write it. */
import type { LedgerPlan, SheetPlan, WorkbookPlan } from '../../../../src/workbook/sheetPlan';
import type { PartContent } from './memory';
import { PLAN_STYLES } from './planStyles';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Shared strings by index. */
const SHARED = [
  '存款明细表',
  '数据日期：2025-11-30',
  '序号',
  '客户号',
  '客户名称',
  '余额',
  '日均',
  '到期日',
  'C001',
  'C002',
  'C003',
  'C004',
  'C005',
  'C006',
  '张三',
  '李四',
  '王五',
  '赵六',
  '孙七',
  '合计',
  '1,234.50',
];

const cell = (ref: string, style: number, type: string, value: number): string =>
  `<c r="${ref}"${style === 0 ? '' : ` s="${String(style)}"`}${type}><v>${String(value)}</v></c>`;
const s = (ref: string, index: number, style = 0): string => cell(ref, style, ' t="s"', index);
const n = (ref: string, value: number, style = 0): string => cell(ref, style, '', value);

/** Data in rows 4 to 9 (customers C001 … C006), the total in row 10. */
const ROWS = [
  `<row r="1" spans="1:6" ht="28" customHeight="1">${s('A1', 0, 1)}</row>`,
  `<row r="2">${s('A2', 1)}<c r="E2"><f>SUM(D4:D9)</f><v>100</v></c></row>`,
  `<row r="3" spans="1:6">${['A', 'B', 'C', 'D', 'E', 'F']
    .map((column, i) => s(`${column}3`, 2 + i, 2))
    .join('')}</row>`,
  `<row r="4" spans="1:6">${n('A4', 1)}${s('B4', 8, 4)}${s('C4', 14)}${n('D4', 100.5, 3)}${n('E4', 90, 3)}${n('F4', 46000, 5)}</row>`,
  `<row r="5" ht="30" customHeight="1">${n('A5', 2)}${s('B5', 9, 4)}` +
    '<c r="C5" s="6" t="inlineStr"><is><r><rPr><b/></rPr><t>李</t></r><r><t>四 &amp; co</t></r></is></c>' +
    `${s('D5', 20, 4)}${n('E5', 80, 3)}${n('F5', 46010, 5)}</row>`,
  `<row r="6" hidden="1">${n('A6', 3)}${s('B6', 10, 4)}${s('C6', 16)}${n('D6', 300, 3)}<c r="E6" s="3"><f>D6*2</f><v>600</v></c><c r="F6" s="3"/></row>`,
  `<row r="7" outlineLevel="1" collapsed="1"><c r="A7" cm="1"><f t="array" ref="A7">1+3</f><v>4</v></c>${s('B7', 11, 4)}${s('C7', 17)}<c r="D7" t="e"><v>#N/A</v></c><c r="E7" t="b"><v>1</v></c>${n('F7', 46020, 5)}</row>`,
  `<row r="8">${n('A8', 5)}${s('B8', 12, 4)}${s('C8', 18)}${n('D8', 500, 3)}${n('E8', 400, 3)}</row>`,
  `<row r="9">${n('A9', 6)}${s('B9', 13, 4)}<c r="C9" t="str"><f>"孙"&amp;"七"</f><v>孙七</v></c>${n('D9', -0.25, 3)}${n('E9', 1e21, 3)}${n('F9', 46030, 0)}</row>`,
  `<row r="10">${s('A10', 19)}${n('D10', 900.25, 3)}</row>`,
];

const TAIL =
  '<sheetProtection selectLockedCells="1"/>' +
  '<protectedRanges><protectedRange name="one" sqref="D4:D10"/></protectedRanges>' +
  '<autoFilter ref="A3:F10" xr:uid="{1}"><filterColumn colId="1"><filters><filter val="C001"/></filters></filterColumn></autoFilter>' +
  '<sortState ref="A4:F10"><sortCondition ref="B4:B10"/></sortState>' +
  '<mergeCells count="4"><mergeCell ref="A1:F1"/><mergeCell ref="E7:F7"/><mergeCell ref="A4:A5"/><mergeCell ref="B8:C8"/></mergeCells>' +
  '<conditionalFormatting sqref="D4:D10"><cfRule type="expression" priority="1"><formula>$D4&gt;1000</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="C6"><cfRule type="expression" priority="2"><formula>AND(D6&gt;5,$A$3="D6",\'A6\'!B6=1)</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="B8 C8"><cfRule type="expression" priority="3"><formula>TRUE</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="E1:E1048576"><cfRule type="dataBar" priority="4"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>' +
  '<dataValidations count="3"><dataValidation type="list" sqref="F4:F10"><formula1>"a,b"</formula1></dataValidation>' +
  '<dataValidation type="custom" sqref="B9"><formula1>LEN(B9)&gt;2</formula1></dataValidation>' +
  '<dataValidation type="whole" sqref="A8"><formula1>1</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="C4" r:id="rId2"/><hyperlink ref="C8" r:id="rId3"/><hyperlink ref="A2" location="客户!A1" display="x"/></hyperlinks>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<rowBreaks count="2" manualBreakCount="2"><brk id="5" max="16383" man="1"/><brk id="9" max="16383" man="1"/></rowBreaks>' +
  '<legacyDrawing r:id="rId1"/>' +
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>' +
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="9" id="{2}"><xm:f>C7="x"</xm:f></x14:cfRule><xm:sqref>C7</xm:sqref></x14:conditionalFormatting>' +
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="10" id="{3}"><xm:f>C8="x"</xm:f></x14:cfRule><xm:sqref>C8</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
  '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines>' +
  '<x14:sparkline><xm:f>明细!D4:E4</xm:f><xm:sqref>H4</xm:sqref></x14:sparkline><x14:sparkline><xm:f>明细!D8:E8</xm:f><xm:sqref>H8</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';

const LEDGER =
  `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">` +
  '<sheetPr filterMode="1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:F10"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/>' +
  '<cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="6" width="13.5" style="4" customWidth="1"/><col min="7" max="16384" width="9" hidden="1"/></cols>' +
  `<sheetData>${ROWS.join('')}</sheetData>${TAIL}</worksheet>`;

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy/m/d;@"/></numFmts>` +
  '<fonts count="2" x14ac:knownFonts="1" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><font><sz val="10"/><color theme="1"/><name val="仿宋"/><family val="3"/><charset val="134"/></font><font><b/><sz val="14"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

const CUSTOMERS = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>VLOOKUP(A1,明细!B:D,3,0)</f><v>5</v></c></row></sheetData><drawing r:id="rId1"/></worksheet>`;

const COMMENTS =
  `${XML}<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList>` +
  ['A1', 'C5', 'D8', 'B9']
    .map((ref) => `<comment ref="${ref}" authorId="0"><text><t>note ${ref}</t></text></comment>`)
    .join('') +
  '</commentList></comments>';

const THREADS =
  `${XML}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">` +
  '<threadedComment ref="C5" id="{A}"><text>hi</text></threadedComment><threadedComment ref="D8" id="{B}"><text>bye</text></threadedComment></ThreadedComments>';

const note = (row: number, column: number): string =>
  `<v:shape id="_x0000_s10${String(row)}" type="#_x0000_t202" style='visibility:hidden'><v:textbox><div style='text-align:left'><br></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>\n 3, 15, ${String(row - 1)}, 10, 5, 15, ${String(row + 3)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${String(row)}</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`;

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"/><v:shapetype id="_x0000_t202"/>' +
  `${note(0, 0)}${note(4, 2)}${note(7, 3)}${note(8, 1)}` +
  '<v:shape id="button"><x:ClientData ObjectType="Button"><x:Anchor>1, 0, 7, 0, 2, 0, 8, 0</x:Anchor></x:ClientData></v:shape></xml>';

const WORKBOOK =
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="0" activeTab="0" firstSheet="0"/></bookViews>` +
  '<sheets><sheet name="明细" sheetId="3" r:id="rId1"/><sheet name="客户" sheetId="7" r:id="rId2"/></sheets>' +
  '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">明细!$A$3:$F$10</definedName>' +
  '<definedName name="_xlnm.Print_Area" localSheetId="0">明细!$A$1:$F$10</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">明细!$1:$3</definedName>' +
  '<definedName name="Local" localSheetId="1">客户!$A$1</definedName><definedName name="全部">明细!$D:$D</definedName></definedNames>' +
  '<calcPr calcId="191029"/><extLst><ext uri="{x}"/></extLst></workbook>';

/** The parts of the package, in the order of its entries. */
export function richParts(): Map<string, PartContent> {
  const binary = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) & 0xff);
  return new Map<string, PartContent>([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${SPREADSHEET}.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="${SPREADSHEET}.comments+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', WORKBOOK],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId5" Type="${REL}/calcChain" Target="calcChain.xml"/><Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', LEDGER],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="${REL}/hyperlink" Target="https://example.com/a" TargetMode="External"/><Relationship Id="rId3" Type="${REL}/hyperlink" Target="https://example.com/b" TargetMode="External"/><Relationship Id="rId4" Type="${REL}/comments" Target="../comments1.xml"/><Relationship Id="rId5" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet2.xml', CUSTOMERS],
    [
      'xl/worksheets/_rels/sheet2.xml.rels',
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
    [
      'xl/sharedStrings.xml',
      `${XML}<sst xmlns="${MAIN}">${SHARED.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ],
    ['xl/calcChain.xml', `${XML}<calcChain xmlns="${MAIN}"><c r="E6" i="3"/></calcChain>`],
    ['xl/comments1.xml', COMMENTS],
    ['xl/threadedComments/threadedComment1.xml', THREADS],
    ['xl/drawings/vmlDrawing1.vml', VML],
    [
      'xl/drawings/drawing1.xml',
      `${XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    ],
    ['xl/vbaProject.bin', binary],
  ]);
}

/** Rows 9, 4, 7, 6, 5 (1-based) in this order; row 8 and the total in row 10 set aside. */
export function richLedgerPlan(change: Partial<LedgerPlan> = {}): LedgerPlan {
  return {
    sheetName: '明细',
    headerRow: 2,
    order: Uint32Array.of(8, 3, 6, 5, 4),
    edits: [],
    firstAddedColumn: 6,
    added: [
      {
        header: '客户优先级',
        width: 10,
        column: { kind: 'text', values: ['P1', 'P2', 'P3', 'P4', '=P5'], style: 'center' },
      },
      {
        header: '账户差额',
        width: 14,
        column: {
          kind: 'formula',
          formula: 'IF(E{r}<>"",E{r}-D{r},0)',
          values: [1, -2.5, 0, 300, NaN],
          style: 'amount',
        },
      },
    ],
    ...change,
  };
}

export function overviewPlan(): SheetPlan {
  return {
    role: 'overview',
    name: '概览',
    widths: [20, 12],
    frozenRows: 1,
    frozenColumns: 0,
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: "It's <概览>", style: 'title' }],
          [
            { value: '合计', style: 'label' },
            { value: 3, formula: 'SUM(1,2)', style: 'integer' },
          ],
          [{ value: '客户', style: 'link', link: { sheet: "客户'汇总", cell: 'A1' } }],
        ],
      },
    ],
    tables: [],
    validations: [],
    merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
    rowHeights: new Map([[0, 30]]),
    tabColor: '1F3864',
  };
}

function customersPlan(): SheetPlan {
  return {
    role: 'customers',
    name: "客户'汇总",
    widths: [12, 14, 12],
    frozenRows: 1,
    frozenColumns: 1,
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [['客户号', '余额', '客户号'].map((value) => ({ value, style: 'header' as const }))],
      },
      {
        kind: 'columns',
        row: 1,
        column: 0,
        rowCount: 3,
        columns: [
          { kind: 'text', values: ['C001', '@C002', 'a\u0001b_x0041_'], style: 'text' },
          { kind: 'number', values: [1.5, NaN, 1e15], style: 'amount' },
          { kind: 'number', values: [45991, NaN, 1], style: 'date' },
        ],
      },
    ],
    tables: [
      {
        name: 'HandoverCustomers',
        range: { firstRow: 0, lastRow: 3, firstColumn: 0, lastColumn: 2 },
        columnNames: ['客户号', '余额', '客户号'],
      },
    ],
    validations: [
      {
        range: { firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 0 },
        rule: { kind: 'list', values: ['已接 & 听', '未接'] },
        errorTitle: '提示',
        errorMessage: '请选择',
      },
      {
        range: { firstRow: 1, lastRow: 3, firstColumn: 2, lastColumn: 2 },
        rule: { kind: 'date' },
        errorTitle: '提示',
        errorMessage: '请输入日期',
      },
      {
        range: { firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 1 },
        rule: { kind: 'list', values: ['x'.repeat(300)] },
        errorTitle: 't',
        errorMessage: 'm',
      },
    ],
    merges: [],
    print: {
      landscape: true,
      pagesWide: 2,
      areas: [
        { firstRow: 0, lastRow: 4, firstColumn: 0, lastColumn: 2 },
        { firstRow: 6, lastRow: 9, firstColumn: 0, lastColumn: 2 },
      ],
      repeatRows: { first: 0, last: 0 },
      repeatColumns: { first: 0, last: 1 },
    },
  };
}

export function richPlan(ledger: Partial<LedgerPlan> = {}): WorkbookPlan {
  return {
    ledgers: [richLedgerPlan(ledger)],
    sheets: [overviewPlan(), customersPlan()],
    styles: PLAN_STYLES,
    language: 'zh-CN',
  };
}
