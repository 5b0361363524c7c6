/** The workbook that the simulated Excel holds. Plain data, changed in place by the members. */
import type { CellRange } from '../../../src/core';

export type Scalar = string | number | boolean;

/** A cell's format; equal formats are one object. Colours are `#RRGGBB`. */
export interface Format {
  readonly numberFormat: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  /** Edges that have a line. */
  readonly borders?: string;
}

export interface Cell {
  readonly value: Scalar;
  /** With its `=`. */
  readonly formula?: string;
  /** A formula that came with the workbook keeps the value that came with it. */
  readonly isCached?: boolean;
  readonly isError?: boolean;
  readonly format: Format;
  readonly link?: string;
}

export interface Name {
  name: string;
  /** With its `=`. */
  formula: string;
  visible: boolean;
}

export interface Table {
  id: string;
  name: string;
  area: CellRange;
  style: string;
  isFiltered: boolean;
}

export interface Conditional {
  readonly kind: string;
  readonly area: CellRange;
  /** What was set, by path: `rule.formula`, `format.fill.color`. */
  readonly settings: Record<string, unknown>;
}

export interface Validation {
  readonly area: CellRange;
  readonly settings: Record<string, unknown>;
}

export interface Series {
  /** What was set, by path: `name`, `values`, `categories`, `format.fill`. */
  readonly settings: Record<string, unknown>;
}

export interface Chart {
  name: string;
  readonly series: Series[];
  readonly settings: Record<string, unknown>;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  isProtected: boolean;
  /** Sparse. */
  rows: (Cell | undefined)[][];
  merges: CellRange[];
  hiddenRows: Set<number>;
  /** Rows that a filter of the sheet hides; such a filter is no member below ExcelApi 1.9. */
  filteredRows: Set<number>;
  filter: CellRange | undefined;
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  names: Name[];
  tables: Table[];
  conditionals: Conditional[];
  validations: Validation[];
  charts: Chart[];
  frozen: { rows: number; columns: number } | undefined;
  readonly page: Record<string, unknown>;
}

export interface Book {
  name: string;
  sheets: Sheet[];
  names: Name[];
  date1904: boolean;
  isProtected: boolean;
  activeSheetId: string;
  selection: CellRange;
  lastId: number;
}

export const GENERAL: Format = { numberFormat: 'General' };

export function createBook(name: string): Book {
  return {
    name,
    sheets: [],
    names: [],
    date1904: false,
    isProtected: false,
    activeSheetId: '',
    selection: { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 },
    lastId: 0,
  };
}

export function createSheet(book: Book, name: string): Sheet {
  return {
    id: nextId(book),
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    isProtected: false,
    rows: [],
    merges: [],
    hiddenRows: new Set(),
    filteredRows: new Set(),
    filter: undefined,
    columnWidths: new Map(),
    rowHeights: new Map(),
    names: [],
    tables: [],
    conditionals: [],
    validations: [],
    charts: [],
    frozen: undefined,
    page: {},
  };
}

export function nextId(book: Book): string {
  book.lastId++;
  return `{00000000-0000-0000-0000-${String(book.lastId).padStart(12, '0')}}`;
}

export function findSheet(book: Book, key: string): Sheet | undefined {
  const wanted = key.toLowerCase();
  return book.sheets.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
}

const known = new Map<string, Format>();

/** The one object that stands for a format. */
export function withFormat(
  format: Format,
  change: { readonly [Part in keyof Format]?: Format[Part] | undefined },
): Format {
  const entries = Object.entries({ ...format, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  const key = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  const existing = known.get(key);
  if (existing) return existing;
  const next = Object.fromEntries(entries) as unknown as Format;
  known.set(key, next);
  return next;
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column];
}

export function putCell(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  const cells = (sheet.rows[row] ??= []);
  if (cell === undefined) Reflect.deleteProperty(cells, column);
  else cells[column] = cell;
}

/** The area's cells that exist or, where it is small, all of them. */
export function forEachCell(
  sheet: Sheet,
  area: CellRange,
  visit: (row: number, column: number, cell: Cell | undefined) => void,
): void {
  const whole = area.lastRow - area.firstRow > 200_000 || area.lastColumn > 1_000;
  const lastRow = whole ? Math.min(area.lastRow, sheet.rows.length - 1) : area.lastRow;
  for (let row = area.firstRow; row <= lastRow; row++) {
    const cells = sheet.rows[row] ?? [];
    const lastColumn = whole ? Math.min(area.lastColumn, cells.length - 1) : area.lastColumn;
    for (let column = area.firstColumn; column <= lastColumn; column++) {
      visit(row, column, cells[column]);
    }
  }
}

function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== '' || cell.formula !== undefined);
}

/** The smallest area with all contents; `formats` counts formatted empty cells as well. */
export function usedArea(sheet: Sheet, valuesOnly: boolean): CellRange | undefined {
  let area: CellRange | undefined;
  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (valuesOnly ? !hasContent(cell) : cell === undefined) continue;
      area = {
        firstRow: area?.firstRow ?? row,
        lastRow: row,
        firstColumn: Math.min(area?.firstColumn ?? column, column),
        lastColumn: Math.max(area?.lastColumn ?? column, column),
      };
    }
  }
  return area;
}
