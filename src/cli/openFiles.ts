import { basename } from 'node:path';
import { joinWorkbooks } from '../app/joinWorkbooks';
import type { ByteSink } from '../workbook/file/bytes';
import { createFileWorkbook } from '../workbook/file/createFileWorkbook';
import { nodeByteSink } from '../workbook/file/nodeByteSink';
import { openNodeByteSource, type NodeByteSource } from '../workbook/file/nodeByteSource';
import { createNodeCompression } from '../workbook/file/nodeCompression';
import type { RestorableWorkbook, SharableWorkbook } from '../workbook/workbook';

export interface OpenWorkbook extends RestorableWorkbook, SharableWorkbook {
  /** Closes the input files, and leaves no output behind that was not finished. */
  close(): Promise<void>;
}

/** The input files as one workbook that is written to `out`: one in place, several laid out anew. */
export async function openFiles(files: readonly string[], out: string): Promise<OpenWorkbook> {
  const compression = createNodeCompression();
  const sources: NodeByteSource[] = [];
  let sink: ByteSink | undefined;
  const close = async (): Promise<void> => {
    await Promise.all(sources.map((source) => source.close()));
    await sink?.abort();
  };
  try {
    for (const file of files) sources.push(await openNodeByteSource(file));
    // Before the long part: a place where nothing can be written is told at once.
    sink = await nodeByteSink(out, files);
  } catch (error) {
    await close();
    throw error;
  }
  const inputs = sources.map((source, i) => ({ source, name: basename(files[i] ?? '') }));
  const opened = sink;
  const openSink = () => Promise.resolve(opened);
  const workbook = createFileWorkbook({ inputs, join: joinWorkbooks, openSink, compression });
  return { ...workbook, close };
}
