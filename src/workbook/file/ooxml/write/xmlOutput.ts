/**
 * Worksheet XML written straight as bytes. A sheet of a million rows is hundreds of megabytes of
 * markup: one string per cell would cost more than everything else together.
 */
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
export function reserve(out: XmlOutput, count: number): void {
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

/** Markup of any length, a chunk at a time, after what was written before. */
export function* markupChunks(
  out: XmlOutput,
  markup: string,
): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < markup.length;) {
    let end = Math.min(at + CHUNK_BYTES, markup.length);
    const last = markup.charCodeAt(end - 1);
    // The halves of a pair must not come to different calls of the encoder.
    if (end < markup.length && last >= 0xd800 && last <= 0xdbff) end--;
    putMarkup(out, markup.slice(at, end));
    yield takeChunk(out);
    at = end;
  }
}

/** Writes `value` (below 2^31 × 2) with at least `width` digits; returns the position after. */
export function putDigits(bytes: Uint8Array, at: number, value: number, width: number): number {
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
