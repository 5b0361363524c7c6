/** The simulated Excel's workbook as a view. */
import type { CellRange } from '../../../src/core';
import { areaAddress, parseArea } from '../../hosts/excel/address';
import {
  usedArea,
  type Book,
  type Cell,
  type Chart,
  type Conditional,
  type Format,
  type Scalar,
  type Series,
  type Sheet,
  type Validation,
} from '../../hosts/excel/book';
import { valueOf } from '../../hosts/excel/formulas';
import {
  describeCell,
  describeLook,
  firstLinedColumn,
  isAdded,
  settingText,
  withoutLines,
  type Added,
  type ChartView,
  type ConditionView,
  type OwnSheetView,
  type PrintView,
  type SeriesView,
  type SheetView,
  type WorkbookView,
} from './workbookView';

export function viewOfExcel(book: Book, added: Added): WorkbookView {
  const sheets = book.sheets.map((sheet) => {
    const { name, visibility, frozen, merges, names } = sheet;
    return {
      name,
      visibility,
      frozen: `${String(frozen?.rows ?? 0)}×${String(frozen?.columns ?? 0)}`,
      merges: merges.map(areaAddress).sort(),
      widths: Object.fromEntries(
        [...sheet.columnWidths].map(([column, points]) => [String(column), pixels(points)]),
      ),
      marks: names.map((item) => `${item.name} ${item.formula.slice(1)}`),
      ...cellsOfBook(book, sheet, added),
      conditions: sheet.conditionals
        .filter(({ area }) => isAdded(added, name, area.firstColumn))
        .map(conditionOf),
      own: added.ownSheets.has(name) ? ownOf(sheet) : undefined,
    };
  });
  return { sheets };
}

const pixels = (points: number) => Math.round(points / 0.75);

export function cellsOfBook(
  book: Book,
  sheet: Sheet,
  added: Added,
): Pick<SheetView, 'cells' | 'links'> {
  const firstLined = firstLinedColumn(added, sheet.name);
  const cells = new Map<string, string>();
  const links = new Map<string, string>();
  const known = new Map<Cell, Scalar>();
  const area = usedArea(sheet, true);
  for (let row = 0; row <= (area?.lastRow ?? -1); row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell === undefined) continue;
      const value = valueOf(book, sheet, cell, known);
      const look = lookOf(cell.format);
      const text = describeCell(
        { ...cell, value },
        column < firstLined ? withoutLines(look) : look,
      );
      const key = `${String(row)},${String(column)}`;
      if (text !== undefined) cells.set(key, text);
      if (cell.link !== undefined) links.set(key, cell.link);
    }
  }
  return { cells, links };
}

/** What a plain cell has anyway, said by Excel and left out by files. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  ...{ numberFormat: 'General', bold: false, wrap: false, horizontal: 'General' },
  ...{ vertical: 'Bottom', color: '#000000', size: 11 },
};

const looks = new Map<Format, string>();

/** Equal formats are one object. */
function lookOf(format: Format): string {
  const look = looks.get(format) ?? describeLook(partsOf(format));
  looks.set(format, look);
  return look;
}

function partsOf({ borders, ...format }: Format): Record<string, unknown> {
  const own = Object.entries(format).filter(([key, value]) => value !== DEFAULTS[key]);
  const lines = borders === undefined ? undefined : 'lined';
  return { ...Object.fromEntries<unknown>(own), borders: lines };
}

const colorOf = (value: unknown) => (value === undefined ? undefined : settingText(value).slice(1));

function conditionOf({ kind, area, settings }: Conditional): ConditionView {
  const color = (key: string) => colorOf(settings[key]);
  if (kind === 'DataBar') {
    const look = {
      color: color('positiveFormat.fillColor'),
      negative: color('negativeFormat.fillColor'),
    };
    return { area: areaAddress(area), rule: 'dataBar', look };
  }
  return {
    area: areaAddress(area),
    rule: String(settings['rule.formula']),
    look: {
      bold: settings['format.font.bold'],
      color: color('format.font.color'),
      fill: color('format.fill.color'),
    },
  };
}

