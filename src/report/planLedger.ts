import {
  columnLetter,
  EditKind,
  findOtherManagers,
  PRIORITIES,
  TRENDS,
  type Analysis,
  type CellEdits,
  type SheetLayout,
} from '../core';
import { ADDED_COLUMNS, findAddedColumn } from './addedColumns';
import { planPriorityLooks, planTrendLooks } from './conditionalLooks';
import type {
  AddedColumn,
  ColumnEdit,
  ConditionalFormatPlan,
  LedgerPlan,
} from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import { findLeastWidths } from './leastWidths';
import type { LedgerArea } from './ledgerArea';
import type { LedgerReading } from './ledgerReading';
import type { SheetNames } from './nameSheets';
import type { ReportWords } from './reportWords';
import { rangeReference } from './sheetReference';

export interface PlannedLedgers {
  readonly plans: readonly LedgerPlan[];
  readonly areas: readonly LedgerArea[];
}

/** Above this many rows a look-up per row would make the workbook slow to open: values instead. */
const MAX_LOOKUP_ROWS = 20_000;
const WIDTHS = {
  priority: 11,
  rowDelta: 15,
  customerDelta: 15,
  trend: 10,
  crossOwned: 18,
} as const;

/**
 * The ledger sheets in place (SPEC 10): rows kept, by their customer's rank, then by the basis;
 * cells cleaned; five columns added at the right. `rowsNow` tells where the rows stand that were not
 * read from the sheet itself.
 */
export function planLedgers(
  analysis: Analysis,
  words: ReportWords,
  sheetNames: SheetNames,
  rowsNow: LedgerReading['rowsNow'] = new Map(),
): PlannedLedgers {
  const orders = orderRows(analysis);
  const planned = analysis.layouts.flatMap((layout, index) => {
    if (layout.role !== 'ledger') return [];
    const rows = orders.get(index) ?? new Uint32Array();
    const now = rowsNow.get(layout.sheetIndex);
    return [planLedger(analysis, words, sheetNames, { layout, index, rows, ...(now && { now }) })];
  });
  return { plans: planned.map(({ plan }) => plan), areas: planned.map(({ area }) => area) };
}

/** Ledger rows of one sheet in their new order. */
interface OrderedLedger {
  readonly layout: SheetLayout;
  readonly index: number;
  readonly rows: Uint32Array;
  /** Where the rows read stand on the sheet, if not where they were read. */
  readonly now?: Int32Array;
}

function planLedger(
  analysis: Analysis,
  words: ReportWords,
  sheetNames: SheetNames,
  ledger: OrderedLedger,
): { plan: LedgerPlan; area: LedgerArea } {
  const { layout, rows } = ledger;
  const headerRow = layout.headerRow + layout.headerRows - 1;
  const firstAddedColumn = findAddedColumn(layout, words) ?? layout.lastColumn + 1;
  const { sourceRow } = analysis.ledger;
  const letterOf = (field: 'balance' | 'dailyAverage') => {
    const column = layout.columns[field]?.[0];
    return column === undefined ? undefined : columnLetter(column);
  };
  const balanceColumn = letterOf('balance');
  const dailyAverageColumn = letterOf('dailyAverage');
  const area: LedgerArea = {
    sheetName: layout.name,
    firstRow: headerRow + 2,
    lastRow: headerRow + 1 + rows.length,
    ...(balanceColumn && { balanceColumn }),
    ...(dailyAverageColumn && { dailyAverageColumn }),
    balanceFactor: 10 ** layout.balanceUnit,
    dailyAverageFactor: 10 ** layout.dailyAverageUnit,
    priorityColumn: columnLetter(firstAddedColumn + ADDED_COLUMNS.indexOf('priority')),
  };
  const edits = analysis
    .edits()
    .filter(({ layout: edited }) => edited === ledger.index)
    .map((columnEdits) => pickEdits(columnEdits, rows, sourceRow));
  const plan: LedgerPlan = {
    sheetName: layout.name,
    headerRow,
    order: rows.map((row) => {
      const read = sourceRow[row] ?? 0;
      return ledger.now?.[read] ?? read;
    }),
    edits,
    leastWidths: findLeastWidths(edits),
    firstAddedColumn,
    added: planAddedColumns(analysis, words, sheetNames, ledger, area),
    conditionalFormats: planLooks(analysis, words, area, firstAddedColumn),
  };
  return { plan, area };
}

