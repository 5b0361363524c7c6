import {
  CellValueType,
  ICommandService,
  IResourceManagerService,
  type IWorkbookData,
} from '@univerjs/core';
import type { CellRange } from '../../core';
import type { CellValue } from '../../workbook/sheetPlan';
import type { CellPut } from '../../workbook/workbook';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import { checkOnlyWhatIsTyped } from './checkOnlyWhatIsTyped';
import { createRowReaders, type GridRow, type RowReader } from './cellReader';
import { inSteps } from '../inSteps';
import { createUniver, LOCALES, type GridLanguage, type UniverOptions } from './createUniver';
import { fillRows } from './fillRows';
import { forbidStructureChanges } from './forbidStructureChanges';
import { growSheets } from './growSheets';
import { jumpAlongLinks, type FollowLink } from './jumpAlongLinks';
import { letOnlyUsersFocus } from './letOnlyUsersFocus';
import { listenToEdits, valueOf } from './listenToEdits';
import { univerResources } from './univerResources';
import { firstRows, sheetId, univerWorkbook } from './univerWorkbook';

export interface Grid {
  /** Shows a workbook in place of the one before; the place that was looked at is kept if asked. */
  show(workbook: ShownWorkbook, keepPlace: boolean): Promise<void>;
  putCells(cells: readonly CellPut[]): void;
  readCells(sheet: string, area: CellRange): CellValue[][];
  select(sheet: string, area: CellRange): void;
  setLanguage(language: GridLanguage): void;
  setDark(dark: boolean): void;
}

export interface GridOptions extends UniverOptions {
  /** What the user typed, pasted, cleared or undid. */
  readonly onEdit: (cells: readonly CellPut[]) => void;
  /** Where the formula of a cell leads to within the workbook; null where nowhere. */
  readonly followLink: FollowLink;
}

/** The spreadsheet in an element of the page. */
export function createGrid(element: HTMLElement, options: GridOptions): Grid {
  const { univer, api } = createUniver(element, options);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const plugins = injector.get(IResourceManagerService);
  /** Workbooks that another has taken the place of, until they are disposed of. */
  const outdated: string[] = [];
  let shown: ShownWorkbook | undefined;
  let readers: readonly RowReader[] = [];
  let filled: number[] = [];
  let opened = 0;
  let filling = new AbortController();

  const workbook = () => api.getActiveWorkbook();
  function takeOver(data: IWorkbookData): void {
    const before = workbook()?.getId();
    api.createWorkbook(data);
    if (before !== undefined) outdated.push(before);
    // The grid's parts are there when it has its first workbook.
    else checkOnlyWhatIsTyped(injector, (unit) => api.getWorkbook(unit) !== null);
  }

  function activate(name: string): void {
    const sheet = workbook()?.getSheetByName(name);
    if (sheet) workbook()?.setActiveSheet(sheet);
  }

  forbidStructureChanges(commands);
  letOnlyUsersFocus(element);
  const edits = listenToEdits(commands, workbook, options.onEdit);

  const grid: Grid = {
    async show(next, keepPlace) {
      filling.abort();
      const { signal } = (filling = new AbortController());
      const place = keepPlace ? workbook()?.getActiveSheet().getSheetName() : undefined;
      const nextReaders = createRowReaders(next);
      const front = frontSheet(next, place);
      const id = `workbook${String(++opened)}`;
      const data = univerWorkbook(next, { readers: nextReaders, front, id });
      const resources = univerResources(next);
      const isShown = await inSteps(
        [
          () => {
            takeOver(data);
            shown = next;
            readers = nextReaders;
            filled = next.sheets.map((sheet, index) => firstRows(sheet, index === front));
            if (place !== undefined) activate(place);
          },
          () => {
            for (const unit of outdated.splice(0)) api.disposeUnit(unit);
          },
          () => {
            const created = api.getWorkbook(id);
            if (created) growSheets(created, next, commands);
          },
          // Each plugin takes what it keeps of a workbook as if the workbook had just been loaded.
          ...resources.map((resource) => () => {
            plugins.loadResources(id, [resource]);
          }),
        ],
        signal,
      );
      const created = api.getWorkbook(id);
      if (isShown && created) void fillRows(created, { shown: next, readers, filled, signal });
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
      const index = shown?.sheets.findIndex((sheet) => sheet.name === name) ?? -1;
      const matrix = workbook()?.getSheetBySheetId(sheetId(index))?.getSheet().getCellMatrix();
      if (!matrix) return [];
      const values: CellValue[][] = [];
      for (let row = firstRow; row <= lastRow; row++) {
        // What the grid was not given yet is read as it will be.
        const given = matrix.getRow(row) as GridRow | undefined;
        const isGiven = row < (filled[index] ?? 0);
        const cells: GridRow = isGiven ? (given ?? {}) : { ...readers[index]?.(row), ...given };
        const width = lastColumn - firstColumn + 1;
        values.push(Array.from({ length: width }, (_, at) => valueOf(cells[firstColumn + at])));
      }
      return values;
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
  jumpAlongLinks(api, {
    shown: () => shown,
    followLink: options.followLink,
    select: grid.select,
  });
  return grid;
}

/** Rows that stay visible above a selected one. */
const ROWS_ABOVE = 4;

/** Index of the sheet of this name, or of the first that is shown. */
function frontSheet({ sheets }: ShownWorkbook, name: string | undefined): number {
  const named = sheets.findIndex((sheet) => sheet.name === name);
  return named >= 0 ? named : sheets.findIndex(({ visibility }) => visibility === 'visible');
}
