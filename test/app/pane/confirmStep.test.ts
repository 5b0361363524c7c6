import { isComplete, mappingsOf } from '../../../src/app/pane/confirmStep';
import { detectWorkbook, isDoubtful } from '../../../src/app/pane/detectedWorkbook';
import { buildWorkbook, type TestCell } from '../../report/buildWorkbook';

const rows = (header: readonly string[]): TestCell[][] => [
  ['数据日期：2025-11-30'],
  [...header],
  ['0010001', '王芳', 1000, 900],
  ['0010002', '李强', '2,000.50', 2100],
];
const book = (...header: readonly string[]) => buildWorkbook({ 明细: rows(header) });

test('a plain layout is not doubted', () => {
  const detected = detectWorkbook(book('客户号', '客户名称', '本年余额', '本年日均'), {});
  expect(isDoubtful(detected)).toBe(false);
  expect(detected.sheets[0]?.evidence?.columns[2]).toEqual({
    letter: 'C',
    header: '本年余额',
    samples: ['1000', '2,000.50'],
  });
});

test('a bare 日均 is asked about; the answer is remembered for the layout', () => {
  const workbook = book('客户号', '客户名称', '本年余额', '日均');
  const detected = detectWorkbook(workbook, {});
  expect(detected.sheets[0]?.evidence?.fields[0]).toMatchObject({
    field: 'dailyAverage',
    doubt: 'bareHeader',
  });
  const mappings = mappingsOf(detected, {});
  const key = detected.sheets[0]?.layout.layoutKey ?? '';
  expect(mappings).toEqual({ [key]: { dailyAverage: 'D' } });
  expect(isDoubtful(detectWorkbook(workbook, mappings))).toBe(false);
});

test('an amount column that does not hold amounts is doubted', () => {
  const detected = detectWorkbook(book('客户号', '本年余额', '年日均', '备注'), {});
  expect(detected.sheets[0]?.evidence?.fields[0]).toMatchObject({
    field: 'balance',
    doubt: 'contents',
  });
});

test('a missing amount is a question, and the choice lets the analysis go on (SPEC 1)', () => {
  const workbook = book('客户号', '客户名称', '金额甲', '开户日期');
  const detected = detectWorkbook(workbook, {});
  expect(detected.problem?.code).toBe('column.missing');
  expect(isDoubtful(detected)).toBe(true);
  expect(isComplete(detected, {})).toBe(false);
  const key = detected.sheets[0]?.layout.layoutKey ?? '';
  const choices = { [key]: { balance: 'C' } };
  expect(isComplete(detected, choices)).toBe(true);
  const again = detectWorkbook(workbook, mappingsOf(detected, choices));
  expect(again.problem).toBeUndefined();
  expect(again.sheets[0]?.layout.columns.balance).toEqual([2]);
});
