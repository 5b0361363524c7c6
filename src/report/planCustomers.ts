import {
  NAME_SOURCES,
  PRIORITIES,
  STANCES,
  TRENDS,
  VALUE_CLASSES,
  findOtherManagers,
  findReasons,
  type Analysis,
} from '../core';
import type { PlanColumn, SheetPlan, StyleName, ValidationPlan } from '../workbook/sheetPlan';
import {
  CUSTOMER_COLUMNS,
  CUSTOMER_HEADER_ROW,
  customerColumnLetter as letter,
  TRACKING_COLUMNS,
  type CustomerColumn,
} from './customerColumns';
import { layOutLines, layOutTable, planTable, textCell } from './layOutTable';
import { emptyNumbers, pickDays, pickNumbers, pickYuan } from './pickColumns';
import { countOwnAccounts } from './ownAccounts';
import type { ReportInput } from './reportInput';
import { shareFormula } from './shareFormula';
import type { RowSpan } from './sheetReference';

/** Beyond this the running share is a value: a sum per row over all rows grows with the square. */
const MAX_FORMULA_ROWS = 5000;

/** 1-based rows of the customers on their sheet. */
export function customerRows({ callList }: Analysis): RowSpan {
  const first = CUSTOMER_HEADER_ROW + 2;
  return { first, last: first + callList.length - 1 };
}

/** 客户汇总: one row per customer in the order of the call list (SPEC 10). */
export function planCustomers(input: ReportInput): SheetPlan {
  const { analysis, words, sheetNames } = input;
  const rowCount = analysis.callList.length;
  const labels = words.report.customers;
  const columns = planColumns(input);
  const tracking = new Set<CustomerColumn>(TRACKING_COLUMNS);
  return {
    role: 'customers',
    name: sheetNames.customers,
    widths: CUSTOMER_COLUMNS.map((column) => WIDTHS[column]),
    frozenRows: CUSTOMER_HEADER_ROW + 1,
    frozenColumns: CUSTOMER_COLUMNS.indexOf('name') + 1,
    blocks: [
      layOutLines(0, [
        textCell(labels.title(rowCount, analysis.dataDate), 'title'),
        textCell(labels.hint, 'subtitle'),
      ]),
      ...layOutTable(
        CUSTOMER_HEADER_ROW,
        rowCount,
        CUSTOMER_COLUMNS.map((column) => ({
          header: labels.columns[column],
          width: WIDTHS[column],
          column: columns[column],
          input: tracking.has(column),
        })),
      ),
    ],
    tables: planTable('HandoverCustomers', {
      row: CUSTOMER_HEADER_ROW,
      rowCount: rowCount,
      headers: CUSTOMER_COLUMNS.map((column) => labels.columns[column]),
    }),
    validations: planValidations(input),
    merges: [],
    rowHeights: new Map([
      [0, 26],
      [CUSTOMER_HEADER_ROW, 32],
    ]),
    tabColor: '1F3864',
    print: {
      landscape: true,
      // The first page holds the call list up to the remark, the next two the figures.
      pagesWide: 3,
      repeatRows: { first: CUSTOMER_HEADER_ROW, last: CUSTOMER_HEADER_ROW },
      repeatColumns: { first: 0, last: CUSTOMER_COLUMNS.indexOf('name') },
    },
  };
}

const WIDTHS: Readonly<Record<CustomerColumn, number>> = {
  priority: 8,
  contactOrder: 8,
  customerId: 14,
  name: 14,
  phone: 14,
  reasons: 48,
  trend: 10,
  delta: 16,
  callResult: 11,
  weChat: 10,
  invitation: 10,
  nextContact: 12,
  remark: 24,
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
};

