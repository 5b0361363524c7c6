/** A ledger's worksheet with the content of its untouched copy and its own parts. */
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import type { ScannedSheet } from '../scannedSheet';
import {
  isUnshared,
  notesReference,
  originalHead,
  referencePrefix,
  refersToPart,
} from './originalFrame';
import { editRelationships, relationshipsXml, type NewRelationship } from './packageEdits';
import { createIds } from './partNames';
import { commentsOf, restoreComments } from './restoredComments';
import type { CopyOfLedger } from './restoreXlsx';
import { restoreTable, type KnownTable } from './tableParts';
import { TAIL_ORDER } from './tailOrder';
import type { WorkbookParts } from './workbookParts';
import { applyEdits, attributeEdits, removal } from './xmlEdits';
import {
  attributeOf,
  childElements,
  elementsBetween,
  findElements,
  rootElement,
  type XmlElement,
} from './xmlTags';
import { escapeAttribute } from './xmlText';

export interface RestoredSheet {
  /** The ledger's part. */
  readonly path: string;
  /** Where the rows come from. */
  readonly copy: ScannedSheet;
  readonly head: string;
  readonly tail: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Parts that get the content of another one, by name. */
  readonly copies: ReadonlyMap<string, string>;
  /** Parts of the copy that the ledger takes over. */
  readonly kept: readonly string[];
  /** Parts of the ledger that go. */
  readonly gone: readonly string[];
}

export async function restoreSheet(
  parts: WorkbookParts,
  sheets: readonly ScannedSheet[],
  { copy, ledger }: CopyOfLedger,
  state: {
    readonly isActive: boolean;
    readonly tables: readonly KnownTable[];
  },
): Promise<RestoredSheet> {
  const find = (path: string | undefined): ScannedSheet => {
    const found = sheets.find(({ partPath }) => partPath === path);
    if (found === undefined) throw new Error('A worksheet was not scanned.');
    return found;
  };
  const from = find(copy.partPath);
  const to = find(ledger?.partPath);
  const texts = new Map<string, string>();
  const copies = new Map<string, string>();
  const kept: string[] = [];
  const own = await readRelationships(parts, to.partPath);
  const others = await readRelationships(parts, from.partPath);

  for (const { type, target } of own.internal) {
    const name = parts.find(target);
    if (type !== 'table' || name === undefined) continue;
    const xml = await parts.readXml(name);
    const restored = restoreTable(xml, state.tables);
    if (restored !== xml) texts.set(name, restored);
  }

  const isLink = (id: string): boolean => own.links.has(id);
  const notes = await restoreComments(parts, {
    own: commentsOf(own.internal, notesReference(to)),
    copied: commentsOf(others.internal, notesReference(from)),
  });
  const dropped = new Set([...own.links.keys(), ...notes.dropped]);
  const taken = new Set([...own.ids].filter((id) => !dropped.has(id) && !isLink(id)));
  const freshId = createIds(new Set([...own.ids, ...others.ids]));
  const idFor = (id: string): string => {
    const free = taken.has(id) ? freshId() : id;
    taken.add(free);
    return free;
  };

  const links = new Map([...others.links].map(([id, link]) => [id, { ...link, id: idFor(id) }]));
  const added: NewRelationship[] = [];
  for (const [name, text] of notes.texts) texts.set(name, text);
  for (const [name, source] of notes.copies) copies.set(name, source);
  for (const { type, target } of notes.moved) {
    const id = idFor(freshId());
    added.push({ id, type: others.typeOf(type), target: `/${target}` });
    kept.push(target);
    const ownParts = parts.find(relationshipsPathOf(target));
    if (ownParts !== undefined) kept.push(ownParts);
  }
  const movedNotes = added.find(({ type }) => type.endsWith('/vmlDrawing'))?.id;
  const linkXml = [...links.values()].map((link) =>
    link.xml.replace(ID, ` Id="${escapeAttribute(link.id)}"`),
  );
  const base = own.xml ?? relationshipsXml([]);
  const edited = editRelationships(base, { removed: dropped, added });
  const end = edited.lastIndexOf('</');
  const relationships =
    end < 0 || linkXml.length === 0
      ? edited
      : edited.slice(0, end) + linkXml.join('') + edited.slice(end);
  if (own.xml !== undefined || added.length + links.size > 0) {
    texts.set(own.path, relationships);
  }

  return {
    path: to.partPath,
    copy: from,
    head: restoredHead(from.head, to.head, state.isActive),
    tail: restoredTail(from, to, { links, movedNotes, ownNotes: !notes.movesBoxes }),
    texts,
    copies,
    kept,
    gone: notes.gone,
  };
}

const ID = /\sId\s*=\s*(?:"[^"]*"|'[^']*')/;

async function readRelationships(parts: WorkbookParts, sheetPath: string) {
  const standard = relationshipsPathOf(sheetPath);
  const path = parts.find(standard);
  const xml = path === undefined ? undefined : await parts.readXml(path);
  const root = xml === undefined ? undefined : rootElement(xml);
  const elements = xml === undefined || root === undefined ? [] : childElements(xml, root);
  const facts = elements.map((element) => ({
    id: attributeOf(xml ?? '', element, 'Id') ?? '',
    type: attributeOf(xml ?? '', element, 'Type') ?? '',
    isExternal: attributeOf(xml ?? '', element, 'TargetMode') === 'External',
    xml: (xml ?? '').slice(element.start, element.end),
  }));
  return {
    path: path ?? standard,
    xml,
    ids: new Set(facts.map(({ id }) => id)),
    internal: xml === undefined ? [] : parseRelationships(xml, sheetPath, standard),
    links: new Map(
      facts
        .filter(({ type, isExternal }) => isExternal && type.endsWith('/hyperlink'))
        .map((fact) => [fact.id, fact]),
    ),
    typeOf: (local: string) => facts.find(({ type }) => type.endsWith(`/${local}`))?.type ?? local,
  };
}

