import { hostError, property, type Member, type Members } from './bridge';
import { requireWritable, type HostState } from './hostState';
import type { ChartModel, SheetModel } from './sheetModel';

export function chartsOf(host: HostState, sheet: SheetModel): object {
  return host.bridge.expose('ChartObjects', {
    Count: property(() => sheet.charts.length),
    Item: {
      call: (at) => {
        const chart = typeof at === 'number' ? sheet.charts[at - 1] : undefined;
        if (chart === undefined) throw hostError('no such chart');
        return chartObject(host, sheet, chart);
      },
    },
    Add: {
      call: (left, top, width, height) => {
        requireWritable(host, sheet);
        if (host.build.plainOnly === true) throw hostError('not in this version');
        const numbers = [left, top, width, height];
        if (numbers.some((value) => typeof value !== 'number')) throw hostError('points expected');
        const chart: ChartModel = {
          name: `图表 ${String(sheet.charts.length + 1)}`,
          alternativeText: '',
          area: numbers as [number, number, number, number],
          facts: {},
          series: [],
        };
        sheet.charts.push(chart);
        return chartObject(host, sheet, chart);
      },
    },
  });
}

/** Shapes by name: what is read and written there is a chart's text for those who cannot see it. */
export function shapesOf(host: HostState, sheet: SheetModel): object {
  return host.bridge.expose('Shapes', {
    Item: {
      call: (name) => {
        const chart = sheet.charts.find((item) => item.name === name);
        if (chart === undefined) throw hostError('no such shape');
        return host.bridge.expose('Shape', {
          AlternativeText: property(
            () => chart.alternativeText,
            (text: string) => {
              chart.alternativeText = text;
            },
          ),
        });
      },
    },
  });
}

function chartObject(host: HostState, sheet: SheetModel, chart: ChartModel): object {
  return host.bridge.expose('ChartObject', {
    Name: property(
      () => chart.name,
      (name: string) => {
        chart.name = name;
      },
    ),
    Chart: property(() => chartOf(host, chart)),
    Delete: {
      call: () => {
        sheet.charts = sheet.charts.filter((other) => other !== chart);
      },
    },
  });
}

function chartOf(host: HostState, chart: ChartModel): object {
  const { facts } = chart;
  const fact = (key: string) => factMember(facts, key);
  return host.bridge.expose('Chart', {
    ChartType: fact('ChartType'),
    HasTitle: fact('HasTitle'),
    HasLegend: fact('HasLegend'),
    ChartTitle: property(() => {
      if (facts.HasTitle !== true) throw hostError('the chart has no title');
      return host.bridge.expose('ChartTitle', { Text: fact('Title') });
    }),
    Legend: property(() => {
      if (facts.HasLegend !== true) throw hostError('the chart has no legend');
      return host.bridge.expose('Legend', { Position: fact('Legend.Position') });
    }),
    Axes: {
      call: (type, group = 1) => {
        if (type !== 1 && type !== 2) throw hostError('no such axis');
        return axisOf(host, facts, `Axis${String(type)}.${String(group)}`);
      },
    },
    ChartGroups: {
      call: (at) => {
        if (at !== 1) throw hostError('no such group');
        return host.bridge.expose('ChartGroup', { GapWidth: fact('GapWidth') });
      },
    },
    SeriesCollection: {
      call: () =>
        host.bridge.expose('SeriesCollection', {
          Count: property(() => chart.series.length),
          NewSeries: {
            call: () => {
              const series: Record<string, unknown> = {};
              chart.series.push(series);
              return seriesOf(host, series);
            },
          },
        }),
    },
  });
}

function axisOf(host: HostState, facts: Record<string, unknown>, name: string): object {
  const fact = (key: string) => factMember(facts, `${name}.${key}`);
  return host.bridge.expose('Axis', {
    HasTitle: fact('HasTitle'),
    MaximumScale: fact('MaximumScale'),
    MinimumScale: fact('MinimumScale'),
    ReversePlotOrder: fact('ReversePlotOrder'),
    Crosses: fact('Crosses'),
    TickLabelPosition: fact('TickLabelPosition'),
    AxisTitle: property(() => {
      if (facts[`${name}.HasTitle`] !== true) throw hostError('the axis has no title');
      return host.bridge.expose('AxisTitle', { Text: fact('Title') });
    }),
    TickLabels: property(() =>
      host.bridge.expose('TickLabels', { NumberFormat: fact('NumberFormat') }),
    ),
  });
}

function seriesOf(host: HostState, series: Record<string, unknown>): object {
  const fact = (key: string) => factMember(series, key);
  const interior = (key: string) =>
    property(() => host.bridge.expose('Interior', { Color: fact(key) }));
  return host.bridge.expose('Series', {
    Name: fact('Name'),
    Values: fact('Values'),
    XValues: fact('XValues'),
    ChartType: fact('ChartType'),
    AxisGroup: fact('AxisGroup'),
    HasDataLabels: fact('HasDataLabels'),
    Interior: interior('Color'),
    Border: property(() => host.bridge.expose('Border', { Color: fact('LineColor') })),
    Points: {
      call: (at) => host.bridge.expose('Point', { Interior: interior(`Point${String(at)}.Color`) }),
    },
  } satisfies Members);
}

function factMember(facts: Record<string, unknown>, key: string): Member {
  return {
    get: () => facts[key],
    set: (value) => {
      facts[key] = value;
    },
  };
}
