import type { CellRange } from '../core';
import type { PlanCell } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import { ONE_LINE_POINTS, wrappedHeight } from './textSize';

/**
 * The overview's columns: position, priority, name, then what all its tables share: a narrow
 * number, three amounts, and room for words. Amounts up to 999 亿 to the fen fit.
 */
export const OVERVIEW_WIDTHS: readonly number[] = [5, 7, 15, 10, 16, 16, 16, 9, 18, 17, 8];
export const LAST_COLUMN = OVERVIEW_WIDTHS.length - 1;

/** Letters of the columns that hold a count and amounts in every table of the overview. */
export const OVERVIEW_LETTERS = {
  count: 'D',
  balance: 'E',
  dailyAverage: 'F',
  delta: 'G',
} as const;

/** Columns of the five cards side by side: first and how many. */
export const CARDS: readonly (readonly [first: number, columns: number])[] = [
  [0, 3],
  [3, 2],
  [5, 2],
  [7, 2],
  [9, 2],
];

/** A cell and the number of columns that it covers. */
export type Span = readonly [cell: PlanCell, columns: number];

/** A sheet under construction, row by row. */
export interface OverviewGrid {
  /** 0-based row that the next call fills. */
  readonly nextRow: number;
  readonly rows: PlanCell[][];
  readonly merges: CellRange[];
  readonly heights: Map<number, number>;
  /**
   * Adds a row of cells from column A on, taller than `height` where a header or label needs more
   * lines; gives its 0-based number.
   */
  add(spans: readonly Span[], height: number): number;
  gap(): void;
  /** A heading across all columns, with a hint at its right. */
  heading(text: string, hint?: PlanCell): number;
}

const GAP_POINTS = 8;
const HEADING_POINTS = 21;

export function createOverviewGrid(): OverviewGrid {
  const rows: PlanCell[][] = [];
  const merges: CellRange[] = [];
  const heights = new Map<number, number>();
  const add = (spans: readonly Span[], height: number): number => {
    const row = rows.length;
    const cells: PlanCell[] = [];
    for (const [cell, columns] of spans) {
      const firstColumn = cells.length;
      cells.push(cell, ...Array.from({ length: columns - 1 }, () => blank(cell)));
      if (columns > 1) {
        merges.push({ firstRow: row, lastRow: row, firstColumn, lastColumn: cells.length - 1 });
      }
    }
    rows.push(cells);
    heights.set(row, Math.max(height, wholeHeight(spans)));
    return row;
  };
  return {
    get nextRow() {
      return rows.length;
    },
    rows,
    merges,
    heights,
    add,
    gap: () => {
      add([], GAP_POINTS);
    },
    heading: (text, hint) =>
      add(
        [
          [textCell(text, 'heading'), 5],
          [hint ?? textCell('', 'headingHint'), OVERVIEW_WIDTHS.length - 5],
        ],
        HEADING_POINTS,
      ),
  };
}

/** Height in which headers and labels stand whole. */
function wholeHeight(spans: readonly Span[]): number {
  let column = 0;
  let height = 0;
  for (const [{ value, style }, columns] of spans) {
    const wraps = style === 'header' || style === 'label';
    if (wraps && typeof value === 'string' && value !== '') {
      const lines = wrappedHeight([value], [widthOf(column, columns)]);
      if (lines > ONE_LINE_POINTS) height = Math.max(height, lines);
    }
    column += columns;
  }
  return height;
}

/** What a merged area looks like beside its first cell. */
function blank({ style }: PlanCell): PlanCell {
  return { value: null, ...(style === undefined ? {} : { style }) };
}

/** Width of some columns together, in characters. */
export function widthOf(firstColumn: number, columns = OVERVIEW_WIDTHS.length): number {
  return OVERVIEW_WIDTHS.slice(firstColumn, firstColumn + columns).reduce(
    (sum, width) => sum + width,
    0,
  );
}
