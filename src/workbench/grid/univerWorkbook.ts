import {
  BooleanNumber,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
  type IColumnData,
  type IObjectArrayPrimitiveType,
  type IRange,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { CellRange } from '../../core';
import type { SheetAppearance } from '../../workbook/file/appearance/appearance';
import type { ShownSheet, ShownWorkbook } from '../engine/shownWorkbook';
import { DATE_STYLE, oneLine, type GridRow, type RowReader } from './cellReader';
import { fittingWidths } from './fittingWidths';
import { univerStyle } from './univerStyle';

/** Rows of the sheet in front that are there at once; the others follow while the page is idle. */
const FIRST_ROWS = 100;

/** Rows that a sheet begins with, filled or not: more than a screen shows. */
const FRAME_ROWS = 200;

/** Empty room to the right and below, for a user who adds something. */
const SPARE_COLUMNS = 6;
const SPARE_ROWS = 60;
const LEAST_COLUMNS = 26;

/** Characters of the default font to pixels, as Excel draws 11 points. */
const CHARACTER_PX = 7;
const PADDING_PX = 5;
const POINT_PX = 4 / 3;
const DEFAULT_ROW_PX = 20;
const DEFAULT_COLUMN_PX = 72;

export function sheetId(index: number): string {
  return `sheet${String(index + 1)}`;
}

/** The rows of a sheet that {@link univerWorkbook} gives the grid. */
export function firstRows(sheet: ShownSheet, isFront: boolean): number {
  return isFront ? Math.min(sheet.shownRows, FIRST_ROWS) : 0;
}

/** The rows of a sheet in the grid, with the room below. */
export function rowsInGrid({ shownRows }: ShownSheet): number {
  return shownRows + SPARE_ROWS;
}

export interface UniverWorkbookOptions {
  readonly readers: readonly RowReader[];
  readonly id: string;
  /** Index of the sheet that is looked at. */
  readonly front: number;
}

/** A workbook as the grid takes it, with the first rows of the sheet in front. */
export function univerWorkbook(
  workbook: ShownWorkbook,
  { readers, id, front }: UniverWorkbookOptions,
): IWorkbookData {
  const styles: Record<string, IStyleData> = { [DATE_STYLE]: { n: { pattern: 'yyyy-mm-dd' } } };
  for (const [index, look] of workbook.looks.entries()) {
    const style = univerStyle(look);
    styles[String(index)] = style;
    if (look.wrap) styles[oneLine(index)] = { ...style, tb: WrapStrategy.CLIP };
  }
  const sheets = workbook.sheets.map((sheet, index) => [
    sheetId(index),
    univerSheet(sheet, readers[index] ?? (() => ({})), {
      id: sheetId(index),
      rows: firstRows(sheet, index === front),
    }),
  ]);
  return {
    id,
    name: workbook.name,
    appVersion: '',
    locale: LocaleType.ZH_CN,
    styles,
    ...(workbook.looks.length > 0 && { defaultStyle: defaultStyle(styles['0']) }),
    sheetOrder: workbook.sheets.map((_, index) => sheetId(index)),
    sheets: Object.fromEntries(sheets) as IWorkbookData['sheets'],
  };
}

/** The look of cells without one, but for what only a cell can have. */
function defaultStyle(style: IStyleData = {}): IStyleData {
  const { ff, fs, vt } = style;
  return { ...(ff && { ff }), ...(fs && { fs }), vt: vt ?? VerticalAlign.BOTTOM };
}

function univerSheet(
  sheet: ShownSheet,
  readRow: RowReader,
  { id, rows }: { readonly id: string; readonly rows: number },
): Partial<IWorksheetData> {
  const { name, shownRows, columns, appearance } = sheet;
  const cellData = readRows(readRow, rows);
  const frozenRows = appearance?.frozenRows ?? 0;
  const frozenColumns = appearance?.frozenColumns ?? 0;
  return {
    id,
    name,
    hidden: flag(sheet.visibility !== 'visible'),
    // Measuring every row of every sheet would take the page long: see growSheets.
    rowCount: Math.min(FRAME_ROWS, rowsInGrid(sheet)),
    columnCount: Math.max(LEAST_COLUMNS, columns.length + SPARE_COLUMNS),
    cellData,
    mergeData: sheet.merges.filter(({ lastRow }) => lastRow < shownRows).map(univerRange),
    defaultRowHeight: DEFAULT_ROW_PX,
    defaultColumnWidth: DEFAULT_COLUMN_PX,
    showGridlines: flag(appearance?.gridLines ?? true),
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows > 0 ? frozenRows : -1,
      startColumn: frozenColumns > 0 ? frozenColumns : -1,
    },
    ...(appearance
      ? appearanceOf(appearance, sheet)
      : {
          columnData: fittingWidths(
            rows > 0 ? cellData : readRows(readRow, firstRows(sheet, true)),
          ),
        }),
  };
}

function readRows(readRow: RowReader, count: number): Record<number, GridRow> {
  return Object.fromEntries(Array.from({ length: count }, (_, row) => [row, readRow(row)]));
}

function appearanceOf(look: SheetAppearance, sheet: ShownSheet): Partial<IWorksheetData> {
  const columnData: IObjectArrayPrimitiveType<Partial<IColumnData>> = {};
  const lastColumn = sheet.columns.length + SPARE_COLUMNS;
  for (const { first, last, width, hidden, look: style } of look.columns) {
    for (let column = first; column <= Math.min(last, lastColumn); column++) {
      columnData[column] = {
        ...(width !== undefined && { w: columnPixels(width) }),
        ...(hidden && { hd: BooleanNumber.TRUE }),
        ...(style !== 0 && { s: String(style) }),
      };
    }
  }
  const rowData: IObjectArrayPrimitiveType<Partial<IRowData>> = {};
  for (const [row, at] of look.rows.index.entries()) {
    const { height, hidden } = look.rows.looks[at] ?? { hidden: false };
    if (height === undefined && !hidden) continue;
    rowData[row] = {
      ...(height !== undefined && { h: Math.round(height * POINT_PX), ia: BooleanNumber.FALSE }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
    };
  }
  const { defaultWidth, defaultHeight, tabColor } = look;
  return {
    columnData,
    rowData,
    ...(tabColor && { tabColor: `#${tabColor}` }),
    ...(defaultWidth && { defaultColumnWidth: columnPixels(defaultWidth) }),
    ...(defaultHeight && { defaultRowHeight: Math.round(defaultHeight * POINT_PX) }),
  };
}

function columnPixels(characters: number): number {
  return Math.round(characters * CHARACTER_PX + PADDING_PX);
}

export function univerRange({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): IRange {
  return { startRow: firstRow, endRow: lastRow, startColumn: firstColumn, endColumn: lastColumn };
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
