import { Command, CommanderError, Option } from 'commander';
import packageInfo from '../../package.json';
import { cliMessages, type CliMessages } from '../messages/cliMessages';
import { findLanguage } from './findLanguage';
import { runAnalyze, type AnalyzeOptions } from './runAnalyze';
import { runRestore, type RestoreOptions } from './runRestore';
import { runShare, type ShareOptions } from './runShare';
import { UsageError } from './usageError';

/**
 * Runs the command line and resolves with its exit code: 0 done, 1 the input cannot be analysed,
 * 2 wrong usage (SPEC 11).
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const language = findLanguage(args, process.env);
  const words = cliMessages(language.value);
  if (language.problem !== undefined) {
    return complainUsage(words, words.cli.usage.language({ value: language.problem }));
  }
  let exitCode = 0;
  const program = describeProgram(words);
  describeAnalyze(program, words, async (files, options) => {
    exitCode = await runAnalyze(files, options, words);
  });
  describeRestore(program, words, async (file, options) => {
    exitCode = await runRestore(file, options, words);
  });
  describeShare(program, words, async (file, options) => {
    exitCode = await runShare(file, options, words);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof UsageError) return complainUsage(words, error.message);
    if (error instanceof CommanderError) return answerCommander(error, words);
    const { unexpected } = words.cli.usage;
    process.stderr.write(`${unexpected()}\n${packageInfo.version}\n${stackOf(error)}\n`);
    return 1;
  }
}

function complainUsage({ cli }: CliMessages, text: string): number {
  process.stderr.write(`${cli.errorPrefix}${text}\n${cli.usageHint}\n`);
  return 2;
}

/** Help and version were printed; anything else is a call that commander does not understand. */
function answerCommander(error: CommanderError, words: CliMessages): number {
  if (error.exitCode === 0) return 0;
  const { usage } = words.cli;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const value = quoted.split(/[ ,]+/).find((part) => part.startsWith('--')) ?? quoted;
  switch (error.code) {
    case 'commander.help':
      return 2;
    case 'commander.unknownOption':
      return complainUsage(words, usage.unknownOption({ value }));
    case 'commander.unknownCommand':
      return complainUsage(words, usage.unknownCommand({ value }));
    case 'commander.excessArguments':
      return complainUsage(words, usage.excessFiles());
    case 'commander.missingArgument':
      return complainUsage(words, usage.missingFile());
    case 'commander.optionMissingArgument':
      return complainUsage(words, usage.missingValue({ value }));
    default:
      return complainUsage(words, usage.other());
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function describeProgram({ cli }: CliMessages): Command {
  const { options, help } = cli;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  return (
    new Command('handover')
      .description(cli.description)
      .version(packageInfo.version, '-V, --version', options.version)
      .helpOption('-h, --help', options.help)
      .helpCommand(false)
      .configureHelp({ styleTitle: (title) => titles[title] ?? title })
      // Errors are put in words of ours; commander would speak English.
      .configureOutput({ outputError: () => undefined })
      .exitOverride()
  );
}

function describeAnalyze(
  program: Command,
  { cli }: CliMessages,
  run: (files: string[], options: AnalyzeOptions) => Promise<void>,
): void {
  const { options } = cli;
  program
    .command('analyze')
    .description(cli.commands.analyze)
    .argument('<file...>', options.files)
    .option('-o, --out <file>', options.out)
    .option('-r, --report <file>', options.report)
    .addOption(new Option('--no-report', options.noReport))
    .option('--me <name>', options.me)
    // Collected call by call: a list option would swallow the files behind it.
    .option(
      '--predecessor <name>',
      options.predecessor,
      (name, names: string[]) => [...names, name],
      [],
    )
    .option('--basis <basis>', options.basis)
    .option('--as-of <date>', options.asOf)
    .option('--settings <file>', options.settings)
    .addOption(new Option('--no-original', options.noOriginal))
    .option('--lang <language>', options.language)
    .option('-q, --quiet', options.quiet)
    .helpOption('-h, --help', options.help)
    .copyInheritedSettings(program)
    .action(run);
}

function describeRestore(
  program: Command,
  { cli }: CliMessages,
  run: (file: string, options: RestoreOptions) => Promise<void>,
): void {
  const { options } = cli;
  program
    .command('restore')
    .description(cli.commands.restore)
    .argument('<file>', options.annotated)
    .option('-o, --out <file>', options.outRestored)
    .addOption(new Option('--output <file>').hideHelp())
    .option('--lang <language>', options.language)
    .option('-q, --quiet', options.quiet)
    .helpOption('-h, --help', options.help)
    .copyInheritedSettings(program)
    .action(run);
}

function describeShare(
  program: Command,
  { cli }: CliMessages,
  run: (file: string, options: ShareOptions) => Promise<void>,
): void {
  const { options } = cli;
  program
    .command('share')
    .description(cli.commands.share)
    .argument('<file>', options.annotated)
    .option('-o, --out <file>', options.outShared)
    .addOption(new Option('--output <file>').hideHelp())
    .option('--lang <language>', options.language)
    .option('-q, --quiet', options.quiet)
    .helpOption('-h, --help', options.help)
    .copyInheritedSettings(program)
    .action(run);
}
