import type { Book, Cell, Format, Sheet } from '../excel/book';
import { parseColor } from './colors';
import { errorNumber } from './enterValue';
import type { BookModel } from './hostState';
import {
  columnAt,
  createSheetModel,
  internFormat,
  MAX_COLUMNS,
  type CellFormat,
  type SheetModel,
  type StoredValue,
} from './sheetModel';

const VISIBLE = { Visible: -1, Hidden: 0, VeryHidden: 2 } as const;
export const HORIZONTAL: Readonly<Record<string, number>> = {
  ...{ Left: -4131, Center: -4108, Right: -4152, Justify: -4130 },
};
export const VERTICAL: Readonly<Record<string, number>> = { Top: -4160, Center: -4108 };

/** A workbook of the simulated Excel as WPS has it after opening the same file. */
export function loadBook({ name, sheets, date1904 }: Book): BookModel {
  const models = sheets.map(loadSheet);
  const active = models.find(({ visible }) => visible === -1) ?? models[0];
  if (active === undefined) throw new Error('a workbook has sheets');
  return {
    ...{ name, fullName: `/home/user/${name}`, sheets: models, active, date1904 },
    ...{ selection: undefined, isReadOnly: false, isStructureProtected: false },
  };
}

function loadSheet(sheet: Sheet): SheetModel {
  const model = createSheetModel(sheet.name);
  model.visible = VISIBLE[sheet.visibility];
  model.merges = [...sheet.merges];
  model.hiddenRows = new Set(sheet.hiddenRows);
  model.frozen = sheet.frozen;
  for (const [column, points] of sheet.columnWidths) model.widths.set(column, charactersOf(points));
  for (let row = 0; row < sheet.rows.length; row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell) loadCell(model, row, column, cell);
    }
  }
  return model;
}

/** A character has seven pixels of three quarters of a point, and a cell five beside. */
function charactersOf(points: number): number {
  return (points / 0.75 - 5) / 7;
}

function loadCell(sheet: SheetModel, row: number, column: number, cell: Cell): void {
  const model = columnAt(sheet, column);
  const value = valueOf(cell);
  if (cell.formula === undefined) model.values[row] = value;
  else model.formulas.set(row, { text: cell.formula, result: value });
  if (Object.keys(cell.format).length > 1 || cell.format.numberFormat !== 'General') {
    model.formats[row] = formatOf(cell.format);
  }
  if (cell.link !== undefined) sheet.links.set(row * MAX_COLUMNS + column, cell.link);
}

function valueOf({ value, isError }: Cell): StoredValue | undefined {
  if (isError === true) return { error: errorNumber(String(value)) };
  return value === '' ? undefined : value;
}

function formatOf({ fill, color, horizontal, vertical, borders, ...format }: Format): CellFormat {
  return internFormat({
    ...format,
    ...(fill !== undefined && { fill: parseColor(fill.slice(1)) }),
    ...(color !== undefined && { color: parseColor(color.slice(1)) }),
    ...(horizontal !== undefined && { horizontal: HORIZONTAL[horizontal] ?? 1 }),
    ...(vertical !== undefined && { vertical: VERTICAL[vertical] ?? -4107 }),
    ...(borders !== undefined && { borders: { 9: '1 2 0' } }),
  });
}
