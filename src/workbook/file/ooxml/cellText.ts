import { decodeTextBytes } from './decodeTextBytes';
import type { RowScan } from './rowScan';
import { appendText, HASH_START, hashByte, hashBytes, internHashed } from './textArena';
import { Byte } from './xmlBytes';
import { INCOMPLETE } from './xmlMarkup';

// Plain constants: read through another module they would be looked up for every byte.
const { ampersand, carriageReturn, greaterThan, lessThan, slash, space, underscore } = Byte;
const LOWER_I = 0x69;
const LOWER_S = 0x73;
const LOWER_T = 0x74;

/** Texts of a column after which it is known whether they repeat. */
const SAMPLE = 1024;
const MOSTLY_NEW = 0.9 * SAMPLE;

/** Where escaped texts are decoded before they are interned. */
let scratch = new Uint8Array(4096);

/** From `is><t>` or `is><t xml:space="preserve">` at `element`: the start of the text, or INCOMPLETE. */
export function findInlineText(bytes: Uint8Array, element: number, prefix: number): number {
  if (bytes[element + 1] !== LOWER_S || bytes[element + 2] !== greaterThan) return INCOMPLETE;
  if (bytes[element + 3] !== lessThan) return INCOMPLETE;
  let p = element + 4 + prefix;
  if (bytes[p] !== LOWER_T) return INCOMPLETE;
  p++;
  if (bytes[p] === space) {
    while (bytes[p] !== greaterThan && bytes[p] !== slash && bytes[p] !== 0) p++;
  }
  return bytes[p] === greaterThan ? p + 1 : INCOMPLETE;
}

/** From `</t></is>` at `at`: the position after it, or INCOMPLETE. */
export function skipInlineEnd(bytes: Uint8Array, at: number, prefix: number): number {
  const t = at + 2 + prefix;
  if (bytes[at + 1] !== slash || bytes[t] !== LOWER_T) return INCOMPLETE;
  if (bytes[t + 1] !== greaterThan || bytes[t + 2] !== lessThan) return INCOMPLETE;
  const is = t + 4 + prefix;
  if (bytes[t + 3] !== slash || bytes[is] !== LOWER_I) return INCOMPLETE;
  if (bytes[is + 1] !== LOWER_S || bytes[is + 2] !== greaterThan) return INCOMPLETE;
  return is + 3;
}

/** The position of the `<` that ends the text at `at`; its hash and whether it is escaped stay. */
export function scanText(scan: RowScan, bytes: Uint8Array, at: number): number {
  let p = at;
  let hash = HASH_START;
  let isEscaped = false;
  let byte = bytes[p] ?? 0;
  while (byte !== lessThan) {
    if (byte === ampersand || byte === underscore || byte === carriageReturn) isEscaped = true;
    else if (byte === 0) return INCOMPLETE;
    hash = hashByte(hash, byte);
    byte = bytes[++p] ?? 0;
  }
  scan.textHash = hash;
  scan.isTextEscaped = isEscaped;
  return p;
}

/**
 * The index of a text of `column`. A column whose first texts were nearly all new (account
 * numbers, phones) is not searched any more: texts need not be distinct, and a search in a table
 * of a million texts costs more than all else about a cell.
 */
export function internScanned(
  scan: RowScan,
  bytes: Uint8Array,
  start: number,
  end: number,
  column: number,
): number {
  const { arena } = scan;
  let source = bytes;
  let first = start;
  let last = end;
  let hash = scan.textHash;
  if (scan.isTextEscaped) {
    if (end - start > scratch.length) scratch = new Uint8Array(2 * (end - start));
    source = scratch;
    first = 0;
    last = decodeTextBytes(bytes, start, end, scratch, 0);
    hash = hashBytes(source, first, last);
  }
  const seen = scan.textsSeen[column] ?? 0;
  const added = scan.textsNew[column] ?? 0;
  if (seen >= SAMPLE) {
    if (added > MOSTLY_NEW) return appendText(arena, source, first, last);
    return internHashed(arena, source, first, last, hash);
  }
  const size = arena.size;
  const index = internHashed(arena, source, first, last, hash);
  scan.textsSeen[column] = seen + 1;
  scan.textsNew[column] = added + arena.size - size;
  return index;
}
