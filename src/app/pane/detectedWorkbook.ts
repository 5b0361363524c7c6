import type { Problem, SheetLayout } from '../../core';

/** What was recognised in a workbook before anything is analysed (SPEC 1). */
export interface DetectedWorkbook {
  readonly sheets: readonly DetectedSheet[];
  /** The first thing that keeps the workbook from being analysed. */
  readonly problem?: Problem;
}

export interface DetectedSheet {
  readonly layout: SheetLayout;
}
