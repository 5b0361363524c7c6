import type { IColumnData, IObjectArrayPrimitiveType } from '@univerjs/core';
import type { GridRow } from './cellReader';

const LATIN_PX = 7.5;
const WIDE_PX = 14;
const PADDING_PX = 14;
const LEAST_PX = 72;
const MOST_PX = 320;

/**
 * Widths of columns that show the texts of the rows in pixels, for files that say none. Rows of a
 * single cell are titles, which run over their neighbours.
 */
export function fittingWidths(
  rows: Readonly<Record<number, GridRow>>,
): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const widths: Record<number, Partial<IColumnData>> = {};
  for (const cells of Object.values(rows)) {
    const entries = Object.entries(cells);
    if (entries.length < 2) continue;
    for (const [key, { v = '' }] of entries) {
      const column = Number(key);
      const needed = Math.min(MOST_PX, textPixels(String(v)) + PADDING_PX);
      const { w = LEAST_PX } = widths[column] ?? {};
      widths[column] = { w: Math.max(w, Math.ceil(needed)) };
    }
  }
  return widths;
}

function textPixels(text: string): number {
  let pixels = 0;
  for (const character of text) pixels += character < '\u2e80' ? LATIN_PX : WIDE_PX;
  return pixels;
}
