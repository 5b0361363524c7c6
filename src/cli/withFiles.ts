import type { CliMessages } from '../messages/cliMessages';
import type { OperationOptions } from '../workbook/workbook';
import { WorkbookFailure } from '../workbook/workbookFailure';
import { describeFailure } from './describeFailure';
import { openFiles, type OpenWorkbook } from './openFiles';
import { createProgressBar } from './progressBar';

export interface FilesInHand {
  readonly workbook: OpenWorkbook;
  /** Progress to the terminal, and cancelling by Ctrl+C. */
  readonly operation: OperationOptions;
  /** Takes the progress bar off the screen, before anything is printed. */
  readonly clearProgress: () => void;
}

/**
 * What every command does around its work: opens `files` as one workbook that is written to `out`,
 * shows progress, listens to Ctrl+C, closes all. Resolves with the exit code of `work`, or 1 with
 * the reason on stderr where the files refuse.
 */
export async function withFiles(
  files: readonly string[],
  out: string,
  { words, quiet }: { readonly words: CliMessages; readonly quiet: boolean | undefined },
  work: (files: FilesInHand) => Promise<number>,
): Promise<number> {
  const progress = createProgressBar(process.stderr, words.cli.stages, quiet !== true);
  const cancel = new AbortController();
  const onInterrupt = () => {
    cancel.abort();
  };
  process.once('SIGINT', onInterrupt);
  try {
    const workbook = await openFiles(files, out);
    try {
      const operation = { onProgress: progress.show, signal: cancel.signal };
      return await work({ workbook, operation, clearProgress: progress.clear });
    } finally {
      await workbook.close();
    }
  } catch (error) {
    progress.clear();
    if (!(error instanceof WorkbookFailure)) throw error;
    process.stderr.write(`${words.cli.errorPrefix}${describeFailure(error, words)}\n`);
    return 1;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}
