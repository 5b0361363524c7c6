import { columnLetter, type CellRange } from '../../core';

/** `Range(…)` takes 255 characters. */
const LONGEST_ADDRESS = 250;

/** `A1:C9` of an area, `A1` of a cell. */
export function addressOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const first = `${columnLetter(firstColumn)}${String(firstRow + 1)}`;
  if (firstRow === lastRow && firstColumn === lastColumn) return first;
  return `${first}:${columnLetter(lastColumn)}${String(lastRow + 1)}`;
}

/** Several areas in as few addresses as `Range(…)` takes. */
export function packAddresses(areas: readonly CellRange[]): string[] {
  const packed: string[] = [];
  let current = '';
  for (const area of areas) {
    const address = addressOf(area);
    if (current !== '' && current.length + 1 + address.length > LONGEST_ADDRESS) {
      packed.push(current);
      current = '';
    }
    current = current === '' ? address : `${current},${address}`;
  }
  if (current !== '') packed.push(current);
  return packed;
}

/** `'客户汇总'!$A$1` */
export function sheetReference(sheet: string, address: string): string {
  return `'${sheet.replace(/'/g, "''")}'!${address}`;
}

/** Rows of one column. */
export function columnArea(column: number, firstRow: number, lastRow: number): CellRange {
  return { firstRow, lastRow, firstColumn: column, lastColumn: column };
}
