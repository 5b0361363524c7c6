import { CellKind } from '../../../core';
import { WorkbookFailure } from '../../workbookFailure';
import type { RowScan } from './rowScan';
import { growStyles, growValues, MAX_COLUMNS, MAX_ROWS } from './sheetColumns';

/** A cell as scanned; `kind` may carry the formula flag. */
export interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly kind: number;
  readonly value: number;
}

/**
 * Puts a cell into the columns, growing them.
 * @throws WorkbookFailure `file.damaged` for a place outside the worksheet, `file.tooLarge`.
 */
export function storeCell(scan: RowScan, { row, column, style, kind, value }: StoredCell): void {
  if (row < 0 || row >= MAX_ROWS || column < 0 || column >= MAX_COLUMNS) {
    throw new WorkbookFailure('file.damaged', { part: scan.part, row: row + 1, reason: 'cell' });
  }
  const { columns } = scan;
  if (style !== 0) {
    if (row >= (columns.styles[column]?.length ?? 0)) growStyles(columns, column, row);
    const styles = columns.styles[column];
    if (styles) styles[row] = style;
  }
  if (kind === CellKind.empty) return;
  if (row >= (columns.kinds[column]?.length ?? 0)) growValues(columns, column, row);
  const kinds = columns.kinds[column];
  const values = columns.values[column];
  if (kinds && values) {
    kinds[row] = kind;
    values[row] = value;
  }
  if (row > scan.lastRow) scan.lastRow = row;
}
