import type { CellPut, LiveWorkbook } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type { Engine } from '../engine/engine';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import type { Grid } from '../grid/createGrid';
import { nextTask } from '../nextTask';
import type { PendingEdits } from './pendingEdits';

export interface LiveWorkbookOptions {
  readonly engine: Engine;
  readonly pending: PendingEdits;
  readonly flush: () => Promise<void>;
  /** Undefined until it is loaded. */
  readonly grid: () => Grid | undefined;
  readonly onEdited: () => void;
  readonly onRestored: (shown: ShownWorkbook) => Promise<void>;
}

/** The open workbook as the pane sees it: its file in the engine, its cells in the grid. */
export function createLiveWorkbook(options: LiveWorkbookOptions): LiveWorkbook {
  const { engine, pending, flush, grid } = options;
  return {
    capabilities: { tables: true, validations: true, conditionalFormats: true, charts: true },
    // Cells never cross to the page as a whole: the engine's runner reads and writes by itself.
    read: () => Promise.reject(new WorkbookFailure('host.unsupported')),
    write: () => Promise.reject(new WorkbookFailure('host.unsupported')),
    async restore(operation) {
      await flush();
      const { outcome, shown } = await engine.restore(null, operation);
      if (outcome.restored.length > 0) await options.onRestored(shown);
      return outcome;
    },
    putCells(cells) {
      pending.add(cells);
      grid()?.putCells(cells);
      options.onEdited();
      return Promise.resolve();
    },
    async readCells(sheet, area) {
      const { firstRow, lastRow, firstColumn, lastColumn } = area;
      const values = grid()?.readCells(sheet, area) ?? [];
      const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, down) =>
        Array.from(
          { length: lastColumn - firstColumn + 1 },
          (__, right) => values[down]?.[right] ?? null,
        ),
      );
      for (const put of pending.in(sheet, area)) {
        const cells = rows[put.row - firstRow];
        if (cells) cells[put.column - firstColumn] = emptyAsNull(put);
      }
      // Who reads much reads it in parts: the page draws and answers between them.
      if (rows.length >= MANY_ROWS) await nextTask();
      return rows;
    },
    select(sheet, area) {
      grid()?.select(sheet, area);
      return Promise.resolve();
    },
  };
}

const MANY_ROWS = 1000;

function emptyAsNull({ value }: CellPut): CellPut['value'] {
  return value === '' ? null : value;
}
