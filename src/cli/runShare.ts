import { shareHandover } from '../app/shareHandover';
import type { CliMessages } from '../messages/cliMessages';
import type { SharingOutcome } from '../workbook/workbook';
import { chooseShared, findWrongExtension } from './chooseOutputs';
import { withFiles } from './withFiles';

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
  words: CliMessages,
): Promise<number> {
  const path = options.out ?? options.output ?? (await chooseShared(file, words.language));
  return withFiles([file], path, { words, quiet: options.quiet }, async (files) => {
    const outcome = await shareHandover(
      { workbook: files.workbook, scripts: words.scripts },
      files.operation,
    );
    files.clearProgress();
    if (options.quiet !== true) process.stdout.write(summarize(path, outcome, words));
    return 0;
  });
}

function summarize(
  path: string,
  { masked, notes }: SharingOutcome,
  { cli, sharing }: CliMessages,
): string {
  const { summary } = cli;
  const wrong = findWrongExtension([], path);
  const lines = [
    summary.wrote({ path }),
    ...(wrong ? [summary.extension(wrong)] : []),
    sharing.masked(masked),
    ...notes.map((note) => `  · ${sharing.notes[note]}`),
    sharing.checked,
  ];
  return `${lines.join('\n')}\n`;
}
