import type { CellRange } from '../../../src/core';
import { evaluateFormula, type Value } from '../../report/evaluateFormula';
import { hostError, type Bridge } from './bridge';
import { errorNumber } from './enterValue';
import type { SheetModel, StoredValue } from './sheetModel';

/** What differs between builds of WPS. */
export interface WpsBuild {
  /** Blocks come back as one flat list, row after row. */
  readonly flatBlocks?: boolean;
  /** `ListObjects` is missing. */
  readonly withoutTables?: boolean;
  /** `Application.CreateTaskPane` is spelt `CreateTaskpane`. */
  readonly taskPaneSpelling?: 'CreateTaskPane' | 'CreateTaskpane';
  /** The application is reached by the older `wps.EtApplication()`. */
  readonly onlyEtApplication?: boolean;
  /** `Range.Sort` answers and does nothing. */
  readonly sortDoesNothing?: boolean;
  /** `FormatConditions` and charts are refused. */
  readonly plainOnly?: boolean;
}

/** A workbook of the simulated host. */
export interface BookModel {
  name: string;
  fullName: string;
  sheets: SheetModel[];
  active: SheetModel;
  selection: { readonly sheet: SheetModel; readonly area: CellRange } | undefined;
  date1904: boolean;
  isReadOnly: boolean;
  isStructureProtected: boolean;
}

export interface HostState {
  readonly bridge: Bridge;
  readonly build: WpsBuild;
  readonly books: BookModel[];
  activeBook: BookModel | undefined;
  /** While a cell is being edited nothing can be written. */
  isEditing: boolean;
  /** Counts changes, so that formulas are worked out again. */
  version: number;
  readonly flags: {
    ScreenUpdating: boolean;
    EnableEvents: boolean;
    DisplayAlerts: boolean;
    Calculation: number;
    StatusBar: string | false;
    CutCopyMode: boolean | number;
    CopyObjectsWithCells: boolean;
  };
}

/** Refuses where the user's hands are in the way. */
export function requireWritable(host: HostState, sheet: SheetModel): void {
  if (host.isEditing) throw hostError('a cell is being edited');
  if (sheet.isProtected) throw hostError('the sheet is protected');
  host.version++;
}

const results = new WeakMap<object, { readonly version: number; readonly value: StoredValue }>();

/** The value that a cell shows: what a formula yields where it has one. */
export function shownValue(
  host: HostState,
  book: BookModel,
  sheet: SheetModel,
  row: number,
  column: number,
): StoredValue | undefined {
  const model = sheet.columns[column];
  const formula = model?.formulas.get(row);
  if (formula === undefined) return model?.values[row];
  if (formula.result !== undefined) return formula.result;
  const known = results.get(formula);
  if (known?.version === host.version) return known.value;
  const value = evaluate(host, book, sheet, formula.text);
  results.set(formula, { version: host.version, value });
  return value;
}

function evaluate(host: HostState, book: BookModel, sheet: SheetModel, text: string): StoredValue {
  const findCell = (name: string, row: number, column: number): Value => {
    const found = book.sheets.find((other) => other.name === name);
    if (found === undefined) throw new Error('#REF!');
    const value = shownValue(host, book, found, row, column);
    if (typeof value === 'object') throw new Error('#VALUE!');
    return value ?? null;
  };
  try {
    const value = evaluateFormula(text.slice(1), sheet.name, findCell) ?? 0;
    const isInfinite = typeof value === 'number' && !Number.isFinite(value);
    return isInfinite ? { error: errorNumber('#DIV/0!') } : value;
  } catch {
    return { error: errorNumber('#NAME?') };
  }
}
