/** What a worksheet of the simulated WPS holds. Rows and columns are 0-based. */
import type { CellRange } from '../../../src/core';

/** An error value; pages see its number. */
export interface ErrorValue {
  readonly error: number;
}

export type StoredValue = string | number | boolean | ErrorValue;

export interface StoredFormula {
  /** With its leading `=`. */
  readonly text: string;
  /** The result that the file came with; absent: it is worked out when read. */
  readonly result?: StoredValue | undefined;
}

/** A cell's look; colours are BGR numbers. */
export interface CellFormat {
  readonly numberFormat: string;
  readonly fill?: number;
  readonly color?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: number;
  readonly size?: number;
  readonly horizontal?: number;
  readonly vertical?: number;
  readonly wrap?: boolean;
  /** Edge number → line style, weight and colour. */
  readonly borders?: Readonly<Record<number, string>>;
}

interface ColumnModel {
  readonly values: (StoredValue | undefined)[];
  readonly formulas: Map<number, StoredFormula>;
  readonly formats: (CellFormat | undefined)[];
}

export interface ValidationModel {
  area: CellRange;
  readonly type: number;
  readonly formula1: string;
  readonly texts: Record<string, unknown>;
}

export interface ConditionModel {
  area: CellRange;
  readonly kind: 'expression' | 'dataBar';
  readonly formula?: string;
  readonly look: Record<string, unknown>;
}

export interface TableModel {
  name: string;
  area: CellRange;
  style: string;
}

export interface ChartModel {
  name: string;
  alternativeText: string;
  /** Left, top, width and height in points. */
  readonly area: readonly [number, number, number, number];
  readonly facts: Record<string, unknown>;
  readonly series: Record<string, unknown>[];
}

export interface NameModel {
  readonly name: string;
  refersTo: string;
  readonly visible: boolean;
}

export interface SheetModel {
  name: string;
  /** -1 shown, 0 hidden, 2 very hidden. */
  visible: number;
  isProtected: boolean;
  tabColor: number | undefined;
  columns: ColumnModel[];
  merges: CellRange[];
  validations: ValidationModel[];
  conditions: ConditionModel[];
  links: Map<number, string>;
  tables: TableModel[];
  filter: CellRange | undefined;
  isFiltered: boolean;
  hiddenRows: Set<number>;
  widths: Map<number, number>;
  heights: Map<number, number>;
  charts: ChartModel[];
  names: Map<string, NameModel>;
  pageSetup: Record<string, unknown>;
  frozen: { readonly rows: number; readonly columns: number } | undefined;
}

export const GENERAL: CellFormat = { numberFormat: 'General' };
export const MAX_COLUMNS = 16_384;

export function createSheetModel(name: string): SheetModel {
  return {
    name,
    visible: -1,
    isProtected: false,
    tabColor: undefined,
    columns: [],
    merges: [],
    validations: [],
    conditions: [],
    links: new Map(),
    tables: [],
    filter: undefined,
    isFiltered: false,
    hiddenRows: new Set(),
    widths: new Map(),
    heights: new Map(),
    charts: [],
    names: new Map(),
    pageSetup: {},
    frozen: undefined,
  };
}

export function columnAt(sheet: SheetModel, column: number): ColumnModel {
  for (let at = sheet.columns.length; at <= column; at++) {
    sheet.columns.push({ values: [], formulas: new Map(), formats: [] });
  }
  const found = sheet.columns[column];
  if (found === undefined) throw new Error('no such column');
  return found;
}

export function formatAt(sheet: SheetModel, row: number, column: number): CellFormat {
  return sheet.columns[column]?.formats[row] ?? GENERAL;
}

const interned = new Map<string, CellFormat>();

/** Equal formats are one object, so that a million cells cost little. */
export function internFormat(format: CellFormat): CellFormat {
  const key = JSON.stringify(format);
  const known = interned.get(key);
  if (known !== undefined) return known;
  interned.set(key, format);
  return format;
}

export function isWithin(inner: CellRange, outer: CellRange): boolean {
  return (
    inner.firstRow >= outer.firstRow &&
    inner.lastRow <= outer.lastRow &&
    inner.firstColumn >= outer.firstColumn &&
    inner.lastColumn <= outer.lastColumn
  );
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow <= b.lastRow &&
    a.lastRow >= b.firstRow &&
    a.firstColumn <= b.lastColumn &&
    a.lastColumn >= b.firstColumn
  );
}

/** Cells with a value, a formula or a format; A1 where there are none. */
export function usedArea(sheet: SheetModel): CellRange {
  let lastRow = -1;
  let firstRow = Infinity;
  let lastColumn = -1;
  let firstColumn = Infinity;
  sheet.columns.forEach(({ values, formulas, formats }, column) => {
    const rows = [
      ...findEnds(values),
      ...findEnds(formats),
      ...(formulas.size === 0 ? [] : [Math.min(...formulas.keys()), Math.max(...formulas.keys())]),
    ];
    if (rows.length === 0) return;
    lastRow = Math.max(lastRow, ...rows);
    firstRow = Math.min(firstRow, ...rows);
    lastColumn = column;
    firstColumn = Math.min(firstColumn, column);
  });
  for (const merge of sheet.merges) {
    lastRow = Math.max(lastRow, merge.lastRow);
    firstRow = Math.min(firstRow, merge.firstRow);
    lastColumn = Math.max(lastColumn, merge.lastColumn);
    firstColumn = Math.min(firstColumn, merge.firstColumn);
  }
  if (lastRow < 0) return { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  return { firstRow, lastRow, firstColumn, lastColumn };
}

function findEnds(list: readonly unknown[]): number[] {
  let last = list.length - 1;
  while (last >= 0 && list[last] === undefined) last--;
  if (last < 0) return [];
  let first = 0;
  while (list[first] === undefined) first++;
  return [first, last];
}

export type Clearing = 'contents' | 'all';

export function clearArea(sheet: SheetModel, area: CellRange, what: Clearing): void {
  const lastColumn = Math.min(area.lastColumn, sheet.columns.length - 1);
  for (let column = area.firstColumn; column <= lastColumn; column++) {
    const { values, formulas, formats } = columnAt(sheet, column);
    const end = Math.min(area.lastRow, Math.max(values.length, formats.length) - 1);
    for (let row = area.firstRow; row <= end; row++) {
      if (row < values.length) values[row] = undefined;
      if (what === 'all' && row < formats.length) formats[row] = undefined;
    }
    for (const row of [...formulas.keys()]) {
      if (row >= area.firstRow && row <= area.lastRow) formulas.delete(row);
    }
  }
  if (what !== 'all') return;
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
  sheet.validations = sheet.validations.filter((item) => !overlaps(item.area, area));
  sheet.conditions = sheet.conditions.filter((item) => !overlaps(item.area, area));
  for (const key of [...sheet.links.keys()]) {
    const row = Math.floor(key / MAX_COLUMNS);
    const column = key % MAX_COLUMNS;
    const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
    if (overlaps(cell, area)) sheet.links.delete(key);
  }
}

/** All cells of one sheet into another, with what lies on cells: not charts, tables, print, names. */
export function copyCells(from: SheetModel, to: SheetModel): void {
  to.columns = from.columns.map(({ values, formulas, formats }) => ({
    values: values.slice(),
    formulas: new Map(formulas),
    formats: formats.slice(),
  }));
  to.merges = from.merges.slice();
  to.validations = from.validations.map((item) => ({ ...item }));
  to.conditions = from.conditions.map((item) => ({ ...item }));
  to.links = new Map(from.links);
  to.widths = new Map(from.widths);
  to.heights = new Map(from.heights);
}
