import { CellKind, FORMULA_FLAG } from '../../src/core';
import {
  createColumnBuilder,
  createTextInterner,
  MAX_ROWS,
} from '../../src/workbook/columnBuilder';

test('rows end at the last cell, all columns are as long, equal texts share an index', () => {
  const texts = createTextInterner(['shared', 'shared']);
  const builder = createColumnBuilder(texts);
  builder.putText(0, 3, 'a');
  builder.putText(200, 1, 'a', true);
  builder.put(5, 0, CellKind.number, 7.5);
  const { rowCount, columns } = builder.build();
  expect(rowCount).toBe(201);
  expect(columns).toHaveLength(4);
  for (const { kinds, values } of columns) {
    expect(kinds.length).toBeGreaterThanOrEqual(rowCount);
    expect(values.length).toBeGreaterThanOrEqual(rowCount);
  }
  expect(columns[1]?.kinds[200]).toBe(CellKind.text | FORMULA_FLAG);
  expect(columns[1]?.values[200]).toBe(columns[3]?.values[0]);
  expect(columns[0]?.values[5]).toBe(7.5);
  expect(texts.table.size).toBe(3);
  expect(texts.table.get(2)).toBe('a');
});

test('a row beyond the last one of a worksheet is refused, a column is left out', () => {
  const builder = createColumnBuilder(createTextInterner());
  builder.put(0, 16_384, CellKind.number, 1);
  expect(builder.build()).toEqual({ rowCount: 0, columns: [] });
  expect(() => {
    builder.put(MAX_ROWS, 0, CellKind.number, 1);
  }).toThrow(expect.objectContaining({ code: 'workbook.tooManyRows' }) as Error);
});

test('a few far-flung cells cannot ask for more memory than a workbook may take', () => {
  const builder = createColumnBuilder(createTextInterner());
  expect(() => {
    for (let column = 0; column < 16_384; column++) {
      builder.put(MAX_ROWS - 1, column, CellKind.number, 1);
    }
  }).toThrow(expect.objectContaining({ code: 'file.tooLarge' }) as Error);
});
