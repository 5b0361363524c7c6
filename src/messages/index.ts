/** The only door of the messages: all wording, by language. */
import { en } from './en';
import type { Language, Messages } from './messages';
import { zhCN } from './zh-CN';

export type { Language, Messages } from './messages';

export const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** All wording of a language. Chinese is the default everywhere. */
export function messages(language: Language): Messages {
  return language === 'en' ? en : zhCN;
}
