import { CellValueType, ICommandService } from '@univerjs/core';
import type { CellRange } from '../../core';
import type { CellValue } from '../../workbook/sheetPlan';
import type { CellPut } from '../../workbook/workbook';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import { createRowReaders } from './cellReader';
import { createUniver, LOCALES, type GridLanguage, type UniverOptions } from './createUniver';
import { fillRows } from './fillRows';
import { forbidStructureChanges } from './forbidStructureChanges';
import { jumpAlongLinks } from './jumpAlongLinks';
import { listenToEdits } from './listenToEdits';
import { univerResources } from './univerResources';
import { univerWorkbook } from './univerWorkbook';

export interface Grid {
  /** Shows a workbook in place of the one before; the place that was looked at is kept if asked. */
  show(workbook: ShownWorkbook, keepPlace: boolean): void;
  putCells(cells: readonly CellPut[]): void;
  readCells(sheet: string, area: CellRange): CellValue[][];
  select(sheet: string, area: CellRange): void;
  setLanguage(language: GridLanguage): void;
  setDark(dark: boolean): void;
}

export interface GridOptions extends UniverOptions {
  /** What the user typed, pasted, cleared or undid. */
  readonly onEdit: (cells: readonly CellPut[]) => void;
}

/** The spreadsheet in an element of the page. */
export function createGrid(element: HTMLElement, options: GridOptions): Grid {
  const { univer, api } = createUniver(element, options);
  const commands = univer.__getInjector().get(ICommandService);
  let shown: ShownWorkbook | undefined;
  let opened = 0;
  let filling = new AbortController();

  const workbook = () => api.getActiveWorkbook();
  forbidStructureChanges(commands);
  const edits = listenToEdits(commands, workbook, options.onEdit);

  const grid: Grid = {
    show(next, keepPlace) {
      filling.abort();
      filling = new AbortController();
      const place = keepPlace ? workbook()?.getActiveSheet().getSheetName() : undefined;
      const before = workbook()?.getId();
      const readers = createRowReaders(next);
      const data = univerWorkbook(next, readers, `workbook${String(++opened)}`);
      const created = api.createWorkbook({ ...data, resources: univerResources(next) });
      if (before !== undefined) api.disposeUnit(before);
      shown = next;
      const sheet = place === undefined ? null : created.getSheetByName(place);
      if (sheet) created.setActiveSheet(sheet);
      void fillRows(created, { shown: next, readers, signal: filling.signal });
    },
    putCells(cells) {
      edits.quietly(() => {
        for (const { sheet, row, column, value } of cells) {
          const range = workbook()?.getSheetByName(sheet)?.getRange(row, column);
          if (value === null || value === '') range?.clearContent();
          else
            range?.setValue(
              typeof value === 'string'
                ? { v: value, t: CellValueType.FORCE_STRING }
                : { v: value },
            );
        }
      });
    },
    readCells(name, { firstRow, lastRow, firstColumn, lastColumn }) {
      const sheet = workbook()?.getSheetByName(name);
      if (!sheet) return [];
      // The grid refuses areas that reach beyond its last row or column.
      const rows = Math.min(lastRow + 1, sheet.getMaxRows()) - firstRow;
      const columns = Math.min(lastColumn + 1, sheet.getMaxColumns()) - firstColumn;
      if (rows <= 0 || columns <= 0) return [];
      return sheet
        .getRange(firstRow, firstColumn, rows, columns)
        .getValues()
        .map((cells) => cells.map(plainValue));
    },
    select(name, { firstRow, lastRow, firstColumn, lastColumn }) {
      const book = workbook();
      const sheet = book?.getSheetByName(name);
      if (!book || !sheet) return;
      book.setActiveSheet(sheet);
      const lastShown = sheet.getMaxRows() - 1;
      const first = Math.min(firstRow, lastShown);
      const rows = Math.min(lastRow, lastShown) - first + 1;
      const range = sheet.getRange(first, firstColumn, rows, lastColumn - firstColumn + 1);
      sheet.setActiveRange(range);
      sheet.scrollToCell(Math.max(0, first - ROWS_ABOVE), firstColumn > 8 ? firstColumn - 2 : 0);
    },
    setLanguage(language) {
      api.setLocale(LOCALES[language]);
    },
    setDark(dark) {
      api.toggleDarkMode(dark);
    },
  };
  jumpAlongLinks(api, () => shown, grid.select);
  return grid;
}

/** Rows that stay visible above a selected one. */
const ROWS_ABOVE = 4;

function plainValue(value: unknown): CellValue {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
