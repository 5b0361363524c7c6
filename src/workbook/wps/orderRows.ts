import type { CellRange } from '../../core';
import { addressOf, columnArea } from './addresses';
import { readRows, rowStripes, writeRows } from './blocks';
import type { Session } from './session';
import { WPS, type WpsSheet } from './wpsTypes';

/**
 * Brings the rows of an area into a new order: `places[i]` is where its i-th row goes, 0-based. The
 * host sorts by a column of our own beside the area, so that formats move with their cells. False
 * where the host did not sort: all is then as it was.
 */
export async function orderRows(
  session: Session,
  sheet: WpsSheet,
  area: CellRange,
  places: Uint32Array,
): Promise<boolean> {
  if (places.every((place, at) => place === at)) return true;
  const helper = columnArea(area.lastColumn + 1, area.firstRow, area.lastRow);
  for (const stripe of rowStripes(helper)) {
    const from = stripe.firstRow - area.firstRow;
    const rows = Array.from(
      places.subarray(from, stripe.lastRow - area.firstRow + 1),
      (place): [number] => [place],
    );
    writeRows(sheet, stripe, rows);
    await session.pause(0);
  }
  const sorted = trySort(sheet, { ...area, lastColumn: helper.lastColumn }, helper);
  const isDone = sorted && isInOrder(sheet, helper);
  sheet.Range(addressOf(helper)).Clear();
  return isDone;
}

function trySort(sheet: WpsSheet, area: CellRange, helper: CellRange): boolean {
  const key = sheet.Range(addressOf({ ...helper, lastRow: helper.firstRow }));
  const { ascending, noHeader, topToBottom, pinYin } = WPS;
  const none = [null, null, null, null, null] as const;
  try {
    // What is not said is taken from the user's last sort.
    sheet
      .Range(addressOf(area))
      .Sort(key, ascending, ...none, noHeader, null, false, topToBottom, pinYin);
    return true;
  } catch {
    return false;
  }
}

function isInOrder(sheet: WpsSheet, helper: CellRange): boolean {
  return rowStripes(helper).every((stripe) =>
    readRows(sheet, stripe).every(
      ([place], at) => place === stripe.firstRow - helper.firstRow + at,
    ),
  );
}
