/** The whole way of a file in memory: analysed as the command line does, and restored. */
import { NOTHING_CHOSEN } from '../../../../src/app/chosenSettings';
import { runHandover } from '../../../../src/app/runHandover';
import type { Settings } from '../../../../src/core';
import { messages } from '../../../../src/messages';
import { createFileWorkbook } from '../../../../src/workbook/file/createFileWorkbook';
import { sinkTo, sourceOf } from '../../bytesInMemory';
import { compression } from '../ooxml-write/memory';

function open(bytes: Uint8Array, name: string) {
  let written: Uint8Array | undefined;
  const workbook = createFileWorkbook({
    inputs: [{ source: sourceOf(bytes), name }],
    join: ([only]) => only ?? { name: '', sheets: [] },
    openSink: () => Promise.resolve(sinkTo((all) => (written = all))),
    compression,
  });
  const output = (): Uint8Array => {
    if (written === undefined) throw new Error('Nothing was written.');
    return written;
  };
  return { workbook, output };
}

export async function analyzed(
  bytes: Uint8Array,
  name = 'ledger.xlsx',
  settings: Partial<Settings> = {},
): Promise<Uint8Array> {
  const { workbook, output } = open(bytes, name);
  const chosen = { ...NOTHING_CHOSEN, settings };
  const outcome = await runHandover({
    workbook,
    today: 45992,
    chosen,
    words: messages('zh-CN'),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return output();
}

export async function restored(bytes: Uint8Array): Promise<Uint8Array> {
  const { workbook, output } = open(bytes, 'annotated.xlsx');
  await workbook.restore();
  return output();
}
