import { SHARING_MARK } from '../../../core';
import type { ColumnMappings, OperationOptions, SharingOutcome } from '../../workbook';
import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSink, Compression } from '../bytes';
import type { XlsxContents } from '../ooxml/readXlsx';
import { checkCopy } from './checkCopy';
import { createDraft } from './draft';
import { studyBook } from './studyBook';
import { writeCopy } from './writeCopy';

export interface SharingJob extends OperationOptions {
  /** The workbook as read; undefined where it is no .xlsx, or several files. */
  readonly contents: XlsxContents | undefined;
  readonly mappings: ColumnMappings;
  readonly compression: Compression;
  /** Asked for once the copy is proved clean. */
  readonly openSink: () => Promise<ByteSink>;
}

/**
 * Writes the masked copy of an annotated .xlsx or .xlsm as a plain .xlsx. The copy is held in
 * memory, read back and searched; only then is a sink asked for.
 * @throws WorkbookFailure `sharing.*`, `operation.cancelled`, and what the sink refuses.
 */
export async function shareXlsx(job: SharingJob): Promise<SharingOutcome> {
  const { contents, mappings, compression, openSink, ...options } = job;
  const sheets = contents?.package.sheets ?? [];
  if (sheets.some(({ mark }) => mark === SHARING_MARK)) throw new WorkbookFailure('sharing.isCopy');
  if (contents === undefined || !sheets.some(({ mark }) => mark === 'customers')) {
    throw new WorkbookFailure('sharing.notAnnotated');
  }
  const secrets = studyBook(contents.workbook, mappings);
  const draft = createDraft();
  const { sheetNames, ...outcome } = await writeCopy({
    package: contents.package,
    secrets,
    sink: draft.sink,
    compression,
    ...options,
  });
  await checkCopy(draft.source(), { secrets, sheetNames, compression, ...options });
  const sink = await openSink();
  try {
    for (const chunk of draft.chunks()) await sink.write(chunk);
    await sink.close();
  } catch (cause) {
    await sink.abort();
    if (cause instanceof WorkbookFailure) throw cause;
    throw new WorkbookFailure('file.writeFailed', {}, { cause });
  }
  return outcome;
}
