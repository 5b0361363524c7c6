import type { ChartPlan, ChartSeries, ChartSource } from '../sheetPlan';
import { addressOf } from './addresses';
import { bgr } from './applyStyle';
import { attempt } from './hostFailure';
import { WPS, type WpsChart, type WpsSheet } from './wpsTypes';

const CHART_TYPES = { column: 51, bar: 57, line: 4, pie: 5 } as const;

/** Room between bars, in parts of their width. */
const GAP = 50;

/** Native charts; a build that has none leaves them out. `findSheet` by name. */
export function addCharts(
  sheet: WpsSheet,
  plans: readonly ChartPlan[],
  findSheet: (name: string) => WpsSheet | undefined,
): void {
  for (const plan of plans) {
    attempt(() => {
      addChart(sheet, plan, findSheet);
    });
  }
}

function addChart(
  sheet: WpsSheet,
  plan: ChartPlan,
  findSheet: (name: string) => WpsSheet | undefined,
): void {
  const place = sheet.Range(addressOf(plan.anchor));
  const object = sheet.ChartObjects().Add(place.Left, place.Top, place.Width, place.Height);
  object.Name = plan.name;
  const chart = object.Chart;
  const rangeOf = ({ sheet: name, range }: ChartSource) => findSheet(name)?.Range(addressOf(range));
  const collection = chart.SeriesCollection();
  for (const series of plan.series) {
    const values = rangeOf(series.values);
    const categories = rangeOf(series.categories);
    if (values === undefined || categories === undefined) continue;
    const added = collection.NewSeries();
    added.ChartType = CHART_TYPES[series.kind];
    added.Name = series.name;
    added.Values = values;
    added.XValues = categories;
    if (series.secondaryAxis === true) added.AxisGroup = WPS.secondary;
    attempt(() => {
      if (series.dataLabels === true) added.HasDataLabels = true;
      colorSeries(added, series);
    });
  }
  chart.HasTitle = true;
  chart.ChartTitle.Text = plan.title;
  chart.HasLegend = plan.legend;
  attempt(() => {
    sheet.Shapes.Item(plan.name).AlternativeText = plan.alternativeText;
  });
  attempt(() => {
    if (plan.legend) chart.Legend.Position = WPS.legendBottom;
    dressAxes(chart, plan);
  });
}

function colorSeries(
  added: ReturnType<ReturnType<WpsChart['SeriesCollection']>['NewSeries']>,
  { kind, colors }: ChartSeries,
): void {
  const [first] = colors;
  if (first === undefined) return;
  if (kind === 'line') added.Border.Color = bgr(first);
  else if (colors.length === 1) added.Interior.Color = bgr(first);
  else {
    colors.forEach((color, at) => {
      added.Points(at + 1).Interior.Color = bgr(color);
    });
  }
}

function dressAxes(chart: WpsChart, { series, ...plan }: ChartPlan): void {
  const has = (kind: ChartSeries['kind']) => series.some((item) => item.kind === kind);
  if (series.every(({ kind }) => kind === 'pie')) return;
  const values = chart.Axes(WPS.valueAxis);
  if (plan.valueFormat !== undefined) values.TickLabels.NumberFormat = plan.valueFormat;
  if (plan.valueTitle !== undefined) {
    values.HasTitle = true;
    values.AxisTitle.Text = plan.valueTitle;
  }
  if (series.some(({ secondaryAxis }) => secondaryAxis === true)) dressShares(chart, plan);
  const categories = chart.Axes(WPS.categoryAxis);
  if (has('bar')) {
    // The first bar on top, as in the cells; the far end is then the lower one.
    categories.ReversePlotOrder = true;
    categories.Crosses = WPS.maximum;
  }
  // Names stay outside the picture where bars go below zero.
  categories.TickLabelPosition = WPS.labelsLow;
  if (has('bar') || has('column')) chart.ChartGroups(1).GapWidth = GAP;
}

function dressShares(
  chart: WpsChart,
  { secondaryFormat, secondaryMaximum }: Pick<ChartPlan, 'secondaryFormat' | 'secondaryMaximum'>,
): void {
  const shares = chart.Axes(WPS.valueAxis, WPS.secondary);
  if (secondaryFormat !== undefined) shares.TickLabels.NumberFormat = secondaryFormat;
  if (secondaryMaximum === undefined) return;
  shares.MaximumScale = secondaryMaximum;
  shares.MinimumScale = 0;
}
