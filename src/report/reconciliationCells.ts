import type { PlanCell, StyleName } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import { OVERVIEW_LETTERS, widthOf, type OverviewGrid } from './overviewGrid';
import type { RowSpan } from './sheetReference';
import { wrappedHeight } from './textSize';

export type Amount = 'balance' | 'dailyAverage';
export type Amounts = Readonly<Record<Amount, number>>;
export const AMOUNTS = ['balance', 'dailyAverage'] as const satisfies readonly Amount[];

/** Columns of the overview that hold rows, balance and daily average. */
export const ROWS_COLUMN = OVERVIEW_LETTERS.count;
export const AMOUNT_COLUMNS: Readonly<Record<Amount, string>> = OVERVIEW_LETTERS;

/** Rows of the overview under construction. */
export interface ReconciliationRows {
  /** Adds a row of item, rows, two amounts and a note; gives its 1-based number. */
  add(cells: readonly PlanCell[]): number;
  /** The 1-based number of the next row. */
  next(): number;
}

const ROW_POINTS = 18;
const NOTE_COLUMN = 6;

export function createRows(grid: OverviewGrid): ReconciliationRows {
  return {
    add: ([item, rows, balance, dailyAverage, note]) => {
      const none = textCell('', 'text');
      const text = typeof note?.value === 'string' ? note.value : '';
      const row = grid.add(
        [
          [item ?? none, 3],
          [rows ?? none, 1],
          [balance ?? none, 1],
          [dailyAverage ?? none, 1],
          [note ?? none, 5],
        ],
        Math.max(ROW_POINTS, wrappedHeight([text], [widthOf(NOTE_COLUMN)]) - 4),
      );
      return row + 1;
    },
    next: () => grid.nextRow + 1,
  };
}

/** One line: what, how many rows, two amounts in yuan, and how it was found. */
export interface Line {
  readonly label: string;
  readonly note: string;
  readonly rows?: PlanCell;
  readonly balance: PlanCell;
  readonly dailyAverage: PlanCell;
  readonly style?: StyleName;
}

export function lineCells({ label, note, rows, balance, dailyAverage, style }: Line): PlanCell[] {
  return [
    textCell(label, style ?? 'label'),
    rows ?? textCell('', 'text'),
    balance,
    dailyAverage,
    textCell(note, 'note'),
  ];
}

/** A sum over the lines above. */
export function sumCells(
  label: string,
  { first, last }: RowSpan,
  [rows, balance, dailyAverage]: readonly [number, number, number],
): PlanCell[] {
  const sum = (column: string): { readonly formula?: string } =>
    last < first ? {} : { formula: `SUM(${column}${String(first)}:${column}${String(last)})` };
  return lineCells({
    label,
    note: '',
    style: 'totalText',
    rows: { value: rows, ...sum(ROWS_COLUMN), style: 'totalInteger' },
    balance: { value: balance, ...sum(AMOUNT_COLUMNS.balance), style: 'totalAmount' },
    dailyAverage: {
      value: dailyAverage,
      ...sum(AMOUNT_COLUMNS.dailyAverage),
      style: 'totalAmount',
    },
  });
}

/** Differences to the fen: what is 0 shows ✓, anything else is red. */
export function checkCells(
  label: string,
  note: string,
  formula: (column: string) => string,
  values: Amounts & { readonly rows?: number },
): PlanCell[] {
  const check = (amount: Amount): PlanCell => ({
    value: roundToFen(values[amount]),
    formula: `ROUND(${formula(AMOUNT_COLUMNS[amount])},2)`,
    style: 'checkAmount',
  });
  return lineCells({
    label,
    note,
    style: 'totalText',
    ...(values.rows === undefined
      ? {}
      : { rows: { value: values.rows, formula: formula(ROWS_COLUMN), style: 'check' } }),
    balance: check('balance'),
    dailyAverage: check('dailyAverage'),
  });
}

/** A difference as a check cell caches it: never −0. */
export function roundToFen(yuan: number): number {
  return Math.round(yuan * 100) / 100 || 0;
}
