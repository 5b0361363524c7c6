const ESCAPE = /_x([0-9a-f]{4})_/gi;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text with Excel's own escapes `_xHHHH_` decoded; `_x005F_` is an escaped underscore. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(LONE_SURROGATE, '\ufffd');
}
