/** A sheet that came without any layout, given one that can be read. */
import { CellKind, KIND_MASK, type CellColumn, type RawSheet } from '../../../../core';
import type { ScannedSheet } from '../scannedSheet';
import { columnName, rangeName } from './cellReference';
import { columnWidth } from './ledgerColumns';
import type { StyleBook } from './styleBook';
import { vocabularyOf, XML_DECLARATION } from './vocabulary';

export interface LayOutOptions {
  readonly name: string;
  readonly partPath: string;
  /** Gets the formats that the cells need. */
  readonly styles: StyleBook;
  /** 0-based; -1 for a sheet without a header. */
  readonly headerRow: number;
}

const NARROWEST = 8;
const WIDEST = 40;
/** Rows that column widths are judged by. */
const SAMPLE_ROWS = 2_000;
/** From here on Excel shows an integer in exponent form unless its format forbids it. */
const LONG_INTEGER = 1e11;

/** The sheet as the writer of ledgers takes it: cell formats by kind, widths, a frozen header. */
export function layOutSheet(sheet: RawSheet, options: LayOutOptions): ScannedSheet {
  const { name, partPath, headerRow } = options;
  const { rowCount, columns, texts, merges } = sheet;
  return {
    name,
    partPath,
    state: sheet.hidden ? 'hidden' : 'visible',
    rowCount,
    columns,
    styles: columns.map((column) => columnStyles(column, rowCount, headerRow, options.styles)),
    texts,
    sharedCount: 0,
    merges,
    rowAttributes: { index: new Uint16Array(0), texts: [''] },
    verbatim: new Map(),
    leadingRows: new Map(),
    head: headXml(sheet, headerRow),
    tail: tailXml(sheet, headerRow),
    prefix: '',
  };
}

/**
 * The 0-based row that is filled like a header: texts only, in at least half of the columns. -1
 * where the first rows hold none.
 */
export function findHeaderRow(sheet: RawSheet): number {
  const { columns } = sheet;
  for (let row = 0; row < Math.min(sheet.rowCount, 20); row++) {
    let filled = 0;
    let others = 0;
    for (const { kinds } of columns) {
      const kind = (kinds[row] ?? 0) & KIND_MASK;
      if (kind === CellKind.text) filled++;
      else if (kind !== CellKind.empty) others++;
    }
    if (others === 0 && filled > 1 && filled * 2 >= columns.length) return row;
  }
  return -1;
}

/** Per row the cell format: titles plain, the header as headers of ours, data by kind. */
function columnStyles(
  column: CellColumn,
  rowCount: number,
  headerRow: number,
  book: StyleBook,
): Uint32Array {
  const styles = new Uint32Array(rowCount);
  const header = book.planStyle('header');
  const text = book.withFormat(0, '@');
  const number = numberStyle(column, rowCount, headerRow, book);
  if (headerRow >= 0 && headerRow < rowCount) styles[headerRow] = header;
  for (let row = headerRow + 1; row < rowCount; row++) {
    const kind = (column.kinds[row] ?? 0) & KIND_MASK;
    if (kind === CellKind.text) styles[row] = text;
    else if (kind === CellKind.number) styles[row] = number;
    else if (kind === CellKind.date) {
      const hasTime = !Number.isInteger(column.values[row]);
      styles[row] = hasTime ? book.withFormat(0, 'yyyy-mm-dd hh:mm:ss') : book.forDate(0);
    }
  }
  return styles;
}

/** One format for a column's numbers: amounts if any has decimals, long integers in full. */
function numberStyle(
  column: CellColumn,
  rowCount: number,
  headerRow: number,
  book: StyleBook,
): number {
  let hasDecimals = false;
  let hasMoreDecimals = false;
  let isLong = false;
  for (let row = headerRow + 1; row < rowCount; row++) {
    if (((column.kinds[row] ?? 0) & KIND_MASK) !== CellKind.number) continue;
    const value = column.values[row] ?? 0;
    if (Math.abs(value) >= LONG_INTEGER) isLong = true;
    if (Number.isInteger(value)) continue;
    hasDecimals = true;
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-4) hasMoreDecimals = true;
  }
  if (hasMoreDecimals) return 0;
  if (hasDecimals) return book.withFormat(0, '#,##0.00');
  return isLong ? book.withFormat(0, '0') : 0;
}

function headXml(sheet: RawSheet, headerRow: number): string {
  const { main, relationships } = vocabularyOf('');
  const first = `A${String(headerRow + 2)}`;
  const pane =
    headerRow < 0
      ? ''
      : `<pane ySplit="${String(headerRow + 1)}" topLeftCell="${first}"` +
        ' activePane="bottomLeft" state="frozen"/>' +
        `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/>`;
  const cols = sheet.columns
    .map((column, i) => {
      const at = String(i + 1);
      const width = columnWidth(widthOf(sheet, column, headerRow));
      return `<col min="${at}" max="${at}" width="${width}" customWidth="1"/>`;
    })
    .join('');
  return (
    `${XML_DECLARATION}<worksheet xmlns="${main}" xmlns:r="${relationships}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1"/>' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>`
  );
}

/** The widest of the header and the first rows; titles may run over their cell. */
function widthOf(sheet: RawSheet, column: CellColumn, headerRow: number): number {
  let widest = NARROWEST;
  const last = Math.min(sheet.rowCount, headerRow + 1 + SAMPLE_ROWS);
  for (let row = Math.max(0, headerRow); row < last && widest < WIDEST; row++) {
    const width = cellWidth(sheet, column, row);
    if (width > widest) widest = width;
  }
  return Math.min(widest, WIDEST);
}

function cellWidth(sheet: RawSheet, column: CellColumn, row: number): number {
  const value = column.values[row] ?? 0;
  switch ((column.kinds[row] ?? 0) & KIND_MASK) {
    case CellKind.text:
      return textWidth(sheet.texts.get(value)) + 1;
    case CellKind.number: {
      const digits = Math.floor(Math.log10(Math.abs(value) + 1)) + 1;
      return digits + Math.floor(digits / 3) + (Number.isInteger(value) ? 1 : 4);
    }
    case CellKind.date:
      return Number.isInteger(value) ? 11 : 20;
    default:
      return 0;
  }
}

/** Chinese characters and full-width forms take two places. */
function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length && width <= WIDEST; i++) {
    width += text.charCodeAt(i) >= 0x1100 ? 2 : 1;
  }
  return width;
}

function tailXml(sheet: RawSheet, headerRow: number): string {
  const { rowCount, columns, merges } = sheet;
  const lastColumn = columnName(Math.max(0, columns.length - 1));
  const hasData = headerRow >= 0 && headerRow + 1 < rowCount && columns.length > 0;
  const filter = `A${String(headerRow + 1)}:${lastColumn}${String(rowCount)}`;
  const merged = merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('');
  return [
    '</sheetData>',
    hasData ? `<autoFilter ref="${filter}"/>` : '',
    merged === '' ? '' : `<mergeCells count="${String(merges.length)}">${merged}</mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    // Account numbers are texts on purpose: no green corner in every cell.
    `<ignoredErrors><ignoredError sqref="A1:${lastColumn}${String(Math.max(1, rowCount))}"` +
      ' numberStoredAsText="1"/></ignoredErrors>',
    '</worksheet>',
  ].join('');
}
