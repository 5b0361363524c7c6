import { CellKind, type RawSheet, type RawWorkbook } from '../../src/core';
import { createColumnBuilder, createTextInterner } from '../../src/workbook/columnBuilder';

export type TestCell = string | number | null;

/** A workbook as a host would hand it over, from rows of plain values. */
export function buildWorkbook(
  sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>,
  name = '存款明细.xlsx',
): RawWorkbook {
  return { name, sheets: Object.entries(sheets).map(([tab, rows]) => buildSheet(tab, rows)) };
}

function buildSheet(name: string, rows: readonly (readonly TestCell[])[]): RawSheet {
  const texts = createTextInterner();
  const builder = createColumnBuilder(texts);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell === 'number') builder.put(row, column, CellKind.number, cell);
      else if (cell !== null && cell !== '') builder.putText(row, column, cell);
    });
  });
  return {
    name,
    hidden: false,
    ...builder.build(),
    texts: texts.table,
    merges: [],
    date1904: false,
  };
}
