import { TRENDS, type Analysis } from '../core';
import type { PlanCell } from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import { textCell } from './layOutTable';
import type { OverviewGrid, Span } from './overviewGrid';
import type { ReportInput } from './reportInput';
import { rangeReference } from './sheetReference';
import { shortenText } from './textSize';

/** Customers in the Pareto chart, and in the chart of outflows. */
const PARETO_SHOWN = 20;
const OUTFLOW_SHOWN = 10;
/** Characters' widths of a name beside an axis. */
const LABEL_WIDTH = 12;
const ROW_POINTS = 18;

/** What the charts show and where on the overview it stands: 0-based first rows and columns. */
export interface ChartData {
  /** The unit of the amounts: `万元`. */
  readonly unitName: string;
  readonly pareto: {
    readonly first: number;
    readonly columns: { readonly label: number; readonly amount: number; readonly share: number };
    readonly labels: readonly string[];
    readonly amounts: readonly number[];
    readonly shares: readonly number[];
  };
  readonly outflow: {
    readonly first: number;
    readonly columns: { readonly label: number; readonly amount: number };
    readonly labels: readonly string[];
    readonly amounts: readonly number[];
  };
  /** The lines of the key figures; absent where there are no trends. */
  readonly trend?: {
    readonly first: number;
    readonly columns: { readonly label: number; readonly count: number };
    readonly labels: readonly string[];
    readonly counts: readonly number[];
  };
}

/**
 * The charts' data as a section of its own: the largest customers with the running share, the
 * largest outflows; live look-ups in 客户汇总 by rank and by contact order. `trendRow` is the 0-based
 * first row of the trends among the key figures.
 */
export function addChartData(
  grid: OverviewGrid,
  input: ReportInput,
  trendRow: number | undefined,
): ChartData {
  const { analysis, words, sheetNames } = input;
  const { customers, basis, byRank } = analysis;
  const labels = words.report.overview.charts;
  const valueFen = basis === 'balance' ? customers.balanceFen : customers.dailyAverageFen;
  const largest = Array.from(byRank.subarray(0, PARETO_SHOWN)).filter(
    (customer) => (valueFen[customer] ?? 0) > 0,
  );
  const leaving = findLargestOutflows(analysis);
  const unit = words.format.unit(valueFen[largest[0] ?? 0] ?? 0);
  const name = (customer: number): string =>
    shortenText(customers.name(customer) || customers.id(customer), LABEL_WIDTH);
  const range = (column: CustomerColumn): string =>
    rangeReference(sheetNames.customers, customerColumnLetter(column), customerRows(analysis));
  const lookUp = (column: CustomerColumn, by: 'rank' | 'contactOrder', at: string): string =>
    `INDEX(${range(column)},MATCH(${at},${range(by)},0))`;
  const inUnit = (fen: number | undefined): number => (fen ?? 0) / 100 / unit.yuan;

  grid.heading(labels.dataHeading, textCell(labels.dataHint, 'headingHint'));
  const header = (text: string, columns = 1): Span => [textCell(text, 'header'), columns];
  grid.add(
    [
      header(labels.rank, 2),
      header(labels.customer, 2),
      header(labels.amount(words.report.customers.columns[basis], unit.name)),
      header(labels.cumulative),
      [{ value: null }, 1],
      header(labels.rank),
      header(labels.customer),
      header(labels.delta(unit.name)),
    ],
    ROW_POINTS + 2,
  );
  const first = grid.nextRow;
  const amount = (value: number, formula: string): PlanCell => ({
    value,
    formula,
    style: 'amount',
  });
  for (let index = 0; index < Math.max(largest.length, leaving.length); index++) {
    const at = String(grid.nextRow + 1);
    const spans: Span[] = [];
    const customer = largest[index];
    if (customer === undefined) spans.push([{ value: null }, 7]);
    else {
      spans.push(
        [{ value: index + 1, style: 'ordinal' }, 2],
        [textCell(name(customer), 'text'), 2],
        [
          amount(
            inUnit(valueFen[customer]),
            `${lookUp(basis, 'rank', `A${at}`)}/${String(unit.yuan)}`,
          ),
          1,
        ],
        [
          {
            value: customers.cumulativeShare[customer] ?? 0,
            formula: lookUp('cumulativeShare', 'rank', `A${at}`),
            style: 'percent',
          },
          1,
        ],
        [{ value: null }, 1],
      );
    }
    const leaver = leaving[index];
    if (leaver !== undefined) {
      spans.push(
        [{ value: index + 1, style: 'ordinal' }, 1],
        [textCell(name(leaver), 'text'), 1],
        [
          amount(
            inUnit(customers.deltaFen[leaver]),
            `${lookUp('delta', 'contactOrder', `H${at}`)}/${String(unit.yuan)}`,
          ),
          1,
        ],
      );
    }
    grid.add(spans, ROW_POINTS);
  }
  return {
    unitName: unit.name,
    pareto: {
      first,
      columns: { label: 2, amount: 4, share: 5 },
      labels: largest.map(name),
      amounts: largest.map((customer) => inUnit(valueFen[customer])),
      shares: largest.map((customer) => customers.cumulativeShare[customer] ?? 0),
    },
    outflow: {
      first,
      columns: { label: 8, amount: 9 },
      labels: leaving.map(name),
      amounts: leaving.map((customer) => inUnit(customers.deltaFen[customer])),
    },
    ...(trendRow === undefined ? {} : { trend: describeTrends(input, trendRow) }),
  };
}

/** Contact order begins with the largest outflows (SPEC 6). */
function findLargestOutflows({ callList, customers, hasDelta }: Analysis): readonly number[] {
  if (!hasDelta) return [];
  const outflow = TRENDS.indexOf('outflow');
  const found: number[] = [];
  for (const customer of callList) {
    const order = customers.contactOrder[customer] ?? 0;
    if (order <= OUTFLOW_SHOWN && customers.trend[customer] === outflow)
      found[order - 1] = customer;
  }
  return found;
}

function describeTrends(
  { analysis: { callList, customers }, words }: ReportInput,
  first: number,
): NonNullable<ChartData['trend']> {
  const counts = TRENDS.map(() => 0);
  for (const customer of callList) {
    const trend = customers.trend[customer] ?? 0;
    counts[trend] = (counts[trend] ?? 0) + 1;
  }
  return {
    first,
    columns: { label: 0, count: 3 },
    labels: TRENDS.map((trend) => words.terms.trends[trend]),
    counts,
  };
}
