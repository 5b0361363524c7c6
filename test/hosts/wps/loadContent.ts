import { MARK_NAME } from '../../../src/workbook/sheetMark';
import type {
  CellContent,
  PlainContent,
  SheetContent,
} from '../../../src/workbook/memory/workbookContent';
import { errorNumber } from './enterValue';
import type { BookModel } from './hostState';
import {
  columnAt,
  createSheetModel,
  internFormat,
  type SheetModel,
  type StoredValue,
} from './sheetModel';

export interface HostContent {
  readonly name: string;
  readonly sheets: readonly SheetContent[];
}

const DATE = internFormat({ numberFormat: 'yyyy-mm-dd' });

/** A workbook as it was opened from a file: dates have a date format, texts the general one. */
export function loadContent({ name, sheets }: HostContent): BookModel {
  const models = sheets.map(loadSheet);
  const active = models.find(({ visible }) => visible === -1) ?? models[0];
  if (active === undefined) throw new Error('a workbook has sheets');
  return {
    name,
    fullName: `/home/user/${name}`,
    sheets: models,
    active,
    selection: undefined,
    date1904: sheets.some(({ date1904 }) => date1904 === true),
    isReadOnly: false,
    isStructureProtected: false,
  };
}

function loadSheet({ name, rows, hidden, merges, mark }: SheetContent): SheetModel {
  const sheet = createSheetModel(name);
  sheet.visible = hidden === true ? 0 : -1;
  sheet.merges = [...(merges ?? [])];
  if (mark !== undefined) {
    const refersTo = `="${mark}:${name}"`;
    sheet.names.set(MARK_NAME, { name: MARK_NAME, refersTo, visible: false });
  }
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      loadCell(sheet, row, column, cell);
    });
  });
  return sheet;
}

function loadCell(sheet: SheetModel, row: number, column: number, cell: CellContent): void {
  if (cell === null || cell === '') return;
  const model = columnAt(sheet, column);
  const isFormula = typeof cell === 'object' && 'formula' in cell;
  const content = isFormula ? cell.result : cell;
  if (typeof content === 'object' && content !== null && 'date' in content) {
    model.formats[row] = DATE;
  }
  const value = storedValue(content);
  if (isFormula) model.formulas.set(row, { text: `=${cell.formula}`, result: value });
  else model.values[row] = value;
}

function storedValue(content: PlainContent): StoredValue | undefined {
  if (content === null || content === '') return undefined;
  if (typeof content !== 'object') return content;
  return 'date' in content ? content.date : { error: errorNumber(content.error) };
}
