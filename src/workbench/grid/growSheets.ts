import type { ICommandService } from '@univerjs/core';
import { SetWorksheetRowCountMutation, type FWorkbook } from '@univerjs/preset-sheets-core';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import { rowsInGrid, sheetId } from './univerWorkbook';

/**
 * Gives each sheet the number of rows that it has. The grid measures them at once of the sheet in
 * front, which is told, of the others when they come to the front.
 */
export function growSheets(
  workbook: FWorkbook,
  { sheets }: ShownWorkbook,
  commands: ICommandService,
): void {
  const front = workbook.getActiveSheet().getSheetId();
  for (const [index, sheet] of sheets.entries()) {
    const subUnitId = sheetId(index);
    const rowCount = rowsInGrid(sheet);
    if (subUnitId !== front) {
      workbook.getSheetBySheetId(subUnitId)?.getSheet().setRowCount(rowCount);
    } else {
      const params = { unitId: workbook.getId(), subUnitId, rowCount };
      commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, params);
    }
  }
}
