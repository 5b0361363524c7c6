import { cellText } from '../../src/core';
import { joinWorkbooks } from '../../src/app/joinWorkbooks';
import { buildWorkbook } from '../core/buildWorkbook';

describe('joinWorkbooks', () => {
  const one = buildWorkbook({ 明细: [['甲', 1]], 说明: [['乙']] }, { name: 'a.xlsx' });
  const two = buildWorkbook({ 明细: [['丙', '丁', 2]] }, { name: 'b[1].csv' });

  test('keeps every cell, with one text table', () => {
    const joined = joinWorkbooks([one, two]);
    const rows = joined.sheets.map((sheet) =>
      sheet.columns.map((column) => cellText(sheet, column, 0)),
    );
    expect(rows).toEqual([['甲', '1'], ['乙'], ['丙', '丁', '2']]);
    expect(new Set(joined.sheets.map(({ texts }) => texts)).size).toBe(1);
  });

  test('a name that is taken gets the file’s name in front, without forbidden characters', () => {
    expect(joinWorkbooks([one, two]).sheets.map(({ name }) => name)).toEqual([
      '明细',
      '说明',
      'b_1_ 明细',
    ]);
  });

  test('one workbook is handed through', () => {
    expect(joinWorkbooks([one])).toBe(one);
  });
});
