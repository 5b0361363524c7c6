import { messages } from '.';
import { cli as english } from './en/cli';
import type { CliMessages, Language } from './messages';
import { cli as chinese } from './zh-CN/cli';

export type { CliMessages } from './messages';

/** All wording of a language with the command line's, which the pages do without: they load less. */
export function cliMessages(language: Language): CliMessages {
  return { ...messages(language), cli: language === 'en' ? english : chinese };
}
