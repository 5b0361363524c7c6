import type { CellRange } from '../../../../src/core';
import { isWithin, overlaps } from '../address';
import { GENERAL, putCell, withFormat, type Cell, type Sheet } from '../book';
import { HostError } from '../hostError';

export interface SortField {
  /** 0-based column within the range. */
  readonly key: number;
  readonly ascending?: boolean;
}

/**
 * Sorts rows by numbers, as Excel does: a cell's format travels with it, its lines
 * stay; hidden rows stay where
 * they are; merged cells are refused, and so is an area that cuts a table.
 */
export function sortRange(sheet: Sheet, area: CellRange, fields: readonly SortField[]): void {
  const [field] = fields;
  if (field === undefined || fields.length > 1 || field.ascending === false) {
    throw new HostError('NotSimulated', 'this kind of sorting');
  }
  if (sheet.merges.some((merged) => overlaps(merged, area))) {
    throw new HostError('InvalidOperation', 'Merged cells need to be of the same size');
  }
  for (const table of sheet.tables) {
    const body = { ...table.area, firstRow: table.area.firstRow + 1 };
    const isInside =
      isWithin(body, area.firstRow, area.firstColumn) &&
      isWithin(body, area.lastRow, area.lastColumn);
    if (overlaps(table.area, area) && !isInside) {
      throw new HostError('InvalidOperation', 'The area cuts a table');
    }
  }
  const places: number[] = [];
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    if (!sheet.hiddenRows.has(row) && !sheet.filteredRows.has(row)) places.push(row);
  }
  const rows = places.map((row) => {
    const cells = (sheet.rows[row] ?? []).slice(area.firstColumn, area.lastColumn + 1);
    if (cells.some((cell) => cell?.formula !== undefined)) {
      throw new HostError('NotSimulated', 'sorting rows with formulas');
    }
    return { cells, key: keyOf(cells[field.key]) };
  });
  const lines = rows.map(({ cells }) => cells.map((cell) => cell?.format.borders));
  rows.sort((a, b) => a.key - b.key);
  rows.forEach(({ cells }, index) => {
    const row = places[index] ?? 0;
    for (let at = 0; at <= area.lastColumn - area.firstColumn; at++) {
      const column = area.firstColumn + at;
      const borders = lines[index]?.[at];
      putCell(sheet, row, column, withBorders(cells[at], borders));
    }
  });
}

/** Lines stay where they are. */
function withBorders(cell: Cell | undefined, borders: string | undefined): Cell | undefined {
  if (cell?.format.borders === borders) return cell;
  const { format, ...content } = cell ?? { value: '', format: GENERAL };
  return { ...content, format: withFormat(format, { borders }) };
}

/** Blank cells come last. */
function keyOf(cell: Cell | undefined): number {
  if (cell === undefined || cell.value === '') return Infinity;
  if (typeof cell.value !== 'number') throw new HostError('NotSimulated', 'sorting by texts');
  return cell.value;
}
