import { isoDay } from '../core';
import type { PlanColumn } from '../workbook/sheetPlan';
import type { TableColumn } from './layOutTable';
import type { OwnCell } from './readTypedRows';

const WIDTH = 18;

/**
 * Columns that the user added to a table of ours, as they go to its right end: by header, a cell per
 * row. Numbers stay numbers and days days where the whole column holds nothing else.
 */
export function planOwnColumns(
  rows: readonly (ReadonlyMap<string, OwnCell> | undefined)[],
  headers: readonly string[],
): readonly TableColumn[] {
  return headers.map((header) => {
    const cells = rows.map((row) => row?.get(header));
    return { header, width: WIDTH, column: planColumn(cells), input: true };
  });
}

/** The headers of all such columns, in order of appearance. */
export function findOwnHeaders(
  rows: Iterable<{ readonly own: ReadonlyMap<string, OwnCell> }>,
): readonly string[] {
  const headers = new Set<string>();
  for (const { own } of rows) for (const header of own.keys()) headers.add(header);
  return [...headers];
}

function planColumn(cells: readonly (OwnCell | undefined)[]): PlanColumn {
  const filled = cells.filter((cell) => cell !== undefined);
  if (filled.every((cell) => typeof cell === 'number')) {
    const values = cells.map((cell) => (typeof cell === 'number' ? cell : NaN));
    return { kind: 'number', values, style: 'input' };
  }
  if (filled.every((cell) => typeof cell === 'object')) {
    const values = cells.map((cell) => (typeof cell === 'object' ? cell.day : NaN));
    return { kind: 'number', values, style: 'inputDate' };
  }
  return { kind: 'text', values: cells.map(textOf), style: 'input' };
}

function textOf(cell: OwnCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? isoDay(cell.day) : String(cell);
}
