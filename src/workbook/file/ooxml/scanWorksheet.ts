import type { CellRange, TextTable } from '../../../core';
import { WorkbookFailure } from '../../workbookFailure';
import { readZipEntry } from '../zip/readZipEntry';
import { findSheetData } from './findSheetData';
import type { PartOptions } from './readSharedStrings';
import { createRowScan, type RowScan, type WorksheetTexts } from './rowScan';
import { scanChunks } from './scanChunks';
import type { ScannedSheet } from './scannedSheet';
import { scanRows } from './scanRows';
import { parseHead, parseMerges, type SheetHead } from './sheetFrame';
import { finishColumns } from './sheetColumns';
import { showForms } from './showForms';
import { decodeSlice } from './xmlBytes';
import { toUtf8 } from './xmlEncoding';
import { INCOMPLETE } from './xmlMarkup';
import type { PackageSheet, XlsxPackage } from './xlsxPackage';

/** A scanned sheet without the table of its texts, which is made when the last sheet is scanned. */
export type UntabledSheet = Omit<ScannedSheet, 'texts'>;

/** What follows the cells is held as one text: conditional formats, merges, links. */
const MAX_TAIL = 256 * 2 ** 20;

/** No row is shorter in XML than this, so a stated extent beyond it is not believed. */
const MIN_ROW_BYTES = 12;

/**
 * Reads a worksheet part as a stream into columns.
 * @throws WorkbookFailure `file.damaged`, `file.tooLarge`, `operation.cancelled`.
 */
export async function scanWorksheet(
  pack: XlsxPackage,
  sheet: PackageSheet,
  texts: WorksheetTexts,
  options: PartOptions = {},
): Promise<UntabledSheet> {
  const part = sheet.partPath;
  const entry = pack.findPart(part);
  if (!entry) throw new WorkbookFailure('file.damaged', { part, reason: 'missing' });
  showForms();
  const chunks = toUtf8(readZipEntry(pack.source, entry, pack.compression, options));

  let head: SheetHead | undefined;
  let rows: RowScan | undefined;
  const tail: Uint8Array[] = [];
  let tailLength = 0;
  await scanChunks(
    chunks,
    (bytes, start, end) => {
      let p = start;
      if (!rows || !head) {
        const bodyStart = findSheetData(bytes, start, end);
        if (bodyStart === INCOMPLETE) return start;
        head = parseHead(decodeSlice(bytes, start, bodyStart), part);
        rows = createRowScan({
          part,
          prefix: head.prefix,
          texts,
          dateStyles: pack.dateStyles,
          date1904: pack.workbook.date1904,
          expectedRows: Math.min(head.expectedRows, entry.uncompressedSize / MIN_ROW_BYTES),
        });
        rows.done = head.isEmpty;
        p = bodyStart;
      }
      if (!rows.done) p = scanRows(rows, bytes, p, end);
      if (!rows.done) return p;
      tail.push(bytes.slice(p, end));
      tailLength += end - p;
      if (tailLength > MAX_TAIL) {
        throw new WorkbookFailure('file.tooLarge', { part, bytes: tailLength, limit: MAX_TAIL });
      }
      return end;
    },
    { part, signal: options.signal },
  );
  if (!head || !rows?.done) throw new WorkbookFailure('file.damaged', { part, reason: 'xml' });
  const tailXml = (head.isEmpty ? `</${head.prefix}sheetData>` : '') + joinTail(tail, tailLength);
  return describe(sheet, texts, rows, {
    head: head.xml,
    tail: tailXml,
    prefix: head.prefix,
    merges: parseMerges(tailXml, head, part),
  });
}

function joinTail(chunks: readonly Uint8Array[], length: number): string {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return decodeSlice(bytes, 0, length);
}

function describe(
  sheet: PackageSheet,
  { sharedCount }: WorksheetTexts,
  rows: RowScan,
  frame: {
    readonly head: string;
    readonly tail: string;
    readonly prefix: string;
    readonly merges: readonly CellRange[];
  },
): UntabledSheet {
  const rowCount = rows.lastRow + 1;
  const { index, texts } = rows.rowAttributes;
  const attributes = index.length < rowCount ? new Uint16Array(rowCount) : index;
  if (attributes !== index) attributes.set(index);
  return {
    name: sheet.name,
    partPath: sheet.partPath,
    state: sheet.state,
    rowCount,
    ...finishColumns(rows.columns, rowCount),
    sharedCount,
    rowAttributes: { index: attributes, texts },
    verbatim: rows.verbatim,
    leadingRows: rows.leadingRows,
    ...frame,
    ...(sheet.mark === undefined ? {} : { mark: sheet.mark }),
  };
}

/** The sheet with the finished table of texts. */
export function withTexts(sheet: UntabledSheet, texts: TextTable): ScannedSheet {
  return { ...sheet, texts };
}
