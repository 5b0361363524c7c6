import type { RawSheet, RawWorkbook } from '../../../core';
import { createColumnBuilder, createTextInterner, type TextInterner } from '../../columnBuilder';
import { WorkbookFailure } from '../../workbookFailure';
import { sheetNameFromFile, uniqueSheetNames, validSheetName } from '../sheetName';
import type { HtmlTable } from './htmlTable';
import { decodeHtmlEntities } from './htmlText';
import { scanTables } from './scanTables';

const SHEET_NAME = /<x:Name>([^<]*)<\/x:Name>/gi;
/** A first table of so few rows may be nothing but the header of the next. */
const MAX_HEADER_ROWS = 3;
/** Rows of a sheet among which a repeated header is looked for. */
const MAX_LEADING_ROWS = 10;

/**
 * The tables of an HTML document, such as a bank system saves under the name .xls, one sheet per
 * table. Cells are text but where Excel's own `x:num`, `x:bool` and `x:err` say otherwise: a
 * 19-digit account number stays exact. Tables that continue one another (a header table and its
 * data, pages with the same header) are one sheet; text before a table is the rows above it, as
 * Excel shows it.
 *
 * @param text The decoded document.
 * @throws WorkbookFailure `file.unknownFormat` where there is no table; `workbook.tooManyRows`.
 */
export function readHtmlTables(text: string, name: string): RawWorkbook {
  const texts = createTextInterner();
  const tables = scanTables(text, texts);
  const groups = groupTables(tables);
  if (groups.length === 0) {
    throw new WorkbookFailure('file.unknownFormat', { format: 'html', reason: 'no table' });
  }
  const given = [...text.matchAll(SHEET_NAME)].map((match) =>
    validSheetName(decodeHtmlEntities(match[1] ?? '')),
  );
  const names = given.length === groups.length ? given : groups.map(() => sheetNameFromFile(name));
  const unique = uniqueSheetNames(names);
  return { name, sheets: groups.map((group, at) => buildSheet(group, unique[at] ?? '', texts)) };
}

/** The tables of each sheet, in order. */
function groupTables(tables: readonly HtmlTable[]): HtmlTable[][] {
  const groups: HtmlTable[][] = [];
  let between: HtmlTable[] = [];
  let hasTable = false;
  for (const table of tables) {
    hasTable ||= table.columnCount > 1;
    if (table.rowCount < 2) {
      between.push(table);
      continue;
    }
    hasTable = true;
    const current = groups.at(-1);
    if (current !== undefined && isContinuation(current, table)) current.push(...between, table);
    else groups.push([...between, table]);
    between = [];
  }
  const last = groups.at(-1);
  if (last !== undefined) last.push(...between);
  else if (hasTable) groups.push(between);
  return groups;
}

/** True where `next` has as many columns as the sheet so far, which is a header or repeats it. */
function isContinuation(sheet: readonly HtmlTable[], next: HtmlTable): boolean {
  const data = sheet.filter(({ rowCount }) => rowCount > 1);
  const columnCount = Math.max(...data.map((table) => table.columnCount));
  if (columnCount !== next.columnCount) return false;
  const rowCount = data.reduce((sum, table) => sum + table.rowCount, 0);
  if (rowCount <= MAX_HEADER_ROWS) return true;
  const [header] = signatures(next, 1);
  return data[0] !== undefined && signatures(data[0], MAX_LEADING_ROWS).includes(header ?? '');
}

/** What the first rows with values hold, in a form to compare. */
function signatures(table: HtmlTable, count: number): string[] {
  const rows = new Map<number, string>();
  for (const [at, row] of table.rows.entries()) {
    if (!rows.has(row) && rows.size === count) break;
    const cell = `${String(table.columns[at])}:${String(table.kinds[at])}:${String(table.values[at])}`;
    rows.set(row, `${rows.get(row) ?? ''} ${cell}`);
  }
  return [...rows.values()];
}

function buildSheet(tables: readonly HtmlTable[], name: string, texts: TextInterner): RawSheet {
  const builder = createColumnBuilder(texts);
  const merges: RawSheet['merges'][number][] = [];
  let firstRow = 0;
  for (const table of tables) {
    for (const [at, row] of table.rows.entries()) {
      const column = table.columns[at] ?? 0;
      builder.put(firstRow + row, column, table.kinds[at] ?? 0, table.values[at] ?? 0);
    }
    for (const merge of table.merges) {
      const lastRow = Math.min(merge.lastRow, table.rowCount - 1);
      if (merge.firstRow === lastRow && merge.firstColumn === merge.lastColumn) continue;
      merges.push({
        ...merge,
        firstRow: firstRow + merge.firstRow,
        lastRow: firstRow + lastRow,
      });
    }
    firstRow += table.rowCount;
  }
  return {
    name,
    hidden: false,
    ...builder.build(),
    texts: texts.table,
    merges,
    date1904: false,
  };
}
