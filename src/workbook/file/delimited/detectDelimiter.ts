/** Byte of a delimiter, and the bytes at the start of the text that are not data (`sep=;`). */
export interface DelimiterGuess {
  readonly delimiter: number;
  readonly skip: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const COMMA = 0x2c;
const TAB = 0x09;

/** In the order of preference where two fit equally well: decimal commas make commas the last. */
const CANDIDATES = [0x1f, 0x01, TAB, 0x7c, 0x5e, 0x3b, COMMA];
const MAX_LINES = 500;

/**
 * The delimiter of a text, from its first lines: the candidate that most lines hold the same number
 * of times, title lines without any notwithstanding. `sep=` in the first line decides at once.
 * Characters inside quotes do not count, nor do the commas of `1,234.56`, nor tabs that pad a value
 * beside another delimiter. A comma where nothing fits.
 */
export function detectDelimiter(head: Uint8Array): DelimiterGuess {
  const declared = declaredDelimiter(head);
  if (declared !== undefined) return declared;
  const lines = countPerLine(head);
  let best = { delimiter: COMMA, score: 0 };
  for (const [candidate, delimiter] of CANDIDATES.entries()) {
    const score = evenness(lines.map((counts) => counts[candidate] ?? 0));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

function declaredDelimiter(head: Uint8Array): DelimiterGuess | undefined {
  const start = String.fromCharCode(...head.subarray(0, 12));
  const match = /^"?sep=([^\r\n\u0080-\u00ff])"?(?:\r\n|\r|\n|$)/i.exec(start);
  if (match?.[1] === undefined) return undefined;
  return { delimiter: match[1].charCodeAt(0), skip: match[0].length };
}

/** Per line that is not blank: how often each candidate delimits. */
function countPerLine(head: Uint8Array): number[][] {
  const lines: number[][] = [];
  let counts = CANDIDATES.map(() => 0);
  let isBlank = true;
  let isQuoted = false;
  let lineStart = 0;
  for (let at = 0; at < head.length && lines.length < MAX_LINES; at++) {
    const byte = head[at] ?? 0;
    if (isQuoted && byte !== QUOTE) {
      // A quote left open for long is a stray one: go on behind its own line.
      if (at - lineStart < 4096) continue;
      isQuoted = false;
    }
    if (byte === QUOTE) {
      isBlank = false;
      if (isQuoted) isQuoted = false;
      else isQuoted = at === lineStart || isCandidate(head[at - 1]) || head[at - 1] === QUOTE;
    } else if (byte === LF || byte === CR) {
      if (!isBlank) lines.push(counts);
      counts = CANDIDATES.map(() => 0);
      isBlank = true;
      lineStart = at + 1;
    } else {
      if (byte > 0x20) isBlank = false;
      const candidate = CANDIDATES.indexOf(byte);
      if (candidate >= 0 && !isContent(head, at)) counts[candidate] = (counts[candidate] ?? 0) + 1;
    }
  }
  // The last line may be cut off by the end of the head.
  if (!isBlank && lines.length < 3) lines.push(counts);
  return lines;
}

function isCandidate(byte: number | undefined): boolean {
  return byte !== undefined && CANDIDATES.includes(byte);
}

/** True for a comma that groups thousands and for a tab that pads a value. */
function isContent(head: Uint8Array, at: number): boolean {
  const before = head[at - 1];
  const after = head[at + 1];
  if (head[at] === TAB) {
    return [before, after].some((byte) => byte !== TAB && isCandidate(byte));
  }
  if (head[at] !== COMMA || !isDigit(before)) return false;
  const groups = [1, 2, 3].every((offset) => isDigit(head[at + offset]));
  return groups && !isDigit(head[at + 4]);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The share of lines with the commonest count above 0, squared, times that count. */
function evenness(counts: readonly number[]): number {
  const linesByCount = new Map<number, number>();
  for (const count of counts) {
    if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  }
  let best = 0;
  for (const [count, lines] of linesByCount) {
    best = Math.max(best, (lines / counts.length) ** 2 * count);
  }
  return best;
}
