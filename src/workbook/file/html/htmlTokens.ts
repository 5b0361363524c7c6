/** What a scan reports, in document order. */
export interface HtmlHandler {
  /** A start tag; `name` is in lower case, `attributes` is what stands behind it, verbatim. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities not decoded. */
  text(raw: string): void;
  /** The content of a `<style>` element. */
  style(css: string): void;
}

/** Elements whose content is not markup, none of which is shown in a cell, and their ends. */
const RAW: Readonly<Record<string, RegExp>> = {
  script: /<\/script[\s>]/gi,
  style: /<\/style[\s>]/gi,
  title: /<\/title[\s>]/gi,
  noscript: /<\/noscript[\s>]/gi,
  xml: /<\/xml[\s>]/gi,
};
const COMMENT_END = /-->/g;

const Code = {
  space: 0x20,
  doubleQuote: 0x22,
  singleQuote: 0x27,
  slash: 0x2f,
  equals: 0x3d,
  greaterThan: 0x3e,
  a: 0x61,
  z: 0x7a,
} as const;

/**
 * Reports the tags and texts of an HTML document, however badly formed. Comments (also conditional
 * ones), scripts and processing instructions are skipped, `>` inside a quoted value does not end a
 * tag, and a `<` that begins no tag is text.
 */
export function scanHtml(html: string, handler: HtmlHandler): void {
  const search = createSearch(html);
  let textStart = 0;
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    const isEnd = html[start + 1] === '/';
    const nameStart = isEnd ? start + 2 : start + 1;
    const nameEnd = endOfName(html, nameStart);
    const hasName = nameEnd > nameStart;
    if (!hasName && !isDeclaration(html, start)) {
      at = start + 1;
      continue;
    }
    if (start > textStart) handler.text(html.slice(textStart, start));
    if (!hasName) {
      at = endOfDeclaration(html, start, search);
    } else {
      const end = endOfTag(html, nameEnd);
      at = Math.min(html.length, end + 1);
      const lower = html.slice(nameStart, nameEnd).toLowerCase();
      if (isEnd) handler.close(lower);
      else handler.open(lower, html.slice(nameEnd, end));
      const rawEnd = isEnd || html[end - 1] === '/' ? undefined : RAW[lower];
      const close = rawEnd === undefined ? -1 : search(rawEnd, at);
      if (close >= 0) {
        if (lower === 'style') handler.style(html.slice(at, close));
        at = close;
      }
    }
    textStart = at;
  }
  if (textStart < html.length) handler.text(html.slice(textStart));
}

function isDeclaration(html: string, start: number): boolean {
  return ['!', '?', '/'].includes(html[start + 1] ?? '');
}

function endOfDeclaration(html: string, start: number, search: Search): number {
  if (html.startsWith('<!--', start)) {
    const close = search(COMMENT_END, start + 2);
    if (close >= 0) return close + 3;
  }
  const close = html.indexOf('>', start);
  return close < 0 ? html.length : close + 1;
}

/** Position of the `>` that ends the tag whose name ends at `from`. */
function endOfTag(html: string, from: number): number {
  let isValueNext = false;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === Code.greaterThan) return at;
    if (code === Code.equals) {
      isValueNext = true;
    } else if (isValueNext && (code === Code.doubleQuote || code === Code.singleQuote)) {
      const end = html.indexOf(html.charAt(at), at + 1);
      if (end >= 0) at = end;
      isValueNext = false;
    } else if (code !== Code.space) {
      isValueNext = false;
    }
  }
  return html.length;
}

/** The end of the tag's name that starts at `from`; `from` where none does. */
function endOfName(html: string, from: number): number {
  // Letters in either case differ in one bit.
  const first = html.charCodeAt(from) | 0x20;
  if (!(first >= Code.a && first <= Code.z)) return from;
  let at = from + 1;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= Code.space || code === Code.slash || code === Code.greaterThan) break;
  }
  return at;
}

/** Finds `wanted` from a position on, without searching again and again for what is not there. */
type Search = (wanted: RegExp, from: number) => number;

function createSearch(html: string): Search {
  const missing = new Set<string>();
  return (wanted, from) => {
    if (missing.has(wanted.source)) return -1;
    wanted.lastIndex = from;
    const index = wanted.exec(html)?.index ?? -1;
    if (index < 0) missing.add(wanted.source);
    return index;
  };
}
