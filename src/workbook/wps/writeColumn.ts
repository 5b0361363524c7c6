import type { CellRange } from '../../core';
import { columnArea, packAddresses } from './addresses';
import { rowStripes, writeRows, type Scalar } from './blocks';
import type { Session } from './session';
import type { WpsSheet } from './wpsTypes';

/** What becomes of the rows of one column, from `firstRow` on. */
export interface ColumnWrite {
  readonly column: number;
  readonly firstRow: number;
  readonly values: readonly Scalar[];
  /** Format that a cell needs before its value is put in; undefined: it keeps its own. */
  readonly formats: readonly (string | undefined)[];
  /** 1: must be written; 0: may be, with the value it has; 2: must not be touched. */
  readonly needs: Uint8Array;
}

export const Need = { may: 0, must: 1, never: 2 } as const;

/** Sets formats, then puts values, in as few stretches as the untouchable cells leave. */
export async function writeColumn(
  session: Session,
  sheet: WpsSheet,
  write: ColumnWrite,
): Promise<void> {
  setFormats(sheet, write);
  const { column, firstRow, values } = write;
  for (const { first, last } of stretches(write.needs)) {
    for (const stripe of rowStripes(columnArea(column, firstRow + first, firstRow + last))) {
      const from = stripe.firstRow - firstRow;
      const rows = values
        .slice(from, stripe.lastRow - firstRow + 1)
        .map((value): [Scalar] => [value ?? null]);
      writeRows(sheet, stripe, rows);
      await session.pause(rows.length);
    }
  }
}

/** Stretches between untouchable cells, from the first to the last cell that must be written. */
export function stretches(needs: Uint8Array): { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first >= 0) found.push({ first, last });
    first = -1;
  };
  needs.forEach((need, at) => {
    if (need === Need.never) close();
    else if (need === Need.must) {
      if (first < 0) first = at;
      last = at;
    }
  });
  close();
  return found;
}

function setFormats(sheet: WpsSheet, { column, firstRow, formats }: ColumnWrite): void {
  const areas = new Map<string, CellRange[]>();
  let start = 0;
  for (let at = 1; at <= formats.length; at++) {
    const format = formats[start];
    if (at < formats.length && formats[at] === format) continue;
    if (format !== undefined) {
      const list = areas.get(format) ?? [];
      list.push(columnArea(column, firstRow + start, firstRow + at - 1));
      areas.set(format, list);
    }
    start = at;
  }
  for (const [format, list] of areas) {
    for (const address of packAddresses(list)) sheet.Range(address).NumberFormat = format;
  }
}
