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
import type { PlanColumn, StyleName } from '../workbook/sheetPlan';
import {
  customerColumnLetter as letter,
  customerRows,
  type CustomerColumn,
} from './customerColumns';
import { planScriptLinks } from './customerLinks';
import { countOwnAccounts } from './ownAccounts';
import { emptyNumbers, pickDays, pickNumbers, pickYuan } from './pickColumns';
import type { ReportInput } from './reportInput';
import { shareFormula } from './shareFormula';
import type { TrackedCustomers } from './trackedCustomers';

/** Beyond this the running share is a value: a sum per row over all rows grows with the square. */
const MAX_FORMULA_ROWS = 5000;

/** What stands in each column of 客户汇总, a row per customer of the call list. */
export function planCustomerColumns(
  input: ReportInput,
  { find: tracked }: TrackedCustomers,
): Readonly<Record<CustomerColumn, PlanColumn>> {
  const { analysis, words } = input;
  const { callList: order, customers, hasDelta } = analysis;
  const { terms, format } = words;
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
    contactOrder: { ...integer(customers.contactOrder), style: 'ordinal' },
    customerId: text((customer) => customers.id(customer)),
    name: text((customer) => customers.name(customer)),
    phone: text((customer) => customers.detail(customer, 'phone')),
    script: planScriptLinks(input, letter('position'), words.report.customers.openScript),
    reasons: text(createReasons(analysis, words), 'reason'),
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
    callResult: text((customer) => tracked(customer)?.callResult ?? '', 'input'),
    weChat: text((customer) => tracked(customer)?.weChat ?? '', 'input'),
    invitation: text((customer) => tracked(customer)?.invitation ?? '', 'input'),
    nextContact: {
      kind: 'number',
      values: Float64Array.from(order, (customer) => tracked(customer)?.nextContact || NaN),
      style: 'inputDate',
    },
    remark: text((customer) => tracked(customer)?.remark ?? '', 'input'),
    notes: text(createNotes(analysis, words)),
    balance: amount(customers.balanceFen, analysis.hasBalance),
    dailyAverage: amount(customers.dailyAverageFen, analysis.hasDailyAverage),
    valueClass: text(
      (customer) => VALUE_CLASSES[customers.valueClass[customer] ?? 2] ?? 'C',
      'center',
    ),
    rank: { ...integer(customers.rank), style: 'ordinal' },
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
    position: {
      kind: 'number',
      values: order.map((_, index) => index + 1),
      style: 'ordinal',
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

/** Why a customer has its priority, in words. */
export function createReasons(
  analysis: Analysis,
  { reason, report }: ReportInput['words'],
): (customer: number) => string {
  return (customer) => findReasons(analysis, customer).map(reason).join(report.separator);
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
