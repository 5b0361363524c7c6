import { maskRuns } from './maskRuns';
import type { MaskWords } from './maskWords';
import type { Scope } from './secret';
import { mapAttributes } from './tokenText';
import { type XmlToken, xmlTokens } from './xmlTokens';

/** The shared strings of the copy: those alone that its cells use, as each of them may show it. */
export interface SharedTexts {
  /** The new index of a shared string for a cell of that scope. */
  use(index: number, scope: Scope, words: MaskWords): number;
  /** The part, once all sheets are written. */
  parts(): Generator<string, void, undefined>;
}

/** Collects what cells use of the source's shared strings, given as the part's text. */
export function createSharedTexts(xml: string): SharedTexts {
  const { root, items } = splitItems(xml);
  const used: string[] = [];
  const places = new Map<string, number>();

  return {
    use(index, scope, words) {
      const place = `${scope}${words.withoutPhones === true ? '-' : '+'}${String(index)}`;
      const known = places.get(place);
      if (known !== undefined) return known;
      const item = items[index] ?? '<si><t/></si>';
      const masked = maskItem(item, scope, words);
      // Where nothing is hidden, one string serves all scopes.
      const shared = masked === item ? `=${String(index)}` : `${place}=`;
      const position = places.get(shared) ?? used.push(masked) - 1;
      places.set(shared, position);
      places.set(place, position);
      return position;
    },
    *parts() {
      yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
      yield mapAttributes(root, (name, value) =>
        name === 'count' || name === 'uniqueCount' ? undefined : value,
      ).replace(/\s*\/?>$/, '>');
      yield* used;
      yield root.raw.replace(/^<([^\s/>]+)[\s\S]*$/, '</$1>');
    },
  };
}

function maskItem(item: string, scope: Scope, words: MaskWords): string {
  const tokens = xmlTokens(item);
  const masked = maskRuns(tokens, scope, words);
  return masked === tokens ? item : masked.map(({ raw }) => raw).join('');
}

function splitItems(xml: string): { readonly root: XmlToken; readonly items: readonly string[] } {
  let root: XmlToken = { kind: 'open', raw: '<sst>', name: 'sst' };
  const items: string[] = [];
  let open: string[] | undefined;
  for (const token of xmlTokens(xml)) {
    if (open !== undefined) {
      open.push(token.raw);
      if (token.kind === 'close' && token.name === 'si') {
        items.push(open.join(''));
        open = undefined;
      }
    } else if (token.name === 'si' && token.kind === 'open') open = [token.raw];
    else if (token.name === 'si' && token.kind === 'empty') items.push(token.raw);
    else if (token.name === 'sst') root = token.kind === 'close' ? root : token;
  }
  return { root, items };
}
