import {
  DEFAULT_SCRIPT_SETTINGS,
  DEFAULT_SETTINGS,
  isoDay,
  type ScriptWords,
  type TemplateChoices,
} from '../../core';
import type { ChosenSettings } from '../chosenSettings';
import { describeSettings } from '../describeSettings';
import { readSettings, type SettingsResult } from '../readSettings';

/** Numbers that can be set, by their key in a settings file, and how they are shown. */
export const NUMBER_SETTINGS = {
  classAShare: 'percent',
  classBShare: 'percent',
  stableFloor: 'yuan',
  stableShare: 'percent',
  stableCap: 'yuan',
  claimShare: 'percent',
  negotiateShare: 'percent',
  urgentMaturityDays: 'days',
  maturingDays: 'days',
  reminderDays: 'days',
} as const;
export type NumberSetting = keyof typeof NUMBER_SETTINGS;

/** What stands in the fields of the settings screen, as typed. */
export interface SettingsDraft {
  readonly me: string;
  readonly predecessors: readonly string[];
  readonly asOf: string;
  readonly keepDuplicates: boolean;
  readonly numbers: Readonly<Record<NumberSetting, string>>;
  readonly branch: string;
  readonly landmark: string;
  readonly activity: string;
  readonly move: string;
  readonly tie: string;
  readonly polite: boolean;
  readonly templates: TemplateChoices;
}

type Source = Readonly<Record<string, unknown>>;

const DEFAULTS: Source = describeSettings({
  settings: DEFAULT_SETTINGS,
  scriptSettings: DEFAULT_SCRIPT_SETTINGS,
  scriptTemplates: {},
});

/** The fields as they stand for what is chosen. */
export function draftOf(chosen: ChosenSettings): SettingsDraft {
  const { settings, scriptSettings, scriptTemplates } = chosen;
  const source: Source = { ...DEFAULTS, ...describeSettings(chosen) };
  const numbers = Object.fromEntries(
    Object.entries(NUMBER_SETTINGS).map(([key, unit]) => [key, shown(Number(source[key]), unit)]),
  ) as SettingsDraft['numbers'];
  return {
    me: settings.me ?? '',
    predecessors: settings.predecessors ?? [],
    asOf: settings.asOf === undefined ? '' : isoDay(settings.asOf),
    keepDuplicates: settings.keepDuplicates ?? DEFAULT_SETTINGS.keepDuplicates,
    numbers,
    branch: scriptSettings.branch ?? '',
    landmark: scriptSettings.landmark ?? '',
    activity: scriptSettings.activity ?? '',
    move: scriptSettings.move ?? DEFAULT_SCRIPT_SETTINGS.move,
    tie: scriptSettings.tie ?? '',
    polite: scriptSettings.polite ?? DEFAULT_SCRIPT_SETTINGS.polite,
    templates: scriptTemplates,
  };
}

/**
 * What is chosen once the fields are taken over: keys that the screen does not show stay, those at
 * their default are left out. The first field that does not fit is named, as by `readSettings`.
 */
export function readDraft(
  draft: SettingsDraft,
  before: ChosenSettings,
  words: ScriptWords,
): SettingsResult {
  const kept = describeSettings({ ...before, scriptTemplates: {} });
  const { scripts = {}, ...rest } = kept;
  const numbers = Object.entries(NUMBER_SETTINGS).map(([key, unit]) => [
    key,
    typed(draft.numbers[key as NumberSetting], unit),
  ]);
  const source = {
    ...rest,
    me: draft.me.trim(),
    predecessors: draft.predecessors,
    asOf: draft.asOf.trim(),
    keepDuplicates: draft.keepDuplicates,
    ...(Object.fromEntries(numbers) as Source),
  };
  const scriptSource = {
    ...(scripts as Source),
    branch: draft.branch.trim(),
    landmark: draft.landmark.trim(),
    activity: draft.activity.trim(),
    move: draft.move,
    tie: draft.tie,
    polite: draft.polite,
    templates: draft.templates,
  };
  const scriptDefaults = (DEFAULTS.scripts ?? {}) as Source;
  return readSettings(
    {
      ...withoutDefaults(source, DEFAULTS),
      scripts: withoutDefaults(scriptSource, scriptDefaults),
    },
    words,
  );
}

function withoutDefaults(source: Source, defaults: Source): Source {
  return Object.fromEntries(
    Object.entries(source).filter(
      ([key, value]) => value !== '' && JSON.stringify(value) !== JSON.stringify(defaults[key]),
    ),
  );
}

type Unit = (typeof NUMBER_SETTINGS)[NumberSetting];

function shown(value: number, unit: Unit): string {
  return String(unit === 'percent' ? Math.round(value * 10000) / 100 : value);
}

/** What does not read as a number stays text, and is refused by its reader. */
function typed(text: string, unit: Unit): unknown {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/%$/, '');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return text === '' ? NaN : text;
  return unit === 'percent' ? Math.round(Number(plain) * 100) / 10000 : Number(plain);
}
