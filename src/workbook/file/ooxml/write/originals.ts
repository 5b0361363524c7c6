/** Places untouched copies of ledger sheets in a package: their parts, relationships and names. */
import { parseContentTypes } from '../contentTypes';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import type { OriginalPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import { findActiveTab } from './activeTab';
import { notesReference } from './originalFrame';
import type { OriginalSheet } from './originalSheet';
import { noteShapesOnly } from './commentParts';
import { editRelationships } from './packageEdits';
import type { PartNames } from './partNames';
import type { StyleBook } from './styleBook';
import { tableFacts } from './tableParts';
import { withOtherThreadIds } from './threadIds';
import { ContentType } from './vocabulary';
import type { PackageInput, WorkbookParts } from './workbookParts';
import type { NewTab } from './workbookXml';
import { attributeOf, childElements, rootElement } from './xmlTags';

/** A copy as it is about to be written. */
export interface PlacedOriginal {
  readonly path: string;
  readonly tab: NewTab;
  readonly content: OriginalSheet;
  /** Of its relationships part; undefined where it needs none. */
  readonly relationshipsXml: string | undefined;
  /** New parts by name: those copied from another one, and those with a text of their own. */
  readonly copies: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Content types by path. */
  readonly types: ReadonlyMap<string, string>;
}

export interface OriginalOptions {
  readonly names: PartNames;
  readonly nextId: () => string;
  readonly styles: StyleBook;
  readonly contentTypesXml: string;
  readonly workbookXml: string;
}

/** @throws WorkbookFailure `file.damaged` for parts that cannot be read. */
export async function placeOriginals(
  input: PackageInput,
  options: OriginalOptions,
): Promise<PlacedOriginal[]> {
  const placed: PlacedOriginal[] = [];
  for (const plan of input.plan.originals ?? []) {
    placed.push(await placeOriginal(input, plan, options));
  }
  return placed;
}

async function placeOriginal(
  { parts, sheets }: PackageInput,
  plan: OriginalPlan,
  { names, nextId, styles, contentTypesXml, workbookXml }: OriginalOptions,
): Promise<PlacedOriginal> {
  const listed = parts.sheets.find(({ name }) => name === plan.sheetName);
  const sheet = sheets.find(({ partPath }) => partPath === listed?.partPath);
  if (listed === undefined || sheet === undefined) {
    throw new Error('The plan copies a sheet that the workbook does not have.');
  }
  const { stream } = parts;
  const activeTab = findActiveTab(workbookXml);
  const path = names.next('worksheets/sheet');
  const own = await ownParts(parts, sheet, names, contentTypesXml);
  return {
    path,
    tab: {
      name: plan.copyName,
      role: 'original',
      relationshipId: nextId(),
      visibility: 'hidden',
      copyOf: {
        name: listed.name,
        tab: listed.tab,
        tables: own.tables,
        isActive: listed.tab === activeTab,
      },
    },
    content: {
      sheet,
      context: { prefix: sheet.prefix, styles, date1904: parts.date1904 },
      source: stream && (() => stream(listed.partPath)),
      columnLimit: plan.columnLimit,
      notesId: own.notesId,
    },
    relationshipsXml: own.relationshipsXml,
    copies: own.copies,
    texts: own.texts,
    types: new Map([[path, ContentType.worksheet], ...own.types]),
  };
}

/** What of the parts around a sheet its copy gets: its links, comments and threads of comments. */
async function ownParts(
  parts: WorkbookParts,
  sheet: ScannedSheet,
  names: PartNames,
  contentTypesXml: string,
) {
  const copies = new Map<string, string>();
  const texts = new Map<string, string>();
  const types = new Map<string, string>();
  const tables: string[] = [];
  let notesId: string | undefined;
  const none = { copies, texts, types, tables, notesId, relationshipsXml: undefined };
  const sheetPath = sheet.partPath;
  const relationshipsPath = parts.find(relationshipsPathOf(sheetPath));
  if (relationshipsPath === undefined) return none;
  const xml = await parts.readXml(relationshipsPath);
  const internal = parseRelationships(xml, sheetPath, relationshipsPath);
  const kinds = parseContentTypes(contentTypesXml, '[Content_Types].xml');
  const removed = new Set(internal.map(({ id }) => id));
  const targets = new Map<string, string>();
  const comments = internal.find(({ type }) => type === 'comments');
  const notesReferred = notesReference(sheet);
  const notes = internal.find(({ type, id }) => type === 'vmlDrawing' && id === notesReferred);
  const threads = internal.find(({ type }) => type === 'threadedComment');
  for (const { type, target } of internal) {
    const name = parts.find(target);
    if (type === 'table' && name !== undefined) {
      const { ref, totalsRows, names: called } = tableFacts(await parts.readXml(name));
      const totals = totalsRows === 0 ? '' : `+${String(totalsRows)}`;
      tables.push(`${ref}${totals}:${called[1] ?? called[0] ?? ''}`);
    }
  }
  const commentsName = comments && parts.find(comments.target);
  const notesName = notes && parts.find(notes.target);
  if (comments && notes && commentsName !== undefined && notesName !== undefined) {
    const commentsPath = names.next('comments');
    const notesPath = names.next('drawings/vmlDrawing');
    const threadsName = threads && parts.find(threads.target);
    if (threads === undefined || threadsName === undefined) {
      copies.set(commentsPath, commentsName);
    } else {
      const threadsPath = names.next('threadedComments/threadedComment');
      texts.set(commentsPath, withOtherThreadIds(await parts.readXml(commentsName)));
      texts.set(threadsPath, withOtherThreadIds(await parts.readXml(threadsName)));
      types.set(threadsPath, ContentType.threads);
      targets.set(threads.id, relativeTarget(names.folder, threadsPath));
    }
    types.set(commentsPath, ContentType.comments);
    texts.set(notesPath, noteShapesOnly(await parts.readXml(notesName)));
    if (kinds.typeOf(notesPath) === '') types.set(notesPath, ContentType.notes);
    targets.set(comments.id, relativeTarget(names.folder, commentsPath));
    targets.set(notes.id, relativeTarget(names.folder, notesPath));
    notesId = notes.id;
  }
  const root = rootElement(xml);
  const kept = root === undefined ? [] : childElements(xml, root);
  const added = internal.flatMap(({ id }) => {
    const target = targets.get(id);
    const element = kept.find((child) => attributeOf(xml, child, 'Id') === id);
    const type = element && attributeOf(xml, element, 'Type');
    return target === undefined || type === undefined ? [] : [{ id, type, target }];
  });
  const relationshipsXml =
    kept.length - removed.size + added.length > 0
      ? editRelationships(xml, { removed, added })
      : undefined;
  return { ...none, notesId, relationshipsXml };
}

/** From a worksheet in `worksheets/` below `folder`. */
function relativeTarget(folder: string, path: string): string {
  return `../${path.slice(folder.length)}`;
}
