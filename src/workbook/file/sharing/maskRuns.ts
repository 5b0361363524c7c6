import { maskText, removeSecrets } from './maskText';
import type { MaskWords } from './maskWords';
import type { Scope } from './secret';
import { textOf, textToken } from './tokenText';
import type { XmlToken } from './xmlTokens';

/**
 * The tokens of a text that stands in several runs, masked as the one text that a reader sees: a
 * number may go over a change of format. Each run keeps its part. White space between tags is no
 * text where `t` elements hold it; phonetic guides are texts of their own.
 */
export function maskRuns(
  tokens: readonly XmlToken[],
  scope: Scope,
  { find, count, withoutPhones = false }: MaskWords,
): readonly XmlToken[] {
  const { main, phonetic } = textPlaces(tokens);
  const changed = new Map<number, string>();
  for (const places of [main, phonetic]) {
    const texts = places.map((at) => textOf(tokens[at] ?? NO_TEXT));
    const text = texts.join('');
    const secrets = find(text, scope);
    // Two runs side by side may read as one longer number: each is looked at alone as well.
    const alone = texts.length > 1 && texts.some((part) => find(part, scope).length > 0);
    if (secrets.length === 0 && !alone) continue;
    count(secrets);
    if (withoutPhones && secrets.some(({ kind }) => kind === 'phone')) {
      const rest = removeSecrets(text, secrets, 'phone');
      const masked = maskText(rest, find(rest, scope));
      places.forEach((at, i) => changed.set(at, i === 0 ? masked : ''));
      continue;
    }
    const masked = maskText(text, secrets);
    let from = 0;
    places.forEach((at, i) => {
      const length = texts[i]?.length ?? 0;
      const part = masked.slice(from, from + length);
      changed.set(at, texts.length === 1 ? part : maskText(part, find(part, scope)));
      from += length;
    });
  }
  if (changed.size === 0) return tokens;
  return tokens.map((token, at) => {
    const text = changed.get(at);
    return text === undefined ? token : textToken(text);
  });
}

const NO_TEXT: XmlToken = { kind: 'text', raw: '', name: '' };

function textPlaces(tokens: readonly XmlToken[]): {
  readonly main: readonly number[];
  readonly phonetic: readonly number[];
} {
  const main: number[] = [];
  const phonetic: number[] = [];
  const loose: number[] = [];
  let inText = 0;
  let inPhonetic = 0;
  tokens.forEach(({ kind, name }, at) => {
    const step = kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    if (name === 't') inText += step;
    else if (name === 'rPh') inPhonetic += step;
    else if (kind === 'text') {
      if (inText === 0) loose.push(at);
      else if (inPhonetic > 0) phonetic.push(at);
      else main.push(at);
    }
  });
  return { main: main.length + phonetic.length === 0 ? loose : main, phonetic };
}