function planLooks(
  { hasDelta }: Analysis,
  words: ReportWords,
  { firstRow, lastRow }: LedgerArea,
  firstAddedColumn: number,
): readonly ConditionalFormatPlan[] {
  if (lastRow < firstRow) return [];
  const range = (column: (typeof ADDED_COLUMNS)[number]) => {
    const at = firstAddedColumn + ADDED_COLUMNS.indexOf(column);
    return { firstRow: firstRow - 1, lastRow: lastRow - 1, firstColumn: at, lastColumn: at };
  };
  return [
    ...planPriorityLooks(range('priority')),
    ...(hasDelta ? planTrendLooks(range('trend'), words) : []),
  ];
}

/** Kept rows by sheet: customers by rank, then those not in the book; each one's largest row first. */
function orderRows(analysis: Analysis): Map<number, Uint32Array> {
  const { byRank, customers, ledger, basis, layouts } = analysis;
  const amounts = basis === 'balance' ? ledger.balanceFen : ledger.dailyAverageFen;
  const others = basis === 'balance' ? ledger.dailyAverageFen : ledger.balanceFen;
  const values = basis === 'balance' ? customers.balanceFen : customers.dailyAverageFen;
  const outside = Array.from({ length: customers.count }, (_, i) => i)
    .filter((customer) => customers.inBook[customer] !== 1)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const counts = new Uint32Array(layouts.length);
  for (const row of customers.rows) {
    const sheet = ledger.layout[row] ?? 0;
    counts[sheet] = (counts[sheet] ?? 0) + 1;
  }
  const orders = new Map<number, Uint32Array>();
  layouts.forEach((_, sheet) => orders.set(sheet, new Uint32Array(counts[sheet] ?? 0)));
  const filled = new Uint32Array(layouts.length);
  const place = (customer: number) => {
    const rows = customers.rows.slice(
      customers.rowStart[customer],
      customers.rowStart[customer + 1],
    );
    if (rows.length > 1) {
      rows.sort(
        (a, b) =>
          (amounts[b] ?? 0) - (amounts[a] ?? 0) || (others[b] ?? 0) - (others[a] ?? 0) || a - b,
      );
    }
    for (const row of rows) {
      const sheet = ledger.layout[row] ?? 0;
      const order = orders.get(sheet);
      const at = filled[sheet] ?? 0;
      if (order) order[at] = row;
      filled[sheet] = at + 1;
    }
  };
  byRank.forEach(place);
  outside.forEach(place);
  return orders;
}

function pickEdits(edits: CellEdits, rows: Uint32Array, sourceRow: Uint32Array): ColumnEdit {
  const kinds = new Uint8Array(rows.length);
  const values =
    edits.values instanceof Int32Array
      ? new Int32Array(rows.length)
      : new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const at = (sourceRow[rows[i] ?? 0] ?? 0) - edits.firstRow;
    kinds[i] = edits.kinds[at] ?? EditKind.keep;
    values[i] = edits.values[at] ?? 0;
  }
  return { column: edits.column, kinds, values, texts: edits.texts };
}

