import { customerKeyOf } from '../../../src/app/pane/customersSheet';
import { readOutcomes, trackOutcome } from '../../../src/app/pane/trackOutcome';
import { messages } from '../../../src/messages';
import type { CellContent } from '../../../src/workbook/memory/workbookContent';
import { createMemoryWorkbook } from '../../../src/workbook/memory/createMemoryWorkbook';

const { columns } = messages('zh-CN').report.customers;
const HEADER = [
  columns.customerId,
  columns.name,
  columns.callResult,
  columns.weChat,
  columns.invitation,
  columns.nextContact,
  columns.remark,
];
const SHEET = { name: '客户汇总', headers: columns, count: 3 };

/** The customers' sheet with these ids, below a title. */
function sheetOf(rows: readonly (readonly CellContent[])[], header: readonly string[] = HEADER) {
  return createMemoryWorkbook({
    name: 'x.xlsx',
    sheets: [{ name: '客户汇总', mark: 'customers', rows: [['客户汇总'], [], header, ...rows] }],
  });
}
const WANG = { id: '0010001', name: '王芳' };
const ROWS: CellContent[][] = [
  ['0010001', '王芳'],
  ['0010002', '李强'],
  ['', '张三'],
];
const rowsOf = (workbook: ReturnType<typeof sheetOf>) => workbook.sheets[0]?.rows.slice(3);

test('an outcome is written into the row that was planned for the customer', async () => {
  const workbook = sheetOf(ROWS);
  const change = { callResult: '已接通', nextContact: 46000, remark: '=1+1' };
  await trackOutcome(workbook, SHEET, { customer: WANG, position: 0, change });
  expect(rowsOf(workbook)?.[0]).toEqual([
    ...['0010001', '王芳', '已接通', null, null, { date: 46000 }, '=1+1'],
  ]);
});

test('a re-sorted sheet is followed by the customer’s id: nobody else’s row is written', async () => {
  const workbook = sheetOf([...ROWS].reverse());
  const change = { callResult: '未接' };
  await trackOutcome(workbook, SHEET, { customer: WANG, position: 0, change });
  expect(rowsOf(workbook)).toEqual([
    ['', '张三'],
    ['0010002', '李强'],
    ['0010001', '王芳', '未接'],
  ]);
});

test('moved columns and rows put above are followed by the headers', async () => {
  const moved = [...HEADER].reverse();
  const rows: CellContent[][] = [[], [null, null, null, null, null, '王芳', 10001]];
  const workbook = sheetOf(rows, moved);
  const change = { weChat: '已添加' };
  await trackOutcome(workbook, SHEET, { customer: WANG, position: 0, change });
  expect(rowsOf(workbook)?.[1]?.[moved.indexOf(columns.weChat)]).toBe('已添加');
});

test('a customer who is known by name only is found by it', async () => {
  const workbook = sheetOf([...ROWS].reverse());
  const customer = { id: '', name: '张三' };
  await trackOutcome(workbook, SHEET, { customer, position: 2, change: { remark: '好' } });
  expect(rowsOf(workbook)?.[0]?.[6]).toBe('好');
});

test.each([
  ['is gone', [['0010002', '李强']]],
  ['is there twice', [[], ['0010001', '王芳'], ['0010001', '王芳']]],
])('nothing is written where the row %s', async (_, rows) => {
  const workbook = sheetOf(rows);
  const written = trackOutcome(workbook, SHEET, {
    customer: WANG,
    position: 0,
    change: { callResult: '未接' },
  });
  await expect(written).rejects.toMatchObject({ code: 'customer.rowMissing' });
  expect(rowsOf(workbook)).toEqual(rows);
});

test('a sheet whose headers are gone is refused', async () => {
  const workbook = sheetOf(ROWS, ['客户号', '客户名称']);
  await expect(readOutcomes(workbook, SHEET)).rejects.toMatchObject({ code: 'workbook.changed' });
});

test('what stands in the tracking columns is read back, by customer', async () => {
  const workbook = sheetOf([
    ['0010001', '王芳', '已接通', '已申请', '已约到店', { date: 46000 }, '下周来'],
    ...ROWS.slice(1),
  ]);
  const outcomes = await readOutcomes(workbook, SHEET);
  expect([...outcomes.keys()]).toEqual([customerKeyOf(WANG)]);
  expect(outcomes.get(customerKeyOf(WANG))).toEqual({
    callResult: '已接通',
    weChat: '已申请',
    invitation: '已约到店',
    nextContact: 46000,
    remark: '下周来',
  });
});
