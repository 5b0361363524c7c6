import type { CellRange } from '../../core';
import { isDateFormat } from '../dateFormat';
import type { CellValue } from '../sheetPlan';
import { WorkbookFailure } from '../workbookFailure';
import { addressOf } from './addresses';
import { readRows, type Scalar } from './blocks';
import { errorIndex } from './cellErrors';
import { listSheets } from './listSheets';
import type { Session } from './session';
import type { WpsSheet } from './wpsTypes';
import { DAYS_TO_1904 } from './writeBlock';

/** The values of a small area as they stand; a date as a 1900-system serial. */
export function readCells({ book }: Session, name: string, area: CellRange): CellValue[][] {
  const sheet = listSheets(book).find((listed) => listed.name === name)?.sheet;
  if (sheet === undefined) throw new WorkbookFailure('workbook.sheetMissing', { sheet: name });
  const date1904 = book.Date1904;
  return readRows(sheet, area).map((cells, down) =>
    cells.map((cell, right) => {
      const value = valueOf(cell);
      if (!date1904 || typeof value !== 'number') return value;
      const isDate = showsDate(sheet, area.firstRow + down, area.firstColumn + right);
      return isDate ? value + DAYS_TO_1904 : value;
    }),
  );
}

function valueOf(cell: Scalar): CellValue {
  if (cell === undefined || cell === '') return null;
  return typeof cell === 'number' && errorIndex(cell) >= 0 ? null : cell;
}

function showsDate(sheet: WpsSheet, row: number, column: number): boolean {
  const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  return isDateFormat(sheet.Range(addressOf(cell)).NumberFormat ?? '');
}
