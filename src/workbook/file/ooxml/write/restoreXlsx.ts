import type { OperationOptions, RestoreOutcome } from '../../../workbook';
import { WorkbookFailure } from '../../../workbookFailure';
import type { ByteSink, Compression } from '../../bytes';
import { createZipWriter } from '../../zip/writeZip';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import type { ScannedSheet } from '../scannedSheet';
import type { PackageSheet, XlsxPackage } from '../xlsxPackage';
import { framed } from './originalSheet';
import { editContentTypes, editRelationships } from './packageEdits';
import { findRemovedParts } from './removedParts';
import { restoreSheet, type RestoredSheet } from './restoredSheet';
import { restoreNames } from './restoredNames';
import { declareUtf8, vocabularyOf } from './vocabulary';
import { packageParts, type WorkbookParts } from './workbookParts';
import { editWorkbook } from './workbookXml';
import { createWriteProgress } from './writeProgress';

export interface RestoreJob extends OperationOptions {
  readonly package: XlsxPackage;
  /** The package's worksheets as scanned. */
  readonly sheets: readonly ScannedSheet[];
  readonly openSink: () => Promise<ByteSink>;
  readonly compression: Compression;
}

const CONTENT_TYPES = '[Content_Types].xml';

/** An untouched copy, and the ledger that it is of; none where that was deleted. */
export interface CopyOfLedger {
  readonly copy: PackageSheet;
  readonly ledger: PackageSheet | undefined;
}

/**
 * Writes an annotated .xlsx or .xlsm as it was before the first run (SPEC 10): every ledger sheet
 * with the content of its untouched copy, without our sheets. Works on what another program saved
 * again. Nothing is written where there is no copy.
 * @throws WorkbookFailure `operation.cancelled`, `file.damaged`, and what the sink refuses.
 */
export async function restoreXlsx(job: RestoreJob): Promise<RestoreOutcome> {
  const parts = packageParts(job.package);
  const pairs = findCopies(parts);
  if (job.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
  if (pairs.length === 0) return { restored: [] };
  const sink = await job.openSink();
  try {
    await writeRestored(job, parts, pairs, sink);
    await sink.close();
  } catch (cause) {
    await sink.abort();
    if (cause instanceof WorkbookFailure) throw cause;
    throw new WorkbookFailure('file.writeFailed', {}, { cause });
  }
  return { restored: pairs.map(({ copy }) => copy.copyOf ?? copy.name) };
}

/** One copy for each ledger, the last one where there are several. */
function findCopies(parts: WorkbookParts): CopyOfLedger[] {
  const byLedger = new Map<string, CopyOfLedger>();
  for (const copy of parts.sheets) {
    if (copy.mark !== 'original' || copy.copyOf === undefined) continue;
    const ledger = parts.sheets.find(
      ({ name, mark }) => mark === undefined && name === copy.copyOf,
    );
    byLedger.set(copy.copyOf, { copy, ledger });
  }
  return [...byLedger.values()];
}

async function writeRestored(
  job: RestoreJob,
  parts: WorkbookParts,
  pairs: readonly CopyOfLedger[],
  sink: ByteSink,
): Promise<void> {
  const restoredCopies = pairs.filter(({ ledger }) => ledger === undefined);
  const gone = parts.sheets.filter(
    (sheet) =>
      sheet.mark !== undefined && !restoredCopies.some(({ copy }) => copy.tab === sheet.tab),
  );
  const removed = await findRemovedParts(
    parts,
    gone.map(({ partPath }) => partPath),
  );
  const workbookXml = await parts.readXml(parts.workbookPath);
  const names = restoreNames(workbookXml, pairs);
  const restored: RestoredSheet[] = [];
  for (const pair of pairs) {
    if (pair.ledger === undefined) continue;
    const sheet = await restoreSheet(parts, job.sheets, pair, {
      isActive: pair.ledger.tab === names.activeTab,
      tables: names.tables.get(pair.copy.tab) ?? [],
    });
    restored.push(sheet);
    for (const name of sheet.kept) removed.delete(name);
    for (const name of sheet.gone) removed.add(name);
  }

  const texts = new Map<string, string>(restored.flatMap((sheet) => [...sheet.texts]));
  texts.set(
    parts.workbookPath,
    editWorkbook(names.xml, {
      removedTabs: new Set(gone.map(({ tab }) => tab)),
      front: [],
      back: [],
      activateFirst: false,
      ...(names.activeTab === undefined ? {} : { activeInstead: names.activeTab }),
      namedRanges: new Map(),
      vocabulary: vocabularyOf(workbookXml),
    }),
  );
  const relationshipsPath = parts.find(relationshipsPathOf(parts.workbookPath));
  if (relationshipsPath !== undefined) {
    const xml = await parts.readXml(relationshipsPath);
    const chains = parseRelationships(xml, parts.workbookPath, relationshipsPath).filter(
      ({ type }) => type === 'calcChain',
    );
    for (const { target } of chains) removed.add(parts.find(target) ?? target);
    const ids = new Set([
      ...gone.map((sheet) => sheet.relationshipId),
      ...chains.map(({ id }) => id),
    ]);
    texts.set(relationshipsPath, editRelationships(xml, { removed: ids, added: [] }));
  }
  const typesPath = parts.find(CONTENT_TYPES) ?? CONTENT_TYPES;
  texts.set(
    typesPath,
    editContentTypes(await parts.readXml(typesPath), { removed, added: new Map() }),
  );

  const zip = createZipWriter(sink, job.compression);
  const progress = createWriteProgress(job, parts.names.length);
  const contents = new Map(restored.map((sheet) => [sheet.path, sheet]));
  const copies = new Map(restored.flatMap((sheet) => [...sheet.copies]));
  for (const name of parts.names) {
    progress.check();
    if (removed.has(name)) continue;
    const sheet = contents.get(name);
    const text = texts.get(name);
    const source = copies.get(name);
    if (sheet !== undefined) {
      const stream = job.package.findPart(sheet.copy.partPath);
      const mayPass4GiB = (stream?.uncompressedSize ?? 0) > 4e9;
      const rows = parts.stream?.(sheet.copy.partPath);
      if (rows === undefined) continue;
      await zip.addStream(name, progress.watch(framed(rows, sheet.copy, sheet)), { mayPass4GiB });
    } else if (text !== undefined) await zip.addText(name, declareUtf8(text));
    else if (source !== undefined) await parts.copy(source, zip, name);
    else await parts.copy(name, zip);
  }
  for (const [name, text] of texts) {
    if (parts.find(name) === undefined) await zip.addText(name, declareUtf8(text));
  }
  await zip.finish();
  progress.check();
}
