const ENTITY = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi;
const LINE_END = /\r\n?/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * XML text with its entities decoded and its line ends brought to line feeds. Unknown entities
 * stay as written: no document type is read that could define them.
 */
export function decodeEntities(text: string): string {
  const lines = text.includes('\r') ? text.replace(LINE_END, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
      ? '\ufffd'
      : String.fromCodePoint(code);
  });
}
