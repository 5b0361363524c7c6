/** Decides which parts of a package go, change and come before any byte is written. */
import { WorkbookFailure } from '../../../workbookFailure';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import type { PackageSheet } from '../xlsxPackage';
import { LAST_ROW } from './cellReference';
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
import { createIds, createPartNames } from './partNames';
import { findRemovedParts } from './removedParts';
import { countRows } from './planSheet';
import { createRowMap } from './rowMap';
import { createStyleBook, type StyleBook } from './styleBook';
import { emptyStyles } from './styleSections';
import { ContentType, vocabularyOf, type Vocabulary } from './vocabulary';
import type { PackageInput, WorkbookParts } from './workbookParts';
import { findReplaced } from './replacedSheets';
import { placeOriginals, type PlacedOriginal } from './originals';
import { canActivateFirst } from './activeTab';
import { placeSheets, readTables, tabOf, type NewSheet } from './newSheets';
import { editWorkbook, type MapNamedRange } from './workbookXml';

export interface PackagePlan {
  readonly vocabulary: Vocabulary;
  /** Names of parts that are left out. */
  readonly removed: ReadonlySet<string>;
  /** New text by part name; parts that were not there before are not among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** By the name of the worksheet part. */
  readonly ledgers: ReadonlyMap<string, LedgerSheet>;
  readonly newSheets: readonly NewSheet[];
  readonly originals: readonly PlacedOriginal[];
  readonly styles: StyleBook;
  readonly stylesPath: string;
  readonly date1904: boolean;
  /** BCP 47 language of the plan's wording. */
  readonly language: string;
}

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
  const old = findReplaced(input);
  const removed = await findRemovedParts(
    parts,
    old.map((sheet) => sheet.partPath),
  );
  checkSheets(input, old);
  const activate = canActivateFirst(input, old, workbookXml);
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

  const originals = await placeOriginals(input, {
    names,
    nextId,
    styles,
    contentTypesXml,
    workbookXml,
  });

  const worksheets = [
    ...newSheets.map(({ relationshipId: id, path }) => ({ id, path })),
    ...originals.map(({ tab, path }) => ({ id: tab.relationshipId, path })),
  ];
  const added: NewRelationship[] = worksheets.map(({ id, path }) => ({
    id,
    type: `${vocabulary.relationships}/worksheet`,
    target: path.slice(names.folder.length),
  }));
  const newTypes = new Map<string, string>(originals.flatMap(({ types }) => [...types]));
  for (const sheet of newSheets) {
    newTypes.set(sheet.path, ContentType.worksheet);
    for (const table of sheet.tables) newTypes.set(table.path, ContentType.table);
    if (sheet.drawing === undefined) continue;
    newTypes.set(sheet.drawing.path, ContentType.drawing);
    for (const path of sheet.drawing.charts) newTypes.set(path, ContentType.chart);
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
    back: [
      ...newSheets.filter((sheet) => !isFront(sheet)).map(tabOf),
      ...originals.map(({ tab }) => tab),
    ],
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
  const { language } = plan;
  return {
    vocabulary,
    removed,
    texts,
    ledgers,
    newSheets,
    originals,
    styles,
    stylesPath,
    date1904,
    language,
  };
}

/** What would make a file that Excel refuses is refused before it is written. */
function checkSheets({ parts, plan }: PackageInput, old: readonly PackageSheet[]): void {
  const kept = parts.sheets.filter((sheet) => !old.includes(sheet));
  const copies = (plan.originals ?? []).map(({ copyName }) => ({ name: copyName }));
  const names = [...kept, ...plan.sheets, ...copies].map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) throw new Error('Two sheets would have one name.');
  for (const sheet of plan.sheets) {
    const rows = countRows(sheet);
    if (rows <= LAST_ROW + 1) continue;
    throw new WorkbookFailure('workbook.tooManyRows', { sheet: sheet.name, rows });
  }
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
