import { CellKind, cellText, KIND_MASK, type RawSheet, type RawWorkbook } from '../core';
import type { SheetRole } from '../workbook/sheetPlan';

/** A table of ours as an earlier run wrote it. */
export interface EarlierTable<Key extends string, Typed extends Key> {
  readonly role: SheetRole;
  /** Header texts of the columns wanted. */
  readonly headers: Readonly<Record<Key, string>>;
  /** Those of them that the user fills in. */
  readonly typed: readonly Typed[];
  /** Where the columns stood, for a sheet of another language: 0-based header row and columns. */
  readonly headerRow: number;
  readonly columns: Readonly<Record<Key, number>>;
}

/**
 * The rows of an earlier run's sheets in which the user has typed something, as texts by column
 * (SPEC 10: what was typed stays). Columns are found by their headers, also where the user has moved
 * them or added others.
 */
export function readTypedRows<Key extends string, Typed extends Key>(
  workbook: RawWorkbook,
  table: EarlierTable<Key, Typed>,
): readonly Readonly<Record<Key, string>>[] {
  return workbook.sheets
    .filter(({ mark }) => mark === table.role)
    .flatMap((sheet) => readSheet(sheet, table));
}

const MOST_ROWS_ABOVE = 20;

function readSheet<Key extends string, Typed extends Key>(
  sheet: RawSheet,
  { headers, typed, headerRow, columns }: EarlierTable<Key, Typed>,
): Readonly<Record<Key, string>>[] {
  const keys = Object.keys(headers) as Key[];
  const found = findHeader(sheet, headers, keys) ?? { row: headerRow, columns };
  const rows: Readonly<Record<Key, string>>[] = [];
  for (let row = found.row + 1; row < sheet.rowCount; row++) {
    if (typed.every((key) => isEmpty(sheet, row, found.columns[key]))) continue;
    const entries = keys.map((key) => {
      const column = sheet.columns[found.columns[key]];
      return [key, cellText(sheet, column, row).trim()];
    });
    rows.push(Object.fromEntries(entries) as Record<Key, string>);
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

function isEmpty(sheet: RawSheet, row: number, column: number): boolean {
  return ((sheet.columns[column]?.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty;
}