/** The copy's head under the ledger's code name, by which macros know it. */
function restoredHead(from: string, to: string, isActive: boolean): string {
  const head = originalHead(from, { select: isActive });
  const owner = findElements(to, 'sheetPr', 0, to.length)[0];
  const codeName = owner && attributeOf(to, owner, 'codeName');
  if (codeName === undefined) return head;
  const properties = findElements(head, 'sheetPr', 0, head.length)[0];
  if (properties !== undefined) {
    return applyEdits(head, attributeEdits(head, properties, { codeName }));
  }
  const root = findElements(head, 'worksheet', 0, head.length)[0];
  if (root === undefined) return head;
  const prefix = root.name.slice(0, -'worksheet'.length);
  const text = `<${prefix}sheetPr codeName="${escapeAttribute(codeName)}"/>`;
  return applyEdits(head, [{ start: root.tagEnd, end: root.tagEnd, text }]);
}

/** The copy's elements, and the ledger's own that the copy could not share. */
function restoredTail(
  from: ScannedSheet,
  to: ScannedSheet,
  options: {
    readonly links: ReadonlyMap<string, { readonly id: string }>;
    readonly movedNotes: string | undefined;
    /** Whether the ledger keeps its own drawing of comments. */
    readonly ownNotes: boolean;
  },
): string {
  const prefix = referencePrefix(from.head);
  const taken: { readonly local: string; readonly xml: string }[] = [];
  for (const element of topElements(from.tail)) {
    const { local } = element;
    if (local === 'legacyDrawing') {
      if (options.ownNotes || options.movedNotes === undefined) continue;
      const change = { [`${prefix}id`]: options.movedNotes };
      taken.push({ local, xml: edited(from.tail, element, change) });
    } else if (local === 'hyperlinks') {
      taken.push({ local, xml: linksXml(from.tail, element, prefix, options.links) });
    } else if (local === 'pageSetup') {
      taken.push({ local, xml: edited(from.tail, element, { [`${prefix}id`]: printerOf(to) }) });
    } else if (local !== 'tableParts' && local !== 'drawing') {
      taken.push({ local, xml: from.tail.slice(element.start, element.end) });
    }
  }
  const ownPrefix = referencePrefix(to.head);
  const extensions: string[] = [];
  for (const element of topElements(to.tail)) {
    const { local } = element;
    if (local === 'extLst') {
      for (const child of childElements(to.tail, element)) {
        if (refersToPart(to.tail, child, ownPrefix)) {
          extensions.push(to.tail.slice(child.start, child.end));
        }
      }
    } else if (local === 'legacyDrawing' && !options.ownNotes) continue;
    else if (isUnshared(to.tail, element, ownPrefix)) {
      taken.push({ local, xml: to.tail.slice(element.start, element.end) });
    }
  }
  const rank = ({ local }: { readonly local: string }): number => TAIL_ORDER.indexOf(local);
  const list = taken.find(({ local }) => local === 'extLst');
  const close = /<\/[^<]*$/.exec(list?.xml ?? '');
  const others = taken.filter((item) => item !== list).sort((a, b) => rank(a) - rank(b));
  const p = from.prefix;
  const tailExtensions =
    list !== undefined && close !== null
      ? list.xml.slice(0, close.index) + extensions.join('') + close[0]
      : extensions.length > 0
        ? `<${p}extLst>${extensions.join('')}</${p}extLst>`
        : (list?.xml ?? '');
  return (
    `</${p}sheetData>${others.map(({ xml }) => xml).join('')}${tailExtensions}` +
    from.tail.slice(from.tail.lastIndexOf('</'))
  );
}

/** The relationship id of the sheet's printer settings, which a copy does not share. */
function printerOf({ head, tail }: ScannedSheet): string | undefined {
  const setup = topElements(tail).find(({ local }) => local === 'pageSetup');
  return setup && attributeOf(tail, setup, `${referencePrefix(head)}id`);
}

function topElements(tail: string): XmlElement[] {
  return elementsBetween(tail, tail.indexOf('>') + 1, tail.length);
}

function edited(
  xml: string,
  element: XmlElement,
  change: Record<string, string | undefined>,
): string {
  const source = xml.slice(element.start, element.end);
  const copy = rootElement(source);
  return copy === undefined ? source : applyEdits(source, attributeEdits(source, copy, change));
}

function linksXml(
  xml: string,
  list: XmlElement,
  prefix: string,
  links: ReadonlyMap<string, { readonly id: string }>,
): string {
  const source = xml.slice(list.start, list.end);
  const root = rootElement(source);
  if (root === undefined) return source;
  const edits = childElements(source, root).flatMap((link) => {
    const id = attributeOf(source, link, `${prefix}id`);
    if (id === undefined) return [];
    const target = links.get(id);
    if (target === undefined) return [removal(link)];
    return target.id === id ? [] : attributeEdits(source, link, { [`${prefix}id`]: target.id });
  });
  return applyEdits(source, edits);
}
