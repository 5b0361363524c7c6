/**
 * The port to a host's workbook: whole sheets in, whole plans out. Coarse and asynchronous,
 * because Office.js wants few round trips and a file is a stream.
 */
import type { RawWorkbook } from '../core';
import type { WorkbookPlan } from './sheetPlan';

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
