import { textCell } from './layOutTable';
import type { OverviewGrid } from './overviewGrid';
import { reconcileControlTotal } from './reconcileControlTotal';
import { reconcileCustomers } from './reconcileCustomers';
import { reconcileRows } from './reconcileRows';
import { createRows } from './reconciliationCells';
import type { ReportInput } from './reportInput';
import type { RowSpan } from './sheetReference';

/** 1-based rows of the overview that hold the differences; each is 0 where all is right. */
export interface CheckRows {
  readonly rows: number;
  readonly customers: number;
  /** Absent where the export states no total. */
  readonly controlTotal: number | undefined;
}

/**
 * The reconciliation line by line (SPEC 10): rows and amounts in = kept + set aside; ledger − shared
 * deposits counted twice − customers not in the book = customers; the export's own total. What can
 * be summed on a sheet is summed there by a formula.
 */
export function addReconciliation(
  grid: OverviewGrid,
  input: ReportInput,
  sharedRows: RowSpan,
): CheckRows {
  const labels = input.words.report.overview.reconciliation;
  const sheet = createRows(grid);
  grid.heading(labels.heading, textCell(labels.hint, 'headingHint'));
  const { columns } = labels;
  sheet.add(
    [columns.item, columns.rows, columns.balance, columns.dailyAverage, columns.note].map(
      (header) => textCell(header, 'header'),
    ),
  );
  const { keptRow, checkRow } = reconcileRows(input, sheet);
  return {
    rows: checkRow,
    customers: reconcileCustomers(input, sheet, { keptRow, sharedRows }),
    controlTotal: reconcileControlTotal(input, sheet, keptRow),
  };
}
