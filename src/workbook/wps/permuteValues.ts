import { ERROR_TEXTS, type CellRange } from '../../core';
import { GENERAL, TEXT } from '../editFormats';
import { addressOf, columnArea } from './addresses';
import { readRows, rowStripes, type Scalar } from './blocks';
import { errorIndex } from './cellErrors';
import { findFormatRuns } from './formatRuns';
import type { Session } from './session';
import { needsTextFormat } from './textEntry';
import { Need, writeColumn } from './writeColumn';
import type { WpsSheet } from './wpsTypes';

/**
 * Brings rows into a new order by their values, where the host does not sort: number formats move
 * along, other looks stay where they are.
 */
export async function permuteValues(
  session: Session,
  sheet: WpsSheet,
  area: CellRange,
  places: Uint32Array,
): Promise<void> {
  const { firstRow, lastRow } = area;
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const cells = columnArea(column, firstRow, lastRow);
    const old = rowStripes(cells).flatMap((stripe) => readRows(sheet, stripe).map(([v]) => v));
    const formatOf = readFormats(sheet, cells);
    const values = new Array<Scalar>(old.length);
    const formats = new Array<string>(old.length);
    places.forEach((place, at) => {
      const value = old[at];
      const error = typeof value === 'number' ? errorIndex(value) : -1;
      values[place] = error < 0 ? value : ERROR_TEXTS[error];
      formats[place] =
        typeof value === 'string' && needsTextFormat(value)
          ? TEXT
          : numberFormat(formatOf[at], value);
    });
    await writeColumn(session, sheet, {
      column,
      firstRow,
      values,
      formats,
      needs: new Uint8Array(old.length).fill(Need.must),
    });
  }
}

/** A number under the text format would become a text. */
function numberFormat(format: string | undefined, value: Scalar): string {
  return format === TEXT && typeof value !== 'string' ? GENERAL : (format ?? GENERAL);
}

function readFormats(sheet: WpsSheet, { firstColumn, firstRow, lastRow }: CellRange): string[] {
  const ask = (first: number, last: number) =>
    sheet.Range(addressOf(columnArea(firstColumn, first, last))).NumberFormat;
  const formats: string[] = [];
  for (const { first, last, format } of findFormatRuns(ask, firstRow, lastRow)) {
    for (let row = first; row <= last; row++) formats.push(format ?? GENERAL);
  }
  return formats;
}
