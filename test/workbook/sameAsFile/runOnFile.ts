/** A sample as a program opens it, and as the file adapter analyses it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NOTHING_CHOSEN } from '../../../src/app/chosenSettings';
import { runHandover } from '../../../src/app/runHandover';
import { messages } from '../../../src/messages';
import { createFileWorkbook } from '../../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../../src/workbook/file/nodeCompression';
import type { WorkbookPlan } from '../../../src/workbook/sheetPlan';
import type { Workbook } from '../../../src/workbook/workbook';
import { ledgerInGb18030, ledgerPage, ledgerWorkbook } from '../../e2e/sampleFiles';
import { sinkTo, sourceOf } from '../bytesInMemory';
import type { Added } from './workbookView';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ROOT = path.join(__dirname, '../../..');

async function fileOf(file: string): Promise<Sample> {
  return { name: path.basename(file), bytes: new Uint8Array(await readFile(file)) };
}

/** What is analysed, by what it shows. `SAMPLES=FILE:FILE` adds others. */
export const SAMPLES: readonly (readonly [string, () => Promise<Sample> | Sample])[] = [
  ['the sample export', () => fileOf(path.join(ROOT, 'assets/sample-export.xlsx'))],
  ['a text in GB18030', ledgerInGb18030],
  ['a page that calls itself .xls', ledgerPage],
  ['a workbook of Excel 97', () => ledgerWorkbook('xls')],
  ...(process.env.SAMPLES ?? '')
    .split(':')
    .filter((file) => file !== '')
    .map((file) => [file, () => fileOf(file)] as const),
];

export interface FileRun {
  /** The sample as an .xlsx; where it is none, its cells laid out as the file adapter does. */
  readonly opened: Uint8Array;
  /** What the file adapter writes. */
  readonly written: Uint8Array;
  readonly added: Added;
}

/** Analyses a sample by the file adapter. */
export async function runOnFile(sample: Sample): Promise<FileRun> {
  const file = openFile(sample);
  const plan = await analyse(file.workbook);
  const written = file.written();
  const [contents] = await file.workbook.readContents();
  const firstAdded = plan.ledgers.map((ledger) => [ledger.sheetName, ledger.firstAddedColumn]);
  return {
    opened: contents?.xlsx === undefined ? await restored(written) : sample.bytes,
    written,
    added: {
      ownSheets: new Set(plan.sheets.map(({ name }) => name)),
      firstAddedColumn: new Map(firstAdded as [string, number][]),
    },
  };
}

function openFile({ bytes, name }: Sample) {
  let written = new Uint8Array(0);
  const workbook = createFileWorkbook({
    inputs: [{ source: sourceOf(bytes), name }],
    join: ([only]) => only ?? { name, sheets: [] },
    openSink: () => Promise.resolve(sinkTo((all) => (written = new Uint8Array(all)))),
    compression: createNodeCompression(),
  });
  return { workbook, written: () => written };
}

async function restored(bytes: Uint8Array): Promise<Uint8Array> {
  const file = openFile({ name: 'written.xlsx', bytes });
  await file.workbook.restore();
  return file.written();
}

/** Runs the whole use case on a workbook; the plan that it wrote. */
export async function analyse(workbook: Workbook): Promise<WorkbookPlan> {
  let plan: WorkbookPlan | undefined;
  const noting: Workbook = {
    ...workbook,
    write(given, options) {
      plan = given;
      return workbook.write(given, options);
    },
  };
  const words = messages('zh-CN');
  const outcome = await runHandover({
    workbook: noting,
    today: 45991,
    chosen: NOTHING_CHOSEN,
    words,
  });
  expect(outcome.ok).toBe(true);
  if (plan === undefined) throw new Error('nothing was written');
  return plan;
}
