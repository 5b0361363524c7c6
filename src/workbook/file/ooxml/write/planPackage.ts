/** Decides which parts of a package go, change and come before any byte is written. */
import type { SheetPlan, SheetRole, WorkbookPlan } from '../../../sheetPlan';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import type { ScannedSheet } from '../scannedSheet';
import { parseContentTypes } from '../contentTypes';
import { editLedgerParts } from './ledgerParts';
import type { LedgerSheet } from './ledgerSheet';
import { mapLedgerName } from './ledgerNames';
import {
  editContentTypes,
  editRelationships,
  relationshipIds,
  relationshipsXml,
  type NewRelationship,
} from './packageEdits';
import { createIds, createPartNames, type PartNames } from './partNames';
import { findRemovedParts } from './removedParts';
import { createRowMap } from './rowMap';
import { createStyleBook, emptyStyles, type StyleBook } from './styleBook';
import { nameTable, tableFacts, type NewTable } from './tableParts';
import { ContentType, vocabularyOf, type Vocabulary } from './vocabulary';
import type { WorkbookParts } from './workbookParts';
import { editWorkbook, type MapNamedRange, type NewTab } from './workbookXml';
import { attributeOf, findElements } from './xmlTags';

/** A sheet of the plan with the parts it gets. */
export interface NewSheet {
  readonly plan: SheetPlan;
  readonly path: string;
  readonly relationshipId: string;
  readonly tables: readonly (NewTable & { readonly path: string })[];
  /** Whether it is the tab that the workbook opens with. */
  readonly selected: boolean;
}

export interface PackagePlan {
  readonly vocabulary: Vocabulary;
  /** Names of parts that are left out. */
  readonly removed: ReadonlySet<string>;
  /** New text by part name; parts that were not there before are not among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** By the name of the worksheet part. */
  readonly ledgers: ReadonlyMap<string, LedgerSheet>;
  readonly newSheets: readonly NewSheet[];
  readonly styles: StyleBook;
  readonly stylesPath: string;
  readonly date1904: boolean;
}

export interface PackageInput {
  readonly parts: WorkbookParts;
  readonly sheets: readonly ScannedSheet[];
  readonly plan: WorkbookPlan;
}

/** The sheets that a run writes, and so those of an earlier run that it replaces. */
const ROLES: Readonly<Record<SheetRole, true>> = {
  overview: true,
  customers: true,
  scripts: true,
  crossOwnership: true,
  maturities: true,
  cleaningLog: true,
  setAside: true,
};

const CONTENT_TYPES = '[Content_Types].xml';

/** @throws WorkbookFailure `file.damaged` for parts that cannot be read. */
export async function planPackage(input: PackageInput): Promise<PackagePlan> {
  const { parts, plan } = input;
  const workbookXml = await parts.readXml(parts.workbookPath);
  const contentTypesXml = await parts.readXml(CONTENT_TYPES);
  const vocabulary = vocabularyOf(workbookXml);
  const styles = createStyleBook(
    parts.stylesPath === undefined
      ? emptyStyles(vocabulary)
      : await parts.readXml(parts.stylesPath),
    plan.styles,
  );
  const old = parts.sheets.filter(({ mark }) => mark !== undefined && Object.hasOwn(ROLES, mark));
  const removed = await findRemovedParts(
    parts,
    old.map((sheet) => sheet.partPath),
  );
  const activate = canActivateFirst(input, workbookXml);
  const { ledgers, texts, namedRanges } = await planLedgers(input, styles, removed, activate);

  const relationships = await readWorkbookRelationships(parts);
  for (const { target } of relationships.chain) removed.add(parts.find(target) ?? target);
  const removedIds = new Set([
    ...old.map((sheet) => sheet.relationshipId),
    ...relationships.chain.map((chain) => chain.id),
  ]);
  const taken = [...relationshipIds(relationships.xml)].filter((id) => !removedIds.has(id));
  const nextId = createIds(new Set(taken));
  const names = createPartNames(parts, removed);
  const newSheets = placeSheets(input, {
    names,
    nextId,
    activate,
    tables: await readTables(parts, contentTypesXml, workbookXml, removed),
  });

  const added: NewRelationship[] = newSheets.map((sheet) => ({
    id: sheet.relationshipId,
    type: `${vocabulary.relationships}/worksheet`,
    target: sheet.path.slice(names.folder.length),
  }));
  const newTypes = new Map<string, string>();
  for (const sheet of newSheets) {
    newTypes.set(sheet.path, ContentType.worksheet);
    for (const table of sheet.tables) newTypes.set(table.path, ContentType.table);
  }
  const stylesPath = parts.stylesPath ?? `${names.folder}styles.xml`;
  if (parts.stylesPath === undefined) {
    newTypes.set(stylesPath, ContentType.styles);
    const type = `${vocabulary.relationships}/styles`;
    added.push({ id: nextId(), type, target: 'styles.xml' });
  }

  const isFront = (sheet: NewSheet): boolean =>
    sheet === newSheets[0] && sheet.plan.role === 'overview';
  const editedWorkbook = editWorkbook(workbookXml, {
    removedTabs: new Set(old.map((sheet) => sheet.tab)),
    front: newSheets.filter(isFront).map(tabOf),
    back: newSheets.filter((sheet) => !isFront(sheet)).map(tabOf),
    activateFirst: activate,
    namedRanges,
    vocabulary,
  });
  texts.set(parts.workbookPath, editedWorkbook);
  texts.set(
    relationships.path,
    editRelationships(relationships.xml, { removed: removedIds, added }),
  );
  texts.set(
    parts.find(CONTENT_TYPES) ?? CONTENT_TYPES,
    editContentTypes(contentTypesXml, { removed, added: newTypes }),
  );
  const { date1904 } = parts;
  return { vocabulary, removed, texts, ledgers, newSheets, styles, stylesPath, date1904 };
}

