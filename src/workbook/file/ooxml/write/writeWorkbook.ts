import type { ChartPlan, SheetPlan } from '../../../sheetPlan';
import type { OperationOptions } from '../../../workbook';
import { WorkbookFailure } from '../../../workbookFailure';
import type { ByteSink, Compression } from '../../bytes';
import { createZipWriter, type ZipWriter } from '../../zip/writeZip';
import { relationshipsPathOf } from '../partPath';
import { chartXml } from './chartXml';
import { drawingXml } from './drawingParts';
import { ledgerSheetXml, type LedgerSheet } from './ledgerSheet';
import { relationshipsXml } from './packageEdits';
import type { NewSheet } from './newSheets';
import { isCopiedWhole, originalSheetXml } from './originalSheet';
import type { PlacedOriginal } from './originals';
import { createIds } from './partNames';
import { planPackage, type PackagePlan } from './planPackage';
import { countColumns, countRows, planSheetXml } from './planSheet';
import { tableXml } from './tableParts';
import { declareUtf8 } from './vocabulary';
import type { PackageInput, WorkbookParts } from './workbookParts';
import { createWriteProgress, type WriteProgress } from './writeProgress';

export interface WriteJob extends PackageInput, OperationOptions {
  readonly sink: ByteSink;
  readonly compression: Compression;
}

/** Room for the markup of one more cell, generously. */
const CELL_BYTES = 200;
/** From here on an entry might pass the 4 GiB that its header has room for. */
const LARGE_BYTES = 4e9;

/**
 * Writes a workbook from its parts: those that need not change are copied, ledgers are edited,
 * sheets of an earlier run are replaced by those of the plan. Then closes the sink; whatever fails
 * leaves nothing behind.
 * @throws WorkbookFailure
 */
export async function writeWorkbook(job: WriteJob): Promise<void> {
  try {
    await writeParts(job, await planPackage(job));
    await job.sink.close();
  } catch (cause) {
    await job.sink.abort();
    if (cause instanceof WorkbookFailure) throw cause;
    throw new WorkbookFailure('file.writeFailed', {}, { cause });
  }
}

async function writeParts(job: WriteJob, packagePlan: PackagePlan): Promise<void> {
  const { parts } = job;
  const { removed, texts, ledgers, newSheets, originals, styles, stylesPath } = packagePlan;
  const zip = createZipWriter(job.sink, job.compression);
  const progress = createWriteProgress(job, countAllRows(packagePlan));
  for (const name of parts.names) {
    progress.check();
    if (removed.has(name) || name === stylesPath) continue;
    const ledger = ledgers.get(name);
    const text = texts.get(name);
    if (ledger !== undefined) {
      const mayPass4GiB = ledgerBytes(parts, name, ledger) > LARGE_BYTES;
      await zip.addStream(name, progress.count(ledgerSheetXml(ledger)), { mayPass4GiB });
    } else if (text !== undefined) {
      await zip.addText(name, declareUtf8(text));
    } else {
      await parts.copy(name, zip);
    }
  }
  for (const [name, text] of texts) {
    if (parts.find(name) === undefined) await zip.addText(name, text);
  }
  for (const sheet of newSheets) await writeNewSheet(zip, sheet, packagePlan, progress);
  for (const original of originals) await writeOriginal(zip, original, parts, progress);
  // Only now is it known which formats the ledgers' edits needed.
  await zip.addText(stylesPath, declareUtf8(styles.toXml()));
  await zip.finish();
  progress.check();
}

