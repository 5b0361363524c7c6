import { columnLetter, isoDay, NO_DAY, PRIORITIES, TRENDS, type Analysis } from '../core';
import { planListLooks } from './conditionalLooks';
import { planCustomerLinks } from './customerLinks';
import type { PlanColumn, SheetPlan, StyleName } from '../workbook/sheetPlan';
import { layOutHead } from './layOutHead';
import { layOutTable, planTable, type TableColumn } from './layOutTable';
import { MATURITY_COLUMNS, MATURITY_HEADER_ROW, type MaturityColumn } from './maturityColumns';
import { DATA_DATE_CELL } from './overviewHead';
import { planLeftMaturities } from './leftMaturities';
import { findListPlaces } from './listPlaces';
import { findOwnHeaders, planOwnColumns } from './ownColumns';
import { pickNumbers, pickYuan } from './pickColumns';
import type { ReportInput } from './reportInput';
import { cellReference, type RowSpan } from './sheetReference';
import {
  findTrackedMaturities,
  type TrackedMaturities,
  type TrackedMaturity,
} from './trackedMaturities';

const HEADER_ROW = MATURITY_HEADER_ROW;
const POSITION_COLUMN = columnLetter(MATURITY_COLUMNS.indexOf('position'));
export const MATURITY_AMOUNT_COLUMN = columnLetter(MATURITY_COLUMNS.indexOf('amount'));

/** 1-based rows of `deposits` deposits on their sheet. */
export function maturityRows(deposits: number): RowSpan {
  return { first: HEADER_ROW + 2, last: HEADER_ROW + 1 + deposits };
}

/**
 * Ledger rows of the deposits with a balance that mature within the reminder window, both ends
 * included, of customers in the book: by date, priority, then amount. A shared deposit is one row.
 */
export function findMaturingRows({ ledger, customers, dataDate, settings }: Analysis): Uint32Array {
  const found: number[] = [];
  for (let row = 0; row < ledger.rowCount; row++) {
    const day = ledger.maturityDay[row] ?? NO_DAY;
    if (day < dataDate || day > dataDate + settings.reminderDays) continue;
    if (!((ledger.balanceFen[row] ?? 0) > 0) || ledger.countedBefore[row] === 1) continue;
    const customer = ledger.customer[row] ?? -1;
    if (ledger.reason[row] === 0 && customer >= 0 && customers.inBook[customer] === 1) {
      found.push(row);
    }
  }
  const priority = (row: number): number => customers.priority[ledger.customer[row] ?? 0] ?? 0;
  const day = (row: number): number => ledger.maturityDay[row] ?? 0;
  const amount = (row: number): number => ledger.balanceFen[row] ?? 0;
  return Uint32Array.from(found).sort(
    (a, b) => day(a) - day(b) || priority(a) - priority(b) || amount(b) - amount(a) || a - b,
  );
}

/** 到期提醒: the deposits that mature within the reminder window, by date (SPEC 10). */
export function planMaturities(input: ReportInput, rows: Uint32Array): SheetPlan {
  const { analysis, words, sheetNames } = input;
  const labels = words.report.maturities;
  const tracked = findTrackedMaturities(input);
  const noted = findTrackedRows(input, rows, tracked);
  const ownHeaders = findOwnHeaders(tracked.all);
  const columns = [
    ...planColumns(input, rows, noted),
    ...planOwnColumns(
      noted.map((row) => row?.own),
      ownHeaders,
    ),
  ];
  const leftRow = HEADER_ROW + 1 + rows.length + 1;
  const title = labels.title(rows.length, analysis.settings.reminderDays, analysis.dataDate);
  const doneColumn = columns.findIndex(({ header }) => header === labels.columns.done);
  const widths = columns.map(({ width }) => width);
  const head = layOutHead({
    title,
    hint: labels.hint,
    hintColumns: { first: 0, last: MATURITY_COLUMNS.length - 1 },
    widths,
  });
  return {
    role: 'maturities',
    name: sheetNames.maturities,
    widths,
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 0,
    blocks: [
      ...head.blocks,
      ...layOutTable(HEADER_ROW, rows.length, columns),
      ...planLeftMaturities(tracked.left(), leftRow, { words, ownHeaders }),
    ],
    conditionalFormats: planListLooks(input, {
      columns: MATURITY_COLUMNS,
      bars: 'amount',
      headerRow: HEADER_ROW,
      rowCount: rows.length,
    }),
    tables: planTable('HandoverMaturities', {
      row: HEADER_ROW,
      rowCount: rows.length,
      headers: columns.map(({ header }) => header),
    }),
    validations:
      rows.length === 0
        ? []
        : [
            {
              range: {
                firstRow: HEADER_ROW + 1,
                lastRow: HEADER_ROW + rows.length,
                firstColumn: doneColumn,
                lastColumn: doneColumn,
              },
              rule: { kind: 'list', values: labels.doneStates },
              errorTitle: words.report.validation.title,
              errorMessage: words.report.validation.choose(labels.doneStates),
            },
          ],
    merges: [head.merge],
    rowHeights: new Map([...head.heights, [HEADER_ROW, 32]]),
    tabColor: 'BF8F00',
    print: {
      landscape: true,
      repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
      footer: words.report.footer(sheetNames.maturities),
    },
  };
}

