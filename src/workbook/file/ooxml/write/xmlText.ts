/** Texts as markup-free XML: what no XML document may hold is escaped Excel's way or dropped. */

/** The longest text an Excel cell holds, in UTF-16 units. */
const CELL_TEXT_LIMIT = 32_767;

/** A text cut to what a cell holds; what was cut ends in an ellipsis. */
export function fitCell(text: string): string {
  if (text.length <= CELL_TEXT_LIMIT) return text;
  const last = text.charCodeAt(CELL_TEXT_LIMIT - 2);
  const split = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, CELL_TEXT_LIMIT - (split ? 2 : 1))}…`;
}

/** Element content; characters that XML forbids are dropped. */
export function escapeText(text: string): string {
  return dropForbidden(text).replace(/[&<>]/g, entityOf);
}

/** The content of a double-quoted attribute; line breaks survive, forbidden characters do not. */
export function escapeAttribute(text: string): string {
  return dropForbidden(text).replace(/[&<>"\t\n\r]/g, entityOf);
}

/**
 * Excel's `ST_Xstring`: forbidden characters as `_xHHHH_`, and a literal `_xHHHH_` with its first
 * underscore escaped. Still to be escaped as content or attribute.
 */
export function toXstring(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5f ? !startsEscape(text, at) : !needsEscape(text, at)) continue;
    result += `${text.slice(from, at)}_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Whether the UTF-16 unit at `at` cannot stand in an XML 1.0 text as itself. */
export function needsEscape(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x20) return code !== 0x09 && code !== 0x0a;
  if (code < 0xd800) return false;
  if (code <= 0xdbff) return !isLowSurrogate(text.charCodeAt(at + 1));
  if (code <= 0xdfff) return at === 0 || !isHighSurrogate(text.charCodeAt(at - 1));
  return code >= 0xfffe;
}

/**
 * Whether the underscore at `at` would be read as the start of an escape: it is followed by `x`,
 * four hex digits and an underscore, be that the text's own or that of an escape to be written.
 */
export function startsEscape(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) !== 0x78) return false;
  for (let i = 2; i < 6; i++) if (!isHexDigit(text.charCodeAt(at + i))) return false;
  const next = at + 6;
  return next < text.length && (text.charCodeAt(next) === 0x5f || needsEscape(text, next));
}

function isHexDigit(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function dropForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function entityOf(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return `&#${String(character.charCodeAt(0))};`;
  }
}