function planAddedColumns(
  analysis: Analysis,
  words: ReportWords,
  sheetNames: SheetNames,
  { layout, rows }: OrderedLedger,
  area: LedgerArea,
): AddedColumn[] {
  const { customers, ledger } = analysis;
  const customerAt = (i: number) => ledger.customer[rows[i] ?? 0] ?? -1;
  const inBook = (i: number) => customers.inBook[customerAt(i)] === 1;
  const labels = words.report.ledger;
  const trendWord = (i: number) =>
    analysis.hasDelta
      ? words.terms.trends[TRENDS[customers.trend[customerAt(i)] ?? 0] ?? 'stable']
      : words.terms.noTrend;
  const columns: Record<(typeof ADDED_COLUMNS)[number], AddedColumn['column']> = {
    priority: {
      kind: 'text',
      values: (i) => (inBook(i) ? (PRIORITIES[customers.priority[customerAt(i)] ?? 0] ?? '') : ''),
      style: 'text',
    },
    rowDelta: planRowDelta(analysis, rows, area),
    customerDelta: planCustomerDelta(analysis, sheetNames, { layout, rows }),
    trend: { kind: 'text', values: (i) => trendWord(i), style: 'text' },
    crossOwned: {
      kind: 'text',
      values: (i) =>
        customers.crossOwned[customerAt(i)] === 1
          ? words.format.list(findOtherManagers(analysis, customerAt(i)))
          : '',
      style: 'text',
    },
  };
  return ADDED_COLUMNS.map((column) => ({
    header: labels[column],
    width: WIDTHS[column],
    column: columns[column],
  }));
}

/** 日均 − 余额 of the row in yuan, live; empty where the ledger has only one of them. */
function planRowDelta(
  { ledger, hasDelta }: Analysis,
  rows: Uint32Array,
  area: LedgerArea,
): AddedColumn['column'] {
  const values = Float64Array.from(rows, (row) =>
    hasDelta ? ((ledger.dailyAverageFen[row] ?? 0) - (ledger.balanceFen[row] ?? 0)) / 100 : NaN,
  );
  if (!area.balanceColumn || !area.dailyAverageColumn) {
    return { kind: 'number', values, style: 'amount' };
  }
  const yuan = (letter: string, factor: number) =>
    `${letter}{r}${factor === 1 ? '' : `*${String(factor)}`}`;
  const average = yuan(area.dailyAverageColumn, area.dailyAverageFactor);
  const balance = yuan(area.balanceColumn, area.balanceFactor);
  return { kind: 'formula', formula: `ROUND(${average}-${balance},2)`, values, style: 'amount' };
}

/** The customer's 差额, looked up on 客户汇总 by id while that is quick and every id is there. */
function planCustomerDelta(
  analysis: Analysis,
  sheetNames: SheetNames,
  { layout, rows }: { layout: SheetLayout; rows: Uint32Array },
): AddedColumn['column'] {
  const { customers, ledger, hasDelta } = analysis;
  const values = Float64Array.from(rows, (row) =>
    hasDelta ? (customers.deltaFen[ledger.customer[row] ?? 0] ?? 0) / 100 : NaN,
  );
  const idColumn = layout.columns.customerId?.[0];
  const canLookUp =
    hasDelta &&
    idColumn !== undefined &&
    rows.length <= MAX_LOOKUP_ROWS &&
    rows.every((row) => isOnList(analysis, row));
  if (!canLookUp) return { kind: 'number', values, style: 'amount' };
  const span = customerRows(analysis);
  const listColumn = (column: CustomerColumn) =>
    rangeReference(sheetNames.customers, customerColumnLetter(column), span, 'absolute');
  const [deltas, ids] = [listColumn('delta'), listColumn('customerId')];
  const formula = `INDEX(${deltas},MATCH(${columnLetter(idColumn)}{r},${ids},0))`;
  return { kind: 'formula', formula, values, style: 'amount' };
}

/** The row's own id stands on the list, and is no pattern to MATCH. */
function isOnList({ customers, ledger }: Analysis, row: number): boolean {
  const id = ledger.customerId.shown(ledger.customerId.codes[row] ?? 0);
  const customer = ledger.customer[row] ?? -1;
  return (
    id !== '' &&
    !/[*?~]/.test(id) &&
    id === customers.id(customer) &&
    customers.inBook[customer] === 1
  );
}
