import type { SharingNote } from '../../workbook';
import { relationshipsPathOf } from '../ooxml/partPath';
import { parseRelationships, type Relationship } from '../ooxml/relationships';
import { pathKey } from '../ooxml/write/packageEdits';
import type { WorkbookParts } from '../ooxml/write/workbookParts';
import type { XlsxPackage } from '../ooxml/xlsxPackage';

/** Which parts of the package the copy has. */
export interface CopyPlan {
  /** Names of the parts that stay, as the package spells them. */
  readonly kept: ReadonlySet<string>;
  /** By the part that refers (the empty text for the package): relationships that are gone. */
  readonly cut: ReadonlyMap<string, ReadonlySet<string>>;
  readonly notes: ReadonlySet<SharingNote>;
}

export type PartForm = 'xml' | 'picture' | 'drawing' | 'other';

const CUT_TYPES: Readonly<Record<string, SharingNote | 'silent'>> = {
  vbaProject: 'macros',
  wordVbaData: 'macros',
  attachedToolbars: 'macros',
  xlMacrosheet: 'macros',
  xlIntlMacrosheet: 'macros',
  control: 'embedded',
  activeXControlBinary: 'embedded',
  oleObject: 'embedded',
  package: 'embedded',
  pivotTable: 'pivotTables',
  pivotCacheDefinition: 'pivotTables',
  pivotCacheRecords: 'pivotTables',
  slicer: 'pivotTables',
  slicerCache: 'pivotTables',
  timeline: 'pivotTables',
  timelineCache: 'pivotTables',
  connections: 'queries',
  queryTable: 'queries',
  powerPivotData: 'queries',
  volatileDependencies: 'queries',
  revisionHeaders: 'history',
  usernames: 'history',
  thumbnail: 'silent',
  // The company, the manager, the names of the sheets that are gone.
  'extended-properties': 'silent',
  printerSettings: 'silent',
  // Lists formulas that may have become values; every program makes it anew.
  calcChain: 'silent',
  origin: 'silent',
};

/** Relationships to parts whose texts can be masked; any other is left out. */
const KEPT_TYPES =
  /^(?:officeDocument|(?:work|chart|dialog)sheet|styles|theme|themeOverride|sharedStrings|drawing|vmlDrawing|chart|chartEx|chartStyle|chartColorStyle|chartUserShapes|image|comments|threadedComment|person|table|tableSingleCells|externalLink|core-properties|custom-properties|sheetMetadata|diagram\w+|rd\w+|richValueRel|cellImages?)$/i;

/**
 * Follows the relationships from the package's root and leaves out what cannot be cleaned, what
 * belongs to the sheets at `gonePaths`, and what nothing leads to.
 */
export async function planCopy(
  opened: XlsxPackage,
  parts: WorkbookParts,
  gonePaths: readonly string[],
): Promise<CopyPlan> {
  const gone = new Set(gonePaths.map(pathKey));
  const kept = new Set<string>();
  const cut = new Map<string, Set<string>>();
  const notes = new Set<SharingNote>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const path = parts.find(relationshipsPathOf(part));
    if (path === undefined) continue;
    kept.add(path);
    const cutHere = new Set<string>();
    for (const item of parseRelationships(await parts.readXml(path), part, path)) {
      const target = parts.find(item.target);
      const reason = gone.has(pathKey(item.target))
        ? 'silent'
        : await reasonToCut(item, target, opened, parts);
      if (reason !== undefined || target === undefined) cutHere.add(item.id);
      if (reason !== undefined && reason !== 'silent') notes.add(reason);
      if (reason !== undefined || target === undefined || kept.has(target)) continue;
      kept.add(target);
      waiting.push(target);
      const form = formOf(opened.contentTypes.typeOf(target));
      if (form === 'picture') notes.add('picturesKept');
      if (form === 'drawing') notes.add('drawingsEmptied');
      if (item.type === 'externalLink') notes.add('externalValues');
    }
    cut.set(part, cutHere);
  }
  return { kept, cut, notes };
}

/** How a part is written: masked as XML, as it is, emptied, or not at all. */
export function formOf(contentType: string): PartForm {
  const type = contentType.toLowerCase();
  if (type.endsWith('xml') || type.endsWith('vmldrawing')) return 'xml';
  if (/^image\/(?:x-)?(?:emf|wmf)$/.test(type)) return 'drawing';
  return type.startsWith('image/') ? 'picture' : 'other';
}

async function reasonToCut(
  { type }: Relationship,
  target: string | undefined,
  { contentTypes }: XlsxPackage,
  parts: WorkbookParts,
): Promise<SharingNote | 'silent' | undefined> {
  if (type === 'customXml' && target !== undefined) {
    // Power Query keeps its queries, and where they read from, as one packed text.
    return (await parts.readXml(target)).includes('DataMashup') ? 'queries' : 'customData';
  }
  const byType = CUT_TYPES[type];
  if (byType !== undefined || target === undefined) return byType;
  if (!KEPT_TYPES.test(type)) return 'customData';
  return formOf(contentTypes.typeOf(target)) === 'other' ? 'embedded' : undefined;
}