function planColumns({
  analysis,
  words,
}: ReportInput): Readonly<Record<CustomerColumn, PlanColumn>> {
  const { callList: order, customers, hasDelta } = analysis;
  const { terms, report, format } = words;
  const text = (value: (customer: number) => string, style: StyleName = 'text'): PlanColumn => ({
    kind: 'text',
    values: (index) => value(order[index] ?? 0),
    style,
  });
  const integer = (values: ArrayLike<number>): PlanColumn => ({
    kind: 'number',
    values: pickNumbers(order, values),
    style: 'integer',
  });
  const amount = (fen: ArrayLike<number>, known = true): PlanColumn => ({
    kind: 'number',
    values: known ? pickYuan(order, fen) : emptyNumbers(order.length),
    style: 'amount',
  });
  return {
    priority: text((customer) => PRIORITIES[customers.priority[customer] ?? 3] ?? 'P4', 'center'),
    contactOrder: integer(customers.contactOrder),
    customerId: text((customer) => customers.id(customer)),
    name: text((customer) => customers.name(customer)),
    phone: text((customer) => customers.detail(customer, 'phone')),
    reasons: text((customer) =>
      findReasons(analysis, customer).map(words.reason).join(report.separator),
    ),
    trend: text(
      (customer) =>
        hasDelta ? terms.trends[TRENDS[customers.trend[customer] ?? 2] ?? 'stable'] : terms.noTrend,
      'center',
    ),
    delta: hasDelta
      ? {
          kind: 'formula',
          formula: `ROUND(${letter('dailyAverage')}{r}-${letter('balance')}{r},2)`,
          values: pickYuan(order, customers.deltaFen),
          style: 'amount',
        }
      : amount(customers.deltaFen, false),
    callResult: text(() => '', 'input'),
    weChat: text(() => '', 'input'),
    invitation: text(() => '', 'input'),
    nextContact: { kind: 'number', values: emptyNumbers(order.length), style: 'inputDate' },
    remark: text(() => '', 'input'),
    notes: text(createNotes(analysis, words)),
    balance: amount(customers.balanceFen, analysis.hasBalance),
    dailyAverage: amount(customers.dailyAverageFen, analysis.hasDailyAverage),
    valueClass: text(
      (customer) => VALUE_CLASSES[customers.valueClass[customer] ?? 2] ?? 'C',
      'center',
    ),
    rank: integer(customers.rank),
    cumulativeShare: planCumulativeShare(analysis),
    accounts: integer(customers.accounts),
    demand: amount(customers.demandFen, analysis.hasBalance),
    term: amount(customers.termFen, analysis.hasBalance),
    other: amount(customers.otherFen, analysis.hasBalance),
    nextMaturity: {
      kind: 'number',
      values: pickDays(order, customers.nextMaturity),
      style: 'date',
    },
    maturing30: amount(customers.maturing30Fen, analysis.hasBalance),
    crossOwned: text((customer) =>
      customers.crossOwned[customer] === 1
        ? format.list(findOtherManagers(analysis, customer))
        : '',
    ),
    ownShare: {
      kind: 'formula',
      formula: shareFormula([
        [letter('ownBalance'), letter('balance')],
        [letter('ownDailyAverage'), letter('dailyAverage')],
        [letter('ownAccounts'), letter('accounts')],
      ]),
      values: pickNumbers(order, customers.ownShare),
      style: 'percent',
    },
    stance: text((customer) => {
      const stance = STANCES[(customers.stance[customer] ?? 0) - 1];
      return stance === undefined ? '' : terms.stances[stance];
    }, 'center'),
    branch: text((customer) => customers.detail(customer, 'branch')),
    ownBalance: amount(customers.ownBalanceFen),
    ownDailyAverage: amount(customers.ownDailyAverageFen),
    ownAccounts: {
      kind: 'number',
      values: order.map((customer) => countOwnAccounts(analysis, customer)),
      style: 'integer',
    },
  };
}

function planCumulativeShare(analysis: Analysis): PlanColumn {
  const { callList, customers, basis } = analysis;
  const values = pickNumbers(callList, customers.cumulativeShare);
  if (callList.length > MAX_FORMULA_ROWS) return { kind: 'number', values, style: 'percent' };
  const { first, last } = customerRows(analysis);
  const rows = (column: CustomerColumn): string =>
    `$${letter(column)}$${String(first)}:$${letter(column)}$${String(last)}`;
  const total = `SUMIF(${rows(basis)},">0")`;
  const upToHere = `SUMIFS(${rows(basis)},${rows('rank')},"<="&${letter('rank')}{r},${rows(basis)},">0")`;
  return {
    kind: 'formula',
    formula: `IF(${total}=0,0,${upToHere}/${total})`,
    values,
    style: 'percent',
  };
}

/** What to mind beside the figures of a customer (SPEC 6). */
function createNotes(
  { customers, layouts }: Analysis,
  { terms, report }: ReportInput['words'],
): (customer: number) => string {
  const hasPhones = layouts.some(({ columns }) => columns.phone !== undefined);
  const labels = report.customers.notes;
  return (customer) => {
    const source = NAME_SOURCES[customers.nameSource[customer] ?? 0] ?? 'ledger';
    const notes: string[] = [];
    if (customers.foreign[customer] === 1) notes.push(labels.foreign);
    if (customers.openedThisYear[customer] === 1) notes.push(labels.openedThisYear);
    if (source !== 'ledger' && source !== 'list') notes.push(terms.nameSources[source]);
    if ((customers.balanceFen[customer] ?? 0) < 0) notes.push(labels.negative);
    if (hasPhones && customers.detail(customer, 'phone') === '') notes.push(labels.noPhone);
    return notes.join(report.separator);
  };
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
  const index = CUSTOMER_COLUMNS.indexOf(column);
  return {
    firstRow: CUSTOMER_HEADER_ROW + 1,
    lastRow: CUSTOMER_HEADER_ROW + rowCount,
    firstColumn: index,
    lastColumn: index,
  };
}
