/** The charts of a sheet of the simulated WPS, as the views tell of charts. */
import { areaAddress, quotedName } from '../../hosts/excel/address';
import { colorText } from '../../hosts/wps/colors';
import { contextOf, leftOf, topOf } from '../../hosts/wps/rangeObject';
import type { ChartModel, SheetModel } from '../../hosts/wps/sheetModel';
import { settingText, type ChartView, type SeriesView } from './workbookView';

const KINDS: Readonly<Record<string, string>> = { 51: 'column', 57: 'bar', 4: 'line', 5: 'pie' };
const SECONDARY = 2;
const MAXIMUM = 2;
const LABELS_LOW = -4134;
const LEGEND_BOTTOM = -4107;

export function chartsOfWps(sheet: SheetModel): ChartView[] {
  return sheet.charts.map((chart) => ({
    name: chart.name,
    title: String(chart.facts.Title),
    legend: legendOf(chart),
    place: placeOf(sheet, chart),
    alternativeText: chart.alternativeText,
    series: chart.series.map(seriesOf),
    axes: axesOf(chart),
  }));
}

function legendOf({ facts }: ChartModel): string {
  if (facts.HasLegend !== true) return '';
  return facts['Legend.Position'] === LEGEND_BOTTOM ? 'b' : '?';
}

/** The cells whose edges the chart's lie on. */
function placeOf(sheet: SheetModel, { area: [left, top, width, height] }: ChartModel): string {
  const column = indexAt((at) => leftOf(sheet, at));
  const row = indexAt((at) => topOf(sheet, at));
  return areaAddress({
    firstColumn: column(left),
    lastColumn: column(left + width) - 1,
    firstRow: row(top),
    lastRow: row(top + height) - 1,
  });
}

function indexAt(offset: (at: number) => number): (points: number) => number {
  return (points) => {
    let at = 0;
    while (offset(at) < points - 0.01) at++;
    return at;
  };
}

function seriesOf(series: Record<string, unknown>): SeriesView {
  const points = Object.entries(series).flatMap(([key, value]) =>
    /^Point\d+\.Color$/.test(key) ? [colorText(value as number)] : [],
  );
  const own = series.Color ?? series.LineColor;
  return {
    name: String(series.Name),
    kind: KINDS[String(series.ChartType)] ?? '?',
    axis: series.AxisGroup === SECONDARY ? 'secondary' : 'primary',
    values: referenceOf(series.Values),
    categories: referenceOf(series.XValues),
    colors: points.length > 0 ? points : [colorText(own as number)],
    labels: series.HasDataLabels === true,
  };
}

function referenceOf(range: unknown): string {
  const { sheet, areas } = contextOf(range);
  return `${quotedName(sheet.name)}!${areas.map(areaAddress).join(',')}`;
}

function axesOf({ facts }: ChartModel): Record<string, unknown> {
  const text = (key: string) => settingText(facts[key]);
  return {
    reversed: facts['Axis1.1.ReversePlotOrder'] === true,
    labelsAt: facts['Axis1.1.TickLabelPosition'] === LABELS_LOW ? 'low' : '',
    valuesAtEnd: facts['Axis1.1.Crosses'] === MAXIMUM,
    valueFormat: text('Axis2.1.NumberFormat'),
    valueTitle: text('Axis2.1.Title'),
    secondaryFormat: text('Axis2.2.NumberFormat'),
    secondaryMaximum: text('Axis2.2.MaximumScale'),
    secondaryMinimum: text('Axis2.2.MinimumScale'),
    gap: text('GapWidth'),
  };
}
