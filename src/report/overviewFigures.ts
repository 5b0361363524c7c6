import { PRIORITIES, TRENDS, VALUE_CLASSES, type Analysis } from '../core';
import type { PlanCell, StyleName } from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import { textCell } from './layOutTable';
import { MATURITY_AMOUNT_COLUMN, maturityRows } from './planMaturities';
import type { ReportInput } from './reportInput';
import { quoteText, rangeReference } from './sheetReference';

/**
 * The key figures as live formulas over 客户汇总 and 到期提醒, from the 0-based `row` of the overview
 * on: count, balance, daily average and delta of all customers and of each class, trend and
 * priority; what the top fifth hold.
 */
export function planFigures(
  input: ReportInput,
  { row, maturing }: { readonly row: number; readonly maturing: Uint32Array },
): PlanCell[][] {
  const { analysis, words, sheetNames } = input;
  const { ledger, totals, settings } = analysis;
  const labels = words.report.overview.figures;
  const { columns } = labels;
  const groups = createGroups(input);
  const maturingAmounts = rangeReference(
    sheetNames.maturities,
    MATURITY_AMOUNT_COLUMN,
    maturityRows(maturing.length),
  );
  const maturingFen = maturing.reduce((sum, at) => sum + (ledger.balanceFen[at] ?? 0), 0);
  const rows: PlanCell[][] = [
    [textCell(labels.heading, 'heading')],
    [
      columns.item,
      columns.count,
      columns.balance,
      columns.dailyAverage,
      columns.delta,
      columns.note,
    ].map((header) => textCell(header, 'header')),
    groups.all(labels.customers, labels.accountsNote(totals.accounts)),
    ...VALUE_CLASSES.map((valueClass, index) =>
      groups.where({
        label: labels.valueClass(valueClass),
        note: labels.classNote(valueClass, settings.classAShare, settings.classBShare),
        column: 'valueClass',
        criterion: valueClass,
        includes: (customer) => analysis.customers.valueClass[customer] === index,
      }),
    ),
    ...(analysis.hasDelta ? TRENDS : []).map((trend, index) =>
      groups.where({
        label: words.terms.trends[trend],
        note: labels.trendNotes[trend],
        column: 'trend',
        criterion: words.terms.trends[trend],
        includes: (customer) => analysis.customers.trend[customer] === index,
      }),
    ),
    ...PRIORITIES.map((priority, index) =>
      groups.where({
        label: labels.priority(priority, words.terms.priorities[priority]),
        note: index === 0 ? labels.priorityNote : '',
        column: 'priority',
        criterion: priority,
        includes: (customer) => analysis.customers.priority[customer] === index,
      }),
    ),
    groups.where({
      label: labels.crossOwned,
      note: labels.crossOwnedNote,
      column: 'crossOwned',
      criterion: '?*',
      includes: (customer) => analysis.customers.crossOwned[customer] === 1,
    }),
    [
      textCell(labels.maturing(settings.reminderDays), 'label'),
      { value: maturing.length, formula: `COUNT(${maturingAmounts})`, style: 'integer' },
      { value: maturingFen / 100, formula: `SUM(${maturingAmounts})`, style: 'amount' },
      textCell('', 'text'),
      textCell('', 'text'),
      textCell(labels.maturingNote, 'note'),
    ],
  ];
  return [...rows, ...planPareto(input, row + rows.length)];
}

interface Group {
  readonly label: string;
  readonly note: string;
  readonly column: CustomerColumn;
  /** What the cells of `column` must be, as COUNTIF takes it. */
  readonly criterion: string;
  readonly includes: (customer: number) => boolean;
}

const SUMMED = ['balance', 'dailyAverage', 'delta'] as const satisfies readonly CustomerColumn[];

