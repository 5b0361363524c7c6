import type { CellRange } from '../../core';
import type { CellValue } from '../sheetPlan';
import { DAYS_TO_1904 } from './applyPlan';
import type { CellContent, MemorySheet } from './workbookContent';

/** The values of an area as they stand: a formula's result, a date as a 1900-system serial. */
export function readCells(sheet: MemorySheet, area: CellRange): CellValue[][] {
  const shift = sheet.date1904 === true ? DAYS_TO_1904 : 0;
  return Array.from({ length: area.lastRow - area.firstRow + 1 }, (_, down) =>
    Array.from({ length: area.lastColumn - area.firstColumn + 1 }, (__, right) =>
      valueOf(sheet.rows[area.firstRow + down]?.[area.firstColumn + right] ?? null, shift),
    ),
  );
}

function valueOf(cell: CellContent, shift: number): CellValue {
  if (typeof cell !== 'object' || cell === null) return cell;
  if ('formula' in cell) return valueOf(cell.result, shift);
  return 'date' in cell ? cell.date + shift : null;
}
