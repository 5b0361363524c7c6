/** The pieces of an XML part, as written. */
export interface XmlToken {
  readonly kind: 'open' | 'empty' | 'close' | 'text' | 'instruction';
  readonly raw: string;
  /** Of a tag, without its prefix. */
  readonly name: string;
}

export interface XmlTokenizer {
  /** The tokens that are whole now. Comments are left out: nobody sees them, and they may tell. */
  push(chunk: string): XmlToken[];
  /** What is left at the end of the part. */
  end(): XmlToken[];
}

const CDATA = '<![CDATA[';

/** Cuts an XML part into tokens while it streams. A document type declaration is left out. */
export function createXmlTokenizer(): XmlTokenizer {
  let rest = '';

  function take(isLast: boolean): XmlToken[] {
    const tokens: XmlToken[] = [];
    let at = 0;
    while (at < rest.length) {
      const end = rest.charCodeAt(at) === 0x3c ? endOfMarkup(rest, at) : rest.indexOf('<', at);
      if (end < 0) break;
      const token = tokenOf(rest.slice(at, end));
      if (token !== undefined) tokens.push(token);
      at = end;
    }
    rest = rest.slice(at);
    if (isLast && rest !== '') tokens.push({ kind: 'text', raw: rest, name: '' });
    return tokens;
  }

  return {
    push(chunk) {
      rest += chunk;
      return take(false);
    },
    end: () => take(true),
  };
}

/** All tokens of a part that is in memory. */
export function xmlTokens(xml: string): XmlToken[] {
  const tokenizer = createXmlTokenizer();
  return [...tokenizer.push(xml), ...tokenizer.end()];
}

function endOfMarkup(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 0x3f) return after(text, '?>', at + 2);
  if (next !== 0x21) return endOfTag(text, at + 1);
  if (text.length - at < CDATA.length) return -1;
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith(CDATA, at)) return after(text, ']]>', at + CDATA.length);
  return after(text, '>', at + 2);
}

function after(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found < 0 ? -1 : found + closing.length;
}

/** A `>` inside quotes does not end a tag. */
function endOfTag(text: string, from: number): number {
  let end = text.indexOf('>', from);
  for (;;) {
    if (end < 0) return -1;
    const quote = openQuote(text, from, end);
    if (quote === undefined) return end + 1;
    const closing = text.indexOf(quote.char, end);
    if (closing < 0) return -1;
    end = text.indexOf('>', closing);
    if (end >= 0 && openQuote(text, closing + 1, end) === undefined) return end + 1;
    from = closing + 1;
  }
}

function openQuote(text: string, from: number, to: number): { readonly char: string } | undefined {
  let char = '';
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x22 && code !== 0x27) continue;
    const quote = text.charAt(at);
    if (char === '') char = quote;
    else if (char === quote) char = '';
  }
  return char === '' ? undefined : { char };
}

function tokenOf(raw: string): XmlToken | undefined {
  if (raw.charCodeAt(0) !== 0x3c) return { kind: 'text', raw, name: '' };
  const next = raw.charCodeAt(1);
  if (next === 0x3f) return { kind: 'instruction', raw, name: '' };
  if (next === 0x21) return raw.startsWith(CDATA) ? { kind: 'text', raw, name: '' } : undefined;
  const kind = next === 0x2f ? 'close' : raw.charCodeAt(raw.length - 2) === 0x2f ? 'empty' : 'open';
  return { kind, raw, name: localName(raw, next === 0x2f ? 2 : 1) };
}

function localName(raw: string, from: number): string {
  let start = from;
  for (let at = from; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 0x3a) start = at + 1;
    else if (code <= 0x20 || code === 0x2f || code === 0x3e) return raw.slice(start, at);
  }
  return raw.slice(start);
}
