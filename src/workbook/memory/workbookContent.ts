/** Workbooks written down as plain rows. */
import {
  CellKind,
  ERROR_TEXTS,
  FORMULA_FLAG,
  KIND_MASK,
  type CellKindCode,
  type CellRange,
  type RawSheet,
  type RawWorkbook,
} from '../../core';
import type { SheetPlan } from '../sheetPlan';
import { createColumnBuilder, createTextInterner, type TextInterner } from '../columnBuilder';

/** A cell: a text, number or boolean as itself, null for none. */
export type CellContent =
  | PlainContent
  /** What a formula, without `=`, computes. */
  | { readonly formula: string; readonly result: PlainContent };

export type PlainContent =
  | string
  | number
  | boolean
  | null
  /** A date or time by its serial, in the sheet's own date system. */
  | { readonly date: number }
  /** One of Excel's errors, such as `#N/A`. */
  | { readonly error: (typeof ERROR_TEXTS)[number] };

export interface SheetContent {
  readonly name: string;
  /** From row 1 on; rows may differ in length. */
  readonly rows: readonly (readonly CellContent[])[];
  readonly hidden?: boolean;
  readonly merges?: readonly CellRange[];
  readonly date1904?: boolean;
  readonly mark?: string;
  /** On an untouched copy: the ledger sheet that it was made of. */
  readonly copyOf?: string;
}

/** A sheet in memory; `plan` is what it was written from, for its tables, widths and the like. */
export interface MemorySheet extends SheetContent {
  readonly plan?: SheetPlan;
}

export interface WorkbookContent {
  readonly name: string;
  readonly sheets: readonly SheetContent[];
}

/** The workbook as an adapter reads it. Empty texts are empty cells. */
export function toRawWorkbook({ name, sheets }: WorkbookContent): RawWorkbook {
  const texts = createTextInterner();
  return { name, sheets: sheets.map((sheet) => toRawSheet(sheet, texts)) };
}

function toRawSheet(sheet: SheetContent, texts: TextInterner): RawSheet {
  const builder = createColumnBuilder(texts);
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const isFormula = isFormulaContent(cell);
      const { kind, value } = encode(isFormula ? cell.result : cell, texts);
      if (kind === CellKind.empty) continue;
      builder.put(row, column, isFormula ? kind | FORMULA_FLAG : kind, value);
    }
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden ?? false,
    ...builder.build(),
    texts: texts.table,
    merges: sheet.merges ?? [],
    date1904: sheet.date1904 ?? false,
    ...(sheet.mark === undefined ? {} : { mark: sheet.mark }),
    ...(sheet.copyOf === undefined ? {} : { copyOf: sheet.copyOf }),
  };
}

function isFormulaContent(
  cell: CellContent,
): cell is { readonly formula: string; readonly result: PlainContent } {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}

function encode(
  content: PlainContent,
  texts: TextInterner,
): { readonly kind: CellKindCode; readonly value: number } {
  if (content === null || content === '') return { kind: CellKind.empty, value: 0 };
  if (typeof content === 'string') return { kind: CellKind.text, value: texts.index(content) };
  if (typeof content === 'number') return { kind: CellKind.number, value: content };
  if (typeof content === 'boolean') return { kind: CellKind.boolean, value: content ? 1 : 0 };
  if ('date' in content) return { kind: CellKind.date, value: content.date };
  return { kind: CellKind.error, value: ERROR_TEXTS.indexOf(content.error) };
}

/**
 * What was read, as rows, each without the empty cells at its end. A formula's own text is not
 * known: it reads `?`.
 */
export function fromRawWorkbook({ name, sheets }: RawWorkbook): WorkbookContent {
  return { name, sheets: sheets.map(fromRawSheet) };
}

function fromRawSheet(sheet: RawSheet): SheetContent {
  const rows = Array.from({ length: sheet.rowCount }, (_, row) => {
    const cells = sheet.columns.map(({ kinds, values }): CellContent => {
      const kind = kinds[row] ?? 0;
      const result = decode(kind & KIND_MASK, values[row] ?? 0, sheet);
      return (kind & FORMULA_FLAG) === 0 ? result : { formula: '?', result };
    });
    while (cells.at(-1) === null) cells.pop();
    return cells;
  });
  return {
    name: sheet.name,
    rows,
    ...(sheet.hidden && { hidden: true }),
    ...(sheet.merges.length > 0 && { merges: sheet.merges }),
    ...(sheet.date1904 && { date1904: true }),
    ...(sheet.mark === undefined ? {} : { mark: sheet.mark }),
    ...(sheet.copyOf === undefined ? {} : { copyOf: sheet.copyOf }),
  };
}

function decode(kind: number, value: number, { texts }: RawSheet): PlainContent {
  switch (kind) {
    case CellKind.number:
      return value;
    case CellKind.text:
      return texts.get(value);
    case CellKind.boolean:
      return value === 1;
    case CellKind.error:
      return { error: ERROR_TEXTS[value] ?? '#VALUE!' };
    case CellKind.date:
      return { date: value };
    default:
      return null;
  }
}
