/** Cell and range references as Excel writes them (`A1`), 0-based inside. */
import type { CellRange } from '../../../../core';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** `A` for column 0. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `B3` for row 2, column 1. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

const REFERENCE = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/;

/**
 * The range of `A1`, `A1:B2`, `A:B` or `1:3`, with or without `$`; undefined for anything else.
 * Whole columns and rows reach to the sheet's last row or column.
 */
export function parseRange(reference: string): CellRange | undefined {
  const match = REFERENCE.exec(reference);
  if (match === null) return undefined;
  const [, fromColumn, fromRow, toColumn, toRow] = match;
  const single = !reference.includes(':');
  if (single && (fromColumn === undefined || fromRow === undefined)) return undefined;
  if (fromColumn === undefined && fromRow === undefined) return undefined;
  const endColumn = single ? fromColumn : toColumn;
  const endRow = single ? fromRow : toRow;
  if ((fromColumn === undefined) !== (endColumn === undefined)) return undefined;
  if ((fromRow === undefined) !== (endRow === undefined)) return undefined;
  const firstColumn = fromColumn === undefined ? 0 : columnIndex(fromColumn);
  const lastColumn = endColumn === undefined ? LAST_COLUMN : columnIndex(endColumn);
  const firstRow = fromRow === undefined ? 0 : Number(fromRow) - 1;
  const lastRow = endRow === undefined ? LAST_ROW : Number(endRow) - 1;
  return {
    firstRow: Math.min(firstRow, lastRow),
    lastRow: Math.max(firstRow, lastRow),
    firstColumn: Math.min(firstColumn, lastColumn),
    lastColumn: Math.max(firstColumn, lastColumn),
  };
}

/** `A1` or `A1:B2`; with `absolute`, `$A$1:$B$2`. Whole columns and rows come out as such. */
export function rangeName(range: CellRange, absolute = false): string {
  const mark = absolute ? '$' : '';
  const column = (index: number): string => mark + columnName(index);
  const row = (index: number): string => mark + String(index + 1);
  if (absolute && range.firstRow === 0 && range.lastRow === LAST_ROW) {
    return `${column(range.firstColumn)}:${column(range.lastColumn)}`;
  }
  if (absolute && range.firstColumn === 0 && range.lastColumn === LAST_COLUMN) {
    return `${row(range.firstRow)}:${row(range.lastRow)}`;
  }
  const first = column(range.firstColumn) + row(range.firstRow);
  const single =
    !absolute && range.firstRow === range.lastRow && range.firstColumn === range.lastColumn;
  return single ? first : `${first}:${column(range.lastColumn)}${row(range.lastRow)}`;
}

/** A sheet's name as formulas and links write it: always quoted, quotes doubled. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** 0 for `A`. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
