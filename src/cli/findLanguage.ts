import { LANGUAGES, type Language } from '../messages';

export interface FoundLanguage {
  readonly value: Language;
  /** What `--lang` says if it is no language of ours. */
  readonly problem?: string;
}

/**
 * The language of the messages: `--lang`, else the locale. Chinese where the locale says nothing
 * (`C`, `POSIX`, unset): the tool is made for Chinese banks.
 */
export function findLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): FoundLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const byLocale: Language = /^(?:zh|C$|C\.|POSIX$|$)/.test(locale) ? 'zh-CN' : 'en';
  const given = findOption(args);
  if (given === undefined) return { value: byLocale };
  const known = LANGUAGES.find((language) => language.toLowerCase() === given.toLowerCase());
  const short = /^zh/i.test(given) ? 'zh-CN' : /^en/i.test(given) ? 'en' : undefined;
  const value = known ?? short;
  return value ? { value } : { value: byLocale, problem: given };
}

function findOption(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const option = args[at];
  if (option === undefined || args.slice(0, at).includes('--')) return undefined;
  return option.startsWith('--lang=') ? option.slice('--lang='.length) : args[at + 1];
}
