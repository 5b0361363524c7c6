const LINE_FEED = 0x0a;
const LINE_POINTS = 15;
const PADDING_POINTS = 5;
/** Excel's limit for a row. */
const MAX_POINTS = 409;

/** Width of a text in columns' units: a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += unitWidth(text.charCodeAt(i));
  return width;
}

/** Height of a row in points so that each text fits its column's width when wrapped. */
export function wrappedHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => countLines(text, widths[index] ?? 10));
  return Math.min(MAX_POINTS, Math.max(1, ...lines) * LINE_POINTS + PADDING_POINTS);
}

/** Height of a row of one line. */
export const ONE_LINE_POINTS = LINE_POINTS + PADDING_POINTS;

/** Fonts differ, and a line break in the middle of a word costs room: not all of a width is counted on. */
const USABLE_SHARE = 0.92;

function countLines(text: string, width: number): number {
  const usable = Math.max(2, Math.floor(width * USABLE_SHARE));
  let lines = 0;
  let taken = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text.charCodeAt(i) !== LINE_FEED) {
      taken += unitWidth(text.charCodeAt(i));
      continue;
    }
    lines += Math.max(1, Math.ceil(taken / usable));
    taken = 0;
  }
  return lines;
}

/** Width of a UTF-16 unit; of a pair the first half counts for both. */
function unitWidth(code: number): number {
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  return isWide(code) ? 2 : 1;
}

/** East Asian wide and full-width characters, and the quotation marks that Chinese fonts draw wide. */
function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  return (
    code <= 0x115f ||
    (code >= 0x2018 && code <= 0x201d) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

/** A text cut to a width, with `…` where something is left out. */
export function shortenText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (textWidth(short) + textWidth(character) > width - 1) break;
    short += character;
  }
  return `${short}…`;
}
