import { Byte } from './xmlBytes';

// Plain constants: read through another module they would be looked up for every byte.
const {
  zero,
  ampersand,
  carriageReturn,
  doubleQuote,
  greaterThan,
  hash,
  lessThan,
  lineFeed,
  semicolon,
  singleQuote,
  underscore,
  x,
} = Byte;

const REPLACEMENT = 0xfffd;
const MAX_CODE_POINT = 0x10ffff;

/**
 * Writes the XML text `bytes[start..end)` decoded to `target` at `at`, and returns the position
 * after it: entities, Excel's `_xHHHH_` and line ends. Never writes more bytes than it reads.
 */
export function decodeTextBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  let out = at;
  for (let p = start; p < end;) {
    const byte = bytes[p] ?? 0;
    if (byte === ampersand) {
      // Decimal first: some programs write every Chinese character so.
      let q = p + 2;
      let decimal = 0;
      let digit = bytes[p + 1] === hash ? (bytes[q] ?? 0) - zero : -1;
      while (digit >= 0 && digit <= 9 && decimal <= MAX_CODE_POINT) {
        decimal = decimal * 10 + digit;
        digit = (bytes[++q] ?? 0) - zero;
      }
      if (bytes[q] === semicolon && q > p + 2 && q < end && decimal <= MAX_CODE_POINT) {
        out = writeCodePoint(target, out, decimal);
        p = q + 1;
        continue;
      }
      const stop = findSemicolon(bytes, p, end);
      const code = stop < 0 ? -1 : entityCode(bytes, p + 1, stop);
      if (code >= 0) {
        out = writeCodePoint(target, out, code);
        p = stop + 1;
        continue;
      }
    } else if (byte === underscore) {
      const unit = escapedUnit(bytes, p, end);
      if (unit >= 0) {
        p += 7;
        const low = unit >= 0xd800 && unit <= 0xdbff ? escapedUnit(bytes, p, end) : -1;
        if (low >= 0xdc00 && low <= 0xdfff) {
          p += 7;
          out = writeCodePoint(target, out, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        } else {
          out = writeCodePoint(target, out, unit);
        }
        continue;
      }
    } else if (byte === carriageReturn) {
      target[out++] = lineFeed;
      p += bytes[p + 1] === lineFeed && p + 1 < end ? 2 : 1;
      continue;
    }
    target[out++] = byte;
    p++;
  }
  return out;
}

/** The longest entity is `&#1114111;`. */
function findSemicolon(bytes: Uint8Array, at: number, end: number): number {
  const limit = Math.min(end, at + 12);
  for (let p = at + 2; p < limit; p++) if (bytes[p] === semicolon) return p;
  return -1;
}

function entityCode(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== hash) return namedEntity(bytes, start, end);
  const isHex = bytes[start + 1] === x || bytes[start + 1] === 0x58;
  const first = start + (isHex ? 2 : 1);
  if (first >= end) return -1;
  let code = 0;
  for (let p = first; p < end; p++) {
    const digit = hexDigit(bytes[p] ?? 0);
    if (digit < 0 || (!isHex && digit > 9)) return -1;
    code = code * (isHex ? 16 : 10) + digit;
  }
  return code > MAX_CODE_POINT ? REPLACEMENT : code;
}

function namedEntity(bytes: Uint8Array, start: number, end: number): number {
  switch (String.fromCharCode(...bytes.subarray(start, end))) {
    case 'amp':
      return ampersand;
    case 'lt':
      return lessThan;
    case 'gt':
      return greaterThan;
    case 'quot':
      return doubleQuote;
    case 'apos':
      return singleQuote;
    default:
      return -1;
  }
}

/** The UTF-16 unit of `_xHHHH_` at `at`, or -1. */
function escapedUnit(bytes: Uint8Array, at: number, end: number): number {
  if (at + 7 > end || bytes[at] !== underscore || bytes[at + 1] !== x) return -1;
  if (bytes[at + 6] !== underscore) return -1;
  let unit = 0;
  for (let p = at + 2; p < at + 6; p++) {
    const digit = hexDigit(bytes[p] ?? 0);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

function writeCodePoint(target: Uint8Array, at: number, stated: number): number {
  const code = stated >= 0xd800 && stated <= 0xdfff ? REPLACEMENT : stated;
  if (code < 0x80) {
    target[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    target[at] = 0xc0 | (code >> 6);
    target[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    target[at] = 0xe0 | (code >> 12);
    target[at + 1] = 0x80 | ((code >> 6) & 0x3f);
    target[at + 2] = 0x80 | (code & 0x3f);
    return at + 3;
  }
  target[at] = 0xf0 | (code >> 18);
  target[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  target[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  target[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}
