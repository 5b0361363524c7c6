/** The simulated WPS's workbook as a view. */
import { areaAddress } from '../../hosts/excel/address';
import { colorText } from '../../hosts/wps/colors';
import type { WpsHost } from '../../hosts/wps/createWpsHost';
import { errorText } from '../../hosts/wps/enterValue';
import { shownValue } from '../../hosts/wps/hostState';
import { HORIZONTAL, VERTICAL } from '../../hosts/wps/loadBook';
import {
  MAX_COLUMNS,
  type CellFormat,
  type ConditionModel,
  type SheetModel,
  type ValidationModel,
} from '../../hosts/wps/sheetModel';
import { chartsOfWps } from './chartsOfWps';
import {
  describeCell,
  describeLook,
  firstLinedColumn,
  isAdded,
  settingText,
  withoutLines,
  type Added,
  type ConditionView,
  type OwnSheetView,
  type PrintView,
  type WorkbookView,
} from './workbookView';

const VISIBILITY = { [-1]: 'Visible', 0: 'Hidden', 2: 'VeryHidden' } as const;

export function viewOfWps(host: WpsHost, added: Added): WorkbookView {
  const sheets = host.book.sheets.map((sheet) => {
    const { name, visible, frozen, merges, names, widths } = sheet;
    return {
      name,
      visibility: VISIBILITY[visible as keyof typeof VISIBILITY],
      frozen: `${String(frozen?.rows ?? 0)}×${String(frozen?.columns ?? 0)}`,
      merges: merges.map(areaAddress).sort(),
      widths: Object.fromEntries(
        [...widths].map(([column, width]) => [String(column), Math.round(width * 7 + 5)]),
      ),
      marks: [...names.values()].map((item) => `${item.name} ${item.refersTo.slice(1)}`),
      cells: cellsOf(host, sheet, firstLinedColumn(added, name)),
      links: linksOf(sheet),
      conditions: sheet.conditions
        .filter(({ area }) => isAdded(added, name, area.firstColumn))
        .map(conditionOf),
      own: added.ownSheets.has(name) ? ownOf(sheet) : undefined,
    };
  });
  return { sheets };
}

function cellsOf(
  { state, book }: WpsHost,
  sheet: SheetModel,
  firstLined: number,
): Map<string, string> {
  const cells = new Map<string, string>();
  const lastRow = lastFilledRow(sheet);
  for (const [column, model] of sheet.columns.entries()) {
    for (let row = 0; row <= lastRow; row++) {
      const shown = shownValue(state, book, sheet, row, column);
      const value = typeof shown === 'object' ? errorText(shown.error) : (shown ?? '');
      const formula = model.formulas.get(row)?.text ?? '';
      const look = lookOf(model.formats[row]);
      const text = describeCell(
        { value, formula },
        column < firstLined ? withoutLines(look) : look,
      );
      if (text !== undefined) cells.set(`${String(row)},${String(column)}`, text);
    }
  }
  return cells;
}

/** Below it cells have a look at most. */
function lastFilledRow({ columns }: SheetModel): number {
  return columns.reduce((last, { values, formulas }) => {
    let lastValue = values.length - 1;
    while (lastValue >= 0 && values[lastValue] === undefined) lastValue--;
    return Math.max(last, lastValue, ...formulas.keys());
  }, -1);
}

function linksOf({ links }: SheetModel): Map<string, string> {
  return new Map(
    [...links].map(([key, target]) => {
      const row = Math.floor(key / MAX_COLUMNS);
      return [`${String(row)},${String(key % MAX_COLUMNS)}`, target];
    }),
  );
}

const looks = new Map<CellFormat, string>();

/** Equal formats are one object. */
function lookOf(format: CellFormat | undefined): string {
  if (format === undefined) return '';
  const look = looks.get(format) ?? describeLook(partsOf(format));
  looks.set(format, look);
  return look;
}

const named = (names: Readonly<Record<string, number>>, value: number | undefined) =>
  Object.keys(names).find((name) => names[name] === value);

/** What a plain cell has anyway is left out. */
function partsOf(format: CellFormat): Record<string, unknown> {
  const { numberFormat, fill, color, bold, italic, size, wrap, borders } = format;
  const isLined = borders !== undefined && Object.keys(borders).length > 0;
  return {
    numberFormat: numberFormat === 'General' ? undefined : numberFormat,
    fill: fill === undefined ? undefined : `#${colorText(fill)}`,
    color: color === undefined || color === 0 ? undefined : `#${colorText(color)}`,
    bold: bold === true ? bold : undefined,
    italic: italic === true ? italic : undefined,
    size: size === 11 ? undefined : size,
    horizontal: named(HORIZONTAL, format.horizontal),
    vertical: named(VERTICAL, format.vertical),
    wrap: wrap === true ? wrap : undefined,
    borders: isLined ? 'lined' : undefined,
  };
}

function conditionOf({ area, kind, formula, look }: ConditionModel): ConditionView {
  const color = (key: string) =>
    look[key] === undefined ? undefined : colorText(look[key] as number);
  const address = areaAddress(area);
  if (kind === 'dataBar') {
    const bar = { color: color('BarColor.Color'), negative: color('NegativeBarFormat.Color') };
    return { area: address, rule: kind, look: bar };
  }
  const changes = { bold: look['Font.Bold'], color: color('Font.Color') };
  return {
    area: address,
    rule: formula ?? '',
    look: { ...changes, fill: color('Interior.Color') },
  };
}

function ownOf(sheet: SheetModel): OwnSheetView {
  const { tabColor, heights, tables, validations } = sheet;
  return {
    tabColor: tabColor === undefined ? '' : colorText(tabColor),
    heights: Object.fromEntries([...heights].map(([row, height]) => [String(row), height])),
    tables: tables.map(({ name, area, style }) => [name, areaAddress(area), style].join(' ')),
    validations: validations.map(validationOf),
    charts: chartsOfWps(sheet),
    print: printOf(sheet),
  };
}

const VALIDATIONS: Readonly<Record<number, string>> = { 3: 'list', 4: 'date' };

function validationOf({ area, type, formula1, texts }: ValidationModel): string {
  const error = [texts.ErrorTitle, texts.ErrorMessage];
  return [areaAddress(area), VALIDATIONS[type], formula1, ...error].join(' | ');
}

function printOf({ pageSetup }: SheetModel): PrintView | undefined {
  if (pageSetup.Orientation === undefined) return undefined;
  const text = (key: string) => settingText(pageSetup[key]).replaceAll('$', '');
  const pagesHigh = pageSetup.FitToPagesTall === false ? '0' : text('FitToPagesTall');
  const titles = [text('PrintTitleColumns'), text('PrintTitleRows')];
  const footers = [
    ['L', text('LeftFooter')],
    ['C', text('CenterFooter')],
    ['R', text('RightFooter')],
  ] as const;
  return {
    orientation: pageSetup.Orientation === 1 ? 'portrait' : 'landscape',
    paper: text('PaperSize'),
    pages: `${text('FitToPagesWide')}×${pagesHigh}`,
    areas: text('PrintArea'),
    titles: titles.filter((part) => part !== '').join(','),
    footer: footers.map(([side, part]) => (part === '' ? '' : `&${side}${part}`)).join(''),
  };
}
