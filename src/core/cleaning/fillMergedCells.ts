import type { SheetLayout } from '../analysis';
import type { Field } from '../columns/fields';
import { CellKind, KIND_MASK, type CellColumn, type RawSheet } from '../columns/rawWorkbook';

/** An amount merged over several rows stands for their sum and must not be repeated. */
const NOT_FILLED: ReadonlySet<Field> = new Set([
  'balance',
  'dailyAverage',
  'sequence',
  'managerShare',
]);

/**
 * The sheet with the value of cells merged over several data rows in each of these rows, as a
 * printed report means it: one name beside several accounts. Amounts stay where they stand.
 */
export function fillMergedCells(sheet: RawSheet, layout: SheetLayout): RawSheet {
  const firstRow = layout.headerRow + layout.headerRows;
  const merges = sheet.merges.filter((m) => m.firstRow >= firstRow && m.lastRow > m.firstRow);
  if (merges.length === 0) return sheet;
  const fillable = new Set<number>();
  for (const [field, columns] of Object.entries(layout.columns)) {
    if (!NOT_FILLED.has(field as Field)) columns.forEach((column) => fillable.add(column));
  }
  const columns = [...sheet.columns];
  const copied = new Set<number>();
  for (const merge of merges) {
    const index = merge.firstColumn;
    const source = columns[index];
    if (!fillable.has(index) || !source) continue;
    if (!copied.has(index)) {
      copied.add(index);
      columns[index] = { kinds: source.kinds.slice(), values: source.values.slice() };
    }
    fill(columns[index] ?? source, merge.firstRow, Math.min(merge.lastRow, sheet.rowCount - 1));
  }
  return { ...sheet, columns };
}

function fill(column: CellColumn, firstRow: number, lastRow: number): void {
  const kind = column.kinds[firstRow] ?? 0;
  const value = column.values[firstRow] ?? 0;
  for (let row = firstRow + 1; row <= lastRow; row++) {
    if (((column.kinds[row] ?? 0) & KIND_MASK) !== CellKind.empty) continue;
    column.kinds[row] = kind & KIND_MASK;
    column.values[row] = value;
  }
}
