import type { RawWorkbook } from '../core';

/**
 * What was analysed where an earlier run has already cleaned and sorted ledger sheets: these with the
 * rows of their untouched copies, so that the same input gives the same result (SPEC 10).
 */
export interface LedgerReading {
  /** The workbook as analysed. Sheets have the places and names that they have in the host. */
  readonly workbook: RawWorkbook;
  /**
   * By the index of a sheet that was read from its copy: the 0-based row at which each analysed row
   * stands now, -1 where it does not stand any more. Rows kept always stand.
   */
  readonly rowsNow: ReadonlyMap<number, Int32Array>;
  /** Indexes of ledger sheets that still hold the export of which there is a copy. */
  readonly copied: ReadonlySet<number>;
}
