/** A package as a strict XML parser sees it. */
import { JSDOM } from 'jsdom';
import { unzip, type ReadEntry } from '../ooxml-write/memory';

const { DOMParser } = new JSDOM('').window;

export interface PackageView {
  readonly entries: ReadonlyMap<string, ReadEntry>;
  has(path: string): boolean;
  /** Content of a part, to be compared byte for byte. */
  bytes(path: string): string;
  /** @throws where the part is missing or is not well-formed. */
  xml(path: string): Element;
  /** Paths of the parts that a part refers to by relationships of a kind, in their order. */
  targets(path: string, kind: string): string[];
  /** Path of the part of the sheet that is called so. */
  sheet(name: string): string;
}

export function viewPackage(file: Uint8Array): PackageView {
  const entries = unzip(file);
  const parsed = new Map<string, Element>();

  function xml(path: string): Element {
    const known = parsed.get(path);
    if (known !== undefined) return known;
    const entry = entries.get(path);
    if (entry === undefined) throw new Error(`There is no part ${path}.`);
    const root = parseStrictly(entry.text);
    parsed.set(path, root);
    return root;
  }

  function relationships(path: string): Element[] {
    const rels = path.replace(/([^/]*)$/, '_rels/$1.rels');
    return entries.has(rels) ? all(xml(rels), 'Relationship') : [];
  }

  function targets(path: string, kind: string): string[] {
    return relationships(path)
      .filter((item) => item.getAttribute('Type')?.endsWith(`/${kind}`) === true)
      .map((item) => resolve(path, item.getAttribute('Target') ?? ''));
  }

  function sheet(name: string): string {
    const workbook = 'xl/workbook.xml';
    const found = all(xml(workbook), 'sheet').find((item) => item.getAttribute('name') === name);
    const id = found === undefined ? '' : referenceOf(found);
    const target = relationships(workbook).find((item) => item.getAttribute('Id') === id);
    if (target === undefined) throw new Error(`There is no sheet ${name}.`);
    return resolve(workbook, target.getAttribute('Target') ?? '');
  }

  const has = (path: string) => entries.has(path);
  const bytes = (path: string) => entries.get(path)?.content.toString('base64') ?? '';
  return { entries, has, bytes, xml, targets, sheet };
}

/** The root of an XML text. @throws where a strict parser refuses it. */
function parseStrictly(text: string): Element {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const error = document.getElementsByTagName('parsererror')[0];
  if (error !== undefined) throw new Error(`Not well-formed: ${error.textContent.slice(0, 200)}`);
  return document.documentElement;
}

/** The elements of that local name below `parent`, in document order. */
export function all(parent: Element, local: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', local)];
}

export function first(parent: Element, local: string): Element {
  const [found] = all(parent, local);
  if (found === undefined) throw new Error(`There is no ${local}.`);
  return found;
}

/** The `r:id` of an element. */
function referenceOf(element: Element): string {
  return (
    [...element.attributes].find(({ localName, prefix }) => localName === 'id' && prefix !== null)
      ?.value ?? ''
  );
}

/** An element as text, attributes in alphabetic order, without the ids that may be chosen anew. */
export function plain(element: Element): string {
  const attributes = [...element.attributes]
    .filter(
      ({ name, namespaceURI }) =>
        !CHOSEN.test(name) && !(namespaceURI ?? '').endsWith('/relationships'),
    )
    .map(({ name, value }) => ` ${name}="${value}"`)
    .sort();
  const content = [...element.childNodes].map((node) =>
    node.nodeType === node.ELEMENT_NODE ? plain(node as Element) : (node.nodeValue ?? ''),
  );
  return `<${element.localName}${attributes.join('')}>${content.join('').trim()}</>`;
}

const CHOSEN = /^(?:xmlns(?::.*)?|xr:uid)$/;

function resolve(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}
