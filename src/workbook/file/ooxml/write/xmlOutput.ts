/**
 * Worksheet XML written straight as bytes. A sheet of a million rows is hundreds of megabytes of
 * markup: one string per cell would cost more than everything else together.
 */
import { needsEscape, startsEscape } from './xmlText';

/** A growing run of bytes; only `length` of them are written. */
export interface XmlOutput {
  bytes: Uint8Array;
  /** Of the same bytes. */
  view: DataView;
  length: number;
}

/**
 * Markup that is written often, as the numbers that its bytes make eight at a time: stamping it
 * takes an eighth of the steps of copying it (measured: half the time of a whole sheet). UTF-8 has
 * no eight bytes that make a NaN, the one number that would not keep its bytes.
 */
export interface Stamp {
  readonly words: Float64Array;
  readonly length: number;
}

/** A 1-based row number as the bytes that every cell of the row repeats. */
export interface RowNumber {
  value: number;
  /** Its digits as the word of a {@link Stamp}. */
  word: number;
  count: number;
}

/** Full enough to be worth a call of deflate, small enough to stay in the cache. */
export const CHUNK_BYTES = 1 << 18;
const SLACK = 1 << 14;
const WORD = 8;

/** An empty run with room for one chunk. */
export function createXmlOutput(): XmlOutput {
  const bytes = new Uint8Array(CHUNK_BYTES + SLACK);
  return { bytes, view: new DataView(bytes.buffer), length: 0 };
}

/** What was written since the last call. The bytes are handed over, never reused. */
export function takeChunk(out: XmlOutput): Uint8Array {
  const chunk = out.bytes.subarray(0, out.length);
  setBytes(out, new Uint8Array(CHUNK_BYTES + SLACK));
  out.length = 0;
  return chunk;
}

/** What was written so far, as text; for small pieces. */
export function writtenText(out: XmlOutput): string {
  return new TextDecoder().decode(out.bytes.subarray(0, out.length));
}

/** Makes room for `count` more bytes; the other functions here reserve what they need. */
function reserve(out: XmlOutput, count: number): void {
  if (out.length + count <= out.bytes.length) return;
  const grown = new Uint8Array(Math.max(out.bytes.length * 2, out.length + count));
  grown.set(out.bytes.subarray(0, out.length));
  setBytes(out, grown);
}

function setBytes(out: XmlOutput, bytes: Uint8Array): void {
  out.bytes = bytes;
  out.view = new DataView(bytes.buffer);
}

/** Markup for {@link putStamp}, made once and written often. */
export function stampOf(markup: string): Stamp {
  const bytes = new TextEncoder().encode(markup);
  const padded = new Uint8Array(Math.ceil(bytes.length / WORD) * WORD);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const words = Float64Array.from({ length: padded.length / WORD }, (_, i) =>
    view.getFloat64(i * WORD, true),
  );
  return { words, length: bytes.length };
}

export function putStamp(out: XmlOutput, stamp: Stamp): void {
  const { words, length } = stamp;
  reserve(out, length + WORD);
  stampWords(out.view, out.length, words);
  out.length += length;
}

const ROW_DIGITS = new Uint8Array(WORD);
const ROW_VIEW = new DataView(ROW_DIGITS.buffer);

export function createRowNumber(): RowNumber {
  return { value: 0, word: 0, count: 0 };
}

export function setRowNumber(row: RowNumber, value: number): void {
  ROW_DIGITS.fill(0);
  row.value = value;
  row.count = putDigits(ROW_DIGITS, 0, value, 1);
  row.word = ROW_VIEW.getFloat64(0, true);
}

/** `first`, the row's number and `last` in one go: the start of a cell or row. */
export function putNumbered(out: XmlOutput, first: Stamp, row: RowNumber, last: Stamp): void {
  reserve(out, first.length + last.length + 3 * WORD);
  const { view } = out;
  let at = out.length;
  stampWords(view, at, first.words);
  at += first.length;
  view.setFloat64(at, row.word, true);
  at += row.count;
  stampWords(view, at, last.words);
  out.length = at + last.length;
}

function stampWords(view: DataView, at: number, words: Float64Array): void {
  for (let i = 0; i < words.length; i++) view.setFloat64(at + WORD * i, words[i] ?? 0, true);
}

const ENCODER = new TextEncoder();

/** Markup made elsewhere, as UTF-8. */
export function putMarkup(out: XmlOutput, markup: string): void {
  reserve(out, markup.length * 3);
  out.length += ENCODER.encodeInto(markup, out.bytes.subarray(out.length)).written;
}

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
  if (!isMoney) return putAscii(out, String(value));
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

/** Writes `value` (below 2^31 × 2) with at least `width` digits; returns the position after. */
function putDigits(bytes: Uint8Array, at: number, value: number, width: number): number {
  let count = width;
  for (let limit = 10 ** width; limit <= value; limit *= 10) count++;
  let rest = value | 0;
  for (let i = at + count - 1; i >= at; i--) {
    const next = (rest / 10) | 0;
    bytes[i] = 0x30 + (rest - next * 10);
    rest = next;
  }
  return at + count;
}
