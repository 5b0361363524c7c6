import type { ICellData, ICommandService } from '@univerjs/core';
import { SetRangeValuesMutation, type FWorkbook } from '@univerjs/preset-sheets-core';
import { isDateFormat } from '../../workbook/dateFormat';
import type { CellValue } from '../../workbook/sheetPlan';
import type { CellPut } from '../../workbook/workbook';

export interface EditListener {
  /** Changes cells without telling: they did not come from the user. */
  quietly(change: () => void): void;
}

interface SetValues {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;
}

/** Tells which cells the user changed, by typing, pasting, clearing, filling, undoing. */
export function listenToEdits(
  commands: ICommandService,
  workbook: () => FWorkbook | null,
  onEdit: (cells: readonly CellPut[]) => void,
): EditListener {
  let quiet = false;
  commands.onCommandExecuted(({ id, params }) => {
    if (quiet || id !== SetRangeValuesMutation.id) return;
    const { unitId, subUnitId, cellValue = {} } = params as SetValues;
    const book = workbook();
    const sheet = book?.getId() === unitId ? book.getSheetBySheetId(subUnitId) : null;
    if (!book || !sheet) return;
    const matrix = sheet.getSheet().getCellMatrix();
    const styles = book.getWorkbook().getStyles();
    const edited: CellPut[] = [];
    for (const [row, cells] of Object.entries(cellValue)) {
      for (const [column, change] of Object.entries(cells)) {
        // A change of the look alone is not kept.
        if (change !== null && !('v' in change) && !('p' in change) && !('f' in change)) continue;
        const at = { sheet: sheet.getSheetName(), row: Number(row), column: Number(column) };
        const cell = matrix.getValue(at.row, at.column) ?? undefined;
        const value = valueOf(cell);
        const pattern = styles.getStyleByCell(cell)?.n?.pattern ?? '';
        const isDate = typeof value === 'number' && isDateFormat(pattern);
        edited.push({ ...at, value, ...(isDate && { isDate }) });
      }
    }
    if (edited.length > 0) onEdit(edited);
  });
  return {
    quietly(change) {
      quiet = true;
      try {
        change();
      } finally {
        quiet = false;
      }
    },
  };
}

/** What a cell of the grid holds. */
export function valueOf(cell: ICellData | undefined): CellValue {
  const text = cell?.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (text !== undefined) return text;
  const value = cell?.v ?? null;
  return value === '' ? null : value;
}
