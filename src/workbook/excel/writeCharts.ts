import type { ChartPlan, ChartSeries, SheetPlan } from '../sheetPlan';
import { areaOf } from './cells';
import type { Connection } from './excelHost';
import { ACTION_BYTES } from './payload';
import type { WriteQueue } from './writeQueue';

const TYPES = {
  column: 'ColumnClustered',
  bar: 'BarClustered',
  line: 'Line',
  pie: 'Pie',
} as const;

/** Room between bars, in parts of their width. */
const GAP = 50;

/** Native charts; a second axis needs ExcelApi 1.8, below it such series are left out. */
export async function writeCharts(
  queue: WriteQueue,
  plan: SheetPlan,
  connection: Connection,
): Promise<void> {
  for (const chart of plan.charts ?? []) {
    const series = chart.series.filter((item) => item.secondaryAxis !== true || connection.has(8));
    const [first] = series;
    if (first === undefined) continue;
    const points = series.reduce((sum, { colors }) => sum + colors.length, 0);
    await queue.add({
      bytes: ACTION_BYTES * (20 + 12 * series.length + 4 * points),
      run(context) {
        addChart(context, plan.name, { ...chart, series }, connection);
      },
    });
  }
}

function addChart(
  context: Excel.RequestContext,
  sheet: string,
  plan: ChartPlan,
  connection: Connection,
): void {
  const { series: planned, anchor } = plan;
  const [first] = planned;
  if (first === undefined) return;
  const source = areaOf(context, first.values.sheet, first.values.range);
  const { charts } = context.workbook.worksheets.getItem(sheet);
  const chart = charts.add(TYPES[first.kind], source, seriesBy(first));
  chart.name = plan.name;
  chart.title.text = plan.title;
  chart.legend.visible = plan.legend;
  if (plan.legend) chart.legend.position = 'Bottom';
  const corner = (row: number, column: number) =>
    areaOf(context, sheet, {
      firstRow: row,
      lastRow: row,
      firstColumn: column,
      lastColumn: column,
    });
  chart.setPosition(
    corner(anchor.firstRow, anchor.firstColumn),
    corner(anchor.lastRow, anchor.lastColumn),
  );
  for (const [at, item] of planned.entries()) {
    const series = at === 0 ? chart.series.getItemAt(0) : chart.series.add(item.name);
    setSeries(context, series, item);
  }
  if (first.kind !== 'pie') setAxes(chart, plan, connection);
}

function seriesBy({ values: { range } }: ChartSeries): 'Columns' | 'Rows' {
  return range.lastColumn > range.firstColumn ? 'Rows' : 'Columns';
}

function setSeries(
  context: Excel.RequestContext,
  series: Excel.ChartSeries,
  plan: ChartSeries,
): void {
  const { values, categories, colors, kind } = plan;
  series.name = plan.name;
  series.setValues(areaOf(context, values.sheet, values.range));
  series.setXAxisValues(areaOf(context, categories.sheet, categories.range));
  series.chartType = TYPES[kind];
  if (kind === 'column' || kind === 'bar') series.gapWidth = GAP;
  if (plan.secondaryAxis === true) series.axisGroup = 'Secondary';
  if (plan.dataLabels === true) {
    series.hasDataLabels = true;
    if (kind === 'pie') labelShares(series.dataLabels);
  }
  const [color] = colors;
  if (colors.length > 1) {
    for (const [at, own] of colors.entries()) {
      series.points.getItemAt(at).format.fill.setSolidColor(`#${own}`);
    }
  } else if (color !== undefined) {
    if (kind === 'line') series.format.line.color = `#${color}`;
    else series.format.fill.setSolidColor(`#${color}`);
  }
}

/** A pie tells each part's name and share. */
function labelShares(labels: Excel.ChartDataLabels): void {
  labels.showValue = false;
  labels.showCategoryName = true;
  labels.showPercentage = true;
}

function setAxes(chart: Excel.Chart, plan: ChartPlan, { has }: Connection): void {
  const { valueAxis, categoryAxis } = chart.axes;
  const isBar = plan.series.some(({ kind }) => kind === 'bar');
  // Names stay outside the picture where bars go below zero.
  categoryAxis.tickLabelPosition = 'Low';
  // The first bar on top, as in the cells; the far end is then the lower one.
  if (isBar) categoryAxis.reversePlotOrder = true;
  if (isBar && has(8)) categoryAxis.position = 'Maximum';
  if (plan.valueTitle !== undefined) valueAxis.title.text = plan.valueTitle;
  if (!has(8)) return;
  if (plan.valueFormat !== undefined) valueAxis.numberFormat = plan.valueFormat;
  if (!plan.series.some(({ secondaryAxis }) => secondaryAxis === true)) return;
  const secondary = chart.axes.getItem('Value', 'Secondary');
  if (plan.secondaryFormat !== undefined) secondary.numberFormat = plan.secondaryFormat;
  if (plan.secondaryMaximum === undefined) return;
  secondary.maximum = plan.secondaryMaximum;
  secondary.minimum = 0;
}
