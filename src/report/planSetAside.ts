import { SET_ASIDE_REASONS, cellText, columnLetter, type Analysis, type RawSheet } from '../core';
import type { PlanColumn, SheetPlan } from '../workbook/sheetPlan';
import { layOutHead } from './layOutHead';
import { layOutTable, type TableColumn } from './layOutTable';
import type { ReportInput } from './reportInput';
import type { SetAsideColumn } from './reportWords';
import type { RowSpan } from './sheetReference';

const HEADER_ROW = 2;
/** Up to the reason. */
const FROZEN_COLUMNS = 3;
/** Characters side by side on a landscape page, and those of the columns repeated on each. */
const PAGE_WIDTH = 190;
/** Columns that any first page holds. */
const HINT_COLUMNS = 8;
const REASON_WIDTH = 54;
export const SET_ASIDE_LETTERS = { reason: 'C', balance: 'D', dailyAverage: 'E' } as const;

/** 1-based rows of `count` rows set aside on their sheet. */
export function setAsideRows(count: number): RowSpan {
  return { first: HEADER_ROW + 2, last: HEADER_ROW + 1 + count };
}

/** Ledger rows that were set aside, in reading order. */
export function findSetAsideRows({ ledger }: Analysis): Uint32Array {
  const found: number[] = [];
  for (let row = 0; row < ledger.rowCount; row++) if (ledger.reason[row] !== 0) found.push(row);
  return Uint32Array.from(found);
}

/** 剔除数据: every row set aside, whole, with sheet, row and reason (SPEC 10). */
export function planSetAside(input: ReportInput, rows: Uint32Array): SheetPlan {
  const { words, sheetNames } = input;
  const labels = words.report.setAside;
  const columns = [...planReasonColumns(input, rows), ...planSourceColumns(input, rows)];
  const widths = columns.map(({ width }) => width);
  const width = widths.reduce((sum, each) => sum + each, 0);
  const head = layOutHead({
    title: labels.title(rows.length),
    hint: labels.hint,
    hintColumns: { first: FROZEN_COLUMNS, last: Math.min(columns.length, HINT_COLUMNS) - 1 },
    widths,
  });
  return {
    role: 'setAside',
    name: sheetNames.setAside,
    widths,
    frozenRows: HEADER_ROW + 1,
    frozenColumns: FROZEN_COLUMNS,
    blocks: [...head.blocks, ...layOutTable(HEADER_ROW, rows.length, columns)],
    tables: [],
    validations: [],
    merges: [head.merge],
    rowHeights: new Map([...head.heights, [HEADER_ROW, 32]]),
    tabColor: '7F7F7F',
    print: {
      landscape: true,
      pagesWide: Math.ceil((width - REASON_WIDTH) / (PAGE_WIDTH - REASON_WIDTH)),
      repeatColumns: { first: 0, last: FROZEN_COLUMNS - 1 },
      repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
      footer: words.report.footer(sheetNames.setAside),
    },
  };
}

function planReasonColumns(
  { analysis: { ledger, layouts }, words }: ReportInput,
  rows: Uint32Array,
): readonly TableColumn[] {
  const column = (key: SetAsideColumn, width: number, plan: PlanColumn): TableColumn => ({
    header: words.report.setAside.columns[key],
    width,
    column: plan,
  });
  const text = (value: (row: number) => string): PlanColumn => ({
    kind: 'text',
    values: (index) => value(rows[index] ?? 0),
    style: 'text',
  });
  // Unreadable amounts are NaN, which a plan takes for an empty cell.
  const amount = (fen: Float64Array): PlanColumn => ({
    kind: 'number',
    values: Float64Array.from(rows, (row) => (fen[row] ?? NaN) / 100),
    style: 'amount',
  });
  return [
    column(
      'sheet',
      18,
      text((row) => layouts[ledger.layout[row] ?? 0]?.name ?? ''),
    ),
    column('row', 12, {
      kind: 'number',
      values: Float64Array.from(rows, (row) => (ledger.sourceRow[row] ?? 0) + 1),
      style: 'integer',
    }),
    column(
      'reason',
      24,
      text((row) => {
        const reason = SET_ASIDE_REASONS[ledger.reason[row] ?? 0] ?? 'kept';
        return reason === 'kept' ? '' : words.terms.setAsideReasons[reason];
      }),
    ),
    column('balance', 17, amount(ledger.balanceFen)),
    column('dailyAverage', 17, amount(ledger.dailyAverageFen)),
  ];
}

/** The source cells as text, column by column as they stood. */
function planSourceColumns(
  { analysis: { ledger, layouts }, workbook, words }: ReportInput,
  rows: Uint32Array,
): readonly TableColumn[] {
  const ledgers = layouts.filter(({ role }) => role === 'ledger');
  const sheets: (RawSheet | undefined)[] = layouts.map(
    ({ sheetIndex }) => workbook.sheets[sheetIndex],
  );
  const count = Math.max(0, ...ledgers.map(({ lastColumn }) => lastColumn + 1));
  return Array.from({ length: rows.length === 0 ? 0 : count }, (_, source) => {
    const headers = new Set(ledgers.map(({ headers: texts }) => texts[source] ?? ''));
    headers.delete('');
    return {
      header:
        headers.size === 0
          ? words.report.setAside.sourceColumn(columnLetter(source))
          : [...headers].join(' / '),
      width: 20,
      column: {
        kind: 'text',
        values: (index) => {
          const row = rows[index] ?? 0;
          const sheet = sheets[ledger.layout[row] ?? 0];
          return sheet === undefined
            ? ''
            : cellText(sheet, sheet.columns[source], ledger.sourceRow[row] ?? 0);
        },
        style: 'text',
      },
    };
  });
}
