/** The workbook that the contract suites begin with, plans for it, and what these lead to. */
import { EditKind, type SheetPlan, type WorkbookPlan } from '../../src/workbook/sheetPlan';
import { CELL_STYLES } from '../../src/report/cellStyles';
import type {
  CellContent,
  SheetContent,
  WorkbookContent,
} from '../../src/workbook/memory/workbookContent';

export const LEDGER: SheetContent = {
  name: '明细',
  rows: [
    ['城东支行存款明细'],
    ['客户号', '姓名', '余额', '到期日', '倍数', '状态', '标志'],
    [
      '0012345678',
      '张三',
      1234.5,
      { date: 45991 },
      { formula: 'C3*2', result: 2469 },
      '正常',
      true,
    ],
    ['6222021234567890123', '欧阳·娜娜😀', -0.07, { date: 45992.75 }, null, { error: '#N/A' }],
    [],
    ['=1+1', ' 前后 空格 ', 0, null, { formula: 'A6&"x"', result: '甲x' }, '多\n行', false],
  ],
  merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 }],
};

export const LIST: SheetContent = {
  name: '客户清单',
  hidden: true,
  rows: [
    ['客户号', '姓名'],
    [12345678, '张三'],
  ],
};

export const CONTENT: WorkbookContent = { name: 'ledger.xlsx', sheets: [LEDGER, LIST] };

/** The data rows in reverse, with edits, an added value, an added text and an added formula. */
export function planFor(
  sheets: readonly SheetPlan[] = [overview('概览'), customers('客户汇总')],
): WorkbookPlan {
  return {
    ledgers: [
      {
        sheetName: '明细',
        headerRow: 1,
        order: Uint32Array.of(5, 3, 2),
        edits: [
          {
            column: 1,
            kinds: Uint8Array.of(EditKind.text, EditKind.keep, EditKind.empty),
            values: Float64Array.of(1, 0, 0),
            texts: ['', '-前后空格'],
          },
          {
            column: 2,
            kinds: Uint8Array.of(EditKind.number, EditKind.keep, EditKind.date),
            values: Float64Array.of(99.25, 0, 45000),
            texts: [],
          },
        ],
        firstAddedColumn: 7,
        added: [
          {
            header: '优先级',
            width: 8,
            column: { kind: 'text', values: ['=P1', '', '@P3'], style: 'text' },
          },
          {
            header: '差额',
            width: 12,
            column: { kind: 'number', values: Float64Array.of(1.5, NaN, -2), style: 'amount' },
          },
          {
            header: '两倍',
            width: 12,
            column: {
              kind: 'formula',
              formula: 'C{r}*2',
              values: Float64Array.of(198.5, -0.14, 90000),
              style: 'amount',
            },
          },
        ],
      },
    ],
    sheets,
    styles: CELL_STYLES,
    language: 'zh-CN',
  };
}

const EMPTY_SHEET = {
  widths: [12, 20],
  frozenRows: 1,
  frozenColumns: 0,
  tables: [],
  validations: [],
  merges: [],
};

export function overview(name: string): SheetPlan {
  return {
    ...EMPTY_SHEET,
    role: 'overview',
    name,
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: '概览', style: 'title' }],
          [{ value: '=合计' }, { value: 3, formula: "COUNTA('明细'!A3:A5)", style: 'integer' }],
          [{ value: null }, { value: true }, { value: 45991, style: 'date' }],
        ],
      },
    ],
    merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
  };
}

export function customers(name: string): SheetPlan {
  const range = { firstRow: 0, lastRow: 3, firstColumn: 0, lastColumn: 2 };
  return {
    ...EMPTY_SHEET,
    role: 'customers',
    name,
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [[{ value: '客户号' }, { value: '余额' }, { value: '下次联系' }]],
      },
      {
        kind: 'columns',
        row: 1,
        column: 0,
        rowCount: 3,
        columns: [
          { kind: 'text', values: (at) => ['001', '+86', '<&>"'][at] ?? '', style: 'text' },
          { kind: 'number', values: [1, 2.5, NaN], style: 'amount' },
          { kind: 'number', values: [45991, NaN, 45992], style: 'inputDate' },
        ],
      },
    ],
    tables: [{ name: 'Customers', range, columnNames: ['客户号', '余额', '下次联系'] }],
    validations: [
      {
        range: { firstRow: 1, lastRow: 3, firstColumn: 2, lastColumn: 2 },
        rule: { kind: 'date' },
        errorTitle: '日期',
        errorMessage: '请输入日期',
      },
    ],
  };
}

/** A formula's text is not read back; what was computed and that it is a formula are. */
export function computed(result: string | number): CellContent {
  return { formula: '?', result };
}

export const WRITTEN_LEDGER: SheetContent = {
  name: '明细',
  rows: [
    ['城东支行存款明细'],
    ['客户号', '姓名', '余额', '到期日', '倍数', '状态', '标志', '优先级', '差额', '两倍'],
    ['=1+1', '-前后空格', 99.25, null, '甲x', '多\n行', false, '=P1', 1.5, computed(198.5)],
    [
      '6222021234567890123',
      '欧阳·娜娜😀',
      -0.07,
      { date: 45992.75 },
      null,
      { error: '#N/A' },
      null,
      null,
      null,
      computed(-0.14),
    ],
    [
      '0012345678',
      null,
      { date: 45000 },
      { date: 45991 },
      2469,
      '正常',
      true,
      '@P3',
      -2,
      computed(90000),
    ],
  ],
  merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 }],
};

export const WRITTEN_OVERVIEW: SheetContent = {
  name: '概览',
  rows: [['概览'], ['=合计', computed(3)], [null, true, { date: 45991 }]],
  merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
  mark: 'overview',
};

export const WRITTEN_CUSTOMERS: SheetContent = {
  name: '客户汇总',
  rows: [
    ['客户号', '余额', '下次联系'],
    ['001', 1, { date: 45991 }],
    ['+86', 2.5],
    ['<&>"', null, { date: 45992 }],
  ],
  mark: 'customers',
};

/** The content as an adapter reads it: of formulas that they are some, and their values. */
export function asRead({ rows, ...sheet }: SheetContent, hasFormulas: boolean): SheetContent {
  const readCell = (cell: CellContent): CellContent => {
    if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return cell;
    return hasFormulas ? { formula: '?', result: cell.result } : cell.result;
  };
  return { ...sheet, rows: rows.map((cells) => cells.map(readCell)) };
}
