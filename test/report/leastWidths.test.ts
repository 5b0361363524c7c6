import { findLeastWidths } from '../../src/report/leastWidths';
import { EditKind, type ColumnEdit } from '../../src/workbook/sheetPlan';

function edit(column: number, kind: number, values: readonly number[]): ColumnEdit {
  return {
    column,
    kinds: Uint8Array.from(values, () => kind),
    values: Float64Array.from(values),
    texts: [],
  };
}

describe('Widths that cleaned cells need', () => {
  test('are those of the dates and of the longest number, whatever its sign', () => {
    const widths = findLeastWidths([
      edit(0, EditKind.text, [0, 1]),
      edit(1, EditKind.date, [45991, 45992]),
      edit(2, EditKind.number, [1234567.89, -12]),
      edit(3, EditKind.number, [-1234567.89, 99]),
      edit(4, EditKind.number, [0]),
      edit(5, EditKind.keep, [99]),
    ]);
    expect([...widths]).toEqual([
      [1, '2025-11-30'.length + 1],
      [2, '1,234,567.89'.length + 1],
      [3, '-1,234,567.89'.length + 1],
    ]);
  });
});
