import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource, Compression } from '../bytes';
import { readZipDirectory } from '../zip/readZip';
import { readWholeZipEntry } from '../zip/readZipEntry';
import type { ZipDirectory, ZipEntry } from '../zip/zipEntry';
import { type ContentTypes, parseContentTypes } from './contentTypes';
import { relationshipsPathOf } from './partPath';
import { parseRelationships, type Relationship } from './relationships';
import { findCopyOf, findSheetMarks } from '../../sheetMark';
import { parseDateStyles } from './stylesPart';
import { parseWorkbookPart, type WorkbookPart } from './workbookPart';
import { decodeXml } from './xmlEncoding';
import type { PackageSheet, XlsxPackage } from './xlsxPackage';

const CONTENT_TYPES_PATH = '[Content_Types].xml';
const WORKBOOK_TYPE = /(?:sheet|template|addin)\.(?:macroEnabled\.)?main\+xml$/;

type Parts = Pick<XlsxPackage, 'findPart' | 'readXml'>;

/**
 * Opens an .xlsx or .xlsm: reads its directory and small parts, not its sheets. Parts are found
 * through relationships, never by fixed paths.
 * @throws WorkbookFailure `file.damaged`, `file.encrypted`, `file.tooLarge`; `file.unknownFormat`
 * for a zip that holds no workbook, or (`found: 'xlsb'`) a binary one.
 */
export async function openPackage(
  source: ByteSource,
  compression: Compression,
): Promise<XlsxPackage> {
  const directory = await readZipDirectory(source);
  const parts = createParts(source, compression, directory);
  const { contentTypes, rootRelationships, workbookPath } = await findWorkbook(parts);
  const workbook = parseWorkbookPart(await parts.readXml(workbookPath), workbookPath);
  const workbookRelationships = await readRelationships(parts, workbookPath);
  const targetOf = (type: string): string | undefined =>
    workbookRelationships.find((r) => r.type === type && parts.findPart(r.target))?.target;
  const stylesPath = targetOf('styles');
  const sharedStringsPath = targetOf('sharedStrings');
  return {
    source,
    compression,
    directory,
    contentTypes,
    rootRelationships,
    workbookPath,
    workbook,
    workbookRelationships,
    sheets: listSheets(workbook, workbookRelationships, parts),
    ...(stylesPath === undefined ? {} : { stylesPath }),
    ...(sharedStringsPath === undefined ? {} : { sharedStringsPath }),
    dateStyles:
      stylesPath === undefined
        ? new Uint8Array(0)
        : parseDateStyles(await parts.readXml(stylesPath), stylesPath),
    ...parts,
  };
}

function createParts(source: ByteSource, compression: Compression, directory: ZipDirectory): Parts {
  const byPath = new Map<string, ZipEntry>();
  for (const entry of directory.entries) {
    byPath.set(pathOf(entry).toLowerCase(), entry);
  }
  const findPart = (path: string): ZipEntry | undefined =>
    directory.find(path) ?? byPath.get(path.toLowerCase());
  return {
    findPart,
    readXml: async (path) => {
      const entry = findPart(path);
      if (!entry) throw new WorkbookFailure('file.damaged', { part: path, reason: 'missing' });
      return decodeXml(await readWholeZipEntry(source, entry, compression));
    },
  };
}

/** Some programs write the archive with back-slashes. */
function pathOf(entry: ZipEntry): string {
  return entry.name.replaceAll('\\', '/').replace(/^\/+/, '');
}

async function findWorkbook(
  parts: Parts,
): Promise<Pick<XlsxPackage, 'contentTypes' | 'rootRelationships' | 'workbookPath'>> {
  if (!parts.findPart(CONTENT_TYPES_PATH)) throw new WorkbookFailure('file.unknownFormat');
  const contentTypes = parseContentTypes(
    await parts.readXml(CONTENT_TYPES_PATH),
    CONTENT_TYPES_PATH,
  );
  const rootRelationships = await readRelationships(parts, '');
  const target =
    rootRelationships.find((r) => r.type === 'officeDocument')?.target ??
    findByType(contentTypes, WORKBOOK_TYPE);
  const entry = target === undefined ? undefined : parts.findPart(target);
  if (!entry) throw new WorkbookFailure('file.unknownFormat');
  const workbookPath = pathOf(entry);
  if (contentTypes.typeOf(workbookPath).includes('sheet.binary')) {
    throw new WorkbookFailure('file.unknownFormat', { found: 'xlsb' });
  }
  return { contentTypes, rootRelationships, workbookPath };
}

function findByType(contentTypes: ContentTypes, type: RegExp): string | undefined {
  return contentTypes.overrides.find((override) => type.test(override.type))?.path;
}

async function readRelationships(parts: Parts, part: string): Promise<Relationship[]> {
  const path = relationshipsPathOf(part);
  return parts.findPart(path) ? parseRelationships(await parts.readXml(path), part, path) : [];
}

function listSheets(
  workbook: WorkbookPart,
  relationships: readonly Relationship[],
  parts: Parts,
): PackageSheet[] {
  const marks = findSheetMarks(
    workbook.definedNames,
    workbook.tabs.map((tab) => tab.name),
  );
  return workbook.tabs.flatMap((tab, index) => {
    const relationship = relationships.find((r) => r.id === tab.relationshipId);
    if (!relationship) {
      throw new WorkbookFailure('file.damaged', { sheet: tab.name, reason: 'missing' });
    }
    if (relationship.type !== 'worksheet') return [];
    const entry = parts.findPart(relationship.target);
    if (!entry) {
      throw new WorkbookFailure('file.damaged', {
        sheet: tab.name,
        part: relationship.target,
        reason: 'missing',
      });
    }
    const mark = marks.get(index);
    const copyOf = mark === 'original' ? findCopyOf(workbook.definedNames, index) : undefined;
    return [
      {
        ...tab,
        tab: index,
        partPath: pathOf(entry),
        ...(mark === undefined ? {} : { mark }),
        ...(copyOf === undefined ? {} : { copyOf }),
      },
    ];
  });
}