function planColumns(
  input: ReportInput,
  rows: Uint32Array,
  noted: readonly (TrackedMaturity | undefined)[],
): readonly TableColumn[] {
  const contents = planContents(input, rows, noted);
  return MATURITY_COLUMNS.map((key) => ({
    header: input.words.report.maturities.columns[key],
    width: WIDTHS[key],
    column: contents[key],
    input: key === 'done' || key === 'remark',
  }));
}

const WIDTHS: Readonly<Record<MaturityColumn, number>> = {
  maturity: 12,
  daysLeft: 10,
  priority: 8,
  customerId: 14,
  name: 14,
  phone: 14,
  account: 10,
  product: 20,
  amount: 17,
  trend: 10,
  done: 12,
  remark: 28,
  position: 8,
};

function planContents(
  input: ReportInput,
  rows: Uint32Array,
  noted: readonly (TrackedMaturity | undefined)[],
): Readonly<Record<MaturityColumn, PlanColumn>> {
  const { analysis, words, sheetNames } = input;
  const { ledger, customers, dataDate, hasDelta } = analysis;
  const { terms } = words;
  const places = findListPlaces(analysis);
  const owners = Uint32Array.from(rows, (row) => ledger.customer[row] ?? 0);
  const text = (
    style: StyleName,
    value: (row: number, customer: number) => string,
  ): PlanColumn => ({
    kind: 'text',
    values: (index) => {
      const row = rows[index] ?? 0;
      return value(row, ledger.customer[row] ?? 0);
    },
    style,
  });
  return {
    maturity: { kind: 'number', values: pickNumbers(rows, ledger.maturityDay), style: 'date' },
    daysLeft: {
      kind: 'formula',
      formula: `A{r}-${cellReference(sheetNames.overview, DATA_DATE_CELL)}`,
      values: Float64Array.from(rows, (row) => (ledger.maturityDay[row] ?? 0) - dataDate),
      style: 'integer',
    },
    priority: text(
      'center',
      (_, customer) => PRIORITIES[customers.priority[customer] ?? 3] ?? 'P4',
    ),
    customerId: text('text', (_, customer) => customers.id(customer)),
    name: planCustomerLinks(input, owners, POSITION_COLUMN),
    phone: text('text', (_, customer) => customers.detail(customer, 'phone')),
    account: text('center', (row) =>
      accountTail(ledger.accountNo.shown(ledger.accountNo.codes[row] ?? 0)),
    ),
    product: text('text', (row) => textAt(ledger.product, row)),
    amount: { kind: 'number', values: pickYuan(rows, ledger.balanceFen), style: 'amount' },
    trend: text('center', (_, customer) =>
      hasDelta ? terms.trends[TRENDS[customers.trend[customer] ?? 2] ?? 'stable'] : terms.noTrend,
    ),
    done: { kind: 'text', values: noted.map((row) => row?.done ?? ''), style: 'input' },
    remark: { kind: 'text', values: noted.map((row) => row?.remark ?? ''), style: 'input' },
    position: { kind: 'number', values: pickNumbers(owners, places), style: 'ordinal' },
  };
}

/** What an earlier run's user noted beside each of the rows. */
function findTrackedRows(
  input: ReportInput,
  rows: Uint32Array,
  tracked: TrackedMaturities,
): readonly (TrackedMaturity | undefined)[] {
  const { ledger, customers } = input.analysis;
  if (tracked.all.length === 0) return Array.from(rows, () => undefined);
  return Array.from(rows, (row) => {
    const customer = ledger.customer[row] ?? 0;
    return tracked.take({
      customerId: customers.id(customer),
      name: customers.name(customer) || customers.id(customer),
      account: accountTail(ledger.accountNo.shown(ledger.accountNo.codes[row] ?? 0)),
      maturity: isoDay(ledger.maturityDay[row] ?? 0),
    });
  });
}

function textAt(
  column: { readonly codes: Int32Array; readonly values: readonly string[] },
  row: number,
): string {
  return column.values[column.codes[row] ?? 0] ?? '';
}

/** The last four characters are enough to tell the deposits of one customer apart. */
function accountTail(account: string): string {
  return account.length > 4 ? `*${account.slice(-4)}` : account;
}
