import { ERROR_TEXTS } from '../../../src/core';
import { hostError } from './bridge';
import type { StoredFormula, StoredValue } from './sheetModel';

const CV_ERROR = -2146828288;
/** Excel's error codes, as `ERROR_TEXTS` has their texts. */
const ERROR_CODES = [2000, 2007, 2015, 2023, 2029, 2036, 2042, 2043];

export function errorNumber(text: string): number {
  const at = ERROR_TEXTS.findIndex((known) => known === text);
  return CV_ERROR + (ERROR_CODES[at] ?? 2015);
}

export function errorText(number: number): string {
  return ERROR_TEXTS.find((text) => errorNumber(text) === number) ?? '#VALUE!';
}

/** What becomes of a value that is put into a cell, as if it were typed. */
export interface Entered {
  readonly value?: StoredValue;
  readonly formula?: StoredFormula;
  /** The format that the host chooses for what it recognised. */
  readonly numberFormat?: string;
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?%?$/i;
const DATE = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/;
const DAY_MS = 86_400_000;
const LONGEST_TEXT = 32_767;

export function enterValue(given: unknown, numberFormat: string): Entered {
  if (given === undefined || given === null || given === '') return {};
  if (typeof given === 'boolean') return { value: given };
  if (typeof given === 'number') {
    if (!Number.isFinite(given)) throw hostError('not a number');
    return { value: numberFormat === '@' ? String(given) : given };
  }
  if (typeof given !== 'string') throw hostError('a cell takes texts, numbers and booleans');
  if (given.length > LONGEST_TEXT) throw hostError('text too long');
  return numberFormat === '@' ? { value: given } : enterText(given);
}

/** A text in a cell without the text format: numbers, dates, formulas and errors are recognised. */
function enterText(text: string): Entered {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=')) return { formula: { text } };
  if (/^(?:true|false)$/i.test(text)) return { value: /true/i.test(text) };
  if (ERROR_TEXTS.some((known) => known === text)) return { value: { error: errorNumber(text) } };
  const trimmed = text.trim();
  if (trimmed !== '' && NUMBER.test(trimmed) && /\d/.test(trimmed)) return enterNumber(trimmed);
  const date = DATE.exec(trimmed);
  if (date !== null) {
    const [, year, month, day] = date.map(Number);
    const serial = Date.UTC(year ?? 0, (month ?? 1) - 1, day) / DAY_MS + 25_569;
    return { value: serial, numberFormat: 'yyyy/m/d' };
  }
  if (/^[+\-@]/.test(text)) return { formula: { text: `=${text}` } };
  return { value: text };
}

/** Fifteen digits stay, the others become zeros. */
function enterNumber(text: string): Entered {
  const isPercent = text.endsWith('%');
  const number = Number(Number(text.replace(/[,%]/g, '')).toPrecision(15));
  return isPercent ? { value: number / 100, numberFormat: '0%' } : { value: number };
}
