import {
  findPlaceholders,
  parseTemplate,
  SCRIPT_CASES,
  SCRIPT_FACTS,
  type ScriptWords,
  type TemplateChoices,
} from '../core';
import { isRecord } from './settingKeys';

/** Where a settings object does not fit. */
export interface SettingsFault {
  /** Path of the key that is unknown or whose value does not fit: `scripts.move`. */
  readonly key: string;
  /** A placeholder that means nothing, and those that do. */
  readonly placeholder?: { readonly unknown: string; readonly known: readonly string[] };
}

export type TemplatesResult =
  | { readonly ok: true; readonly value: TemplateChoices }
  | { readonly ok: false; readonly fault: SettingsFault };

const TEXT_KEYS = ['weChatRequest', 'firstMessage', 'guidance'] as const;
const STEPS = 7;

/**
 * Script templates as a settings file holds them: by kind of call, each with any of `steps` (seven
 * texts), `weChatRequest`, `firstMessage`, `guidance`. Every placeholder must be one of `words` or a
 * fact's own name. The first fault is named.
 */
export function readTemplates(source: unknown, words: ScriptWords, path: string): TemplatesResult {
  if (!isRecord(source)) return { ok: false, fault: { key: path } };
  for (const [scriptCase, template] of Object.entries(source)) {
    const at = `${path}.${scriptCase}`;
    if (!SCRIPT_CASES.some((known) => known === scriptCase))
      return { ok: false, fault: { key: at } };
    const fault = findFault(template, words, at);
    if (fault !== undefined) return { ok: false, fault };
  }
  return { ok: true, value: source };
}

function findFault(template: unknown, words: ScriptWords, path: string): SettingsFault | undefined {
  if (!isRecord(template)) return { key: path };
  for (const [key, value] of Object.entries(template)) {
    const at = `${path}.${key}`;
    const isSteps = key === 'steps' && Array.isArray(value) && value.length === STEPS;
    if (!isSteps && !TEXT_KEYS.some((known) => known === key)) return { key: at };
    const texts: readonly unknown[] = isSteps ? value : [value];
    for (const [index, text] of texts.entries()) {
      const where = isSteps ? `${at}[${String(index + 1)}]` : at;
      if (typeof text !== 'string') return { key: where };
      const unknown = findUnknownPlaceholder(text, words);
      if (unknown !== undefined) {
        const known = SCRIPT_FACTS.map((fact) => words.placeholders[fact]);
        return { key: where, placeholder: { unknown, known } };
      }
    }
  }
  return undefined;
}

/** The first placeholder of a text that scripts cannot fill. */
export function findUnknownPlaceholder(text: string, words: ScriptWords): string | undefined {
  const known = new Set<string>(SCRIPT_FACTS.flatMap((fact) => [fact, words.placeholders[fact]]));
  return findPlaceholders(parseTemplate(text)).find((name) => !known.has(name));
}
