import { isDateFormat } from '../dateFormat';
import { formatForDate, formatForNumber, TEXT } from '../editFormats';
import type { CellPut } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { addressOf, columnArea } from './addresses';
import { listSheets } from './listSheets';
import type { Session } from './session';
import { needsTextFormat } from './textEntry';
import type { WpsRange } from './wpsTypes';
import { DAYS_TO_1904 } from './writeBlock';

/** Puts single values; all sheets are there before the first is put. */
export function putCells({ book, journal }: Session, puts: readonly CellPut[]): void {
  const sheets = new Map(listSheets(book).map(({ name, sheet }) => [name, sheet]));
  const targets = puts.map((put) => {
    const sheet = sheets.get(put.sheet);
    if (!sheet) throw new WorkbookFailure('workbook.sheetMissing', { sheet: put.sheet });
    return { put, sheet };
  });
  for (const { sheet: name } of puts) {
    if (sheets.get(name)?.ProtectContents === true) {
      throw new WorkbookFailure('workbook.protected', { sheet: name });
    }
  }
  const shift = book.Date1904 ? DAYS_TO_1904 : 0;
  for (const { put, sheet } of targets) {
    const cell = sheet.Range(addressOf(columnArea(put.column, put.row, put.row)));
    const format = cell.NumberFormat;
    const formula = cell.Formula;
    const value = cell.Value2;
    journal.willDo(() => {
      cell.Value2 = null;
      if (typeof format === 'string') cell.NumberFormat = format;
      if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) {
        cell.Formula = formula;
      } else cell.Value2 = value ?? null;
    });
    putCell(cell, put, { format: format ?? 'General', shift });
  }
}

function putCell(
  cell: WpsRange,
  { value, isDate }: CellPut,
  { format, shift }: { readonly format: string; readonly shift: number },
): void {
  const needed = neededFormat(value, isDate === true, format);
  if (needed !== format) cell.NumberFormat = needed;
  cell.Value2 = typeof value === 'number' && isDate === true ? value - shift : value;
}

/** The cell's own format, unless the value would become something else in it. */
function neededFormat(value: CellPut['value'], isDate: boolean, format: string): string {
  if (typeof value === 'string') {
    return format !== TEXT && needsTextFormat(value) ? TEXT : format;
  }
  if (typeof value !== 'number') return format;
  if (isDate) return formatForDate(format);
  return isDateFormat(format) ? format : formatForNumber(format, value);
}