/**
 * Whether the first sheet of the plan can become the active tab: only if no sheet that is copied
 * as it is stays selected, because Excel edits all selected sheets at once.
 */
function canActivateFirst({ parts, sheets, plan }: PackageInput, workbookXml: string): boolean {
  if (plan.sheets[0]?.role !== 'overview') return false;
  const touched = new Set(plan.ledgers.map((ledger) => ledger.sheetName));
  const view = findElements(workbookXml, 'workbookView', 0, workbookXml.length)[0];
  const active = view === undefined ? 0 : Number(attributeOf(workbookXml, view, 'activeTab') ?? 0);
  const stays = (tab: number): boolean => {
    const sheet = parts.sheets.find((item) => item.tab === tab);
    return sheet === undefined || !(sheet.mark !== undefined || touched.has(sheet.name));
  };
  if (stays(active)) return false;
  return sheets.every(
    ({ name, mark, head }) =>
      mark !== undefined || touched.has(name) || !/\btabSelected\s*=\s*["'](?:1|true)/.test(head),
  );
}

async function planLedgers(
  { parts, sheets, plan }: PackageInput,
  styles: StyleBook,
  removed: Set<string>,
  activate: boolean,
) {
  const texts = new Map<string, string>();
  const ledgers = new Map<string, LedgerSheet>();
  const namedRanges = new Map<number, MapNamedRange>();
  for (const ledger of plan.ledgers) {
    const listed = parts.sheets.find((sheet) => sheet.name === ledger.sheetName);
    const sheet = sheets.find((scanned) => scanned.partPath === listed?.partPath);
    if (listed === undefined || sheet === undefined) {
      throw new Error('The plan edits a sheet that the workbook does not have.');
    }
    const map = createRowMap(ledger, sheet.rowCount);
    const edits = await editLedgerParts(parts, listed.partPath, ledger, map);
    for (const [name, text] of edits.texts) texts.set(name, text);
    for (const name of edits.removed) removed.add(name);
    ledgers.set(listed.partPath, {
      sheet,
      plan: ledger,
      map,
      context: { prefix: sheet.prefix, styles, date1904: parts.date1904 },
      droppedTables: edits.droppedTables,
      keepSelected: !activate,
    });
    namedRanges.set(listed.tab, (name, range) => mapLedgerName(name, range, ledger, map));
  }
  return { texts, ledgers, namedRanges };
}

async function readWorkbookRelationships(parts: WorkbookParts) {
  const standard = relationshipsPathOf(parts.workbookPath);
  const path = parts.find(standard);
  if (path === undefined) return { path: standard, xml: relationshipsXml([]), chain: [] };
  const xml = await parts.readXml(path);
  const all = parseRelationships(xml, parts.workbookPath, path);
  // The chain lists formula cells of the ledgers that are values now; Excel makes a new one.
  return { path, xml, chain: all.filter(({ type }) => type === 'calcChain') };
}

/** Names and the highest id of tables that stay, and names that a table cannot have. */
async function readTables(
  parts: WorkbookParts,
  contentTypesXml: string,
  workbookXml: string,
  removed: ReadonlySet<string>,
): Promise<{ readonly names: Set<string>; readonly lastId: number }> {
  const types = parseContentTypes(contentTypesXml, CONTENT_TYPES);
  const names = new Set<string>();
  let lastId = 0;
  for (const name of parts.names) {
    if (removed.has(name) || !types.typeOf(name).endsWith('.table+xml')) continue;
    const facts = tableFacts(await parts.readXml(name));
    lastId = Math.max(lastId, facts.id);
    for (const tableName of facts.names) names.add(tableName.toLowerCase());
  }
  for (const defined of findElements(workbookXml, 'definedName', 0, workbookXml.length)) {
    names.add((attributeOf(workbookXml, defined, 'name') ?? '').toLowerCase());
  }
  return { names, lastId };
}

function placeSheets(
  { plan }: PackageInput,
  options: {
    readonly names: PartNames;
    readonly nextId: () => string;
    readonly activate: boolean;
    readonly tables: { readonly names: Set<string>; readonly lastId: number };
  },
): NewSheet[] {
  const { names, nextId, activate } = options;
  let tableId = options.tables.lastId;
  return plan.sheets.map((sheet, index) => ({
    plan: sheet,
    path: names.next('worksheets/sheet'),
    relationshipId: nextId(),
    tables: sheet.tables.map((table) => ({
      ...nameTable(table, ++tableId, options.tables.names),
      path: names.next('tables/table'),
    })),
    selected: activate && index === 0,
  }));
}

function tabOf({ plan, relationshipId }: NewSheet): NewTab {
  const { name, role } = plan;
  const repeatRows = plan.print?.repeatRows;
  return { name, role, relationshipId, ...(repeatRows === undefined ? {} : { repeatRows }) };
}
