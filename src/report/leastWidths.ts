import { EditKind, type ColumnEdit } from '../workbook/sheetPlan';

/** `2025-11-30`, and room at both sides. */
const DATE_WIDTH = 11;

/**
 * Characters that the dates and numbers which cleaning put into a ledger take, by column: they were
 * texts, which may be cut or flow over the next cell; as values they would show `####`.
 */
export function findLeastWidths(edits: readonly ColumnEdit[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { column, kinds, values } of edits) {
    let width = 0;
    let largest = 0;
    let smallest = 0;
    kinds.forEach((kind, row) => {
      if (kind === EditKind.date) width = DATE_WIDTH;
      if (kind !== EditKind.number) return;
      const value = values[row] ?? 0;
      if (value > largest) largest = value;
      if (value < smallest) smallest = value;
    });
    width = Math.max(width, amountWidth(largest), amountWidth(smallest));
    if (width > 0) widths.set(column, width);
  }
  return widths;
}

/** Of `-1,234,567.89` and room at its side; none for 0. */
function amountWidth(amount: number): number {
  if (amount === 0) return 0;
  const digits = Math.trunc(Math.abs(amount)).toFixed(0).length;
  return digits + Math.floor((digits - 1) / 3) + '.00'.length + (amount < 0 ? 1 : 0) + 1;
}
