import { restoreHandover } from '../app/restoreHandover';
import { LANGUAGES, messages, type Messages } from '../messages';
import { WorkbookFailure } from '../workbook/workbookFailure';
import { chooseRestored, findWrongExtension } from './chooseOutputs';
import { describeFailure } from './describeFailure';
import { openFiles } from './openFiles';
import { createProgressBar } from './progressBar';

/** The options of `handover restore` as commander hands them over. */
export interface RestoreOptions {
  readonly out?: string;
  readonly output?: string;
  readonly quiet?: boolean;
}

/**
 * Writes the annotated workbook `file` as it was before the first run. Resolves with the exit code;
 * leaves no file behind where it is not 0.
 */
export async function runRestore(
  file: string,
  options: RestoreOptions,
  words: Messages,
): Promise<number> {
  const { cli } = words;
  const path = options.out ?? options.output ?? (await chooseRestored(file, words.language));
  const progress = createProgressBar(process.stderr, cli.stages, options.quiet !== true);
  const cancel = new AbortController();
  const onInterrupt = () => {
    cancel.abort();
  };
  process.once('SIGINT', onInterrupt);
  try {
    const workbook = await openFiles([file], path);
    try {
      const copyPrefixes = LANGUAGES.map((language) => messages(language).report.untouchedCopy(''));
      const outcome = await restoreHandover(
        { workbook, copyPrefixes },
        { onProgress: progress.show, signal: cancel.signal },
      );
      progress.clear();
      if (!outcome.ok) {
        const { reason } = outcome;
        const sheets = reason.code === 'unmarked' ? reason.sheets : [];
        process.stderr.write(`${cli.errorPrefix}${cli.noRestore[reason.code]({ file, sheets })}\n`);
        return 1;
      }
      if (options.quiet !== true) {
        const wrong = findWrongExtension([file], path);
        const lines = [
          cli.summary.wrote({ path }),
          ...(wrong ? [cli.summary.extension(wrong)] : []),
          cli.summary.restored(outcome),
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
      }
      return 0;
    } finally {
      await workbook.close();
    }
  } catch (error) {
    progress.clear();
    if (!(error instanceof WorkbookFailure)) throw error;
    process.stderr.write(`${cli.errorPrefix}${describeFailure(error, words)}\n`);
    return 1;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}
