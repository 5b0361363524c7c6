import type { CellRange } from '../../core';
import { addressOf } from './addresses';
import { refused } from './hostFailure';
import type { WpsSheet } from './wpsTypes';

/** What crosses the bridge in a cell. */
export type Scalar = string | number | boolean | null | undefined;

/** Cells that cross the bridge at once: few crossings, and the pane stays alive between them. */
const BLOCK_CELLS = 60_000;

/** An area cut into stripes of whole rows that cross the bridge one by one. */
export function rowStripes(area: CellRange, cells = BLOCK_CELLS): CellRange[] {
  const width = area.lastColumn - area.firstColumn + 1;
  const height = Math.max(1, Math.floor(cells / width));
  const stripes: CellRange[] = [];
  for (let firstRow = area.firstRow; firstRow <= area.lastRow; firstRow += height) {
    stripes.push({ ...area, firstRow, lastRow: Math.min(area.lastRow, firstRow + height - 1) });
  }
  return stripes;
}

export function readRows(sheet: WpsSheet, area: CellRange): readonly (readonly Scalar[])[] {
  const height = area.lastRow - area.firstRow + 1;
  const width = area.lastColumn - area.firstColumn + 1;
  return toRows(sheet.Range(addressOf(area)).Value2, height, width);
}

/**
 * A block as rows of cells: WPS gives a single cell as a scalar, a block as rows, and in older
 * builds as one flat list.
 * @throws WorkbookFailure `host.refused` where it is none of these: nothing must read as empty
 * that is not.
 */
export function toRows(
  block: unknown,
  height: number,
  width: number,
): readonly (readonly Scalar[])[] {
  if (height * width === 1) {
    const [value] = Array.isArray(block) ? (block.flat(2) as Scalar[]) : [block as Scalar];
    return [[value]];
  }
  if (!Array.isArray(block)) throw refused('Range.Value2');
  const list = block as readonly (Scalar | readonly Scalar[])[];
  if (list.length === height && list.every((row) => Array.isArray(row) && row.length === width)) {
    return list as readonly (readonly Scalar[])[];
  }
  if (list.length !== height * width || list.some((cell) => Array.isArray(cell))) {
    throw refused('Range.Value2');
  }
  return Array.from(
    { length: height },
    (_, row) => list.slice(row * width, (row + 1) * width) as readonly Scalar[],
  );
}

export function writeRows(
  sheet: WpsSheet,
  area: CellRange,
  rows: readonly (readonly Scalar[])[],
): void {
  sheet.Range(addressOf(area)).Value2 = rows;
}
