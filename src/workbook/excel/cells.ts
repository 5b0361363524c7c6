import { columnLetter, type CellRange } from '../../core';
import { ACTION_BYTES, blockBytes } from './payload';
import type { WriteStep } from './writeQueue';

/** What a cell is set to; `null` leaves it alone, an empty text empties it. */
export type Input = string | number | boolean | null;

/** An area of a sheet by its upper left corner. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The range, forgotten by the client after its request: nothing is to be given back. */
function rangeAt(
  context: Excel.RequestContext,
  { sheet, row, column }: Place,
  rows: number,
  columns: number,
): Excel.Range {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  return worksheet.getRangeByIndexes(row, column, rows, columns).untrack();
}

export function areaOf(
  context: Excel.RequestContext,
  sheet: string,
  { firstRow, lastRow, firstColumn, lastColumn }: CellRange,
): Excel.Range {
  const place = { sheet, row: firstRow, column: firstColumn };
  return rangeAt(context, place, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
}

/** `A1:C9` */
export function areaAddress({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const corner = (row: number, column: number) => columnLetter(column) + String(row + 1);
  return `${corner(firstRow, firstColumn)}:${corner(lastRow, lastColumn)}`;
}

export type CellProperty = 'values' | 'formulas' | 'numberFormat';

/** Sets one property of a block of cells; halved by rows where it is too large. */
export function writeBlock(
  place: Place,
  property: CellProperty,
  cells: readonly (readonly Input[])[],
): WriteStep {
  const step: WriteStep = {
    bytes: blockBytes(cells),
    cells: property === 'numberFormat' ? 0 : cells.length * (cells[0]?.length ?? 0),
    run(context) {
      const range = rangeAt(context, place, cells.length, cells[0]?.length ?? 0);
      range[property] = cells as Input[][];
    },
  };
  if (cells.length < 2) return step;
  const middle = cells.length >> 1;
  return {
    ...step,
    split: () => [
      writeBlock(place, property, cells.slice(0, middle)),
      writeBlock({ ...place, row: place.row + middle }, property, cells.slice(middle)),
    ],
  };
}

/** Some actions on one area. */
export function actOn(
  sheet: string,
  area: CellRange,
  act: (range: Excel.Range) => void,
  actions = 1,
): WriteStep {
  return {
    bytes: ACTION_BYTES * actions,
    run(context) {
      act(areaOf(context, sheet, area));
    },
  };
}
