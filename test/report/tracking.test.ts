import { CellKind, type RawSheet, type RawWorkbook } from '../../src/core';
import type { Language } from '../../src/messages';
import { CUSTOMER_COLUMNS, type CustomerColumn } from '../../src/report/customerColumns';
import { MATURITY_COLUMNS } from '../../src/report/maturityColumns';
import type { SheetRole } from '../../src/workbook/sheetPlan';
import { createColumnBuilder, createTextInterner } from '../../src/workbook/columnBuilder';
import { buildReport } from './buildAnalysis';
import { buildWorkbook, type TestCell } from './buildWorkbook';
import { SAMPLE_ROWS, SAMPLE_WORKBOOK } from './handoverSample';
import { keyOf, layOutCells, type LaidOutCell } from './laidOutCells';

type Cells = ReadonlyMap<string, TestCell>;

/** The first run's sheet of a role, with what the user typed, as the next run would read it. */
function writtenSheet(role: SheetRole, typed: Cells, language: Language = 'zh-CN'): RawSheet {
  const { sheets, input } = buildReport(SAMPLE_WORKBOOK, { language });
  const name = input.sheetNames[role];
  const cells =
    layOutCells(SAMPLE_WORKBOOK, sheets, []).get(name) ?? new Map<string, LaidOutCell>();
  const texts = createTextInterner();
  const builder = createColumnBuilder(texts);
  const put = (at: string, value: unknown): void => {
    const [row = 0, column = 0] = at.split(',').map(Number);
    if (typeof value === 'number') builder.put(row, column, CellKind.date, value);
    else if (typeof value === 'string') builder.putText(row, column, value);
  };
  for (const [at, cell] of cells) put(at, cell.value);
  for (const [at, value] of typed) put(at, value);
  const built = builder.build();
  return {
    name,
    hidden: false,
    ...built,
    texts: texts.table,
    merges: [],
    date1904: false,
    mark: role,
  };
}

function secondRun(
  sheet: RawSheet,
  rows: readonly (readonly TestCell[])[] = SAMPLE_ROWS,
  language: Language = 'zh-CN',
) {
  const ledger = buildWorkbook({ 存款明细: rows });
  const workbook: RawWorkbook = { ...ledger, sheets: [...ledger.sheets, sheet] };
  const { sheets, input } = buildReport(workbook, { language });
  const cells = layOutCells(workbook, sheets, []).get(input.sheetNames.customers);
  return (id: string, column: CustomerColumn) => {
    for (let row = 3; row < 20; row++) {
      const found = cells?.get(keyOf(row, CUSTOMER_COLUMNS.indexOf('customerId')))?.value;
      if (found === id) return cells?.get(keyOf(row, CUSTOMER_COLUMNS.indexOf(column)))?.value;
    }
    throw new Error(`no customer ${id}`);
  };
}

const at = (row: number, column: CustomerColumn): string =>
  keyOf(row - 1, CUSTOMER_COLUMNS.indexOf(column));
/** Beside 王芳 (row 4) and 恒通商贸 (row 6). */
const TYPED: Cells = new Map<string, TestCell>([
  [at(4, 'callResult'), '已接通'],
  [at(4, 'nextContact'), 45995],
  [at(4, 'remark'), '=下周来'],
  [at(6, 'nextContact'), '春节后'],
  [at(6, 'remark'), '找财务'],
]);

describe('What the user typed stays with its customer (SPEC 10, running again)', () => {
  test('in 客户汇总, dates and texts', () => {
    const cell = secondRun(writtenSheet('customers', TYPED));
    expect(cell('0010001', 'callResult')).toBe('已接通');
    expect(cell('0010001', 'nextContact')).toBe(45995);
    expect(cell('0010001', 'remark')).toBe('=下周来');
    expect(cell('0010001', 'weChat')).toBeNull();
    expect(cell('0010008', 'callResult')).toBeNull();
  });

  test('a next contact that is no date moves to the remark', () => {
    const cell = secondRun(writtenSheet('customers', TYPED));
    expect(cell('0010004', 'nextContact')).toBeNull();
    expect(cell('0010004', 'remark')).toBe('春节后 找财务');
  });

  test('when a newer export has other rows and ids without leading zeros', () => {
    const [title = [], , ...rest] = SAMPLE_ROWS;
    const newer = [title, ['数据日期：2025-12-31'], ...rest.slice(0, 8)].map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace(/^00(100\d\d)$/, '$1') : cell)),
    );
    expect(secondRun(writtenSheet('customers', TYPED), newer)('10001', 'callResult')).toBe(
      '已接通',
    );
  });

  test('when the language has changed in between', () => {
    const cell = secondRun(writtenSheet('customers', TYPED), SAMPLE_ROWS, 'en');
    expect(cell('0010001', 'remark')).toBe('=下周来');
  });

  test('when the user has put a column in front', () => {
    const sheet = writtenSheet('customers', TYPED);
    const own = { kinds: new Uint8Array(sheet.rowCount), values: new Float64Array(sheet.rowCount) };
    const cell = secondRun({ ...sheet, columns: [own, ...sheet.columns] });
    expect(cell('0010001', 'callResult')).toBe('已接通');
  });

  test('a user’s own sheet of the same headers is none of ours', () => {
    const { mark, ...own } = writtenSheet('customers', TYPED);
    expect(mark).toBe('customers');
    expect(secondRun(own)('0010001', 'callResult')).toBeNull();
  });

  test('in 到期提醒, beside its deposit', () => {
    const done = MATURITY_COLUMNS.indexOf('done');
    const sheet = writtenSheet('maturities', new Map([[keyOf(4, done), '已预约']]));
    const ledger = buildWorkbook({ 存款明细: SAMPLE_ROWS });
    const workbook = { ...ledger, sheets: [...ledger.sheets, sheet] };
    const { sheets, input } = buildReport(workbook);
    const cells = layOutCells(workbook, sheets, []).get(input.sheetNames.maturities);
    expect([3, 4, 5].map((row) => cells?.get(keyOf(row, done))?.value)).toEqual([
      null,
      '已预约',
      null,
    ]);
  });
});
