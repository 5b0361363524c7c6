import type {
  CellContent,
  PlainContent,
  SheetContent,
  WorkbookContent,
} from '../../../src/workbook/memory/workbookContent';
import {
  createBook,
  createSheet,
  GENERAL,
  putCell,
  withFormat,
  type Book,
  type Cell,
} from './book';

const DATE = withFormat(GENERAL, { numberFormat: 'yyyy-mm-dd' });
const DATE_TIME = withFormat(GENERAL, { numberFormat: 'yyyy-mm-dd hh:mm' });
const TEXT = withFormat(GENERAL, { numberFormat: '@' });

/** The workbook with known content; its formulas keep the values that came with them. */
export function fillBook({ name, sheets }: WorkbookContent): Book {
  const book = createBook(name);
  book.date1904 = sheets.some(({ date1904 }) => date1904 === true);
  for (const content of sheets) book.sheets.push(sheetOf(book, content));
  book.activeSheetId = book.sheets.find(({ visibility }) => visibility === 'Visible')?.id ?? '';
  return book;
}

function sheetOf(book: Book, content: SheetContent) {
  const sheet = createSheet(book, content.name);
  if (content.hidden === true) sheet.visibility = 'Hidden';
  sheet.merges = [...(content.merges ?? [])];
  for (const [row, cells] of content.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const made = cellOf(cell);
      if (made) putCell(sheet, row, column, made);
    }
  }
  return sheet;
}

function cellOf(content: CellContent): Cell | undefined {
  if (typeof content === 'object' && content !== null && 'formula' in content) {
    const result = plainCell(content.result) ?? { value: '', format: GENERAL };
    return { ...result, formula: `=${content.formula}`, isCached: true };
  }
  return plainCell(content);
}

function plainCell(content: PlainContent): Cell | undefined {
  if (content === null || content === '') return undefined;
  // As exports come: ids as texts in text cells, other texts in general ones.
  if (typeof content === 'string') {
    return { value: content, format: /^[\d=+\-@]/.test(content) ? TEXT : GENERAL };
  }
  if (typeof content !== 'object') return { value: content, format: GENERAL };
  if ('error' in content) return { value: content.error, isError: true, format: GENERAL };
  return { value: content.date, format: content.date % 1 === 0 ? DATE : DATE_TIME };
}
