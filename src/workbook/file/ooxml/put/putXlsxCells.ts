import { FORMULA_FLAG } from '../../../../core';
import type { CellPut, OperationOptions } from '../../../workbook';
import { WorkbookFailure } from '../../../workbookFailure';
import type { ByteSink, Compression } from '../../bytes';
import { createZipWriter } from '../../zip/writeZip';
import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import type { ScannedSheet } from '../scannedSheet';
import { editContentTypes, editRelationships } from '../write/packageEdits';
import { rowBytes } from '../write/rowBytes';
import { createStyleBook, type StyleBook } from '../write/styleBook';
import { declareUtf8 } from '../write/vocabulary';
import { packageParts, type WorkbookParts } from '../write/workbookParts';
import { createWriteProgress } from '../write/writeProgress';
import { recalculateOnLoad } from '../write/recalculate';
import type { XlsxPackage } from '../xlsxPackage';
import { createFormulaGroups } from './formulaGroups';
import { putRows } from './putRows';
import { columnStyles, headOver } from './sheetHead';
import { putTableHeaders } from './tableHeaders';

export interface PutJob extends OperationOptions {
  readonly package: XlsxPackage;
  /** The package's worksheets as scanned. */
  readonly sheets: readonly ScannedSheet[];
  readonly puts: readonly CellPut[];
  readonly openSink: () => Promise<ByteSink>;
  readonly compression: Compression;
}

interface ChangedSheet {
  readonly sheet: ScannedSheet;
  /** In the order of rows and columns, the last one for each cell. */
  readonly puts: readonly CellPut[];
}

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Writes an open .xlsx or .xlsm again with values put into single cells, streaming the sheets that
 * change. Cells keep their format unless it would show the value as something else; a text is
 * never a formula; cells that shared the formula of an overwritten one keep it. Every other part
 * is copied byte for byte, but: the list of formula cells goes where one is overwritten, the
 * workbook is recalculated when it is next opened where it has formulas, and a table's column is
 * renamed with its header cell.
 * @throws WorkbookFailure `workbook.sheetMissing` before anything is written,
 * `workbook.arrayFormula`, `operation.cancelled`, `file.damaged`, and what the sink refuses;
 * nothing is left behind.
 */
export async function putXlsxCells(job: PutJob): Promise<void> {
  const changed = groupBySheet(job);
  if (job.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
  const sink = await job.openSink();
  try {
    await writeParts(job, changed, sink);
    await sink.close();
  } catch (cause) {
    await sink.abort();
    if (cause instanceof WorkbookFailure) throw cause;
    throw new WorkbookFailure('file.writeFailed', {}, { cause });
  }
}

function groupBySheet({ sheets, puts }: PutJob): ChangedSheet[] {
  const missing = puts.find(({ sheet }) => !sheets.some(({ name }) => name === sheet));
  if (missing) throw new WorkbookFailure('workbook.sheetMissing', { sheet: missing.sheet });
  return sheets.flatMap((sheet) => {
    const own = puts.filter((put) => put.sheet === sheet.name);
    const byCell = new Map(own.map((put) => [`${String(put.row)},${String(put.column)}`, put]));
    const sorted = [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
    return sorted.length === 0 ? [] : [{ sheet, puts: sorted }];
  });
}

async function writeParts(
  job: PutJob,
  changed: readonly ChangedSheet[],
  sink: ByteSink,
): Promise<void> {
  const parts = packageParts(job.package);
  const { stylesPath } = parts;
  const stylesXml = stylesPath === undefined ? undefined : await parts.readXml(stylesPath);
  const styles = stylesXml === undefined ? undefined : createStyleBook(stylesXml);
  const texts = new Map<string, string>();
  const removed = new Set<string>();
  const bodies = new Map<string, ChangedSheet>();
  for (const { sheet, puts } of changed) {
    const headers = await putTableHeaders(parts, sheet.partPath, puts);
    for (const [name, text] of headers.texts) texts.set(name, text);
    bodies.set(parts.find(sheet.partPath) ?? '', { sheet, puts: headers.puts });
  }
  if (hasFormulas(job.sheets)) {
    const xml = await parts.readXml(parts.workbookPath);
    texts.set(parts.find(parts.workbookPath) ?? '', recalculateOnLoad(xml));
  }
  if (changed.some(overwritesFormula)) await removeChain(parts, removed, texts);

  const zip = createZipWriter(sink, job.compression);
  const progress = createWriteProgress(job, parts.names.length);
  const stylesName = stylesPath === undefined ? undefined : parts.find(stylesPath);
  for (const name of parts.names) {
    progress.check();
    if (removed.has(name) || name === stylesName) continue;
    const body = bodies.get(name);
    const text = texts.get(name);
    if (body !== undefined) {
      const mayPass4GiB = parts.sizeOf(name) > 4e9;
      const pieces = sheetBytes(body, job, parts, styles);
      await zip.addStream(name, progress.watch(pieces), { mayPass4GiB });
    } else if (text !== undefined) await zip.addText(name, declareUtf8(text));
    else await parts.copy(name, zip);
  }
  // Only now is it known which formats the values needed.
  const finished = styles?.toXml();
  if (stylesName !== undefined && finished !== undefined) {
    if (finished === stylesXml) await parts.copy(stylesName, zip);
    else await zip.addText(stylesName, declareUtf8(finished));
  }
  await zip.finish();
  progress.check();
}

async function* sheetBytes(
  { sheet, puts }: ChangedSheet,
  { package: opened }: PutJob,
  parts: WorkbookParts,
  styles: StyleBook | undefined,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const source = parts.stream?.(sheet.partPath);
  if (source === undefined) return;
  yield encoder.encode(declareUtf8(headOver(sheet, puts)));
  yield* putRows(rowBytes(source, sheet), puts, {
    prefix: sheet.prefix,
    styles,
    dateStyles: opened.dateStyles,
    date1904: parts.date1904,
    sheetName: sheet.name,
    groups: createFormulaGroups(),
    columnStyle: columnStyles(sheet),
  });
  yield encoder.encode(sheet.tail);
}

function hasFormulas(sheets: readonly ScannedSheet[]): boolean {
  return sheets.some(({ columns }) =>
    columns.some(({ kinds }) => kinds.some((kind) => (kind & FORMULA_FLAG) !== 0)),
  );
}

function overwritesFormula({ sheet, puts }: ChangedSheet): boolean {
  return puts.some(
    ({ row, column }) => ((sheet.columns[column]?.kinds[row] ?? 0) & FORMULA_FLAG) !== 0,
  );
}

/** A list that names a cell without a formula makes Excel repair the file; it makes a new one. */
async function removeChain(
  parts: WorkbookParts,
  removed: Set<string>,
  texts: Map<string, string>,
): Promise<void> {
  const path = parts.find(relationshipsPathOf(parts.workbookPath));
  if (path === undefined) return;
  const xml = await parts.readXml(path);
  const chain = parseRelationships(xml, parts.workbookPath, path).filter(
    ({ type }) => type === 'calcChain',
  );
  if (chain.length === 0) return;
  for (const { target } of chain) removed.add(parts.find(target) ?? target);
  texts.set(
    path,
    editRelationships(xml, { removed: new Set(chain.map(({ id }) => id)), added: [] }),
  );
  const typesPath = parts.find(CONTENT_TYPES) ?? CONTENT_TYPES;
  const types = await parts.readXml(typesPath);
  texts.set(typesPath, editContentTypes(types, { removed, added: new Map() }));
}
