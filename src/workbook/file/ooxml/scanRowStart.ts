import { WorkbookFailure } from '../../workbookFailure';
import type { RowAttributes, RowScan } from './rowScan';
import { MAX_ROWS } from './sheetColumns';
import { Byte, decodeSlice, isXmlSpace, matchesAscii } from './xmlBytes';
import { findElementEnd, INCOMPLETE } from './xmlMarkup';

/** Rows kept verbatim: titles and headers stand here. */
const LEADING_ROWS = 120;

/** More distinct sets of attributes than any sheet has; those beyond are dropped. */
const MAX_TEXTS = 0xffff;

const LOWER_R = 0x72;

/** The attributes of the row at hand, as they will be written again. */
let kept = new Uint8Array(1024);

/**
 * Takes the start tag of a row, with its number and attributes; of a leading row, also its whole
 * text. Returns the position after the tag, or INCOMPLETE.
 * @throws WorkbookFailure `file.damaged`.
 */
export function scanRowStart(scan: RowScan, bytes: Uint8Array, at: number, end: number): number {
  let row = scan.row + 1;
  let keptLength = 0;
  let p = at + 4 + scan.prefix.length;
  for (;;) {
    while (isXmlSpace(bytes[p])) p++;
    const nameStart = p;
    let byte = bytes[p] ?? 0;
    if (byte === Byte.greaterThan || byte === Byte.slash) break;
    while (byte !== Byte.equals && !isXmlSpace(byte)) {
      if (byte === 0 || byte === Byte.greaterThan) return refuse(scan, p, end);
      byte = bytes[++p] ?? 0;
    }
    const nameEnd = p;
    while (isXmlSpace(bytes[p])) p++;
    if (bytes[p] !== Byte.equals) return refuse(scan, p, end);
    p++;
    while (isXmlSpace(bytes[p])) p++;
    const quote = bytes[p] ?? 0;
    if (quote !== Byte.doubleQuote && quote !== Byte.singleQuote) return refuse(scan, p, end);
    const valueStart = ++p;
    byte = bytes[p] ?? 0;
    while (byte !== quote) {
      if (p >= end) return INCOMPLETE;
      byte = bytes[++p] ?? 0;
    }
    if (nameEnd - nameStart === 1 && bytes[nameStart] === LOWER_R) {
      row = parseRowNumber(scan, bytes, valueStart, p) - 1;
    } else if (nameEnd - nameStart !== 5 || !matchesAscii(bytes, nameStart, 'spans')) {
      keptLength = keep(bytes, nameStart, nameEnd, keptLength);
      kept[keptLength++] = Byte.equals;
      keptLength = keep(bytes, valueStart - 1, p + 1, keptLength, false);
    }
    p++;
  }
  const isSelfClosed = bytes[p] === Byte.slash;
  if (isSelfClosed) p++;
  if (bytes[p] !== Byte.greaterThan) return refuse(scan, p, end);
  p++;
  if (row >= MAX_ROWS) refuse(scan, 0, 1);

  if (row < LEADING_ROWS) {
    const rowEnd = isSelfClosed ? p : findElementEnd(bytes, at, end);
    if (rowEnd === INCOMPLETE) return INCOMPLETE;
    scan.leadingRows.set(row, decodeSlice(bytes, at, rowEnd));
  }
  if (keptLength > 0) setAttributes(scan.rowAttributes, row, keptLength);
  scan.row = row;
  scan.inRow = !isSelfClosed;
  return p;
}

/** A byte that does not fit: past the end it is not there yet, before it the file is damaged. */
function refuse(scan: RowScan, at: number, end: number): typeof INCOMPLETE {
  if (at >= end) return INCOMPLETE;
  throw new WorkbookFailure('file.damaged', { part: scan.part, row: scan.row + 2, reason: 'row' });
}

function parseRowNumber(scan: RowScan, bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let p = start; p < end; p++) {
    const digit = (bytes[p] ?? 0) - Byte.zero;
    if (digit < 0 || digit > 9) return refuse(scan, 0, 1);
    number = number * 10 + digit;
  }
  return number < 1 || number > MAX_ROWS ? refuse(scan, 0, 1) : number;
}

function keep(
  bytes: Uint8Array,
  start: number,
  end: number,
  length: number,
  afterSpace = true,
): number {
  let at = length;
  if (at + end - start + 2 > kept.length) {
    const grown = new Uint8Array(2 * (at + end - start + 2));
    grown.set(kept);
    kept = grown;
  }
  if (afterSpace) kept[at++] = Byte.space;
  for (let p = start; p < end; p++) kept[at++] = bytes[p] ?? 0;
  return at;
}

function setAttributes(attributes: RowAttributes, row: number, length: number): void {
  if (!isLast(attributes, length)) {
    const text = decodeSlice(kept, 0, length);
    let index = attributes.byText.get(text);
    if (index === undefined) {
      if (attributes.texts.length > MAX_TEXTS) return;
      index = attributes.texts.push(text) - 1;
      attributes.byText.set(text, index);
    }
    attributes.last = kept.slice(0, length);
    attributes.lastLength = length;
    attributes.lastIndex = index;
  }
  if (row >= attributes.index.length) {
    const grown = new Uint16Array(
      Math.min(MAX_ROWS, Math.max(row + 1, attributes.index.length * 2)),
    );
    grown.set(attributes.index);
    attributes.index = grown;
  }
  attributes.index[row] = attributes.lastIndex;
}

function isLast({ last, lastLength }: RowAttributes, length: number): boolean {
  if (length !== lastLength) return false;
  for (let i = 0; i < length; i++) if (last[i] !== kept[i]) return false;
  return true;
}
