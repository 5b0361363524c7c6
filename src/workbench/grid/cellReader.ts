import { CellValueType, type ICellData } from '@univerjs/core';
import { CellKind, ERROR_TEXTS, KIND_MASK } from '../../core';
import { createTextTable } from '../../workbook/file/ooxml/textTable';
import type { ShownSheet, ShownWorkbook } from '../engine/shownWorkbook';

export type GridRow = Record<number, ICellData>;

/** Makes the cells of one row, as the grid holds them. */
export type RowReader = (row: number) => GridRow;

/** Serials of the 1904 system are smaller by these days; the grid counts from 1900 only. */
const DAYS_TO_1904 = 1462;

/** Readers of rows for each sheet of a workbook, on one table of its texts. */
export function createRowReaders(workbook: ShownWorkbook): readonly RowReader[] {
  const { sheets, texts, looks } = workbook;
  const table = createTextTable(texts);
  return sheets.map((sheet) =>
    createRowReader(
      sheet,
      (index) => table.get(index),
      (look) => looks[look]?.wrap === true,
    ),
  );
}

function createRowReader(
  { columns, date1904, appearance }: ShownSheet,
  text: (index: number) => string,
  wraps: (look: number) => boolean,
): RowReader {
  const rowLooks = appearance?.rows;
  const hasLooks = appearance !== undefined;
  const shift = date1904 ? DAYS_TO_1904 : 0;

  function cellAt(kind: number, value: number): ICellData {
    switch (kind) {
      case CellKind.number:
        return { v: value, t: CellValueType.NUMBER };
      case CellKind.date:
        return hasLooks
          ? { v: value + shift, t: CellValueType.NUMBER }
          : { v: value + shift, t: CellValueType.NUMBER, s: DATE_STYLE };
      case CellKind.boolean:
        return { v: value, t: CellValueType.BOOLEAN };
      case CellKind.error:
        return { v: ERROR_TEXTS[value] ?? '#VALUE!', t: CellValueType.STRING };
      case CellKind.text:
        return textCell(text(value));
      default:
        return {};
    }
  }

  return (row) => {
    const isTall = rowLooks?.looks[rowLooks.index[row] ?? 0]?.height !== undefined;
    const cells: GridRow = {};
    for (let column = 0; column < columns.length; column++) {
      const source = columns[column];
      if (!source) continue;
      const kind = (source.kinds[row] ?? 0) & KIND_MASK;
      const look = source.looks[row] ?? 0;
      if (kind === CellKind.empty && look === 0) continue;
      const cell = cellAt(kind, source.values[row] ?? 0);
      if (look !== 0) cell.s = wraps(look) && !isTall ? oneLine(look) : String(look);
      cells[column] = cell;
    }
    return cells;
  };
}

/** What the grid would read as a number, a date, a truth value or a formula when it is edited. */
const LOOKS_OTHERWISE = /^(?:[^\p{L}]|true$|false$)/iu;

/**
 * Texts that look like something else are held to be texts: an account number, a name that looks
 * like a formula. The rest goes without: at each drawing the grid tries to read every cell that is
 * held to be a text as a number, which takes half of the time.
 */
function textCell(text: string): ICellData {
  return LOOKS_OTHERWISE.test(text) ? { v: text, t: CellValueType.FORCE_STRING } : { v: text };
}

/** Of dates in files that have no formats. */
export const DATE_STYLE = 'date';

/** The style of a look that wraps, in a row without a height of its own: the grid does not fit rows. */
export function oneLine(look: number): string {
  return `${String(look)} line`;
}
