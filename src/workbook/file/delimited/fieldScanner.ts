/**
 * Where the scanner writes the fields of one column: behind the `used` bytes of `arena`. Only a
 * commit makes a field count, so that a field begun in vain is simply overwritten.
 */
export interface FieldTarget {
  arena: Uint8Array;
  used: number;
  /** Replaces `arena` by a larger one with the same content. */
  grow(): void;
}

export interface FieldSink<T extends FieldTarget> {
  target(column: number): T;
  /** The next `length` bytes (> 0) behind `used` are the field at `row` and `column`. */
  commit(row: number, column: number, target: T, length: number): void;
}

export interface FieldScanner {
  /** Scans the next bytes of the text; `last` closes the last field. */
  push(chunk: Uint8Array, last: boolean): void;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** A quoted field longer than this is taken for a stray quote: no cell holds as much. */
const MAX_QUOTED_BYTES = 4 * 32_767;
const MAX_QUOTED_LINES = 50;

const NEEDS_MORE = -1;
const STRAY_QUOTE = -2;

/**
 * Splits delimited text into fields, byte by byte, without decoding it, and copies each field to
 * its column in the same pass. Works on every encoding whose multi-byte characters contain none of
 * the delimiter, quote, CR, LF and NUL: UTF-8 always, GB18030 for most delimiters. Empty fields
 * are not reported; a line without a field still counts as a row. NUL bytes are dropped.
 *
 * Quotes follow RFC 4180. A quote inside an unquoted field is literal, and text behind a closing
 * quote is kept, as Excel does. An opening quote is taken as literal where believing it would
 * swallow rows: the quote never closes, it spans more than 50 lines or 32,767 characters, or it
 * spans lines and closes in the middle of a field.
 */
export function createFieldScanner<T extends FieldTarget>(
  delimiter: number,
  sink: FieldSink<T>,
): FieldScanner {
  const special = new Uint8Array(256);
  for (const byte of [delimiter, LF, CR, 0]) special[byte] = 1;
  /** The field that the last chunk cut off, then the chunk; kept to spare the allocations. */
  let buffer = new Uint8Array(0);
  let pending = 0;
  let row = 0;
  let column = 0;
  let carriageReturn = false;

  function push(chunk: Uint8Array, last: boolean): void {
    const length = pending + chunk.length;
    if (buffer.length < length) {
      const larger = new Uint8Array(length + 4096);
      larger.set(buffer.subarray(0, pending));
      buffer = larger;
    }
    buffer.set(chunk, pending);
    const done = scan(buffer.subarray(0, length), last);
    buffer.copyWithin(0, done, length);
    pending = length - done;
  }

  /** Scans whole fields; returns where the first unfinished one starts. */
  function scan(bytes: Uint8Array, last: boolean): number {
    const length = bytes.length;
    let at = 0;
    while (at < length) {
      if (carriageReturn) {
        carriageReturn = false;
        if (bytes[at] === LF) {
          at++;
          continue;
        }
      }
      let end = bytes[at] === QUOTE ? quotedField(bytes, at, last) : STRAY_QUOTE;
      if (end === STRAY_QUOTE) end = plainField(bytes, at, last);
      if (end === NEEDS_MORE) return at;
      const terminator = bytes[end] ?? LF;
      if (terminator === delimiter) {
        column++;
      } else {
        row++;
        column = 0;
        carriageReturn = terminator === CR;
      }
      at = end + 1;
    }
    return length;
  }

  /** Reports the unquoted field at `start`; returns the position of its terminator. */
  function plainField(bytes: Uint8Array, start: number, last: boolean): number {
    const length = bytes.length;
    if (start < length && isTerminator(bytes[start] ?? 0)) return start;
    const target = sink.target(column);
    let arena = target.arena;
    let to = target.used;
    let at = start;
    for (;;) {
      const stop = Math.min(length, at + arena.length - to);
      for (; at < stop; at++) {
        const byte = bytes[at] ?? 0;
        if (special[byte] !== 0) break;
        arena[to++] = byte;
      }
      if (at === length || isTerminator(bytes[at] ?? 0)) break;
      if (at < stop) {
        at++;
      } else {
        target.grow();
        arena = target.arena;
      }
    }
    if (at === length && !last) return NEEDS_MORE;
    if (to > target.used) sink.commit(row, column, target, to - target.used);
    return at;
  }

  function isTerminator(byte: number): boolean {
    return special[byte] !== 0 && byte !== 0;
  }

  /** Reports the quoted field at `start`; returns the position of its terminator. */
  function quotedField(bytes: Uint8Array, start: number, last: boolean): number {
    const length = bytes.length;
    const limit = Math.min(length, start + MAX_QUOTED_BYTES);
    let lines = 0;
    let at = start + 1;
    for (; ; at += 2) {
      for (; at < limit && bytes[at] !== QUOTE; at++) {
        if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
      }
      if (lines > MAX_QUOTED_LINES) return STRAY_QUOTE;
      if (at >= limit) return limit < length || last ? STRAY_QUOTE : NEEDS_MORE;
      if (at + 1 === length && !last) return NEEDS_MORE;
      if (bytes[at + 1] !== QUOTE) break;
    }
    const close = at;
    for (at++; at < length && !isTerminator(bytes[at] ?? 0);) at++;
    if (at === length && !last) return NEEDS_MORE;
    if (at > close + 1 && lines > 0) return STRAY_QUOTE;
    copyQuoted(bytes, start + 1, close, at);
    return at;
  }

  /** Reports what is between the quotes, doubled quotes made single, and what is behind them. */
  function copyQuoted(bytes: Uint8Array, start: number, close: number, end: number): void {
    const target = sink.target(column);
    let to = target.used;
    while (target.arena.length - to < end - start) target.grow();
    const { arena } = target;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE && at <= close && (at === close || bytes[++at] !== QUOTE)) continue;
      if (byte !== 0) arena[to++] = byte;
    }
    if (to > target.used) sink.commit(row, column, target, to - target.used);
  }

  return { push };
}
