import { EditKind, type ColumnEdit } from '../sheetPlan';
import { formatForDate, formatForNumber, formatForText, GENERAL, TEXT } from '../editFormats';
import { addressOf, columnArea } from './addresses';
import { readRows, rowStripes, type Scalar } from './blocks';
import { errorIndex } from './cellErrors';
import { findFormatRuns } from './formatRuns';
import type { Session } from './session';
import { needsTextFormat } from './textEntry';
import { Need, stretches, writeColumn } from './writeColumn';
import type { WpsSheet } from './wpsTypes';

/** More stretches than these cost more than giving untouched texts the text format. */
const MOST_STRETCHES = 64;

/** Puts the edits of one column into its data rows, which begin at `firstRow`. */
export async function editColumn(
  session: Session,
  sheet: WpsSheet,
  edit: ColumnEdit,
  firstRow: number,
): Promise<void> {
  const count = edit.kinds.length;
  if (edit.kinds.every((kind) => kind === EditKind.keep)) return;
  const area = columnArea(edit.column, firstRow, firstRow + count - 1);
  const values = rowStripes(area).flatMap((stripe) =>
    readRows(sheet, stripe).map(([value]) => value),
  );
  const own = readFormats(sheet, edit.column, firstRow, count);
  const formats = new Array<string | undefined>(count).fill(undefined);
  const needs = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const format = own[at];
    if (edit.kinds[at] === EditKind.keep) {
      needs[at] = mayWrite(values[at], format) ? Need.may : Need.never;
      continue;
    }
    needs[at] = Need.must;
    const { value, needed } = edited(edit, at, format);
    values[at] = value;
    if (needed !== format) formats[at] = needed;
  }
  if (stretches(needs).length > MOST_STRETCHES) freeTexts({ values, formats, needs });
  await writeColumn(session, sheet, {
    column: edit.column,
    firstRow,
    values,
    formats: joinFormats(formats, values),
    needs,
  });
}

function edited(
  { kinds, values, texts }: ColumnEdit,
  at: number,
  own: string | undefined,
): { readonly value: Scalar; readonly needed: string | undefined } {
  const value = values[at] ?? 0;
  switch (kinds[at]) {
    case EditKind.number:
      return { value, needed: formatForNumber(own ?? TEXT, value) };
    case EditKind.date:
      return { value, needed: formatForDate(own ?? GENERAL) };
    case EditKind.text: {
      const text = texts[value] ?? '';
      const isPlain = own !== undefined && !needsTextFormat(text);
      return { value: text, needed: isPlain ? formatForText(own, text) : TEXT };
    }
    default:
      return { value: null, needed: own };
  }
}

/** Whether a cell stays what it is when its value is put in again. */
function mayWrite(value: Scalar, format: string | undefined): boolean {
  if (typeof value === 'number') return format !== TEXT && errorIndex(value) < 0;
  return typeof value !== 'string' || format === TEXT || !needsTextFormat(value);
}

/** Untouched texts get the text format, so that they can be written along. */
function freeTexts(column: {
  readonly values: readonly Scalar[];
  readonly formats: (string | undefined)[];
  readonly needs: Uint8Array;
}): void {
  const { values, formats, needs } = column;
  needs.forEach((need, at) => {
    if (need !== Need.never || typeof values[at] !== 'string') return;
    formats[at] = TEXT;
    needs[at] = Need.may;
  });
}

/** An empty cell between two that get one format gets it as well: fewer areas to name. */
function joinFormats(
  formats: readonly (string | undefined)[],
  values: readonly Scalar[],
): (string | undefined)[] {
  let before: string | undefined;
  return formats.map((format, at) => {
    const isEmpty = values[at] === null || values[at] === undefined || values[at] === '';
    const joined = format === undefined && isEmpty ? before : format;
    before = joined;
    return joined;
  });
}

/** The number format of each row; undefined where it takes too long to find out. */
function readFormats(
  sheet: WpsSheet,
  column: number,
  firstRow: number,
  count: number,
): (string | undefined)[] {
  const ask = (first: number, last: number) =>
    sheet.Range(addressOf(columnArea(column, first, last))).NumberFormat;
  const formats = new Array<string | undefined>(count).fill(GENERAL);
  for (const { first, last, format } of findFormatRuns(ask, firstRow, firstRow + count - 1)) {
    formats.fill(format, first - firstRow, last - firstRow + 1);
  }
  return formats;
}
