const ENTITY = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]*));?/gi;

/** The entities that exports use; the rest stays as written. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  yen: '¥',
  middot: '·',
  bull: '•',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  times: '×',
  divide: '÷',
  plusmn: '±',
  minus: '−',
  deg: '°',
  permil: '‰',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  cent: '¢',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
};

/** Text or an attribute's value with its entities decoded. */
export function decodeHtmlEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}

const SPACES = /[\t\r\n\f]| {2}/;

/** Text with white space collapsed as HTML shows it; spaces that do not break are kept. */
export function collapseSpace(raw: string): string {
  const collapsed = SPACES.test(raw) ? raw.replace(/[ \t\r\n\f]+/g, ' ') : raw;
  return decodeHtmlEntities(collapsed);
}

const UNTIDY = /^[ \n]|[ \n]$| {2}| \n|\n /;

/** Collapsed pieces put together: no spaces around line breaks, none at the ends. */
export function trimmedLines(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '');
}
