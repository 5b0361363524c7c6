import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from '../write/cellReference';
import { replaceReferences } from '../write/formulaRows';

const END = String.raw`(?![\w.(!])`;
const CELL = String.raw`(?<column>\$?[A-Za-z]{1,3})(?<row>\$?\d{1,7})${END}`;
const COLUMNS = String.raw`(?<left>\$?[A-Za-z]{1,3}):(?<right>\$?[A-Za-z]{1,3})${END}`;
const ROWS = String.raw`(?<top>\$?\d{1,7}):(?<bottom>\$?\d{1,7})${END}`;
const REFERENCE = new RegExp(`${CELL}|${COLUMNS}|${ROWS}`, 'y');
const LOST = '#REF!';

/** A formula as it reads in a cell that lies `rows` below and `columns` to the right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return replaceReferences(formula, REFERENCE, ({ groups = {} }) => {
    const { column, row, left, right, top, bottom } = groups;
    if (column !== undefined && row !== undefined) {
      const moved = [shiftColumn(column, columns), shiftRow(row, rows)];
      return moved.includes(undefined) ? LOST : moved.join('');
    }
    const ends =
      left !== undefined && right !== undefined
        ? [shiftColumn(left, columns), shiftColumn(right, columns)]
        : [shiftRow(top ?? '', rows), shiftRow(bottom ?? '', rows)];
    return ends.includes(undefined) ? LOST : ends.join(':');
  });
}

function shiftColumn(reference: string, shift: number): string | undefined {
  if (reference.startsWith('$')) return reference;
  const column = columnIndex(reference) + shift;
  return column < 0 || column > LAST_COLUMN ? undefined : columnName(column);
}

function shiftRow(reference: string, shift: number): string | undefined {
  if (reference.startsWith('$')) return reference;
  const row = Number(reference) + shift;
  return row < 1 || row > LAST_ROW + 1 ? undefined : String(row);
}
