import { WorkbookFailure } from '../../workbookFailure';
import { decodeEntities } from './decodeEntities';

/** A start tag; `selfClosed` ones have no end tag. */
export interface XmlOpen {
  readonly kind: 'open';
  /** Name without its prefix. */
  readonly name: string;
  /** Namespace URI, strict ones brought to their transitional form; empty where undeclared. */
  readonly namespace: string;
  readonly selfClosed: boolean;
  /**
   * The value of an attribute by its name without prefix, entities decoded. Where the same name
   * stands in several namespaces, the one without prefix wins.
   */
  attribute(name: string): string | undefined;
  /** The attributes' names with their prefixes, in document order. */
  attributeNames(): string[];
}

export type XmlEvent =
  | XmlOpen
  | { readonly kind: 'close'; readonly name: string; readonly namespace: string }
  | { readonly kind: 'text'; readonly text: string };

type Namespaces = ReadonlyMap<string, string>;
type Attribute = readonly [name: string, raw: string];

interface Tag {
  readonly closing: boolean;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly selfClosed: boolean;
  readonly end: number;
}

const CDATA_START = '<![CDATA[';
const OTHER_MARKUP = [
  ['<!--', '-->'],
  ['<?', '?>'],
  [CDATA_START, ']]>'],
] as const;

const TAG = /<(\/?)([^\s<>/="']+)/y;
const ATTRIBUTE = /\s+([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const TAG_END = /\s*(\/?)>/y;
const STRICT = /^http:\/\/purl\.oclc\.org\/ooxml\/(spreadsheetml|drawingml)\/main$/;

/** Namespaces of the elements that are looked for, in their transitional form. */
export const Namespace = {
  spreadsheet: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  packageRelationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  contentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
} as const;

/**
 * The tags and texts of a small XML part, in document order. Entities are the five of XML and
 * numeric ones; a document type declaration is refused, never processed. A fragment may end
 * elements that it did not begin and leave elements open.
 * @throws WorkbookFailure `file.damaged` for what is not XML, with `part`.
 */
export function* xmlEvents(
  xml: string,
  part: string,
  { isFragment = false }: { readonly isFragment?: boolean } = {},
): Generator<XmlEvent, void, undefined> {
  const outer: Namespaces = new Map();
  const scopes: { readonly tag: string; readonly namespaces: Namespaces }[] = [];
  let namespaces = outer;
  for (let at = xml.startsWith('\ufeff') ? 1 : 0; at < xml.length;) {
    const markup = xml.indexOf('<', at);
    const textEnd = markup < 0 ? xml.length : markup;
    if (textEnd > at) yield { kind: 'text', text: decodeEntities(xml.slice(at, textEnd)) };
    if (markup < 0) break;

    const other = readOtherMarkup(xml, markup);
    if (other) {
      at = other.end;
      if (other.text !== '') yield { kind: 'text', text: other.text };
      continue;
    }
    const tag = readTag(xml, markup);
    if (!tag) throw new WorkbookFailure('file.damaged', { part, reason: 'xml' });
    at = tag.end;
    if (tag.closing) {
      yield { kind: 'close', ...resolveName(tag.name, namespaces) };
      const scope = scopes.pop();
      if (scope ? scope.tag !== tag.name : !isFragment) {
        throw new WorkbookFailure('file.damaged', { part, reason: 'xml' });
      }
      namespaces = scope?.namespaces ?? outer;
    } else {
      const { attributes, selfClosed } = tag;
      const inner = declareNamespaces(attributes, namespaces);
      yield {
        kind: 'open',
        ...resolveName(tag.name, inner),
        selfClosed,
        attribute: (name) => findAttribute(attributes, name),
        attributeNames: () => attributes.map(([name]) => name),
      };
      if (!selfClosed) {
        scopes.push({ tag: tag.name, namespaces });
        namespaces = inner;
      }
    }
  }
  if (scopes.length > 0 && !isFragment)
    throw new WorkbookFailure('file.damaged', { part, reason: 'xml' });
}

/** A comment, a processing instruction or a CDATA section, with the text that it stands for. */
function readOtherMarkup(
  xml: string,
  at: number,
): { readonly end: number; readonly text: string } | undefined {
  for (const [start, stop] of OTHER_MARKUP) {
    if (!xml.startsWith(start, at)) continue;
    const end = xml.indexOf(stop, at + start.length);
    if (end < 0) return undefined;
    const text = start === CDATA_START ? xml.slice(at + start.length, end) : '';
    return { end: end + stop.length, text };
  }
  return undefined;
}

function readTag(xml: string, at: number): Tag | undefined {
  TAG.lastIndex = at;
  const start = TAG.exec(xml);
  if (!start) return undefined;
  let end = TAG.lastIndex;
  const attributes: Attribute[] = [];
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(xml);
    if (!found) break;
    end = ATTRIBUTE.lastIndex;
    attributes.push([found[1] ?? '', found[2] ?? found[3] ?? '']);
  }
  TAG_END.lastIndex = end;
  const stop = TAG_END.exec(xml);
  if (!stop) return undefined;
  return {
    closing: start[1] === '/',
    name: start[2] ?? '',
    attributes,
    selfClosed: stop[1] === '/',
    end: TAG_END.lastIndex,
  };
}

function declareNamespaces(attributes: readonly Attribute[], outer: Namespaces): Namespaces {
  let namespaces: Map<string, string> | undefined;
  for (const [name, raw] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    namespaces ??= new Map(outer);
    const uri = decodeEntities(raw);
    namespaces.set(
      name.slice(6),
      uri.replace(STRICT, 'http://schemas.openxmlformats.org/$1/2006/main'),
    );
  }
  return namespaces ?? outer;
}

function resolveName(tag: string, namespaces: Namespaces): { name: string; namespace: string } {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  return { name: tag.slice(colon + 1), namespace: namespaces.get(prefix) ?? '' };
}

function findAttribute(attributes: readonly Attribute[], name: string): string | undefined {
  const found =
    attributes.find(([full]) => full === name) ??
    attributes.find(([full]) => full.slice(full.indexOf(':') + 1) === name);
  return found && decodeEntities(found[1]);
}
