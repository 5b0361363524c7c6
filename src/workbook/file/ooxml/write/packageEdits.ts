/** Edits of the parts that list other parts: relationships and content types. */
import { resolvePartPath } from '../partPath';
import { appendEdits, applyEdits, removal } from './xmlEdits';
import { attributeOf, childElements, prefixOf, rootElement } from './xmlTags';
import { escapeAttribute } from './xmlText';
import { XML_DECLARATION } from './vocabulary';

export interface NewRelationship {
  readonly id: string;
  /** Whole URI. */
  readonly type: string;
  /** Relative to the folder of the part that refers. */
  readonly target: string;
}

const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relationships part with some taken out by id and others appended. */
export function editRelationships(
  xml: string,
  change: { readonly removed: ReadonlySet<string>; readonly added: readonly NewRelationship[] },
): string {
  const root = rootElement(xml);
  if (root === undefined) return relationshipsXml(change.added);
  const removed = childElements(xml, root).filter((child) =>
    change.removed.has(attributeOf(xml, child, 'Id') ?? ''),
  );
  const prefix = prefixOf(root.name);
  const added = change.added.map((item) => relationshipXml(item, prefix)).join('');
  return applyEdits(xml, [...removed.map(removal), ...appendEdits(root, added)]);
}

/** A new relationships part. */
export function relationshipsXml(items: readonly NewRelationship[]): string {
  const content = items.map((item) => relationshipXml(item, '')).join('');
  return (
    `${XML_DECLARATION}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}">` +
    `${content}</Relationships>`
  );
}

/** All ids that a relationships part uses, those of external targets included. */
export function relationshipIds(xml: string): Set<string> {
  const root = rootElement(xml);
  const children = root === undefined ? [] : childElements(xml, root);
  return new Set(children.map((child) => attributeOf(xml, child, 'Id') ?? ''));
}

function relationshipXml(item: NewRelationship, prefix: string): string {
  const { id, type, target } = item;
  return (
    `<${prefix}Relationship Id="${escapeAttribute(id)}" Type="${escapeAttribute(type)}"` +
    ` Target="${escapeAttribute(target)}"/>`
  );
}

/** The content types with parts taken out and others given theirs. */
export function editContentTypes(
  xml: string,
  change: { readonly removed: ReadonlySet<string>; readonly added: ReadonlyMap<string, string> },
): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const taken = new Set([...change.removed, ...change.added.keys()].map((path) => pathKey(path)));
  const children = childElements(xml, root);
  const removed = children.filter(
    (child) =>
      child.local === 'Override' && taken.has(pathKey(attributeOf(xml, child, 'PartName') ?? '')),
  );
  const prefix = prefixOf(root.name);
  const hasRels = children.some(
    (child) =>
      child.local === 'Default' && attributeOf(xml, child, 'Extension')?.toLowerCase() === 'rels',
  );
  const rels = hasRels
    ? ''
    : `<${prefix}Default Extension="rels"` +
      ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const added = [...change.added].map(
    ([path, type]) =>
      `<${prefix}Override PartName="/${escapeAttribute(path)}"` +
      ` ContentType="${escapeAttribute(type)}"/>`,
  );
  return applyEdits(xml, [
    ...removed.map(removal),
    { start: root.tagEnd, end: root.tagEnd, text: rels },
    ...appendEdits(root, added.join('')),
  ]);
}

/** Part names are equal whatever their case. */
export function pathKey(path: string): string {
  return resolvePartPath('', path).toLowerCase();
}
