import type { LedgerArea } from './ledgerArea';
import type { Amount } from './reconciliationCells';
import { rangeReference, type RowSpan } from './sheetReference';

/** The sum of a ledger sheet's own amount column in yuan; none where it has no such column or row. */
export function ledgerSum(area: LedgerArea, amount: Amount): string | undefined {
  const { column, factor } = amountColumn(area, amount);
  if (column === undefined || area.lastRow < area.firstRow) return undefined;
  return `SUM(${rangeReference(area.sheetName, column, ledgerRows(area))})${times(factor)}`;
}

/** The same over the rows without a priority: those of customers who are not in the book. */
export function ledgerSumOutside(area: LedgerArea, amount: Amount): string | undefined {
  const { column, factor } = amountColumn(area, amount);
  if (column === undefined || area.lastRow < area.firstRow) return undefined;
  const rows = ledgerRows(area);
  const outside = `--(${rangeReference(area.sheetName, area.priorityColumn, rows)}="")`;
  // SUMPRODUCT and not SUMIF: a cell with an empty text counts as empty in every host.
  return `SUMPRODUCT(${outside},${rangeReference(area.sheetName, column, rows)})${times(factor)}`;
}

export function ledgerRows({ firstRow, lastRow }: LedgerArea): RowSpan {
  return { first: firstRow, last: lastRow };
}

function amountColumn(
  area: LedgerArea,
  amount: Amount,
): { readonly column: string | undefined; readonly factor: number } {
  return amount === 'balance'
    ? { column: area.balanceColumn, factor: area.balanceFactor }
    : { column: area.dailyAverageColumn, factor: area.dailyAverageFactor };
}

function times(factor: number): string {
  return factor === 1 ? '' : `*${String(factor)}`;
}
