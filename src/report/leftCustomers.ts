import { NO_DAY } from '../core';
import type { CellsBlock, ColumnsBlock, PlanColumn } from '../workbook/sheetPlan';
import { CUSTOMER_COLUMNS, CUSTOMER_FROZEN_COLUMNS, type CustomerColumn } from './customerColumns';
import { layOutLines, textCell } from './layOutTable';
import { planOwnColumns } from './ownColumns';
import type { ReportWords } from './reportWords';
import type { Tracked } from './trackedCustomers';

/**
 * Customers who have left the list, with what was typed about them, from the 0-based `row` of 客户汇总
 * on: under the columns of the table above, so that the next run reads them there again.
 */
export function planLeftCustomers(
  left: readonly Tracked[],
  row: number,
  { words, ownHeaders }: { readonly words: ReportWords; readonly ownHeaders: readonly string[] },
): readonly (CellsBlock | ColumnsBlock)[] {
  if (left.length === 0) return [];
  const labels = words.report.customers.left;
  const columns = CUSTOMER_COLUMNS.map((column) => planColumn(left, column, labels.reason));
  const own = planOwnColumns(
    left.map((customer) => customer.own),
    ownHeaders,
  );
  return [
    layOutLines(row, [textCell(labels.heading(left.length), 'heading')]),
    {
      kind: 'cells',
      row,
      column: CUSTOMER_FROZEN_COLUMNS,
      cells: [[textCell(labels.headingHint, 'subtitle')]],
    },
    {
      kind: 'columns',
      row: row + 1,
      column: 0,
      rowCount: left.length,
      columns: [...columns, ...own.map(({ column }) => column)],
    },
  ];
}

function planColumn(left: readonly Tracked[], column: CustomerColumn, reason: string): PlanColumn {
  const text = (style: 'text' | 'input', value: (customer: Tracked) => string): PlanColumn => ({
    kind: 'text',
    values: left.map(value),
    style,
  });
  switch (column) {
    case 'customerId':
    case 'name':
    case 'phone':
      return text('text', (customer) => customer[column]);
    case 'reasons':
      return text('text', () => reason);
    case 'callResult':
    case 'weChat':
    case 'invitation':
    case 'remark':
      return text('input', (customer) => customer[column]);
    case 'nextContact':
      return {
        kind: 'number',
        values: left.map(({ nextContact }) => (nextContact === NO_DAY ? NaN : nextContact)),
        style: 'inputDate',
      };
    default:
      return text('text', () => '');
  }
}
