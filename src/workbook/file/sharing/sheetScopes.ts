import {
  cellText,
  columnIndex,
  type Field,
  type RawSheet,
  type RawWorkbook,
  type SheetLayout,
} from '../../../core';
import type { Scope } from './secret';

/** What the cells of one sheet are known to hold, by 0-based row and column. */
export interface SheetScopes {
  scopeOf(row: number, column: number): Scope;
  /** Columns that hold secrets, or customer ids. */
  readonly columns: ReadonlyMap<number, Scope>;
}

const FIELD_SCOPES: Partial<Record<Field, Scope>> = {
  phone: 'phone',
  idNo: 'idNo',
  accountNo: 'accountNo',
  customerId: 'customerId',
  balance: 'figure',
  dailyAverage: 'figure',
  rate: 'figure',
  openDate: 'figure',
  maturityDate: 'figure',
  birthDate: 'figure',
};
const SECRET_FIRST: readonly Scope[] = ['phone', 'idNo', 'accountNo', 'customerId', 'figure'];
const TITLE_ROWS = 20;
const CELL = /^([A-Z]{1,3})\d+$/;

/** The scopes of every sheet, in the workbook's order; `layouts` has one entry per sheet. */
export function planScopes(workbook: RawWorkbook, layouts: readonly SheetLayout[]): SheetScopes[] {
  const byName = new Map(layouts.map((layout) => [layout.name, layout]));
  return workbook.sheets.map((sheet, index) => {
    const layout = layouts[index];
    if (sheet.mark === 'setAside') return scopesOfSetAside(sheet, layouts);
    if (sheet.mark === 'cleaningLog') return scopesOfCleaningLog(sheet, byName);
    return layout === undefined ? fixedScopes(new Map(), 0) : scopesOfLayout(layout);
  });
}

function scopesOfLayout(layout: SheetLayout): SheetScopes {
  if (layout.headerRow < 0) return fixedScopes(new Map(), 0);
  return fixedScopes(columnScopes(layout), layout.headerRow + layout.headerRows);
}

/** 0-based column → scope; of two fields in one column the more secret one. */
function columnScopes(layout: SheetLayout): Map<number, Scope> {
  const scopes = new Map<number, Scope>();
  for (const wanted of SECRET_FIRST) {
    for (const [field, columns] of Object.entries(layout.columns)) {
      if (FIELD_SCOPES[field as Field] !== wanted) continue;
      for (const column of columns) if (!scopes.has(column)) scopes.set(column, wanted);
    }
  }
  return scopes;
}

function fixedScopes(columns: ReadonlyMap<number, Scope>, firstRow: number): SheetScopes {
  return {
    columns,
    scopeOf: (row, column) => (row < firstRow ? 'text' : (columns.get(column) ?? 'text')),
  };
}

/** 剔除数据 has the ledgers' own headers, several in one cell where the ledgers differ. */
function scopesOfSetAside(sheet: RawSheet, layouts: readonly SheetLayout[]): SheetScopes {
  const byHeader = new Map<string, Scope>();
  for (const layout of layouts) {
    if (layout.headerRow < 0) continue;
    for (const [column, scope] of columnScopes(layout)) {
      const header = layout.headers[column] ?? '';
      const before = byHeader.get(header);
      if (header === '' || (before !== undefined && rank(before) <= rank(scope))) continue;
      byHeader.set(header, scope);
    }
  }
  let best: { readonly row: number; readonly columns: Map<number, Scope> } | undefined;
  for (let row = 0; row < Math.min(sheet.rowCount, TITLE_ROWS); row++) {
    const columns = new Map<number, Scope>();
    sheet.columns.forEach((cells, column) => {
      const text = cellText(sheet, cells, row);
      const scopes = [text, ...text.split(' / ')].flatMap((part) => byHeader.get(part) ?? []);
      const first = scopes.sort((a, b) => rank(a) - rank(b))[0];
      if (first !== undefined) columns.set(column, first);
    });
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return fixedScopes(best?.columns ?? new Map(), (best?.row ?? 0) + 1);
}

function rank(scope: Scope): number {
  return SECRET_FIRST.indexOf(scope);
}

/** 清洗记录 names the sheet and cell of what stands in the rest of the row. */
function scopesOfCleaningLog(
  sheet: RawSheet,
  layouts: ReadonlyMap<string, SheetLayout>,
): SheetScopes {
  const byName = new Map([...layouts].map(([name, layout]) => [name, columnScopes(layout)]));
  const text = (row: number, column: number) => cellText(sheet, sheet.columns[column], row);
  return {
    columns: new Map(),
    scopeOf(row, column) {
      if (column < 3) return 'text';
      const letters = CELL.exec(text(row, 2))?.[1];
      if (letters === undefined) return 'text';
      return byName.get(text(row, 1))?.get(columnIndex(letters) ?? -1) ?? 'text';
    },
  };
}
