import { retarget } from '../../../src/workbook/excel/retargetFormulas';

const targets = new Map([
  ['明细', "原始数据·'明细"],
  ["it's", 'b'],
]);

test.each([
  ["='明细'!C3*2", "='原始数据·''明细'!C3*2"],
  ['=SUM(明细!C3:C9)', "=SUM('原始数据·''明细'!C3:C9)"],
  ["='it''s'!$A$1", "='b'!$A$1"],
])('a formula refers to the sheet that takes the place: %s', (formula, expected) => {
  expect(retarget(formula, targets)).toBe(expected);
});

test.each(['="明细!"&A1', "=旧明细!A1+'明细2'!A1", '=A1', '明细!A1'])(
  'what names no such sheet stays as it is: %s',
  (formula) => {
    expect(retarget(formula, targets)).toBe(formula);
  },
);
