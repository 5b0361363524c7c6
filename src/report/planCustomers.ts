import type { ConditionalFormatPlan, SheetPlan, ValidationPlan } from '../workbook/sheetPlan';
import {
  planAmountBars,
  planDueLooks,
  planPriorityLooks,
  planTrendLooks,
} from './conditionalLooks';
import {
  CUSTOMER_COLUMNS,
  CUSTOMER_FROZEN_COLUMNS,
  CUSTOMER_HEADER_ROW,
  TRACKING_COLUMNS,
  type CustomerColumn,
} from './customerColumns';
import { layOutHead } from './layOutHead';
import { columnRange, layOutTable, planTable } from './layOutTable';
import { planLeftCustomers } from './leftCustomers';
import { findOwnHeaders, planOwnColumns } from './ownColumns';
import { createReasons, planCustomerColumns } from './planCustomerColumns';
import type { ReportInput } from './reportInput';
import { ONE_LINE_POINTS, wrappedHeight } from './textSize';
import { findTracked } from './trackedCustomers';

/** 客户汇总: one row per customer in the order of the call list (SPEC 10). */
export function planCustomers(input: ReportInput): SheetPlan {
  const { analysis, words, sheetNames } = input;
  const rowCount = analysis.callList.length;
  const labels = words.report.customers;
  const tracked = findTracked(input);
  const contents = planCustomerColumns(input, tracked);
  const ownHeaders = findOwnHeaders(tracked.all);
  const own = planOwnColumns(
    ownHeaders.length === 0
      ? []
      : Array.from(analysis.callList, (customer) => tracked.find(customer)?.own),
    ownHeaders,
  );
  const tracking = new Set<CustomerColumn>(TRACKING_COLUMNS);
  const columns = [
    ...CUSTOMER_COLUMNS.map((column) => ({
      header: labels.columns[column],
      width: WIDTHS[column],
      column: contents[column],
      input: tracking.has(column),
    })),
    ...own,
  ];
  const leftRow = CUSTOMER_HEADER_ROW + 1 + rowCount + 1;
  const hint = [
    labels.hint(analysis.dataDate),
    ...(tracked.left.length === 0 ? [] : [labels.left.hint(tracked.left.length, leftRow + 1)]),
  ].join(' ');
  const widths = columns.map(({ width }) => width);
  const head = layOutHead({
    title: labels.title(rowCount),
    hint,
    hintColumns: { first: CUSTOMER_FROZEN_COLUMNS, last: CUSTOMER_COLUMNS.indexOf('remark') },
    widths,
  });
  return {
    role: 'customers',
    name: sheetNames.customers,
    widths,
    frozenRows: CUSTOMER_HEADER_ROW + 1,
    frozenColumns: CUSTOMER_FROZEN_COLUMNS,
    blocks: [
      ...head.blocks,
      ...layOutTable(CUSTOMER_HEADER_ROW, rowCount, columns),
      ...planLeftCustomers(tracked.left, leftRow, { words, ownHeaders }),
    ],
    tables: planTable('HandoverCustomers', {
      row: CUSTOMER_HEADER_ROW,
      rowCount: rowCount,
      headers: columns.map(({ header }) => header),
    }),
    validations: planValidations(input),
    conditionalFormats: planLooks(input),
    merges: [head.merge],
    rowHeights: new Map([...head.heights, [CUSTOMER_HEADER_ROW, 32], ...tallRows(input)]),
    tabColor: '1F3864',
    print: {
      landscape: true,
      // The first page holds the call list up to the remark, the next two the figures.
      pagesWide: 3,
      repeatRows: { first: CUSTOMER_HEADER_ROW, last: CUSTOMER_HEADER_ROW },
      repeatColumns: { first: 0, last: CUSTOMER_FROZEN_COLUMNS - 1 },
      footer: words.report.footer(sheetNames.customers),
    },
  };
}

const WIDTHS: Readonly<Record<CustomerColumn, number>> = {
  priority: 8,
  contactOrder: 8,
  customerId: 14,
  name: 14,
  phone: 14,
  script: 8,
  reasons: 60,
  callResult: 11,
  weChat: 10,
  invitation: 10,
  nextContact: 12,
  remark: 24,
  trend: 10,
  delta: 16,
  notes: 18,
  balance: 17,
  dailyAverage: 17,
  valueClass: 8,
  rank: 8,
  cumulativeShare: 10,
  accounts: 8,
  demand: 16,
  term: 16,
  other: 16,
  nextMaturity: 12,
  maturing30: 16,
  crossOwned: 18,
  ownShare: 10,
  stance: 9,
  branch: 18,
  ownBalance: 16,
  ownDailyAverage: 16,
  ownAccounts: 10,
  position: 8,
};

/** Rows whose reasons take more than one line. */
function* tallRows({ analysis, words }: ReportInput): Generator<[number, number]> {
  const reasons = createReasons(analysis, words);
  for (const [position, customer] of analysis.callList.entries()) {
    const height = wrappedHeight([reasons(customer)], [WIDTHS.reasons]);
    if (height > ONE_LINE_POINTS) yield [CUSTOMER_HEADER_ROW + 1 + position, height];
  }
}

function planLooks({ analysis, words }: ReportInput): readonly ConditionalFormatPlan[] {
  const rowCount = analysis.callList.length;
  if (rowCount === 0) return [];
  const range = (column: CustomerColumn) => rangeOf(column, rowCount);
  return [
    ...planPriorityLooks(range('priority')),
    ...(analysis.hasDelta
      ? [...planTrendLooks(range('trend'), words), planAmountBars(range('delta'), 'delta')]
      : []),
    planAmountBars(range(analysis.hasBalance ? 'balance' : 'dailyAverage'), 'amount'),
    planDueLooks(range('nextContact')),
  ];
}

function planValidations({ analysis, words }: ReportInput): readonly ValidationPlan[] {
  const rowCount = analysis.callList.length;
  if (rowCount === 0) return [];
  const { customers, validation } = words.report;
  const choice = (column: CustomerColumn, values: readonly string[]): ValidationPlan => ({
    range: rangeOf(column, rowCount),
    rule: { kind: 'list', values },
    errorTitle: validation.title,
    errorMessage: validation.choose(values),
  });
  return [
    choice('callResult', customers.callResults),
    choice('weChat', customers.weChatStates),
    choice('invitation', customers.invitations),
    {
      range: rangeOf('nextContact', rowCount),
      rule: { kind: 'date' },
      errorTitle: validation.title,
      errorMessage: validation.date,
    },
  ];
}

function rangeOf(column: CustomerColumn, rowCount: number): ValidationPlan['range'] {
  return columnRange(CUSTOMER_COLUMNS, column, { headerRow: CUSTOMER_HEADER_ROW, rowCount });
}
