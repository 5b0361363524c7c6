const LINE_POINTS = 15;
const PADDING_POINTS = 5;
/** Excel's limit for a row. */
const MAX_POINTS = 409;

/** Width of a text in columns' units: a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
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
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/** East Asian wide and full-width characters, and the quotation marks that Chinese fonts draw wide. */
function isWide(character: string): boolean {
  const code = character.charCodeAt(0);
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
