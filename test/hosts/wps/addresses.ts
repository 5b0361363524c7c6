import { columnIndex, columnLetter, type CellRange } from '../../../src/core';
import { MAX_ROWS } from '../../../src/workbook/columnBuilder';
import { hostError } from './bridge';
import { MAX_COLUMNS } from './sheetModel';

/** Longest text that `Range(…)` takes. */
const LONGEST_ADDRESS = 255;
const CELLS = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/;
const ROWS = /^\$?(\d+):\$?(\d+)$/;

export function parseAddress(address: unknown): CellRange[] {
  if (typeof address !== 'string') throw hostError('Range takes an address');
  if (address.length > LONGEST_ADDRESS) throw hostError('address too long');
  return address.split(',').map(parseArea);
}

function parseArea(text: string): CellRange {
  const cells = CELLS.exec(text);
  if (cells !== null) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return checked(Number(top) - 1, Number(bottom) - 1, index(left), index(right));
  }
  const columns = COLUMNS.exec(text);
  if (columns !== null) {
    return checked(0, MAX_ROWS - 1, index(columns[1]), index(columns[2]));
  }
  const rows = ROWS.exec(text);
  if (rows === null) throw hostError(`no address: ${text}`);
  return checked(Number(rows[1]) - 1, Number(rows[2]) - 1, 0, MAX_COLUMNS - 1);
}

function index(letters: string | undefined): number {
  return columnIndex(letters ?? '') ?? -1;
}

export function checked(
  firstRow: number,
  lastRow: number,
  firstColumn: number,
  lastColumn: number,
): CellRange {
  const isInside =
    firstRow >= 0 &&
    firstColumn >= 0 &&
    lastRow < MAX_ROWS &&
    lastColumn < MAX_COLUMNS &&
    firstRow <= lastRow &&
    firstColumn <= lastColumn;
  if (!isInside) throw hostError('outside the sheet');
  return { firstRow, lastRow, firstColumn, lastColumn };
}

export function addressOf(area: CellRange, absolute: boolean): string {
  const mark = absolute ? '$' : '';
  const cell = (row: number, column: number) =>
    `${mark}${columnLetter(column)}${mark}${String(row + 1)}`;
  const first = cell(area.firstRow, area.firstColumn);
  const last = cell(area.lastRow, area.lastColumn);
  return first === last ? first : `${first}:${last}`;
}
