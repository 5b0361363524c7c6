/** Numbers and texts of cells as bytes, without a string or an object for each. */
import { putDigits, reserve, type XmlOutput } from './xmlOutput';
import { needsEscape, startsEscape } from './xmlText';

/** A non-negative integer below 2^53. */
export function putInteger(out: XmlOutput, value: number): void {
  reserve(out, 17);
  if (value >= 1e9) {
    const high = Math.floor(value / 1e9);
    out.length = putDigits(out.bytes, out.length, high, 1);
    out.length = putDigits(out.bytes, out.length, value - high * 1e9, 9);
  } else {
    out.length = putDigits(out.bytes, out.length, value, 1);
  }
}

/** A finite number as JavaScript's shortest text that reads back the same. */
export function putNumber(out: XmlOutput, value: number): void {
  const magnitude = Math.abs(value);
  const cents = Math.round(magnitude * 100);
  // Money: up to fifteen digits, two of them decimals, have one shortest text.
  const isMoney = cents < 1e15 && cents / 100 === magnitude;
  if (!isMoney) {
    putAscii(out, String(value));
    return;
  }
  reserve(out, 32);
  if (value < 0) out.bytes[out.length++] = 0x2d;
  const whole = Math.floor(cents / 100);
  putInteger(out, whole);
  const rest = cents - whole * 100;
  if (rest === 0) return;
  const tens = (rest / 10) | 0;
  const ones = rest - tens * 10;
  out.bytes[out.length++] = 0x2e;
  out.bytes[out.length++] = 0x30 + tens;
  if (ones !== 0) out.bytes[out.length++] = 0x30 + ones;
}

function putAscii(out: XmlOutput, text: string): void {
  reserve(out, text.length);
  for (let i = 0; i < text.length; i++) out.bytes[out.length++] = text.charCodeAt(i);
}

/** A cell's text as `ST_Xstring` content, markup and forbidden characters escaped. */
export function putText(out: XmlOutput, text: string): void {
  const count = text.length;
  // `_xHHHH_` is the longest that one UTF-16 unit becomes.
  reserve(out, count * 7);
  const bytes = out.bytes;
  let at = out.length;
  for (let i = 0; i < count; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x80) {
      if (code === 0x26) at = entity(bytes, at, AMP);
      else if (code === 0x3c) at = entity(bytes, at, LT);
      else if (code === 0x3e) at = entity(bytes, at, GT);
      else if (code === 0x5f && startsEscape(text, i)) at = hexEscape(bytes, at, code);
      else bytes[at++] = code;
    } else if (code >= 0x800 && code < 0xd800) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (needsEscape(text, i)) {
      at = hexEscape(bytes, at, code);
    } else if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0xdc00) {
      const point = 0x10000 + ((code - 0xd800) << 10) + (text.charCodeAt(++i) - 0xdc00);
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    }
  }
  out.length = at;
}

const AMP = '&amp;';
const LT = '&lt;';
const GT = '&gt;';

function entity(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

function hexEscape(bytes: Uint8Array, at: number, code: number): number {
  bytes[at] = 0x5f;
  bytes[at + 1] = 0x78;
  for (let i = 0; i < 4; i++) {
    const digit = (code >> (12 - 4 * i)) & 0xf;
    bytes[at + 2 + i] = digit < 10 ? 0x30 + digit : 0x37 + digit;
  }
  bytes[at + 6] = 0x5f;
  return at + 7;
}
