import { restoreHandover } from '../app/restoreHandover';
import { LANGUAGES, messages } from '../messages';
import type { CliMessages } from '../messages/cliMessages';
import { chooseRestored, findWrongExtension } from './chooseOutputs';
import { withFiles } from './withFiles';

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
  words: CliMessages,
): Promise<number> {
  const { cli } = words;
  const path = options.out ?? options.output ?? (await chooseRestored(file, words.language));
  return withFiles([file], path, { words, quiet: options.quiet }, async (files) => {
    const copyPrefixes = LANGUAGES.map((language) => messages(language).report.untouchedCopy(''));
    const outcome = await restoreHandover(
      { workbook: files.workbook, copyPrefixes },
      files.operation,
    );
    files.clearProgress();
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
  });
}
