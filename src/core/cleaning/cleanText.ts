/** Cleaning of texts (SPEC 2, Text and Ids). All functions are idempotent. */

/** BOM, zero-width and bidirectional marks, soft hyphen, C0 and C1 controls but white space. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const WHITE_SPACE = /[\s\u0085]+/g;
const CJK = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** Dots that writers use between the parts of a foreign name: • ‧ ∙ ⋅ ・ ･ and the like. */
const MIDDLE_DOTS = /[\u0387\u2022\u2027\u2219\u22c5\u2e31\u30fb\uff65]/g;

/** The text in NFKC without invisible characters, trimmed, white space collapsed to one space. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(WHITE_SPACE, ' ').trim();
}

/** {@link cleanText}, without any white space where the name has CJK characters; dots become `·`. */
export function cleanName(text: string): string {
  const cleaned = cleanText(text).replace(MIDDLE_DOTS, '·');
  return CJK.test(cleaned) ? cleaned.replace(WHITE_SPACE, '') : cleaned;
}

/** An id as text: no white space, no leading apostrophe, no `.0` of a text export. */
export function cleanId(text: string): string {
  let id = text;
  if (!isPlain(id) || id.includes(' ')) {
    id = id.normalize('NFKC').replace(INVISIBLE, '').replace(WHITE_SPACE, '');
  }
  while (id.startsWith("'") || id.startsWith('`')) id = id.slice(1);
  if (id.includes('.') && /^\d+\.0+$/.test(id)) id = id.slice(0, id.indexOf('.'));
  return id;
}

/** The form in which ids are compared: all-digit ids lose their leading zeros. */
export function idKey(id: string): string {
  if (id.charCodeAt(0) !== 0x30) return id;
  const last = id.length - 1;
  let zeros = 0;
  while (zeros < last && id.charCodeAt(zeros) === 0x30) zeros++;
  for (let i = zeros; i <= last; i++) {
    const code = id.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return id;
  }
  return id.slice(zeros);
}

const PLACEHOLDER = /^(?:[-—–―‐−_/\\]+|null|n\/a|无|none|nan|空)$/i;

/** True for what exports print instead of nothing: `-`, `—`, `null`, `N/A`, `无` … (cleaned text). */
export function isPlaceholder(text: string): boolean {
  return text.length <= 8 && PLACEHOLDER.test(text);
}

/** ASCII and common Chinese characters without white space to trim or collapse: nothing to do. */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0) return true;
  let previous = 0x20;
  for (let i = 0; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7e ? code < 0x4e00 || code > 0x9fff : code < 0x20) return false;
    if (code === 0x20 && previous === 0x20) return false;
    previous = code;
  }
  return previous !== 0x20;
}
