import { shareHandover } from '../app/shareHandover';
import type { Messages } from '../messages';
import { SECRET_KINDS, type SharingOutcome } from '../workbook/workbook';
import { WorkbookFailure } from '../workbook/workbookFailure';
import { chooseShared, findWrongExtension } from './chooseOutputs';
import { describeFailure } from './describeFailure';
import { openFiles } from './openFiles';
import { createProgressBar } from './progressBar';

/** The options of `handover share` as commander hands them over. */
export interface ShareOptions {
  readonly out?: string;
  readonly output?: string;
  readonly quiet?: boolean;
}

/**
 * Writes the masked copy of the annotated workbook `file`, prints what was masked and left out.
 * Resolves with the exit code; leaves no file behind where it is not 0.
 */
export async function runShare(
  file: string,
  options: ShareOptions,
  words: Messages,
): Promise<number> {
  const { cli } = words;
  const path = options.out ?? options.output ?? (await chooseShared(file, words.language));
  const progress = createProgressBar(process.stderr, cli.stages, options.quiet !== true);
  const cancel = new AbortController();
  const onInterrupt = () => {
    cancel.abort();
  };
  process.once('SIGINT', onInterrupt);
  try {
    const workbook = await openFiles([file], path);
    try {
      const outcome = await shareHandover(
        { workbook, scripts: words.scripts },
        { onProgress: progress.show, signal: cancel.signal },
      );
      progress.clear();
      if (options.quiet !== true) process.stdout.write(summarize(path, outcome, words));
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

function summarize(path: string, { masked, notes }: SharingOutcome, { cli }: Messages): string {
  const { summary, sharing } = cli;
  const kinds = SECRET_KINDS.map((kind) => ({ name: sharing.kinds[kind], count: masked[kind] }));
  const wrong = findWrongExtension([], path);
  const lines = [
    summary.wrote({ path }),
    ...(wrong ? [summary.extension(wrong)] : []),
    sharing.masked({ kinds }),
    ...notes.map((note) => `  · ${sharing.notes[note]}`),
    sharing.checked,
  ];
  return `${lines.join('\n')}\n`;
}
