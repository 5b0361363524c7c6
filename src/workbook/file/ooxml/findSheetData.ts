import { Byte } from './xmlBytes';
import { findMarkupEnd, INCOMPLETE, localNameAt } from './xmlMarkup';

/** The position after the start tag of `sheetData`, or {@link INCOMPLETE}. */
export function findSheetData(bytes: Uint8Array, start: number, end: number): number {
  for (let p = start; p < end;) {
    if (bytes[p] !== Byte.lessThan) {
      p++;
      continue;
    }
    const next = findMarkupEnd(bytes, p, end);
    if (next === INCOMPLETE) return INCOMPLETE;
    const kind = bytes[p + 1];
    const isTag = kind !== Byte.slash && kind !== Byte.bang && kind !== Byte.question;
    if (isTag && localNameAt(bytes, p) === 'sheetData') return next;
    p = next;
  }
  return INCOMPLETE;
}
