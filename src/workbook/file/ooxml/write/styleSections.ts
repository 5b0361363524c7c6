/** The lists of a styles part: what it holds stays as written, what is added goes to their end. */
import { appendEdits, applyEdits, attributeEdits, type XmlEdit } from './xmlEdits';
import { childElements, findChild, prefixOf, rootElement, type XmlElement } from './xmlTags';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';

/** In the order of the schema; a missing one is inserted after those before it. */
const SECTIONS = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
] as const;
type SectionName = (typeof SECTIONS)[number];

export interface StyleSections {
  /** Prefix of the part's elements with its colon, or empty. */
  readonly prefix: string;
  /** The elements of a list as text; by index as other lists refer to them. */
  items(name: SectionName): readonly string[];
  /** The index of an element, which is appended unless the list has one of the same text. */
  indexOf(name: SectionName, item: string): number;
  toXml(): string;
}

interface Section {
  readonly element: XmlElement | undefined;
  readonly items: string[];
  readonly known: number;
}

export function createStyleSections(xml: string): StyleSections {
  const root = rootElement(xml);
  const prefix = root === undefined ? '' : prefixOf(root.name);
  const sections = new Map(SECTIONS.map((name) => [name, readSection(xml, root, name)]));

  function items(name: SectionName): string[] {
    return sections.get(name)?.items ?? [];
  }

  function indexOf(name: SectionName, item: string): number {
    const list = items(name);
    // What an empty list means by its first entries is not what ours would mean.
    if (list.length === 0) list.push(...firstItems(name, prefix));
    const existing = list.indexOf(item);
    return existing >= 0 ? existing : list.push(item) - 1;
  }

  function toXml(): string {
    if (root === undefined) return xml;
    const edits: XmlEdit[] = [];
    let insertAt = root.tagEnd;
    for (const [name, section] of sections) {
      const { element, known } = section;
      const added = section.items.slice(known).join('');
      const count = String(section.items.length);
      if (element !== undefined) {
        insertAt = element.end;
        if (added === '') continue;
        edits.push(...attributeEdits(xml, element, { count }));
        edits.push(...appendEdits(element, added));
      } else if (added !== '') {
        const tag = prefix + name;
        const text = `<${tag} count="${count}">${added}</${tag}>`;
        edits.push({ start: insertAt, end: insertAt, text });
      }
    }
    return applyEdits(xml, edits);
  }

  return { prefix, items, indexOf, toXml };
}

function readSection(xml: string, root: XmlElement | undefined, name: SectionName): Section {
  const element = root === undefined ? undefined : findChild(xml, root, name);
  if (element === undefined) return { element, items: [], known: 0 };
  const items = childElements(xml, element).map((child) => xml.slice(child.start, child.end));
  return { element, items, known: items.length };
}

const CALIBRI = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** What stands first in every workbook's list; index 0 is what nothing else is said for. */
function firstItems(name: SectionName, p: string, font = CALIBRI): string[] {
  const xf = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';
  switch (name) {
    case 'numFmts':
      return [];
    case 'fonts':
      return [`<${p}font>${font.replaceAll('<', `<${p}`)}</${p}font>`];
    case 'fills':
      return ['none', 'gray125'].map(
        (pattern) => `<${p}fill><${p}patternFill patternType="${pattern}"/></${p}fill>`,
      );
    case 'borders': {
      const sides = ['left', 'right', 'top', 'bottom', 'diagonal'];
      return [`<${p}border>${sides.map((side) => `<${p}${side}/>`).join('')}</${p}border>`];
    }
    case 'cellStyleXfs':
      return [`<${p}xf ${xf}/>`];
    case 'cellXfs':
      return [`<${p}xf ${xf} xfId="0"/>`];
    case 'cellStyles':
      return [`<${p}cellStyle name="Normal" xfId="0" builtinId="0"/>`];
    case 'dxfs':
      return [];
  }
}

/** A styles part with the one format that every workbook has; `font` is the font's content. */
export function emptyStyles(vocabulary: Vocabulary, font?: string): string {
  const lists = SECTIONS.map((name) => {
    const items = firstItems(name, '', font);
    const count = String(items.length);
    return items.length === 0 ? '' : `<${name} count="${count}">${items.join('')}</${name}>`;
  });
  return (
    `${XML_DECLARATION}<styleSheet xmlns="${vocabulary.main}">` + `${lists.join('')}</styleSheet>`
  );
}
