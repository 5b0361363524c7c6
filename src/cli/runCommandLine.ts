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
  const { outRestored, outShared } = words.cli.options;
  describeCopying(program, words, { name: 'restore', out: outRestored }, async (file, options) => {
    exitCode = await runRestore(file, options, words);
  });
  describeCopying(program, words, { name: 'share', out: outShared }, async (file, options) => {
    exitCode = await runShare(file, options, words);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof UsageError) return complainUsage(words, error.message);
    if (error instanceof CommanderError) return answerCommander(error, words);
    const { unexpected } = words.cli.usage;
    process.stderr.write(`${unexpected()}\n${packageInfo.version}\n${placeOf(error)}\n`);
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

/** Where a mistake of ours happened, without its message: that may quote a cell. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
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

/** A command that writes one file from an annotated one. */
function describeCopying(
  program: Command,
  { cli: { commands, options } }: CliMessages,
  command: { readonly name: 'restore' | 'share'; readonly out: string },
  run: (file: string, options: RestoreOptions & ShareOptions) => Promise<void>,
): void {
  program
    .command(command.name)
    .description(commands[command.name])
    .argument('<file>', options.annotated)
    .option('-o, --out <file>', command.out)
    .addOption(new Option('--output <file>').hideHelp())
    .option('--lang <language>', options.language)
    .option('-q, --quiet', options.quiet)
    .helpOption('-h, --help', options.help)
    .copyInheritedSettings(program)
    .action(run);
}
