import { DEFAULT_SETTINGS, parseDay, type ScriptSettings, type Settings } from '../core';

/** A settings file, read: what it sets, by the core's names. */
export interface ReadSettings {
  readonly settings: Partial<Settings>;
  readonly scriptSettings: Partial<ScriptSettings>;
}

export type SettingsResult =
  | { readonly ok: true; readonly value: ReadSettings }
  /** The key that is unknown or whose value does not fit. */
  | { readonly ok: false; readonly key: string };

type Check = (value: unknown) => unknown;

/** Amounts stand in yuan in the file, as people write them; the core counts fen. */
const CHECKS: Readonly<Record<string, readonly [target: keyof Settings, check: Check]>> = {
  basis: ['basis', oneOf('balance', 'dailyAverage')],
  asOf: ['asOf', isDay],
  me: ['me', isText],
  predecessors: ['predecessors', isTexts],
  classAShare: ['classAShare', isShare],
  classBShare: ['classBShare', isShare],
  stableFloor: ['stableFloorFen', isYuan],
  stableShare: ['stableShare', isShare],
  stableCap: ['stableCapFen', isYuan],
  claimShare: ['claimShare', isShare],
  negotiateShare: ['negotiateShare', isShare],
  maturingDays: ['maturingDays', isCount],
  reminderDays: ['reminderDays', isCount],
  urgentMaturityDays: ['urgentMaturityDays', isCount],
  keepDuplicates: ['keepDuplicates', isFlag],
  mappings: ['mappings', isMappings],
  cleaningLogCap: ['cleaningLogCap', isCount],
  scriptCap: ['scriptCap', isCount],
};

const SCRIPT_CHECKS: Readonly<
  Record<string, readonly [target: keyof ScriptSettings, check: Check]>
> = {
  branch: ['branch', isText],
  landmark: ['landmark', isText],
  activity: ['activity', isText],
  move: ['move', oneOf('post', 'promotion')],
  tie: ['tie', oneOf('colleague', 'apprentice')],
  polite: ['polite', isFlag],
  politeCustomers: ['politeCustomers', isTexts],
  politeFromAge: ['politeFromAge', isCount],
  veryLarge: ['veryLargeFen', isYuan],
};

/** Reads a settings object as a file holds it; the first key that does not fit is named. */
export function readSettings(source: unknown): SettingsResult {
  if (!isRecord(source)) return { ok: false, key: '' };
  const { scripts = {}, ...rest } = source;
  const settings = readKeys(rest, CHECKS, '');
  if (!settings.ok) return settings;
  const scriptSettings = readKeys(scripts, SCRIPT_CHECKS, 'scripts');
  if (!scriptSettings.ok) return scriptSettings;
  return { ok: true, value: { settings: settings.value, scriptSettings: scriptSettings.value } };
}

type Checks = Readonly<Record<string, readonly [target: string, check: Check]>>;

function readKeys(
  source: unknown,
  checks: Checks,
  path: string,
): { ok: true; value: Record<string, unknown> } | { ok: false; key: string } {
  if (!isRecord(source)) return { ok: false, key: path };
  const value: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(source)) {
    const rule = Object.hasOwn(checks, key) ? checks[key] : undefined;
    const checked = rule?.[1](given);
    if (!rule || checked === undefined)
      return { ok: false, key: path === '' ? key : `${path}.${key}` };
    value[rule[0]] = checked;
  }
  return { ok: true, value };
}

/** Settings with every value, from defaults, a file and the call, the later before the earlier. */
export function completeSettings(today: number, ...layers: readonly Partial<Settings>[]): Settings {
  return Object.assign({ ...DEFAULT_SETTINGS, today }, ...layers) as Settings;
}

function oneOf(...choices: readonly string[]): Check {
  return (value) => (choices.includes(value as string) ? value : undefined);
}

function isText(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isTexts(value: unknown): unknown {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value
    : undefined;
}

function isFlag(value: unknown): unknown {
  return typeof value === 'boolean' ? value : undefined;
}

function isCount(value: unknown): unknown {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? value : undefined;
}

function isShare(value: unknown): unknown {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

function isYuan(value: unknown): unknown {
  const fen = typeof value === 'number' ? Math.round(value * 100) : NaN;
  return Number.isSafeInteger(fen) && fen >= 0 ? fen : undefined;
}

function isDay(value: unknown): unknown {
  const day = typeof value === 'string' ? parseDay(value) : 0;
  return day > 0 ? day : undefined;
}

/** Sheet name, layout key or `*` → field → column letter or header text. */
function isMappings(value: unknown): unknown {
  const fits =
    isRecord(value) &&
    Object.values(value).every(
      (columns) =>
        isRecord(columns) && Object.values(columns).every((text) => typeof text === 'string'),
    );
  return fits ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
