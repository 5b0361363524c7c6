import { joinWorkbooks } from '../../../../src/app/joinWorkbooks';
import { NOTHING_CHOSEN } from '../../../../src/app/chosenSettings';
import { runHandover } from '../../../../src/app/runHandover';
import { shareHandover } from '../../../../src/app/shareHandover';
import { messages } from '../../../../src/messages';
import { createFileWorkbook } from '../../../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import type { SharingOutcome } from '../../../../src/workbook/workbook';
import { sinkTo, sourceOf } from '../../bytesInMemory';

const words = messages('zh-CN');
const TODAY = 45991;

export function openBytes(
  files: Readonly<Record<string, Uint8Array>>,
  onWritten: (bytes: Uint8Array) => void = () => undefined,
) {
  return createFileWorkbook({
    inputs: Object.entries(files).map(([name, bytes]) => ({ name, source: sourceOf(bytes) })),
    join: joinWorkbooks,
    openSink: () => Promise.resolve(sinkTo(onWritten)),
    compression: createNodeCompression(),
  });
}

/** The annotated workbook of one export or several. */
export async function annotateBook(
  files: Readonly<Record<string, Uint8Array>>,
  chosen = NOTHING_CHOSEN,
): Promise<Uint8Array> {
  let written = new Uint8Array(0);
  const workbook = openBytes(files, (bytes) => (written = Uint8Array.from(bytes)));
  const outcome = await runHandover({ workbook, today: TODAY, chosen, words });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return written;
}

export interface SharedBook extends SharingOutcome {
  readonly bytes: Uint8Array;
}

/** The sharing copy of an annotated workbook. */
export async function shareBook(annotated: Uint8Array): Promise<SharedBook> {
  let bytes = new Uint8Array(0);
  const workbook = openBytes({ 'a.xlsx': annotated }, (all) => (bytes = Uint8Array.from(all)));
  const outcome = await shareHandover({ workbook, scripts: words.scripts });
  return { bytes, ...outcome };
}
