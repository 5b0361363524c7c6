import { CellKind, cellText, KIND_MASK, type RawSheet, type RawWorkbook } from '../core';
import type { SheetRole } from '../workbook/sheetPlan';

/** A table of ours as an earlier run wrote it. */
export interface EarlierTable<Key extends string, Typed extends Key> {
  readonly role: SheetRole;
  /** Header texts of the columns wanted. */
  readonly headers: Readonly<Record<Key, string>>;
  /** Those of them that the user fills in. */
  readonly typed: readonly Typed[];
  /** Header texts of all our columns: a column with another header is the user's own. */
  readonly known: readonly string[];
  /** Where the columns stood, for a sheet of another language: 0-based header row and columns. */
  readonly headerRow: number;
  readonly columns: Readonly<Record<Key, number>>;
}

/** A row in which the user has typed something. */
export interface TypedRow<Key extends string> {
  readonly texts: Readonly<Record<Key, string>>;
  /** What stands in columns of her own, by header. */
  readonly own: ReadonlyMap<string, OwnCell>;
}

/** A cell of a column that the user added: a text, a number, or a day. */
export type OwnCell = string | number | { readonly day: number };

/**
 * The rows of an earlier run's sheets in which the user has typed something (SPEC 10: what was typed
 * stays). Columns are found by their headers, also where the user has moved them or added others.
 */
export function readTypedRows<Key extends string, Typed extends Key>(
  workbook: RawWorkbook,
  table: EarlierTable<Key, Typed>,
): readonly TypedRow<Key>[] {
  return workbook.sheets
    .filter(({ mark }) => mark === table.role)
    .flatMap((sheet) => readSheet(sheet, table));
}

const MOST_ROWS_ABOVE = 20;

function readSheet<Key extends string, Typed extends Key>(
  sheet: RawSheet,
  { headers, typed, known, headerRow, columns }: EarlierTable<Key, Typed>,
): TypedRow<Key>[] {
  const keys = Object.keys(headers) as Key[];
  const found = findHeader(sheet, headers, keys);
  const at = found ?? { row: headerRow, columns };
  const ownColumns = found === undefined ? [] : findOwnColumns(sheet, found.row, known);
  const rows: TypedRow<Key>[] = [];
  for (let row = at.row + 1; row < sheet.rowCount; row++) {
    const own = new Map(
      ownColumns.flatMap(([header, column]) => {
        const cell = readOwnCell(sheet, row, column);
        return cell === undefined ? [] : [[header, cell] as const];
      }),
    );
    if (own.size === 0 && typed.every((key) => isEmpty(sheet, row, at.columns[key]))) continue;
    const entries = keys.map((key) => {
      const column = sheet.columns[at.columns[key]];
      return [key, cellText(sheet, column, row).trim()];
    });
    rows.push({ texts: Object.fromEntries(entries) as Record<Key, string>, own });
  }
  return rows;
}

function findHeader<Key extends string>(
  sheet: RawSheet,
  headers: Readonly<Record<Key, string>>,
  keys: readonly Key[],
): { readonly row: number; readonly columns: Readonly<Record<Key, number>> } | undefined {
  for (let row = 0; row < Math.min(MOST_ROWS_ABOVE, sheet.rowCount); row++) {
    const texts = sheet.columns.map((column) => cellText(sheet, column, row).trim());
    const entries = keys.map((key): [Key, number] => [key, texts.indexOf(headers[key])]);
    if (entries.every(([, column]) => column >= 0)) {
      return { row, columns: Object.fromEntries(entries) as Record<Key, number> };
    }
  }
  return undefined;
}

/** Columns that stand beside ours under a header of the user's; the first of equal headers. */
function findOwnColumns(
  sheet: RawSheet,
  headerRow: number,
  known: readonly string[],
): readonly (readonly [header: string, column: number])[] {
  const ours = new Set(known);
  const own = new Map<string, number>();
  sheet.columns.forEach((column, index) => {
    const header = cellText(sheet, column, headerRow).trim();
    if (header !== '' && !ours.has(header) && !own.has(header)) own.set(header, index);
  });
  return [...own];
}

function readOwnCell(sheet: RawSheet, row: number, index: number): OwnCell | undefined {
  const column = sheet.columns[index];
  const value = column?.values[row] ?? 0;
  switch ((column?.kinds[row] ?? 0) & KIND_MASK) {
    case CellKind.empty:
      return undefined;
    case CellKind.number:
      return value;
    case CellKind.date:
      return Number.isInteger(value) ? { day: value } : cellText(sheet, column, row);
    default:
      return cellText(sheet, column, row);
  }
}

function isEmpty(sheet: RawSheet, row: number, column: number): boolean {
  return ((sheet.columns[column]?.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty;
}
