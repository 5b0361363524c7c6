import type { CellRange } from '../../core';

const RECURRING = /^=MOD\(ROW\(\)-(\d+),([1-9]\d*)\)=0$/;

/**
 * The rows of `ranges` that a condition on the row's number alone holds for, `=MOD(ROW()-4,12)=0`:
 * ranges cost the grid little, a formula for each cell much. Undefined for any other condition.
 */
export function recurringRows(
  formula: string,
  ranges: readonly CellRange[],
): CellRange[] | undefined {
  const [, first, step] = (RECURRING.exec(formula) ?? []).map(Number);
  if (first === undefined || step === undefined) return undefined;
  return ranges.flatMap((range) => {
    const ahead = (first - 1 - range.firstRow) % step;
    const rows: CellRange[] = [];
    for (let row = range.firstRow + ((ahead + step) % step); row <= range.lastRow; row += step) {
      rows.push({ ...range, firstRow: row, lastRow: row });
    }
    return rows;
  });
}
