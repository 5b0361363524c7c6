import { ERROR_TEXTS } from '../../../core';

/** The errors that have an index of their own. */
export const ERROR_NAMES: ReadonlySet<string> = new Set(ERROR_TEXTS);

const VALUE_ERROR = ERROR_TEXTS.indexOf('#VALUE!');

/**
 * The index of an error into `ERROR_TEXTS`. Errors newer than that list (#SPILL!, #CALC! …) are
 * #VALUE!, as Excel itself writes them for older programs.
 */
export function errorIndex(text: string): number {
  const index = ERROR_TEXTS.indexOf(text as (typeof ERROR_TEXTS)[number]);
  return index < 0 ? VALUE_ERROR : index;
}
