import { columnLetter, type Field, type Settings } from '../../core';
import type { DetectedSheet, DetectedWorkbook } from './detectedWorkbook';

/** What the user has chosen so far: layout key → field → column letter, empty for no column. */
export type ColumnChoices = Readonly<Record<string, Readonly<Partial<Record<Field, string>>>>>;

const AMOUNTS: readonly Field[] = ['balance', 'dailyAverage'];
const KEYS: readonly Field[] = ['customerId', 'accountNo', 'customerName'];

/** True where every sheet asked about has an amount and a key (SPEC 1). */
export function isComplete({ sheets }: DetectedWorkbook, choices: ColumnChoices): boolean {
  return sheets.every((sheet) => {
    if (sheet.evidence === undefined) return true;
    const has = (field: Field): boolean => letterOf(sheet, field, choices) !== '';
    return AMOUNTS.some(has) && KEYS.some(has);
  });
}

/**
 * The mappings to remember: every doubtful field as it now stands, so that it is not asked again
 * for the same header layout, and every other field that the user has changed.
 */
export function mappingsOf(
  { sheets }: DetectedWorkbook,
  choices: ColumnChoices,
): Settings['mappings'] {
  const mappings = sheets.flatMap((sheet) => {
    const { layout, evidence } = sheet;
    if (evidence === undefined) return [];
    const chosen = choices[layout.layoutKey] ?? {};
    const fields = evidence.fields
      .filter(({ field, doubt }) => doubt !== undefined || chosen[field] !== undefined)
      .map(({ field }) => [field, letterOf(sheet, field, choices)] as const)
      .filter(([field, letter]) => letter !== '' || chosen[field] !== undefined);
    return fields.length === 0 ? [] : [[layout.layoutKey, Object.fromEntries(fields)] as const];
  });
  return Object.fromEntries(mappings);
}

function letterOf({ layout }: DetectedSheet, field: Field, choices: ColumnChoices): string {
  const column = layout.columns[field]?.[0];
  const recognised = column === undefined ? '' : columnLetter(column);
  return choices[layout.layoutKey]?.[field] ?? recognised;
}
