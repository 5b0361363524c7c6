/** How two letters or digits of a text stand to each other, from closest to farthest. */
export const Joint = {
  /** Digit after digit. */
  none: 0,
  /** A letter beside a letter or digit. */
  tight: 1,
  /** White space, dashes, brackets, invisible characters between. */
  soft: 2,
  /** A dot between. */
  point: 3,
  /** A comma, slash or apostrophe between. */
  mark: 4,
  /** Anything else between. */
  hard: 5,
} as const;

/** The letters and digits of a text, in ASCII, each with its place and its joint to the one before. */
export interface SignificantChars {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly joints: readonly number[];
}

const SOFT = /[\s\p{Pd}\p{Cf}\p{Cc}\u2212\u00b7\u30fb_()[\]{}<>\u2018\u2019"\u201c\u201d`*#+|]/u;
const MARK = /[,/\\':;\u3001]/;

/**
 * The letters and digits of a text that may hold a number of four digits or more; undefined for any
 * other text. Full-width and mathematical digits count as digits; `*` is a mask, not a joint.
 */
export function significantChars(text: string): SignificantChars | undefined {
  if (!hasDigits(text)) return undefined;
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const joints: number[] = [];
  let between: number = Joint.hard;
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    const code = char.charCodeAt(0);
    const ascii = code < 0x80 ? char : asciiOf(char);
    const kind = kindOf(ascii);
    if (kind === undefined) between = Math.max(between, jointOf(ascii));
    else {
      const previous = plain.slice(-1);
      const isDigits = kind === 'digit' && previous >= '0' && previous <= '9';
      joints.push(between === Joint.none && !isDigits ? Joint.tight : between);
      plain += ascii.toUpperCase();
      starts.push(at);
      ends.push(end);
      between = Joint.none;
    }
    at = end;
  }
  return { text: plain, starts, ends, joints };
}

/** Four digits at least: nothing shorter is ever hidden, and most texts hold fewer. */
function hasDigits(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (code === 0xd835 || (code >= 0xff10 && code <= 0xff19)) digits++;
    if (digits >= 4) return true;
  }
  return false;
}

function asciiOf(char: string): string {
  if (!/[\p{Nd}\p{L}\p{P}]/u.test(char)) return char;
  const normal = char.normalize('NFKC');
  return normal.length === 1 ? normal : char;
}

function kindOf(char: string): 'digit' | 'letter' | undefined {
  if (char >= '0' && char <= '9') return 'digit';
  return /^[A-Za-z]$/.test(char) ? 'letter' : undefined;
}

function jointOf(char: string): number {
  if (char === '*') return Joint.hard;
  if (SOFT.test(char)) return Joint.soft;
  if (char === '.') return Joint.point;
  return MARK.test(char) ? Joint.mark : Joint.hard;
}