function createGroups({ analysis, sheetNames }: ReportInput) {
  const { hasDelta } = analysis;
  const range = (column: CustomerColumn): string =>
    rangeReference(sheetNames.customers, customerColumnLetter(column), customerRows(analysis));
  const summed = SUMMED.filter((column) => hasDelta || column !== 'delta');
  const rowOf = (
    { label, note }: { readonly label: string; readonly note: string },
    cells: readonly PlanCell[],
    styles: readonly [StyleName, StyleName],
  ): PlanCell[] => [
    textCell(label, styles[0]),
    ...cells,
    ...(hasDelta ? [] : [textCell('', styles[1])]),
    textCell(note, 'note'),
  ];
  return {
    all: (label: string, note: string): PlanCell[] => {
      const sums = sumGroup(analysis, () => true);
      const cells = summed.map((column): PlanCell => {
        const formula = `SUM(${range(column)})`;
        return { value: sums[column], formula, style: 'totalAmount' };
      });
      const formula = `COUNTA(${range('priority')})`;
      return rowOf(
        { label, note },
        [{ value: sums.count, formula, style: 'totalInteger' }, ...cells],
        ['totalText', 'totalAmount'],
      );
    },
    where: ({ label, note, column, criterion, includes }: Group): PlanCell[] => {
      const sums = sumGroup(analysis, includes);
      const matches = `${range(column)},${quoteText(criterion)}`;
      const cells = summed.map((amount): PlanCell => {
        const formula = `SUMIF(${matches},${range(amount)})`;
        return { value: sums[amount], formula, style: 'amount' };
      });
      return rowOf(
        { label, note },
        [{ value: sums.count, formula: `COUNTIF(${matches})`, style: 'integer' }, ...cells],
        ['label', 'amount'],
      );
    },
  };
}

/** Number of customers and their amounts in yuan. */
type GroupSums = Readonly<Record<'count' | (typeof SUMMED)[number], number>>;

function sumGroup(
  { callList, customers }: Analysis,
  includes: (customer: number) => boolean,
): GroupSums {
  let count = 0;
  let balanceFen = 0;
  let dailyAverageFen = 0;
  let deltaFen = 0;
  for (const customer of callList) {
    if (!includes(customer)) continue;
    count++;
    balanceFen += customers.balanceFen[customer] ?? 0;
    dailyAverageFen += customers.dailyAverageFen[customer] ?? 0;
    deltaFen += customers.deltaFen[customer] ?? 0;
  }
  return {
    count,
    balance: balanceFen / 100,
    dailyAverage: dailyAverageFen / 100,
    delta: deltaFen / 100,
  };
}

/** How many customers and what share of the positive amounts: SPEC 5's two statements. */
function planPareto({ analysis, words, sheetNames }: ReportInput, row: number): PlanCell[][] {
  const { pareto, basis, callList, settings } = analysis;
  const labels = words.report.overview.figures;
  const range = (column: CustomerColumn): string =>
    rangeReference(sheetNames.customers, customerColumnLetter(column), customerRows(analysis));
  const ranks = range('rank');
  const values = range(basis);
  const share = (at: number, limit: string): string =>
    `IF(SUMIF(${values},">0")=0,0,SUMIFS(${values},${ranks},"<="&${limit}${String(at)},${values},">0")/SUMIF(${values},">0"))`;
  const blank = textCell('', 'text');
  return [
    [
      textCell(labels.top20, 'label'),
      {
        value: pareto.top20Customers,
        formula: `ROUNDUP(COUNTA(${range('priority')})*0.2,0)`,
        style: 'integer',
      },
      { value: pareto.top20Share, formula: share(row + 1, 'B'), style: 'percent' },
      blank,
      blank,
      textCell(labels.top20Note, 'note'),
    ],
    [
      textCell(labels.customersFor80(settings.classAShare), 'label'),
      {
        value: pareto.customersFor80,
        formula: `COUNTIF(${range('valueClass')},"A")`,
        style: 'integer',
      },
      {
        value: callList.length === 0 ? 0 : pareto.customersFor80 / callList.length,
        formula: `IF(COUNTA(${range('priority')})=0,0,B${String(row + 2)}/COUNTA(${range('priority')}))`,
        style: 'percent',
      },
      blank,
      blank,
      textCell(labels.customersFor80Note, 'note'),
    ],
  ];
}
