import type { CellPut } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { DAYS_TO_1904 } from './applyPlan';
import type { CellContent, MemorySheet } from './workbookContent';

/**
 * The sheets with values put into single cells; the given sheets are not changed.
 * @throws WorkbookFailure `workbook.sheetMissing` before anything is put.
 */
export function putCells(sheets: readonly MemorySheet[], puts: readonly CellPut[]): MemorySheet[] {
  const missing = puts.find(({ sheet }) => !sheets.some(({ name }) => name === sheet));
  if (missing) throw new WorkbookFailure('workbook.sheetMissing', { sheet: missing.sheet });
  return sheets.map((sheet) => {
    const own = puts.filter((put) => put.sheet === sheet.name);
    return own.length === 0 ? sheet : withCells(sheet, own);
  });
}

function withCells(sheet: MemorySheet, puts: readonly CellPut[]): MemorySheet {
  const rows = sheet.rows.map((cells) => cells.slice());
  for (const put of puts) {
    while (rows.length <= put.row) rows.push([]);
    const cells = rows[put.row] ?? [];
    while (cells.length < put.column) cells.push(null);
    cells[put.column] = contentOf(put, sheet.date1904 === true ? DAYS_TO_1904 : 0);
  }
  return { ...sheet, rows };
}

function contentOf({ value, isDate }: CellPut, shift: number): CellContent {
  return isDate === true && typeof value === 'number' ? { date: value - shift } : value;
}
