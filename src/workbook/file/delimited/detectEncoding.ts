/** Encodings that bank exports come in; the names are those of `TextDecoder`. */
type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Encoding of a text and the length of its byte order mark. */
export interface EncodingGuess {
  readonly encoding: TextEncodingName;
  readonly bomLength: number;
}

/** Broken sequences allowed per valid one, so that one cut character does not garble a file. */
const TOLERATED_BROKEN_SHARE = 0.01;

/** So many three-byte sequences without a broken one do not come about by chance. */
const CERTAIN_SEQUENCES = 10_000;

/** The encoding that a text's first bytes prove: a byte order mark, or the NULs of UTF-16. */
export function detectMarkedEncoding(head: Uint8Array): EncodingGuess | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', bomLength: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomLength: 2 };
  // The low byte may be 0 too, as that of the common character 一 (U+4E00).
  const nuls = [0, 0];
  const length = Math.min(head.length, 65_536) & ~1;
  for (let at = 0; at < length; at++) {
    if (head[at] === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  if (even + odd < length / 20) return undefined;
  if (odd > 4 * even) return { encoding: 'utf-16le', bomLength: 0 };
  if (even > 4 * odd) return { encoding: 'utf-16be', bomLength: 0 };
  return undefined;
}

/** Tells UTF-8 from GB18030 by the bytes of a whole text, pushed piece by piece. */
export interface Utf8Evidence {
  push(chunk: Uint8Array): void;
  /** True where no continuation could change the answer: the rest need not be read. */
  readonly isCertain: boolean;
  isUtf8(): boolean;
}

/**
 * Counts well-formed and broken UTF-8 sequences. UTF-8 it is if (nearly) none is broken. Texts with
 * two-byte sequences only are taken for GB18030: Chinese in UTF-8 takes three bytes, whereas short
 * GBK texts such as 一女 happen to be well-formed two-byte UTF-8.
 */
export function createUtf8Evidence(): Utf8Evidence {
  let broken = 0;
  let short = 0;
  let long = 0;
  /** Continuation bytes still to come of the sequence that a chunk's end cut off. */
  let expected = 0;
  let lowest = 0x80;
  let highest = 0xbf;
  let isLong = false;

  function push(chunk: Uint8Array): void {
    const length = chunk.length;
    const words = asWords(chunk);
    let at = 0;
    while (at < length) {
      if (expected === 0) {
        at = skipAscii(chunk, words, at);
        if (at < length) begin(chunk[at++] ?? 0);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (byte < lowest || byte > highest) {
        broken++;
        expected = 0;
        continue;
      }
      at++;
      lowest = 0x80;
      highest = 0xbf;
      if (--expected > 0) continue;
      if (isLong) long++;
      else short++;
    }
  }

  function begin(lead: number): void {
    lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    isLong = lead >= 0xe0;
    if (lead >= 0xc2 && lead <= 0xdf) expected = 1;
    else if (lead >= 0xe0 && lead <= 0xef) expected = 2;
    else if (lead >= 0xf0 && lead <= 0xf4) expected = 3;
    else broken++;
  }

  return {
    push,
    get isCertain() {
      return (broken > 100 && broken > long) || (broken === 0 && long > CERTAIN_SEQUENCES);
    },
    isUtf8() {
      const all = broken + (expected > 0 ? 1 : 0);
      if (all > 0) return all <= 1 + long * TOLERATED_BROKEN_SHARE && long > 0;
      return short === 0 || long > 0;
    },
  };
}

function asWords(chunk: Uint8Array): Uint32Array {
  const isAligned = chunk.byteOffset % 4 === 0;
  return new Uint32Array(
    chunk.buffer,
    isAligned ? chunk.byteOffset : 0,
    isAligned ? chunk.length >> 2 : 0,
  );
}

/** Position of the first byte from `at` on that is not ASCII; four at a time where possible. */
function skipAscii(chunk: Uint8Array, words: Uint32Array, at: number): number {
  const length = chunk.length;
  while (at < length && (at & 3) !== 0) {
    if ((chunk[at] ?? 0) >= 0x80) return at;
    at++;
  }
  let word = at >> 2;
  while (word < words.length && ((words[word] ?? 0) & 0x80808080) === 0) word++;
  at = Math.max(at, word << 2);
  while (at < length && (chunk[at] ?? 0) < 0x80) at++;
  return at;
}
