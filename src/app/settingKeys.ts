import { isoDay, parseDay, type ScriptSettings, type Settings } from '../core';

/**
 * One key of a settings file: the core's name for it, how the file's value is read (undefined: it
 * does not fit) and, where the core holds it in another form, how it is written again.
 */
export interface SettingKey<Target extends string> {
  readonly target: Target;
  readonly read: (value: unknown) => unknown;
  readonly write?: (value: never) => unknown;
}

/** Amounts stand in yuan in the file, as people write them; the core counts fen. */
export const SETTING_KEYS: Readonly<Record<string, SettingKey<keyof Settings>>> = {
  basis: { target: 'basis', read: oneOf('balance', 'dailyAverage') },
  asOf: { target: 'asOf', read: isDay, write: isoDay },
  me: { target: 'me', read: isText },
  predecessors: { target: 'predecessors', read: isTexts },
  classAShare: { target: 'classAShare', read: isShare },
  classBShare: { target: 'classBShare', read: isShare },
  stableFloor: { target: 'stableFloorFen', read: isYuan, write: inYuan },
  stableShare: { target: 'stableShare', read: isShare },
  stableCap: { target: 'stableCapFen', read: isYuan, write: inYuan },
  claimShare: { target: 'claimShare', read: isShare },
  negotiateShare: { target: 'negotiateShare', read: isShare },
  maturingDays: { target: 'maturingDays', read: isCount },
  reminderDays: { target: 'reminderDays', read: isCount },
  urgentMaturityDays: { target: 'urgentMaturityDays', read: isCount },
  keepDuplicates: { target: 'keepDuplicates', read: isFlag },
  keepOriginal: { target: 'keepOriginal', read: isFlag },
  mappings: { target: 'mappings', read: isMappings },
  cleaningLogCap: { target: 'cleaningLogCap', read: isCount },
  scriptCap: { target: 'scriptCap', read: isCount },
};

export const SCRIPT_SETTING_KEYS: Readonly<Record<string, SettingKey<keyof ScriptSettings>>> = {
  branch: { target: 'branch', read: isText },
  landmark: { target: 'landmark', read: isText },
  activity: { target: 'activity', read: isText },
  move: { target: 'move', read: oneOf('post', 'promotion') },
  tie: { target: 'tie', read: oneOf('colleague', 'apprentice') },
  polite: { target: 'polite', read: isFlag },
  politeCustomers: { target: 'politeCustomers', read: isTexts },
  politeFromAge: { target: 'politeFromAge', read: isCount },
  veryLarge: { target: 'veryLargeFen', read: isYuan, write: inYuan },
};

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf(...choices: readonly string[]) {
  return (value: unknown): unknown => (choices.includes(value as string) ? value : undefined);
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

function inYuan(fen: number): number {
  return fen / 100;
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
