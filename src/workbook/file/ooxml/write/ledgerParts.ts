import type { LedgerPlan } from '../../../sheetPlan';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import { mapComments, mapNoteShapes } from './commentParts';
import { editRelationships } from './packageEdits';
import type { RowMap } from './rowMap';
import { mapLedgerTable } from './tableParts';
import type { WorkbookParts } from './workbookParts';

/** What a ledger's edit does to the parts that its sheet refers to. */
export interface LedgerPartEdits {
  /** New text by part name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
  /** Relationship ids of tables that lie across the data and cannot stay tables. */
  readonly droppedTables: ReadonlySet<string>;
}

/** Comments, the boxes they are shown in, and tables, moved with the rows of the sheet. */
export async function editLedgerParts(
  parts: WorkbookParts,
  sheetPath: string,
  plan: LedgerPlan,
  map: RowMap,
): Promise<LedgerPartEdits> {
  const texts = new Map<string, string>();
  const removed = new Set<string>();
  const droppedTables = new Set<string>();
  const relationshipsPath = parts.find(relationshipsPathOf(sheetPath));
  if (relationshipsPath === undefined) return { texts, removed, droppedTables };
  const relationshipsXml = await parts.readXml(relationshipsPath);
  for (const { id, type, target } of parseRelationships(
    relationshipsXml,
    sheetPath,
    relationshipsPath,
  )) {
    const name = parts.find(target);
    if (name === undefined) continue;
    if (type === 'comments' || type === 'threadedComment') {
      texts.set(name, mapComments(await parts.readXml(name), map));
    } else if (type === 'vmlDrawing') {
      texts.set(name, mapNoteShapes(await parts.readXml(name), map));
    } else if (type === 'table') {
      const table = mapLedgerTable(await parts.readXml(name), plan, map);
      if (table !== 'dropped') {
        texts.set(name, table.xml);
        continue;
      }
      droppedTables.add(id);
      removed.add(name);
      const own = parts.find(relationshipsPathOf(name));
      if (own !== undefined) removed.add(own);
    }
  }
  if (droppedTables.size > 0) {
    const change = { removed: droppedTables, added: [] };
    texts.set(relationshipsPath, editRelationships(relationshipsXml, change));
  }
  return { texts, removed, droppedTables };
}
