/**
 * Finds elements in the text of a small XML part by position, so that a part can be edited without
 * being rebuilt: whatever is not touched stays as it was written. Tolerant of any prefix, quoting
 * and attribute order; it knows no entities but the five of XML and never reads a DTD.
 */
import { decodeEntities } from '../decodeEntities';

/** An element by its positions in the text it was found in. */
export interface XmlElement {
  /** The name as written, with its prefix. */
  readonly name: string;
  /** The name without its prefix. */
  readonly local: string;
  /** Position of `<`. */
  readonly start: number;
  /** Position after the `>` of the start tag. */
  readonly tagEnd: number;
  /** Position of the end tag's `<`; `tagEnd` for an empty-element tag. */
  readonly contentEnd: number;
  /** Position after the whole element. */
  readonly end: number;
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The elements of `xml` between two positions, not those inside them; stops at a stray end tag. */
export function elementsBetween(xml: string, from: number, to: number): XmlElement[] {
  const found: XmlElement[] = [];
  const open: Tag[] = [];
  for (let tag = nextTag(xml, from, to); tag !== undefined; tag = nextTag(xml, tag.end, to)) {
    if (tag.kind === 'empty') {
      if (open.length === 0) found.push(elementOf(tag, tag.end, tag.end));
    } else if (tag.kind === 'open') {
      open.push(tag);
    } else {
      if (open.length === 0) break;
      const opening = closeTag(open, tag.name)[0];
      if (open.length === 0 && opening !== undefined) {
        found.push(elementOf(opening, tag.start, tag.end));
      }
    }
  }
  return found;
}

/** The root element; undefined where the text holds none. */
export function rootElement(xml: string): XmlElement | undefined {
  return elementsBetween(xml, 0, xml.length)[0];
}

/** The child elements, in order. */
export function childElements(xml: string, parent: XmlElement): XmlElement[] {
  return elementsBetween(xml, parent.tagEnd, parent.contentEnd);
}

/** The first child of that local name. */
export function findChild(xml: string, parent: XmlElement, local: string): XmlElement | undefined {
  return childElements(xml, parent).find((child) => child.local === local);
}

/** Every element of that local name at any depth between two positions, in document order. */
export function findElements(xml: string, local: string, from: number, to: number): XmlElement[] {
  const found: XmlElement[] = [];
  const open: (Tag & { slot: number })[] = [];
  for (let tag = nextTag(xml, from, to); tag !== undefined; tag = nextTag(xml, tag.end, to)) {
    const matches = localName(tag.name) === local;
    if (tag.kind === 'empty') {
      if (matches) found.push(elementOf(tag, tag.end, tag.end));
    } else if (tag.kind === 'open') {
      open.push({ ...tag, slot: matches ? found.length : -1 });
      // Holds the place in document order until the end tag is seen.
      if (matches) found.push(elementOf(tag, tag.end, tag.end));
    } else {
      const opening = closeTag(open, tag.name)[0];
      if (opening === undefined || opening.slot < 0) continue;
      found[opening.slot] = elementOf(opening, tag.start, tag.end);
    }
  }
  return found;
}

/** The element's text content, entities decoded, markup ignored. */
export function textOf(xml: string, element: XmlElement): string {
  return decodeEntities(
    xml
      .slice(element.tagEnd, element.contentEnd)
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<[^>]*>/g, ''),
  );
}

/** An attribute by its name as written (with prefix) or by its local name; decoded. */
export function attributeOf(xml: string, element: XmlElement, name: string): string | undefined {
  const attributes = attributesOf(xml, element);
  const found =
    attributes.find((attribute) => attribute.name === name) ??
    attributes.find((attribute) => localName(attribute.name) === name);
  return found === undefined ? undefined : decodeEntities(found.value);
}

/** An attribute as it stands in the start tag; `value` is not decoded. */
interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  /** From the white space before the name to after the closing quote. */
  readonly start: number;
  readonly end: number;
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** All attributes of the start tag, in order. */
export function attributesOf(xml: string, element: XmlElement): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  const tag = xml.slice(element.start, element.tagEnd);
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const start = element.start + match.index;
    found.push({
      name: match[1] ?? '',
      value: match[2] ?? match[3] ?? '',
      start,
      end: start + match[0].length,
    });
  }
  return found;
}

/** The local part of a qualified name. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The prefix of a qualified name with its colon, or an empty text. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/**
 * Takes the tag that an end tag closes from the open ones, and those inside it that were never
 * closed (VML knows `<br>`). An end tag that closes nothing is passed over.
 */
function closeTag<T extends Tag>(open: T[], name: string): T[] {
  for (let at = open.length - 1; at >= 0; at--) {
    if (open[at]?.name === name) return open.splice(at);
  }
  return [];
}

function elementOf(tag: Tag, contentEnd: number, end: number): XmlElement {
  return {
    name: tag.name,
    local: localName(tag.name),
    start: tag.start,
    tagEnd: tag.end,
    contentEnd,
    end,
  };
}

function nextTag(xml: string, from: number, to: number): Tag | undefined {
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0 || start >= to) return undefined;
    const next = xml.charCodeAt(start + 1);
    if (next === 0x21 || next === 0x3f) {
      at = endOfDeclaration(xml, start);
      continue;
    }
    const end = endOfTag(xml, start);
    if (end > to) return undefined;
    if (next === 0x2f) {
      return { kind: 'close', name: xml.slice(start + 2, end - 1).trim(), start, end };
    }
    const empty = xml.charCodeAt(end - 2) === 0x2f;
    const name = /^[^\s/>]+/.exec(xml.slice(start + 1, Math.min(end, start + 200)))?.[0] ?? '';
    return { kind: empty ? 'empty' : 'open', name, start, end };
  }
}

/** After a comment, CDATA section, processing instruction or declaration. */
function endOfDeclaration(xml: string, start: number): number {
  const closing = xml.startsWith('<!--', start)
    ? '-->'
    : xml.startsWith('<![CDATA[', start)
      ? ']]>'
      : xml.startsWith('<?', start)
        ? '?>'
        : '>';
  const end = xml.indexOf(closing, start + 2);
  return end < 0 ? xml.length : end + closing.length;
}

/** After the `>` that ends a tag; a `>` inside quotes does not. */
function endOfTag(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) {
      quote = code;
    } else if (code === 0x3e) {
      return at + 1;
    }
  }
  return xml.length;
}
