import { PRIORITIES, TRENDS, VALUE_CLASSES } from '../core';
import type { PlanCell, StyleName } from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import { textCell } from './layOutTable';
import { OVERVIEW_LETTERS, widthOf, type OverviewGrid } from './overviewGrid';
import { topFifthFormula, topShareFormula } from './paretoFormulas';
import { MATURITY_AMOUNT_COLUMN, maturityRows } from './planMaturities';
import type { ReportInput } from './reportInput';
import { quoteText, rangeReference } from './sheetReference';
import { sumGroup } from './sumGroup';
import { wrappedHeight } from './textSize';

/**
 * The key figures as live formulas over 客户汇总 and 到期提醒: count, balance, daily average and delta
 * of all customers and of each class, trend and priority; what the top fifth hold. Gives the 0-based
 * first row of the trends, none where there are none.
 */
export function addFigures(
  grid: OverviewGrid,
  input: ReportInput,
  maturing: Uint32Array,
): number | undefined {
  const { analysis, words, sheetNames } = input;
  const { ledger, totals, settings, hasDelta } = analysis;
  const labels = words.report.overview.figures;
  const { columns } = labels;
  const groups = createGroups(input);
  const maturingAmounts = rangeReference(
    sheetNames.maturities,
    MATURITY_AMOUNT_COLUMN,
    maturityRows(maturing.length),
  );
  const maturingFen = maturing.reduce((sum, at) => sum + (ledger.balanceFen[at] ?? 0), 0);
  grid.heading(labels.heading);
  addLine(
    grid,
    [
      columns.item,
      columns.count,
      columns.balance,
      columns.dailyAverage,
      columns.delta,
      columns.note,
    ].map((header) => textCell(header, 'header')),
    HEADER_POINTS,
  );
  addLine(grid, groups.all(labels.customers, labels.accountsNote(totals.accounts)));
  VALUE_CLASSES.forEach((valueClass, index) => {
    addLine(
      grid,
      groups.where({
        label: labels.valueClass(valueClass),
        note: labels.classNote(valueClass, settings.classAShare, settings.classBShare),
        column: 'valueClass',
        criterion: valueClass,
        includes: (customer) => analysis.customers.valueClass[customer] === index,
      }),
    );
  });
  const trendRow = hasDelta ? grid.nextRow : undefined;
  (hasDelta ? TRENDS : []).forEach((trend, index) => {
    addLine(
      grid,
      groups.where({
        label: words.terms.trends[trend],
        note: labels.trendNotes[trend],
        column: 'trend',
        criterion: words.terms.trends[trend],
        includes: (customer) => analysis.customers.trend[customer] === index,
      }),
    );
  });
  PRIORITIES.forEach((priority, index) => {
    addLine(
      grid,
      groups.where({
        label: labels.priority(priority, words.terms.priorities[priority]),
        note: index === 0 ? labels.priorityNote : '',
        column: 'priority',
        criterion: priority,
        includes: (customer) => analysis.customers.priority[customer] === index,
      }),
    );
  });
  addLine(
    grid,
    groups.where({
      label: labels.crossOwned,
      note: labels.crossOwnedNote,
      column: 'crossOwned',
      criterion: '?*',
      includes: (customer) => analysis.customers.crossOwned[customer] === 1,
      sheet: sheetNames.crossOwnership,
    }),
  );
  addLine(grid, [
    {
      ...textCell(labels.maturing(settings.reminderDays), 'linkCell'),
      link: { sheet: sheetNames.maturities, cell: 'A1' },
    },
    { value: maturing.length, formula: `COUNT(${maturingAmounts})`, style: 'integer' },
    { value: maturingFen / 100, formula: `SUM(${maturingAmounts})`, style: 'amount' },
    textCell('', 'text'),
    textCell('', 'text'),
    textCell(labels.maturingNote, 'note'),
  ]);
  addPareto(grid, input);
  return trendRow;
}

const ROW_POINTS = 18;
const HEADER_POINTS = 33;
const NOTE_COLUMN = 7;

/** Item, count, three amounts, and a note over the rest of the width. */
function addLine(
  grid: OverviewGrid,
  [item, ...rest]: readonly PlanCell[],
  height = ROW_POINTS,
): void {
  const [note] = rest.slice(-1);
  const numbers = rest.slice(0, -1);
  const text = typeof note?.value === 'string' ? note.value : '';
  grid.add(
    [
      [item ?? textCell('', 'label'), 3],
      ...numbers.map((cell) => [cell, 1] as const),
      [note ?? textCell('', 'note'), 4],
    ],
    Math.max(height, wrappedHeight([text], [widthOf(NOTE_COLUMN)]) - 4),
  );
}

interface Group {
  readonly label: string;
  readonly note: string;
  readonly column: CustomerColumn;
  /** What the cells of `column` must be, as COUNTIF takes it. */
  readonly criterion: string;
  readonly includes: (customer: number) => boolean;
  /** A sheet that tells more about them. */
  readonly sheet?: string;
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
    where: ({ label, note, column, criterion, includes, sheet }: Group): PlanCell[] => {
      const sums = sumGroup(analysis, includes);
      const matches = `${range(column)},${quoteText(criterion)}`;
      const cells = summed.map((amount): PlanCell => {
        const formula = `SUMIF(${matches},${range(amount)})`;
        return { value: sums[amount], formula, style: 'amount' };
      });
      const [item, ...rest] = rowOf(
        { label, note },
        [{ value: sums.count, formula: `COUNTIF(${matches})`, style: 'integer' }, ...cells],
        [sheet === undefined ? 'label' : 'linkCell', 'amount'],
      );
      const linked = sheet === undefined ? {} : { link: { sheet, cell: 'A1' } };
      return [{ ...(item ?? textCell(label, 'label')), ...linked }, ...rest];
    },
  };
}

/** How many customers and what share of the positive amounts: SPEC 5's two statements. */
function addPareto(grid: OverviewGrid, input: ReportInput): void {
  const { analysis, words, sheetNames } = input;
  const { pareto, callList, settings } = analysis;
  const labels = words.report.overview.figures;
  const range = (column: CustomerColumn): string =>
    rangeReference(sheetNames.customers, customerColumnLetter(column), customerRows(analysis));
  const { count } = OVERVIEW_LETTERS;
  const at = grid.nextRow + 1;
  const blank = textCell('', 'text');
  addLine(grid, [
    textCell(labels.top20, 'label'),
    {
      value: pareto.top20Customers,
      formula: topFifthFormula(input),
      style: 'integer',
    },
    {
      value: pareto.top20Share,
      formula: topShareFormula(input, count + String(at)),
      style: 'percent',
    },
    blank,
    blank,
    textCell(labels.top20Note, 'note'),
  ]);
  addLine(grid, [
    textCell(labels.customersFor80(settings.classAShare), 'label'),
    {
      value: pareto.customersFor80,
      formula: `COUNTIF(${range('valueClass')},"A")`,
      style: 'integer',
    },
    {
      value: callList.length === 0 ? 0 : pareto.customersFor80 / callList.length,
      formula: `IF(COUNTA(${range('priority')})=0,0,${count}${String(at + 1)}/COUNTA(${range('priority')}))`,
      style: 'percent',
    },
    blank,
    blank,
    textCell(labels.customersFor80Note, 'note'),
  ]);
}
