import * as XLSX from '@e965/xlsx';
import { readAppearance } from '../../../src/workbook/file/appearance/readAppearance';
import type { CellLook } from '../../../src/workbook/file/appearance/appearance';
import { createNodeCompression } from '../../../src/workbook/file/nodeCompression';
import { readXlsx } from '../../../src/workbook/file/ooxml/readXlsx';
import { sourceOf } from '../../workbook/bytesInMemory';
import {
  createBook,
  createSheet,
  GENERAL,
  putCell,
  withFormat,
  type Book,
  type Format,
} from './book';

/**
 * The workbook of an .xlsx as the simulated Excel would hold it after opening: values and formulas
 * as SheetJS reads them, looks as our own reader does; charts, conditional formats, validations and
 * names are left out.
 */
export async function bookOfXlsx(bytes: Uint8Array, name: string): Promise<Book> {
  const contents = await readXlsx(sourceOf(bytes), createNodeCompression(), { name });
  const { looks, sheets: appearances } = await readAppearance(contents);
  const [plain = {}] = looks;
  const read = XLSX.read(bytes, { cellFormula: true, cellText: false, cellHTML: false });
  const book = createBook(name);
  book.date1904 = read.Workbook?.WBProps?.date1904 === true;
  for (const [at, scanned] of contents.sheets.entries()) {
    const sheet = createSheet(book, scanned.name);
    if (scanned.state !== 'visible') {
      sheet.visibility = scanned.state === 'hidden' ? 'Hidden' : 'VeryHidden';
    }
    sheet.merges = [...scanned.merges];
    const cells = read.Sheets[scanned.name] ?? {};
    for (let row = 0; row < scanned.rowCount; row++) {
      for (const [column, styles] of scanned.styles.entries()) {
        const cell = cells[XLSX.utils.encode_cell({ r: row, c: column })] as
          XLSX.CellObject | undefined;
        const format = formatOf(looks[styles[row] ?? 0] ?? {}, plain);
        if (cell === undefined && isPlain(format)) continue;
        putCell(sheet, row, column, { ...contentOf(cell), format });
      }
    }
    const look = appearances[at];
    for (const { first, last, width } of look?.columns ?? []) {
      if (width === undefined || last - first > 100) continue;
      for (let column = first; column <= last; column++) {
        sheet.columnWidths.set(column, Math.round(width * PIXELS) * POINTS);
      }
    }
    const rowLooks = look?.rows;
    for (const [row, kind] of rowLooks?.index.entries() ?? []) {
      if (rowLooks?.looks[kind]?.hidden) sheet.hiddenRows.add(row);
    }
    if (look && look.frozenRows + look.frozenColumns > 0) {
      sheet.frozen = { rows: look.frozenRows, columns: look.frozenColumns };
    }
    for (const { row, column, sheet: target, target: area } of look?.links ?? []) {
      const cell = sheet.rows[row]?.[column];
      const corner = XLSX.utils.encode_cell({ r: area.firstRow, c: area.firstColumn });
      if (cell) putCell(sheet, row, column, { ...cell, link: `'${target}'!${corner}` });
    }
    book.sheets.push(sheet);
  }
  book.activeSheetId = book.sheets.find(({ visibility }) => visibility === 'Visible')?.id ?? '';
  return book;
}

/** A character of the default font is so many pixels wide, a pixel so many points. */
const PIXELS = 7;
const POINTS = 0.75;

function contentOf(cell: XLSX.CellObject | undefined) {
  if (cell === undefined) return { value: '' };
  const isError = cell.t === 'e';
  const value = isError ? String(cell.w ?? cell.v) : ((cell.v ?? '') as string | number | boolean);
  return {
    value,
    ...(isError && { isError }),
    ...(cell.f !== undefined && { formula: `=${cell.f}`, isCached: true }),
  };
}

function isPlain(format: Format): boolean {
  return Object.keys(format).length === 1 && format.numberFormat === 'General';
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', justify: 'Justify' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** What the workbook's plain cells have is no format of its own. */
function formatOf(look: CellLook, plain: CellLook): Format {
  const { numberFormat, fill, color, bold, italic, fontSize, horizontal, vertical, wrap } = look;
  return withFormat(GENERAL, {
    ...(numberFormat !== undefined && { numberFormat }),
    ...(fill !== undefined && { fill: `#${fill}` }),
    ...(color !== undefined && color !== plain.color && { color: `#${color}` }),
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(fontSize !== undefined && fontSize !== plain.fontSize && { size: fontSize }),
    ...(horizontal !== undefined && { horizontal: HORIZONTAL[horizontal] }),
    ...(vertical !== undefined && vertical !== 'bottom' && { vertical: VERTICAL[vertical] }),
    ...(wrap === true && { wrap }),
    ...(look.borders !== undefined && Object.keys(look.borders).length > 0 && { borders: 'lined' }),
  });
}
