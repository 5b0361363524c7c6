import type { RawWorkbook, ScriptWords } from '../core';
import { readStoredText } from '../report';
import { NOTHING_CHOSEN, type ChosenSettings } from './chosenSettings';
import { describeSettings } from './describeSettings';
import { readSettings } from './readSettings';

/** What an earlier run kept in the workbook; `damaged` where there is something that cannot be read. */
export function findStoredSettings(
  workbook: RawWorkbook,
  words: ScriptWords,
): { readonly chosen: ChosenSettings; readonly damaged: boolean } {
  const text = readStoredText(workbook);
  if (text === undefined) return { chosen: NOTHING_CHOSEN, damaged: false };
  const result = readSettings(parseJson(text), words);
  return result.ok
    ? { chosen: result.value, damaged: false }
    : { chosen: NOTHING_CHOSEN, damaged: true };
}

/** What is kept in the workbook: all but the data date, which is another one with a newer export. */
export function describeStored({ settings, ...rest }: ChosenSettings): string {
  const kept = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'asOf'));
  return JSON.stringify(describeSettings({ ...rest, settings: kept }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
