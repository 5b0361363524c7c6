import type { Chart, Series, Sheet } from '../book';
import { areaAddress, quotedName } from '../address';
import { HostError } from '../hostError';
import { defineType, part, settingsType, type HostObject, type Settings } from './hostType';
import { rangeArgument } from './rangeArea';

const TYPES = new Set(['ColumnClustered', 'BarClustered', 'Line', 'Pie']);

interface OwnedChart {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

export const chartsType = defineType<Sheet>({
  name: 'ChartCollection',
  items: (sheet) => sheet.charts.map((chart) => chartType.of({ sheet, chart })),
  call: {
    add: (sheet, [type, source]) => {
      checkType(type);
      const chart: Chart = {
        name: `Chart ${String(sheet.charts.length + 1)}`,
        series: [newSeries({ values: sourceAddress(source) })],
        settings: { type },
      };
      sheet.charts.push(chart);
      return chartType.of({ sheet, chart });
    },
  },
});

function checkType(type: unknown): void {
  if (!TYPES.has(String(type))) throw new HostError('InvalidArgument', `chart ${String(type)}`);
}

function sourceAddress(source: unknown): string {
  const { sheet, area } = rangeArgument(source, undefined as never);
  return `${quotedName(sheet.name)}!${areaAddress(area)}`;
}

function newSeries(settings: Record<string, unknown> = {}): Series {
  return { settings };
}

const textType = settingsType('ChartTitle', ['text', 'visible', 'overlay']);
const legendType = settingsType('ChartLegend', ['visible', 'position', 'overlay']);
const axisTitleType = settingsType('ChartAxisTitle', ['text', 'visible']);
const axisType = settingsType(
  'ChartAxis',
  [
    ...['maximum', 'minimum', 'numberFormat', 'reversePlotOrder', 'visible'],
    ...['position', 'tickLabelPosition'],
  ],
  { title: part(axisTitleType, 'title') },
);
const axesType = defineType<Settings>({
  name: 'ChartAxes',
  get: { valueAxis: part(axisType, 'valueAxis'), categoryAxis: part(axisType, 'categoryAxis') },
  call: {
    getItem: (self, [type, group]) =>
      axisType.of({ values: self.values, path: `${self.path}${String(type)}${String(group)}.` }),
  },
});

const chartType = defineType<OwnedChart>({
  name: 'Chart',
  get: {
    name: ({ chart }) => chart.name,
    series: (self) => seriesCollectionType.of(self),
    title: ({ chart }) => textType.of({ values: chart.settings, path: 'title.' }),
    legend: ({ chart }) => legendType.of({ values: chart.settings, path: 'legend.' }),
    axes: ({ chart }) => axesType.of({ values: chart.settings, path: 'axes.' }),
  },
  set: {
    name: ({ chart }, value) => {
      chart.name = String(value);
    },
  },
  call: {
    setPosition: ({ chart }, [start, end]) => {
      chart.settings.position = [sourceAddress(start), sourceAddress(end)];
    },
    delete: ({ sheet, chart }) => {
      sheet.charts = sheet.charts.filter((other) => other !== chart);
    },
  },
});

const seriesCollectionType = defineType<OwnedChart>({
  name: 'ChartSeriesCollection',
  call: {
    getItemAt: (self, [index]) => seriesAt(self, Number(index)),
    add: (self, [name]) => {
      self.chart.series.push(newSeries({ name }));
      return seriesAt(self, self.chart.series.length - 1);
    },
  },
});

function seriesAt({ chart }: OwnedChart, index: number): HostObject {
  const series = chart.series[index];
  if (!series) throw new HostError('ItemNotFound', 'There is no such series');
  return seriesType.of(series);
}

const seriesType = defineType<Series>({
  name: 'ChartSeries',
  get: {
    format: ({ settings }) => seriesFormatType.of({ values: settings, path: 'format.' }),
    points: (series) => pointsType.of(series),
    dataLabels: ({ settings }) => labelsType.of({ values: settings, path: 'dataLabels.' }),
  },
  set: {
    name: ({ settings }, value) => {
      settings.name = value;
    },
    chartType: ({ settings }, value) => {
      checkType(value);
      settings.chartType = value;
    },
    axisGroup: ({ settings }, value) => {
      settings.axisGroup = value;
    },
    hasDataLabels: ({ settings }, value) => {
      settings.hasDataLabels = value;
    },
    gapWidth: ({ settings }, value) => {
      settings.gapWidth = value;
    },
  },
  call: {
    setValues: ({ settings }, [source]) => {
      settings.values = sourceAddress(source);
    },
    setXAxisValues: ({ settings }, [source]) => {
      settings.categories = sourceAddress(source);
    },
  },
});

const fillType = defineType<Settings>({
  name: 'ChartFill',
  call: {
    setSolidColor: ({ values, path }, [color]) => {
      values[`${path}color`] = color;
    },
  },
});
const lineType = settingsType('ChartLineFormat', ['color', 'weight']);
const seriesFormatType = settingsType('ChartSeriesFormat', [], {
  fill: part(fillType, 'fill'),
  line: part(lineType, 'line'),
});
const pointFormatType = settingsType('ChartPointFormat', [], { fill: part(fillType, 'fill') });
const labelsType = settingsType('ChartDataLabels', [
  ...['showValue', 'showCategoryName', 'showPercentage', 'position'],
]);
const pointType = settingsType('ChartPoint', [], { format: part(pointFormatType, 'format') });
const pointsType = defineType<Series>({
  name: 'ChartPointsCollection',
  call: {
    getItemAt: ({ settings }, [index]) =>
      pointType.of({ values: settings, path: `point${String(index)}.` }),
  },
});