async function writeNewSheet(
  zip: ZipWriter,
  sheet: NewSheet,
  packagePlan: PackagePlan,
  progress: WriteProgress,
): Promise<void> {
  const { plan, path, tables, drawing, selected } = sheet;
  const { vocabulary, styles, date1904 } = packagePlan;
  const nextId = createIds(new Set());
  const tableIds = tables.map(nextId);
  const drawingId = drawing === undefined ? undefined : nextId();
  const pieces = planSheetXml(plan, {
    context: { prefix: '', styles, date1904 },
    vocabulary,
    tables,
    tableIds,
    ...(drawingId === undefined ? {} : { drawingId }),
    selected,
  });
  const mayPass4GiB = countRows(plan) * countColumns(plan) * CELL_BYTES > LARGE_BYTES;
  await zip.addStream(path, progress.count(pieces), { mayPass4GiB });
  const relationships = tables.map((table, i) => ({
    id: tableIds[i] ?? '',
    type: `${vocabulary.relationships}/table`,
    target: siblingTarget(table.path),
  }));
  if (drawing !== undefined && drawingId !== undefined) {
    const type = `${vocabulary.relationships}/drawing`;
    relationships.push({ id: drawingId, type, target: siblingTarget(drawing.path) });
  }
  if (relationships.length === 0) return;
  await zip.addText(relationshipsPathOf(path), relationshipsXml(relationships));
  for (const table of tables) await zip.addText(table.path, tableXml(table, vocabulary));
  if (drawing !== undefined) await writeCharts(zip, plan.charts ?? [], drawing, packagePlan);
}

async function writeOriginal(
  zip: ZipWriter,
  { path, content, relationshipsXml: ownRelationships, copies, texts }: PlacedOriginal,
  parts: WorkbookParts,
  progress: WriteProgress,
): Promise<void> {
  const { sheet } = content;
  const size = parts.sizeOf(sheet.partPath) || sheet.rowCount * sheet.columns.length * CELL_BYTES;
  const part = isCopiedWhole(content) ? parts.find(sheet.partPath) : undefined;
  if (part === undefined) {
    const mayPass4GiB = size > LARGE_BYTES;
    await zip.addStream(path, progress.watch(originalSheetXml(content)), { mayPass4GiB });
  } else {
    await parts.copy(part, zip, path);
  }
  if (ownRelationships !== undefined) {
    await zip.addText(relationshipsPathOf(path), ownRelationships);
  }
  for (const [name, source] of copies) await parts.copy(source, zip, name);
  for (const [name, text] of texts) await zip.addText(name, declareUtf8(text));
}

async function writeCharts(
  zip: ZipWriter,
  charts: readonly ChartPlan[],
  drawing: NonNullable<NewSheet['drawing']>,
  { vocabulary, language }: PackagePlan,
): Promise<void> {
  const relationships = drawing.charts.map((path, i) => ({
    id: `rId${String(i + 1)}`,
    type: `${vocabulary.relationships}/chart`,
    target: siblingTarget(path),
  }));
  const ids = relationships.map(({ id }) => id);
  await zip.addText(drawing.path, drawingXml(charts, ids, vocabulary));
  await zip.addText(relationshipsPathOf(drawing.path), relationshipsXml(relationships));
  for (const [i, chart] of charts.entries()) {
    await zip.addText(drawing.charts[i] ?? '', chartXml(chart, { vocabulary, language }));
  }
}

/** A part in a folder beside that of the part which refers to it. */
function siblingTarget(path: string): string {
  return `../${path.split('/').slice(-2).join('/')}`;
}

function countAllRows({ ledgers, newSheets }: PackagePlan): number {
  const sheets: readonly SheetPlan[] = newSheets.map((sheet) => sheet.plan);
  return (
    [...ledgers.values()].reduce((sum, ledger) => sum + ledger.plan.order.length, 0) +
    sheets.reduce((sum, sheet) => sum + countRows(sheet), 0)
  );
}

function ledgerBytes(parts: WorkbookParts, name: string, { plan, sheet }: LedgerSheet): number {
  const source = parts.sizeOf(name) * 2 || sheet.rowCount * sheet.columns.length * CELL_BYTES;
  return source + plan.order.length * plan.added.length * CELL_BYTES;
}