function ownOf(sheet: Sheet): OwnSheetView {
  return {
    tabColor: sheet.tabColor.slice(1),
    heights: Object.fromEntries(
      [...sheet.rowHeights].map(([row, height]) => [String(row), height]),
    ),
    tables: sheet.tables.map(({ name, area, style }) => [name, areaAddress(area), style].join(' ')),
    validations: sheet.validations.map(validationOf),
    charts: sheet.charts.map(chartOf),
    print: printOf(sheet),
  };
}

/** 1900-01-01 is day 1 of Excel's count. */
const FIRST_DAY = '1900-01-01';

function validationOf({ area, settings }: Validation): string {
  const { list, date } = settings.rule as Record<string, Record<string, unknown> | undefined>;
  const { title, message } = settings.errorAlert as Record<string, string>;
  const isAnyDay = date?.operator === 'GreaterThanOrEqualTo' && date.formula1 === FIRST_DAY;
  const rule = list ? ['list', list.source] : ['date', isAnyDay ? '1' : JSON.stringify(date)];
  return [areaAddress(area), ...rule, title, message].join(' | ');
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ ColumnClustered: 'column', BarClustered: 'bar', Line: 'line', Pie: 'pie' },
};

const LEGENDS: Readonly<Record<string, string>> = { Bottom: 'b' };

function chartOf({ name, settings, series }: Chart): ChartView {
  const [from, to] = settings.position as [string, string];
  return {
    name,
    title: String(settings['title.text']),
    legend:
      settings['legend.visible'] === true
        ? (LEGENDS[String(settings['legend.position'])] ?? '?')
        : '',
    place: areaAddress(areaBetween(parseArea(from), parseArea(to))),
    alternativeText: '',
    series: series.map(seriesOf),
    axes: axesOf(settings, series),
  };
}

function areaBetween(from: CellRange, { lastRow, lastColumn }: CellRange): CellRange {
  return { ...from, lastRow, lastColumn };
}

function seriesOf({ settings }: Series): SeriesView {
  const text = (key: string) => settingText(settings[key]);
  const points = Object.entries(settings).flatMap(([key, value]) =>
    /^point\d+\.format\.fill\.color$/.test(key) ? [colorOf(value) ?? ''] : [],
  );
  const own = settings['format.fill.color'] ?? settings['format.line.color'];
  return {
    name: text('name'),
    kind: KINDS[text('chartType')] ?? text('chartType'),
    axis: settings.axisGroup === 'Secondary' ? 'secondary' : 'primary',
    values: text('values'),
    categories: text('categories'),
    colors: points.length > 0 ? points : [colorOf(own) ?? ''],
    labels: settings.hasDataLabels === true,
  };
}

function axesOf(settings: Chart['settings'], series: readonly Series[]): Record<string, unknown> {
  const axis = (name: string) => (key: string) => settingText(settings[`axes.${name}.${key}`]);
  const [category, value] = [axis('categoryAxis'), axis('valueAxis')];
  const secondary = axis('ValueSecondary');
  return {
    reversed: category('reversePlotOrder') === 'true',
    labelsAt: category('tickLabelPosition').toLowerCase(),
    valuesAtEnd: category('position') === 'Maximum',
    valueFormat: value('numberFormat'),
    valueTitle: value('title.text'),
    secondaryFormat: secondary('numberFormat'),
    secondaryMaximum: secondary('maximum'),
    secondaryMinimum: secondary('minimum'),
    gap: settingText(
      series.find(({ settings: own }) => own.gapWidth !== undefined)?.settings.gapWidth,
    ),
  };
}

function printOf({ page }: Sheet): PrintView | undefined {
  if (page.orientation === undefined) return undefined;
  const { horizontalFitToPages, verticalFitToPages = 0 } = page.zoom as Record<string, number>;
  const text = (key: string) => settingText(page[key]).replaceAll('$', '');
  const footers = [
    ['L', text('footer.leftFooter')],
    ['C', text('footer.centerFooter')],
    ['R', text('footer.rightFooter')],
  ] as const;
  return {
    orientation: settingText(page.orientation).toLowerCase(),
    paper: page.paperSize === 'A4' ? '9' : settingText(page.paperSize),
    pages: `${String(horizontalFitToPages)}×${String(verticalFitToPages)}`,
    areas: text('area'),
    titles: [text('titleColumns'), text('titleRows')].filter((part) => part !== '').join(','),
    footer: footers.map(([side, part]) => (part === '' ? '' : `&${side}${part}`)).join(''),
  };
}
