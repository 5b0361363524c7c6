import {
  CellKind,
  FORMULA_FLAG,
  KIND_MASK,
  type CellColumn,
  type CellRange,
  type RawSheet,
} from '../../core';
import { createColumnBuilder, type TextInterner } from '../columnBuilder';
import { isDateFormat } from '../dateFormat';
import { addressOf, columnArea } from './addresses';
import { readRows, rowStripes, toRows, type Scalar } from './blocks';
import { errorIndex } from './cellErrors';
import { findFormatRuns } from './formatRuns';
import { requireCount } from './hostFailure';
import { findMerges } from './findMerges';
import type { ListedSheet } from './listSheets';
import type { Session } from './session';
import type { WpsSheet } from './wpsTypes';

export interface ReadSheetContext {
  readonly session: Session;
  /** The cells in use. */
  readonly used: CellRange;
  readonly texts: TextInterner;
  readonly date1904: boolean;
}

/** A worksheet with its values, in a few blocks; numbers under a date format are dates. */
export async function readSheet(
  { sheet, name, isHidden, mark, copyOf }: ListedSheet,
  context: ReadSheetContext,
): Promise<RawSheet> {
  const { used, texts } = context;
  const builder = createColumnBuilder(texts, used.lastRow + 1);
  for (const stripe of rowStripes(used)) {
    const rows = readRows(sheet, stripe);
    for (const [down, cells] of rows.entries()) {
      for (const [right, value] of cells.entries()) {
        const row = stripe.firstRow + down;
        const column = stripe.firstColumn + right;
        if (value === undefined || value === null || value === '') continue;
        if (typeof value === 'string') builder.putText(row, column, value);
        else if (typeof value === 'boolean') builder.put(row, column, CellKind.boolean, +value);
        else putNumber(builder.put, row, column, value);
      }
    }
    await context.session.pause(cellCount(stripe));
  }
  const { rowCount, columns } = builder.build();
  markFormulas(sheet, used, { columns, texts: texts.table });
  columns.forEach((column, at) => {
    markDates(sheet, at, column, rowCount);
  });
  const hasEmpty = (area: CellRange) => holdsEmpty(columns, area, rowCount);
  return {
    name,
    hidden: isHidden,
    rowCount,
    columns,
    texts: texts.table,
    merges: findMerges(sheet, used, hasEmpty),
    date1904: context.date1904,
    ...(mark === undefined ? {} : { mark }),
    ...(copyOf === undefined ? {} : { copyOf }),
  };
}

/** The cells in use; an empty sheet says A1. */
export function usedArea(sheet: WpsSheet): CellRange {
  const used = sheet.UsedRange;
  const firstRow = requireCount(used.Row, 'Range.Row') - 1;
  const firstColumn = requireCount(used.Column, 'Range.Column') - 1;
  return {
    firstRow,
    firstColumn,
    lastRow: firstRow + requireCount(used.Rows.Count, 'Rows.Count') - 1,
    lastColumn: firstColumn + requireCount(used.Columns.Count, 'Columns.Count') - 1,
  };
}

export function cellCount({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

function putNumber(
  put: (row: number, column: number, kind: number, value: number) => void,
  row: number,
  column: number,
  value: number,
): void {
  const error = errorIndex(value);
  if (error >= 0) put(row, column, CellKind.error, error);
  else put(row, column, CellKind.number, value);
}

/** Columns are asked only where there are formulas, cells only in columns that are mixed. */
function markFormulas(
  sheet: WpsSheet,
  used: CellRange,
  { columns, texts }: Pick<RawSheet, 'columns' | 'texts'>,
): void {
  if (sheet.Range(addressOf(used)).HasFormula === false) return;
  for (const [at, { kinds, values }] of columns.entries()) {
    const area = columnArea(at, used.firstRow, used.lastRow);
    const range = sheet.Range(addressOf(area));
    const has = range.HasFormula;
    if (has === false) continue;
    for (const stripe of rowStripes(area)) {
      const height = stripe.lastRow - stripe.firstRow + 1;
      const formulas =
        has === true ? [] : toRows(sheet.Range(addressOf(stripe)).Formula, height, 1);
      for (let down = 0; down < height; down++) {
        const row = stripe.firstRow + down;
        const kind = kinds[row] ?? CellKind.empty;
        if (kind === CellKind.empty) continue;
        const text = kind === CellKind.text ? texts.get(values[row] ?? 0) : undefined;
        const isFormula = has === true || isFormulaOf(formulas[down]?.[0], text);
        if (isFormula) kinds[row] = kind | FORMULA_FLAG;
      }
    }
  }
}

/** A text cell gives its own text for its formula. */
function isFormulaOf(formula: Scalar, text: string | undefined): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== text;
}

/** Numbers from the first to the last are asked for their formats; one format is one question. */
function markDates(sheet: WpsSheet, column: number, { kinds }: CellColumn, rowCount: number): void {
  const isNumber = (row: number) => ((kinds[row] ?? 0) & KIND_MASK) === CellKind.number;
  let first = 0;
  while (first < rowCount && !isNumber(first)) first++;
  let last = rowCount - 1;
  while (last > first && !isNumber(last)) last--;
  const ask = (from: number, to: number) =>
    sheet.Range(addressOf(columnArea(column, from, to))).NumberFormat;
  const isDate = (from: number, to: number, format: string | undefined): boolean => {
    if (format !== undefined) return isDateFormat(format);
    return sampleRows(from, to, isNumber).every((row) => isDateFormat(ask(row, row) ?? ''));
  };
  for (const run of first < rowCount ? findFormatRuns(ask, first, last) : []) {
    if (!isDate(run.first, run.last, run.format)) continue;
    for (let row = run.first; row <= run.last; row++) {
      if (isNumber(row)) kinds[row] = ((kinds[row] ?? 0) & ~KIND_MASK) | CellKind.date;
    }
  }
}

const SAMPLES = 8;

/** Some rows with numbers, spread over a stretch whose formats take too long to find out. */
function sampleRows(first: number, last: number, isNumber: (row: number) => boolean): number[] {
  const rows: number[] = [];
  const step = Math.max(1, Math.floor((last - first) / SAMPLES));
  for (let from = first; from <= last; from += step) {
    let row = from;
    while (row < last && row < from + step && !isNumber(row)) row++;
    if (isNumber(row)) rows.push(row);
  }
  return rows;
}

function holdsEmpty(columns: readonly CellColumn[], area: CellRange, rowCount: number): boolean {
  if (area.lastRow >= rowCount || area.lastColumn >= columns.length) return true;
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const kinds = columns[column]?.kinds;
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      if ((kinds?.[row] ?? CellKind.empty) === CellKind.empty) return true;
    }
  }
  return false;
}
