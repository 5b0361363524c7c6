import type { RawWorkbook } from '../../core';
import type { OperationOptions } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import type { ByteSource, Compression } from './bytes';
import { decodeText } from './delimited/decodeText';
import { readDelimited } from './delimited/readDelimited';
import { detectFormat, type FileFormat } from './detectFormat';
import { readHtmlTables } from './html/readHtmlTables';
import { readSpreadsheetXml } from './html/readSpreadsheetXml';
import { readXlsx, type XlsxContents } from './ooxml/readXlsx';
import { readXls } from './xls/readXls';

/** A file's sheets, and for an .xlsx what is needed to write it again. */
export interface FileContents {
  readonly format: FileFormat;
  readonly workbook: RawWorkbook;
  readonly xlsx?: XlsxContents;
}

const HEAD_BYTES = 65_536;
const CHUNK_BYTES = 1 << 22;
/** Markup is decoded to one string, whose length V8 limits to some 512 million characters. */
const MAX_MARKUP_BYTES = 500_000_000;
const MAX_XLS_BYTES = 2_000_000_000;

/**
 * Reads a file in whatever format its bytes are.
 * @throws WorkbookFailure `file.*`, `workbook.tooManyRows`, `operation.cancelled`.
 */
export async function readFile(
  source: ByteSource,
  { name, compression }: { readonly name: string; readonly compression: Compression },
  options: OperationOptions = {},
): Promise<FileContents> {
  if (options.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
  const format = detectFormat(await source.read(0, HEAD_BYTES), name);
  switch (format) {
    case 'xlsx': {
      const xlsx = await readXlsx(source, compression, { ...options, name });
      return { format, workbook: xlsx.workbook, xlsx };
    }
    case 'xls':
    case 'biff-old': {
      const bytes = await readWhole(source, MAX_XLS_BYTES, options);
      return { format, workbook: readXls(bytes, name) };
    }
    case 'html': {
      const bytes = await readWhole(source, MAX_MARKUP_BYTES, options);
      return { format, workbook: readHtmlTables(decodeText(bytes), name) };
    }
    case 'xml-spreadsheet-2003': {
      const bytes = await readWhole(source, MAX_MARKUP_BYTES, options);
      return { format, workbook: readSpreadsheetXml(decodeText(bytes), name) };
    }
    case 'delimited':
      return { format, workbook: await readDelimited(source, name, options) };
  }
}

/** All bytes of a file that must be in memory as a whole. */
async function readWhole(
  source: ByteSource,
  limit: number,
  { signal, onProgress }: OperationOptions,
): Promise<Uint8Array> {
  const { size } = source;
  if (size > limit) throw new WorkbookFailure('file.tooLarge', { bytes: size, limit });
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size;) {
    if (signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
    const chunk = await source.read(done, Math.min(CHUNK_BYTES, size - done));
    if (chunk.length === 0) return bytes.subarray(0, done);
    bytes.set(chunk, done);
    done += chunk.length;
    onProgress?.({ stage: 'read', done, total: size });
  }
  return bytes;
}
