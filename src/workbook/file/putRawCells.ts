import {
  CellKind,
  type CellColumn,
  type RawSheet,
  type RawWorkbook,
  type TextTable,
} from '../../core';
import type { CellPut } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { DAYS_TO_1904 } from './ooxml/write/in1900';

/**
 * The workbook with values put into single cells; the given one is not changed.
 * @throws WorkbookFailure `workbook.sheetMissing`.
 */
export function putRawCells(workbook: RawWorkbook, puts: readonly CellPut[]): RawWorkbook {
  const missing = puts.find(({ sheet }) => !workbook.sheets.some(({ name }) => name === sheet));
  if (missing) throw new WorkbookFailure('workbook.sheetMissing', { sheet: missing.sheet });
  const sheets = workbook.sheets.map((sheet) => {
    const own = puts.filter((put) => put.sheet === sheet.name);
    return own.length === 0 ? sheet : withCells(sheet, own);
  });
  return { ...workbook, sheets };
}

function withCells(sheet: RawSheet, puts: readonly CellPut[]): RawSheet {
  const rowCount = puts.reduce((count, { row }) => Math.max(count, row + 1), sheet.rowCount);
  const columnCount = puts.reduce(
    (count, { column }) => Math.max(count, column + 1),
    sheet.columns.length,
  );
  const changed = new Set(puts.map(({ column }) => column));
  const columns = Array.from({ length: columnCount }, (_, c): CellColumn => {
    const column = sheet.columns[c];
    const isKept = column !== undefined && column.kinds.length >= rowCount && !changed.has(c);
    return isKept ? column : copyColumn(column, rowCount);
  });
  const added: string[] = [];
  const { size } = sheet.texts;
  for (const { row, column: c, value, isDate } of puts) {
    const column = columns[c];
    if (column === undefined) continue;
    column.kinds[row] = kindOf(value, isDate === true);
    if (typeof value === 'string') column.values[row] = size + added.push(value) - 1;
    else if (isDate === true && sheet.date1904) column.values[row] = Number(value) - DAYS_TO_1904;
    else column.values[row] = Number(value);
  }
  return { ...sheet, rowCount, columns, texts: withTexts(sheet.texts, added) };
}

function copyColumn(column: CellColumn | undefined, rowCount: number): CellColumn {
  const kinds = new Uint8Array(rowCount);
  const values = new Float64Array(rowCount);
  if (column) {
    kinds.set(column.kinds.subarray(0, rowCount));
    values.set(column.values.subarray(0, rowCount));
  }
  return { kinds, values };
}

function kindOf(value: CellPut['value'], isDate: boolean): number {
  if (value === null || value === '') return CellKind.empty;
  if (typeof value === 'string') return CellKind.text;
  if (typeof value === 'boolean') return CellKind.boolean;
  if (!Number.isFinite(value)) return CellKind.empty;
  return isDate ? CellKind.date : CellKind.number;
}

function withTexts(table: TextTable, added: readonly string[]): TextTable {
  const { size } = table;
  return {
    size: size + added.length,
    get: (index) => (index < size ? table.get(index) : (added[index - size] ?? '')),
  };
}
