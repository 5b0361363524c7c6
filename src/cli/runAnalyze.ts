import { readFile, rm } from 'node:fs/promises';
import { mergeChosen, NOTHING_CHOSEN, type ChosenSettings } from '../app/chosenSettings';
import { readSettings } from '../app/readSettings';
import { runHandover } from '../app/runHandover';
import { parseDay, type Settings } from '../core';
import type { CliMessages } from '../messages/cliMessages';
import { machineReport } from '../report';
import { printSummary } from './printSummary';
import { chooseOutputs, findWrongExtension } from './chooseOutputs';
import { today } from './today';
import { UsageError } from './usageError';
import { withFiles } from './withFiles';
import { nodeByteSink } from '../workbook/file/nodeByteSink';
import type { ByteSink } from '../workbook/file/bytes';

/** The options of `handover analyze` as commander hands them over. */
export interface AnalyzeOptions {
  readonly out?: string;
  /** A path; false for `--no-report`, true where nothing is said. */
  readonly report?: string | boolean;
  readonly me?: string;
  readonly predecessor?: readonly string[];
  readonly basis?: string;
  readonly asOf?: string;
  readonly settings?: string;
  /** False for `--no-original`. */
  readonly original?: boolean;
  readonly quiet?: boolean;
}

/**
 * Analyses the files, writes the annotated workbook and the report for machines, prints a summary.
 * Resolves with the exit code; leaves no file behind where it is not 0.
 * @throws UsageError when an option's value does not fit.
 */
export async function runAnalyze(
  files: readonly string[],
  options: AnalyzeOptions,
  words: CliMessages,
): Promise<number> {
  const chosen = await collectSettings(options, words);
  const started = performance.now();
  const outputs = await chooseOutputs(files, options, words.language);
  const run = { words, quiet: options.quiet };
  return withFiles(files, outputs.workbook, run, async ({ workbook, operation, clearProgress }) => {
    let report: ByteSink | undefined;
    try {
      // Before the long part, as the workbook's place.
      if (outputs.report !== undefined) report = await nodeByteSink(outputs.report, files);
      const outcome = await runHandover({ workbook, today: today(), chosen, words }, operation);
      clearProgress();
      if (!outcome.ok) {
        process.stderr.write(`${words.cli.errorPrefix}${words.problem(outcome.problem)}\n`);
        return 1;
      }
      if (report) {
        await writeReport(report, machineReport(outcome.analysis, words), outputs.workbook);
      }
      if (options.quiet !== true) {
        const seconds = (performance.now() - started) / 1000;
        const paths =
          outputs.report === undefined ? [outputs.workbook] : [outputs.workbook, outputs.report];
        const extension = findWrongExtension(files, outputs.workbook);
        process.stdout.write(printSummary(outcome.analysis, words, { paths, extension, seconds }));
      }
      return 0;
    } finally {
      await report?.abort();
    }
  });
}

/** The report, or neither report nor workbook: half of a result is worse than none. */
async function writeReport(
  sink: ByteSink,
  chunks: Iterable<string>,
  workbookPath: string,
): Promise<void> {
  try {
    const encoder = new TextEncoder();
    for (const chunk of chunks) await sink.write(encoder.encode(chunk));
    await sink.close();
  } catch (error) {
    await rm(workbookPath, { force: true });
    throw error;
  }
}

async function collectSettings(
  options: AnalyzeOptions,
  words: CliMessages,
): Promise<ChosenSettings> {
  const { cli } = words;
  const file =
    options.settings === undefined
      ? NOTHING_CHOSEN
      : await readSettingsFile(options.settings, words);
  const { basis, asOf } = options;
  if (basis !== undefined && basis !== 'balance' && basis !== 'dailyAverage') {
    throw new UsageError(cli.usage.basis({ value: basis }));
  }
  const day = asOf === undefined ? undefined : parseDay(asOf);
  if (asOf !== undefined && !(day !== undefined && day > 0)) {
    throw new UsageError(cli.usage.asOf({ value: asOf }));
  }
  const given: Partial<Settings> = {
    ...(basis && { basis }),
    ...(day && { asOf: day }),
    ...(options.me !== undefined && { me: options.me }),
    ...(options.predecessor?.length && { predecessors: options.predecessor }),
    ...(options.original === false && { keepOriginal: false }),
  };
  return mergeChosen(file, { ...NOTHING_CHOSEN, settings: given });
}

async function readSettingsFile(
  path: string,
  { cli, scripts }: CliMessages,
): Promise<ChosenSettings> {
  let source: unknown;
  try {
    source = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(cli.usage.settingsUnreadable({ path }));
  }
  const result = readSettings(source, scripts);
  if (result.ok) return result.value;
  const { key, placeholder } = result.fault;
  throw new UsageError(
    placeholder === undefined
      ? cli.usage.settingsKey({ path, key })
      : cli.usage.settingsPlaceholder({ path, key, ...placeholder }),
  );
}
