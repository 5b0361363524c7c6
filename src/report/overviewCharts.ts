import { TRENDS, type CellRange } from '../core';
import type { ChartPlan, ChartSource } from '../workbook/sheetPlan';
import { TREND_COLORS } from './conditionalLooks';
import type { ChartData } from './overviewChartData';
import { LAST_COLUMN, type OverviewGrid } from './overviewGrid';
import type { ReportInput } from './reportInput';

const ROWS = 16;
const ROW_POINTS = 18;
const NAVY = '1F3864';
const OCHRE = 'BF8F00';

/** Room for the charts, a row of three side by side; the first 0-based row. */
export function addChartRoom(grid: OverviewGrid): number {
  const first = grid.nextRow;
  for (let row = 0; row < ROWS; row++) grid.add([], ROW_POINTS);
  return first;
}

/** The Pareto chart, the ten largest outflows and the trend split; those that have something to show. */
export function planCharts(
  { analysis, words, sheetNames }: ReportInput,
  data: ChartData,
  firstRow: number,
): readonly ChartPlan[] {
  const labels = words.report.overview.charts;
  const { hasDelta } = analysis;
  const anchor = (firstColumn: number, lastColumn: number): CellRange => ({
    firstRow,
    lastRow: firstRow + ROWS - 1,
    firstColumn,
    lastColumn,
  });
  const source = (
    column: number,
    { first, values }: { readonly first: number; readonly values: ChartSource['values'] },
  ): ChartSource => ({
    sheet: sheetNames.overview,
    range: {
      firstRow: first,
      lastRow: first + values.length - 1,
      firstColumn: column,
      lastColumn: column,
    },
    values,
  });
  const { pareto, outflow, trend } = data;
  const count = pareto.labels.length;
  const charts: ChartPlan[] = [];
  if (count > 0) {
    const categories = source(pareto.columns.label, { first: pareto.first, values: pareto.labels });
    charts.push({
      name: 'Pareto',
      title: labels.pareto(count, words.terms.bases[analysis.basis], data.unitName),
      alternativeText: labels.paretoText(count, pareto.shares[count - 1] ?? 0),
      anchor: anchor(0, hasDelta ? 5 : LAST_COLUMN),
      legend: false,
      valueFormat: axisFormat(pareto.amounts),
      secondaryFormat: '0%',
      secondaryMaximum: 1,
      series: [
        {
          name: words.terms.bases[analysis.basis],
          kind: 'column',
          categories,
          values: source(pareto.columns.amount, { first: pareto.first, values: pareto.amounts }),
          colors: [NAVY],
        },
        {
          name: labels.cumulative,
          kind: 'line',
          categories,
          values: source(pareto.columns.share, { first: pareto.first, values: pareto.shares }),
          secondaryAxis: true,
          colors: [OCHRE],
        },
      ],
    });
  }
  if (outflow.labels.length > 0) {
    charts.push({
      name: 'Outflows',
      title: labels.outflow(outflow.labels.length, data.unitName),
      alternativeText: labels.outflowText(outflow.labels),
      anchor: anchor(6, 8),
      legend: false,
      valueFormat: labelFormat(outflow.amounts),
      series: [
        {
          name: labels.outflow(outflow.labels.length, data.unitName),
          kind: 'bar',
          categories: source(outflow.columns.label, {
            first: outflow.first,
            values: outflow.labels,
          }),
          values: source(outflow.columns.amount, { first: outflow.first, values: outflow.amounts }),
          colors: [TREND_COLORS.outflow],
          dataLabels: true,
        },
      ],
    });
  }
  if (trend !== undefined) {
    charts.push({
      name: 'Trends',
      title: labels.trend,
      alternativeText: labels.trendText(trend.counts),
      anchor: anchor(outflow.labels.length > 0 ? 9 : 6, LAST_COLUMN),
      legend: false,
      valueFormat: '#,##0',
      series: [
        {
          name: labels.trend,
          kind: 'column',
          categories: source(trend.columns.label, { first: trend.first, values: trend.labels }),
          values: source(trend.columns.count, { first: trend.first, values: trend.counts }),
          colors: TRENDS.map((name) => TREND_COLORS[name]),
          dataLabels: true,
        },
      ],
    });
  }
  return charts;
}

/** An axis of a few units needs a decimal between its lines. */
function axisFormat(amounts: readonly number[]): string {
  return Math.max(...amounts) < 5 ? '#,##0.0' : '#,##0';
}

/** Enough decimals that the smallest bar is not labelled 0. */
function labelFormat(amounts: readonly number[]): string {
  const least = Math.min(...amounts);
  return least < 1 ? '#,##0.00' : least < 10 ? '#,##0.0' : '#,##0';
}
