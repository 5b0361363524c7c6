import type { CellRange } from '../../../src/core';
import { hostError } from './bridge';
import {
  columnAt,
  GENERAL,
  internFormat,
  isWithin,
  overlaps,
  type CellFormat,
  type SheetModel,
} from './sheetModel';

/**
 * Sorts the rows of an area by numbers in a key column, the cells' formats but their borders with
 * them. Hidden rows stay; merged cells, formulas and half a table are refused.
 */
export function sortRows(
  sheet: SheetModel,
  area: CellRange,
  key: CellRange,
  { order, rest }: { readonly order: unknown; readonly rest: readonly unknown[] },
): void {
  if (order !== 1) throw hostError('the simulated sort knows ascending order only');
  // Key2, Type, Order2, Key3, Order3, Header, OrderCustom, MatchCase, Orientation, SortMethod.
  const [key2, type, order2, key3, order3, header, , matchCase, orientation, method] = rest;
  if ([key2, type, order2, key3, order3].some((given) => given !== undefined && given !== null)) {
    throw hostError('one key only');
  }
  if (header !== 2 || matchCase !== false || orientation !== 1 || method !== 1) {
    throw hostError('the last sort’s header, orientation and method would be taken');
  }
  if (sheet.merges.some((merge) => overlaps(merge, area))) throw hostError('merged cells');
  if (
    sheet.tables.some(
      (table) =>
        overlaps(table.area, area) && !isWithin(area, table.area) && !isWithin(table.area, area),
    )
  ) {
    throw hostError('the range covers half a table');
  }
  const rows: number[] = [];
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    if (!sheet.hiddenRows.has(row)) rows.push(row);
  }
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const { formulas } = columnAt(sheet, column);
    if (rows.some((row) => formulas.has(row))) throw hostError('formulas would be moved');
  }
  const keys = columnAt(sheet, key.firstColumn).values;
  const numberAt = (row: number) => {
    const value = keys[row];
    return typeof value === 'number' ? value : Infinity;
  };
  const sorted = rows.slice().sort((a, b) => numberAt(a) - numberAt(b) || a - b);
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const model = columnAt(sheet, column);
    const values = sorted.map((row) => model.values[row]);
    const formats = sorted.map((row) => model.formats[row]);
    rows.forEach((row, at) => {
      model.values[row] = values[at];
      const borders = model.formats[row]?.borders;
      model.formats[row] = withBorders(formats[at] ?? GENERAL, borders);
    });
  }
}

function withBorders(format: CellFormat, borders: CellFormat['borders']): CellFormat {
  const moved: CellFormat = { ...format, ...(borders && { borders }) };
  if (borders === undefined) Reflect.deleteProperty(moved, 'borders');
  return internFormat(moved);
}
