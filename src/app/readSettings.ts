import type { ScriptWords } from '../core';
import type { ChosenSettings } from './chosenSettings';
import { findUnknownPlaceholder, readTemplates, type SettingsFault } from './readTemplates';
import { isRecord, SCRIPT_SETTING_KEYS, SETTING_KEYS, type SettingKey } from './settingKeys';

export type SettingsResult =
  | { readonly ok: true; readonly value: ChosenSettings }
  | { readonly ok: false; readonly fault: SettingsFault };

/**
 * Reads a settings object as a file or the workbook holds it; the first key that does not fit is
 * named. Placeholders are checked against `words`.
 */
export function readSettings(source: unknown, words: ScriptWords): SettingsResult {
  if (!isRecord(source)) return { ok: false, fault: { key: '' } };
  const { scripts = {}, ...rest } = source;
  if (!isRecord(scripts)) return { ok: false, fault: { key: 'scripts' } };
  const { templates = {}, ...scriptRest } = scripts;
  const settings = readKeys(rest, SETTING_KEYS, '');
  if (!settings.ok) return settings;
  const scriptSettings = readKeys(scriptRest, SCRIPT_SETTING_KEYS, 'scripts.');
  if (!scriptSettings.ok) return scriptSettings;
  const activity = scriptRest.activity;
  const unknown =
    typeof activity === 'string' ? findUnknownPlaceholder(activity, words) : undefined;
  if (unknown !== undefined) {
    const known = Object.values(words.placeholders);
    return { ok: false, fault: { key: 'scripts.activity', placeholder: { unknown, known } } };
  }
  const scriptTemplates = readTemplates(templates, words, 'scripts.templates');
  if (!scriptTemplates.ok) return scriptTemplates;
  return {
    ok: true,
    value: {
      settings: settings.value,
      scriptSettings: scriptSettings.value,
      scriptTemplates: scriptTemplates.value,
    },
  };
}

function readKeys(
  source: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, SettingKey<string>>>,
  path: string,
): { ok: true; value: Record<string, unknown> } | { ok: false; fault: SettingsFault } {
  const value: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(source)) {
    const rule = Object.hasOwn(keys, key) ? keys[key] : undefined;
    const read = rule?.read(given);
    if (!rule || read === undefined) return { ok: false, fault: { key: path + key } };
    value[rule.target] = read;
  }
  return { ok: true, value };
}
