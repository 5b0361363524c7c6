import type { PlanCell } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import { reconcileControlTotal } from './reconcileControlTotal';
import { reconcileCustomers } from './reconcileCustomers';
import { reconcileRows } from './reconcileRows';
import { createRows } from './reconciliationCells';
import type { ReportInput } from './reportInput';
import type { RowSpan } from './sheetReference';

/**
 * The reconciliation, from the 0-based `row` of the overview on (SPEC 10): rows and amounts in =
 * kept + set aside; ledger − shared deposits counted twice − customers not in the book = customers;
 * the export's own total. What can be summed on a sheet is summed there by a formula.
 */
export function planReconciliation(
  input: ReportInput,
  { row, sharedRows }: { readonly row: number; readonly sharedRows: RowSpan },
): PlanCell[][] {
  const labels = input.words.report.overview.reconciliation;
  const sheet = createRows(row);
  sheet.add([textCell(labels.heading, 'heading')]);
  sheet.add([textCell(labels.hint, 'subtitle')]);
  const { columns } = labels;
  sheet.add(
    [columns.item, columns.rows, columns.balance, columns.dailyAverage, columns.note].map(
      (header) => textCell(header, 'header'),
    ),
  );
  const keptRow = reconcileRows(input, sheet);
  reconcileCustomers(input, sheet, { keptRow, sharedRows });
  reconcileControlTotal(input, sheet, keptRow);
  return sheet.rows;
}
