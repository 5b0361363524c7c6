/**
 * The port to a host's workbook: whole sheets in, whole plans out. Coarse and asynchronous,
 * because Office.js wants few round trips and a file is a stream.
 */
import type { CellRange, RawWorkbook } from '../core';
import type { CellValue, WorkbookPlan } from './sheetPlan';

/** Where a long operation stands; `done` of `total` in units of the stage (bytes, rows). */
export interface Progress {
  readonly stage: 'read' | 'analyze' | 'plan' | 'write';
  readonly done: number;
  readonly total: number;
}

export interface OperationOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting leaves the workbook as it was. */
  readonly signal?: AbortSignal;
}

/** What a host cannot express; a plan's part that needs it degrades to something plain. */
export interface Capabilities {
  readonly tables: boolean;
  readonly validations: boolean;
  readonly conditionalFormats: boolean;
  readonly charts: boolean;
}

/** An open workbook of some host. */
export interface Workbook {
  readonly capabilities: Capabilities;
  /**
   * All sheets with their values.
   * @throws WorkbookFailure when the host or file refuses.
   */
  read(options?: OperationOptions): Promise<RawWorkbook>;
  /**
   * Applies a plan made from what {@link Workbook.read} returned. Either the whole plan is applied
   * or the workbook is left as it was.
   * @throws WorkbookFailure when the host or file refuses.
   */
  write(plan: WorkbookPlan, options?: OperationOptions): Promise<void>;
}

/** What {@link RestorableWorkbook.restore} did. */
export interface RestoreOutcome {
  /** Ledger sheets brought back, by name; empty where the workbook holds no untouched copy. */
  readonly restored: readonly string[];
}

/** A workbook that can go back to what it was before the first run. */
export interface RestorableWorkbook extends Workbook {
  /**
   * Gives every ledger sheet the cells, formats and place of its untouched copy, and takes away the
   * copies and all other sheets of ours. Works after saving, closing and reopening.
   * @throws WorkbookFailure when the host or file refuses; the workbook is then as it was.
   */
  restore(options?: OperationOptions): Promise<RestoreOutcome>;
}

/** The numbers that a sharing copy masks, in the order in which one of two kinds is taken. */
export const SECRET_KINDS = ['phone', 'idNo', 'accountNo'] as const;

export type SecretKind = (typeof SECRET_KINDS)[number];

/** What a sharing copy leaves out, or keeps with a word of caution. */
export type SharingNote =
  | 'original'
  | 'settings'
  | 'macros'
  | 'embedded'
  | 'pivotTables'
  | 'queries'
  | 'externalValues'
  | 'history'
  /** Data of other programs, and parts that this version does not know. */
  | 'customData'
  /** Pictures stay: nothing can tell what is on them. */
  | 'picturesKept'
  /** Drawings whose texts cannot be masked are emptied. */
  | 'drawingsEmptied';

/** What {@link SharableWorkbook.share} masked and left out, for the user to be told. */
export interface SharingOutcome {
  /** Places where a number was masked, by what it is; a text that cells share counts once. */
  readonly masked: Readonly<Record<SecretKind, number>>;
  readonly notes: readonly SharingNote[];
}

/** Columns that the user corrected, by sheet and field, as the analysis takes them. */
export type ColumnMappings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A workbook of which a masked copy can be made. */
export interface SharableWorkbook extends Workbook {
  /**
   * Writes a copy to share (SPEC 10): phone numbers (first 3 and last 4 shown), document numbers
   * (first and last) and account numbers (last 4) are masked everywhere; the untouched copies, the
   * settings, the scripts' phone numbers and whatever cannot be masked are left out. Nothing is
   * written before the copy has been searched for every number of the workbook. The workbook
   * itself stays as it is.
   * @throws WorkbookFailure `sharing.*`, or when the host or file refuses.
   */
  share(mappings: ColumnMappings, options?: OperationOptions): Promise<SharingOutcome>;
}

/** One value put into a cell; row and column are 0-based. A date is a 1900-system serial. */
export interface CellPut {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly isDate?: boolean;
}

/** A workbook that lies open before the user: in Excel, in WPS, in the workbench. */
export interface LiveWorkbook extends RestorableWorkbook {
  /**
   * Puts values into single cells as the workbook stands now; formats stay. Text stays text.
   * @throws WorkbookFailure when the host refuses.
   */
  putCells(cells: readonly CellPut[], options?: OperationOptions): Promise<void>;
  /**
   * The values of a small area as they stand now, row by row; `null` is an empty cell, a date a
   * 1900-system serial. Cells beyond the sheet's used range are empty.
   * @throws WorkbookFailure `workbook.sheetMissing`, or when the host refuses.
   */
  readCells(sheet: string, area: CellRange): Promise<readonly (readonly CellValue[])[]>;
  /** Shows a sheet and selects an area of it. */
  select(sheet: string, area: CellRange): Promise<void>;
}
