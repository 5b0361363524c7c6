import type { CellRange } from '../core';
import type { CellsBlock } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import { wrappedHeight } from './textSize';

export interface SheetHead {
  readonly title: string;
  /** What to know about the sheet. */
  readonly hint: string;
  /** 0-based columns that the hint stands over, both ends included, and the widths of all. */
  readonly hintColumns: { readonly first: number; readonly last: number };
  readonly widths: readonly number[];
}

const TITLE_POINTS = 26;

/**
 * A sheet's first two rows. The hint stands right of the frozen columns and no wider than the first
 * page: elsewhere it would be cut, on the screen when scrolled and on each page across.
 */
export function layOutHead({ title, hint, hintColumns: { first, last }, widths }: SheetHead): {
  readonly blocks: readonly CellsBlock[];
  readonly merge: CellRange;
  readonly heights: readonly (readonly [number, number])[];
} {
  const width = widths.slice(first, last + 1).reduce((sum, each) => sum + each, 0);
  return {
    blocks: [
      { kind: 'cells', row: 0, column: 0, cells: [[textCell(title, 'title')]] },
      { kind: 'cells', row: 1, column: first, cells: [[textCell(hint, 'note')]] },
    ],
    merge: { firstRow: 1, lastRow: 1, firstColumn: first, lastColumn: last },
    heights: [
      [0, TITLE_POINTS],
      [1, wrappedHeight([hint], [width])],
    ],
  };
}
