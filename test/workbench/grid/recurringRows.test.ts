import { recurringRows } from '../../../src/workbench/grid/recurringRows';

const range = (firstRow: number, lastRow: number) => ({
  firstRow,
  lastRow,
  firstColumn: 0,
  lastColumn: 2,
});

test.each([
  ['=MOD(ROW()-4,12)=0', range(3, 30), [3, 15, 27]],
  ['=MOD(ROW()-4,12)=0', range(4, 14), []],
  ['=MOD(ROW()-20,5)=0', range(0, 9), [4, 9]],
])('%s', (formula, within, rows) => {
  const found = recurringRows(formula, [within]);
  expect(found).toEqual(rows.map((row) => range(row, row)));
});

test('a condition on anything else is left to the grid', () => {
  expect(recurringRows('=MOD(ROW()-4,12)=1', [range(0, 9)])).toBeUndefined();
  expect(recurringRows('=A4="P1"', [range(0, 9)])).toBeUndefined();
});
