import { columnIndex, columnLetter, type CellRange } from '../../../src/core';

/** The whole grid of a worksheet. */
export const MAX_ROW = 1_048_575;
export const MAX_COLUMN = 16_383;

/** `A1:C3`, `B2`, `2:5`, `A:C`, with or without `$` and a sheet in front. */
export function parseArea(address: string): CellRange {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const [from = '', to = from] = local.split(':');
  const [firstColumn, firstRow] = parseCorner(from, 0, 0);
  const [lastColumn, lastRow] = parseCorner(to, MAX_COLUMN, MAX_ROW);
  return { firstRow, lastRow, firstColumn, lastColumn };
}

function parseCorner(text: string, column: number, row: number): [number, number] {
  const match = /^([A-Z]*)(\d*)$/i.exec(text);
  if (!match || text === '') throw new Error(`no address: ${text}`);
  const [, letters = '', digits = ''] = match;
  return [
    letters === '' ? column : (columnIndex(letters.toUpperCase()) ?? 0),
    digits === '' ? row : Number(digits) - 1,
  ];
}

export function areaAddress({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const first = `${columnLetter(firstColumn)}${String(firstRow + 1)}`;
  const last = `${columnLetter(lastColumn)}${String(lastRow + 1)}`;
  return first === last ? first : `${first}:${last}`;
}

export function quotedName(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

export function isWithin(area: CellRange, row: number, column: number): boolean {
  return (
    row >= area.firstRow &&
    row <= area.lastRow &&
    column >= area.firstColumn &&
    column <= area.lastColumn
  );
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow <= b.lastRow &&
    b.firstRow <= a.lastRow &&
    a.firstColumn <= b.lastColumn &&
    b.firstColumn <= a.lastColumn
  );
}
