import type { ChosenSettings } from './chosenSettings';
import { SCRIPT_SETTING_KEYS, SETTING_KEYS, type SettingKey } from './settingKeys';

/**
 * The settings as an object that `readSettings` reads again: the JSON of a settings file, of an
 * export and of what is kept in the workbook.
 */
export function describeSettings({
  settings,
  scriptSettings,
  scriptTemplates,
}: ChosenSettings): Readonly<Record<string, unknown>> {
  const scripts = {
    ...describeKeys(scriptSettings, SCRIPT_SETTING_KEYS),
    ...(Object.keys(scriptTemplates).length === 0 ? {} : { templates: scriptTemplates }),
  };
  return {
    ...describeKeys(settings, SETTING_KEYS),
    ...(Object.keys(scripts).length === 0 ? {} : { scripts }),
  };
}

function describeKeys(
  values: object,
  keys: Readonly<Record<string, SettingKey<string>>>,
): Record<string, unknown> {
  const given = values as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, { target, write }]) => {
      const value = given[target];
      if (value === undefined) return [];
      return [[key, write === undefined ? value : write(value as never)]];
    }),
  );
}
