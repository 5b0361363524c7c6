import { WorkbookFailure } from '../../workbookFailure';
import { decodeEscapes } from './decodeEscapes';
import { decodeTextBytes } from './decodeTextBytes';
import { readRichText } from './richText';
import { appendText, arenaEnd, commitText, reserveText, type TextArena } from './textArena';
import { Byte, decodeSlice, matchesAscii } from './xmlBytes';
import {
  findElementEnd,
  findMarkupEnd,
  INCOMPLETE,
  localNameAt,
  prefixLengthAt,
} from './xmlMarkup';

/** Where the scan of the shared strings stands. */
export interface SharedStringScan {
  readonly arena: TextArena;
  readonly part: string;
  /** Length of the namespace prefix with its colon; -1 before the root element. */
  prefixLength: number;
  /** The root element's end tag was seen. */
  done: boolean;
}

// Plain constants: read through another module they would be looked up for every byte.
const {
  ampersand,
  bang,
  carriageReturn,
  greaterThan,
  lessThan,
  question,
  slash,
  space,
  underscore,
} = Byte;

const LOWER_S = 0x73;
const LOWER_I = 0x69;
const LOWER_T = 0x74;

export function createSharedStringScan(arena: TextArena, part: string): SharedStringScan {
  return { arena, part, prefixLength: -1, done: false };
}

/**
 * Scans `<si>` elements into the arena; a `Scan`.
 * @throws WorkbookFailure `file.damaged`, `file.tooLarge`.
 */
export function scanSharedStrings(
  scan: SharedStringScan,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const { arena } = scan;
  let p = start;
  while (p < end) {
    if (bytes[p] !== lessThan) {
      p++;
      continue;
    }
    const prefix = scan.prefixLength;
    if (prefix >= 0) {
      const name = p + 1 + prefix;
      if (
        bytes[name] === LOWER_S &&
        bytes[name + 1] === LOWER_I &&
        bytes[name + 2] === greaterThan
      ) {
        // Decoding never lengthens, so this is room for every text in the chunk but its index.
        reserveText(arena, end - p);
        let next = scanPlain(arena, bytes, name + 3, prefix);
        if (next === INCOMPLETE) next = scanRich(scan, bytes, p, end);
        if (next === INCOMPLETE) return p;
        p = next;
        continue;
      }
    }
    const next = scanOther(scan, bytes, p, end);
    if (next === INCOMPLETE) return p;
    p = next;
  }
  return p;
}

/**
 * Takes `<t>text</t></si>`, also with a `<phoneticPr/>` as Chinese and Japanese Excel adds to most
 * strings. Anything else, and what is not complete, is {@link INCOMPLETE}; nothing is added then.
 */
function scanPlain(arena: TextArena, bytes: Uint8Array, at: number, prefix: number): number {
  let p = at + 1 + prefix;
  if (bytes[at] !== lessThan || bytes[p] !== LOWER_T) return INCOMPLETE;
  p++;
  if (bytes[p] === space) {
    // Only xml:space can stand here, whose value holds no `>`.
    while (bytes[p] !== greaterThan && bytes[p] !== 0 && bytes[p] !== slash) p++;
  }
  if (bytes[p] !== greaterThan) return INCOMPLETE;
  const textStart = ++p;
  const target = arena.bytes;
  const first = arenaEnd(arena);
  let out = first;
  let isEscaped = false;
  let byte = bytes[p] ?? 0;
  while (byte !== lessThan) {
    if (byte === ampersand || byte === underscore || byte === carriageReturn) {
      isEscaped = true;
    } else if (byte === 0) {
      return INCOMPLETE;
    }
    target[out++] = byte;
    byte = bytes[++p] ?? 0;
  }
  const textEnd = p;
  if (bytes[p + 1] !== slash || bytes[p + 2 + prefix] !== LOWER_T) return INCOMPLETE;
  if (bytes[p + 3 + prefix] !== greaterThan) return INCOMPLETE;
  p += 4 + prefix;
  if (matchesAscii(bytes, p + 1 + prefix, 'phoneticPr')) {
    while (bytes[p] !== greaterThan && bytes[p] !== 0) p++;
    if (bytes[p - 1] !== slash) return INCOMPLETE;
    p++;
  }
  if (
    bytes[p] !== lessThan ||
    bytes[p + 1] !== slash ||
    bytes[p + 2 + prefix] !== LOWER_S ||
    bytes[p + 3 + prefix] !== LOWER_I ||
    bytes[p + 4 + prefix] !== greaterThan
  ) {
    return INCOMPLETE;
  }
  if (isEscaped) out = decodeTextBytes(bytes, textStart, textEnd, target, first);
  commitText(arena, out);
  return p + 5 + prefix;
}

function scanRich(scan: SharedStringScan, bytes: Uint8Array, at: number, end: number): number {
  const next = findElementEnd(bytes, at, end);
  if (next === INCOMPLETE) return INCOMPLETE;
  addText(scan, readRichText(decodeSlice(bytes, at, next), scan.part).text);
  return next;
}

function scanOther(scan: SharedStringScan, bytes: Uint8Array, at: number, end: number): number {
  const next = findMarkupEnd(bytes, at, end);
  if (next === INCOMPLETE) return INCOMPLETE;
  const kind = bytes[at + 1];
  if (kind === question || kind === bang) return next;
  const name = localNameAt(bytes, at);
  if (kind === slash) {
    if (name === 'sst') scan.done = true;
    return next;
  }
  if (scan.prefixLength < 0) {
    if (name !== 'sst') {
      throw new WorkbookFailure('file.damaged', { part: scan.part, reason: 'xml' });
    }
    scan.prefixLength = prefixLengthAt(bytes, at);
    if (bytes[next - 2] === slash) scan.done = true;
    return next;
  }
  // `<si >`, `<si/>` and what is no string at all.
  if (name !== 'si') return findElementEnd(bytes, at, end);
  return scanRich(scan, bytes, at, end);
}

function addText(scan: SharedStringScan, text: string): void {
  const encoded = new TextEncoder().encode(decodeEscapes(text));
  appendText(scan.arena, encoded, 0, encoded.length);
}
