import { NO_DAY } from '../analysis';
import { numberText } from '../columns/cellText';
import {
  CellKind,
  ERROR_TEXTS,
  KIND_MASK,
  type CellColumn,
  type RawSheet,
  type TextTable,
} from '../columns/rawWorkbook';
import { cleanId, isPlaceholder } from './cleanText';
import type { Dictionary } from './dictionaries';
import type { IdDictionary } from './idDictionary';
import {
  amountFromNumber,
  BLANK_AMOUNT,
  isWholeFen,
  losesDecimals,
  parseAnyAmount,
} from './parseAmount';
import { dayFromNumber, parseDay } from './parseDay';
import { readPlainAmount } from './plainAmount';
import { NOT_PLAIN, readPlainDay } from './plainDay';
import { isCount, isFooterLabel, isTotalLabel } from './rowLabels';
import { createTextUnits } from './textUnits';

/** Rows of one sheet, and where they go in the arrays over all ledger rows. */
export interface RowWindow {
  readonly sheet: RawSheet;
  readonly column: CellColumn;
  /** First worksheet row (0-based) and number of rows. */
  readonly first: number;
  readonly count: number;
  /** Index of the first row in the target array. */
  readonly offset: number;
}

/** Every 16th digit of a number cell is a guess: Excel keeps 15. */
const LOSSY_NUMBER = 1e15;

/** Reads a text column into codes; each distinct text is cleaned once. */
export function createTextReader(
  texts: TextTable,
  clean: (text: string) => string,
  into: Dictionary,
) {
  const memo = new Int32Array(texts.size).fill(-1);
  const codeOfText = (index: number) => {
    const known = memo[index] ?? -1;
    if (known >= 0) return known;
    const cleaned = clean(texts.get(index));
    const code = isPlaceholder(cleaned) ? 0 : into.codeOf(cleaned);
    memo[index] = code;
    return code;
  };
  let lastKind = -1;
  let lastValue = NaN;
  let lastCode = 0;
  const codeOfOther = (kind: number, value: number) => {
    // Shares and codes repeat from row to row.
    if (kind === lastKind && value === lastValue) return lastCode;
    lastKind = kind;
    lastValue = value;
    lastCode = into.codeOf(otherText(kind, value));
    return lastCode;
  };
  return (window: RowWindow, target: Int32Array): void => {
    const { kinds, values } = window.column;
    for (let i = 0; i < window.count; i++) {
      const row = window.first + i;
      const kind = (kinds[row] ?? 0) & KIND_MASK;
      if (kind === CellKind.empty) continue;
      const value = values[row] ?? 0;
      target[window.offset + i] =
        kind === CellKind.text ? codeOfText(value) : codeOfOther(kind, value);
    }
  };
}

/**
 * Reads an id column into codes. Labels of totals and footers are no ids, nor is a text without
 * a letter or digit of ASCII.
 */
export function createIdReader(texts: TextTable, into: IdDictionary) {
  const text = createTextUnits(texts);
  return (window: RowWindow, target: Int32Array): void => {
    const { kinds, values } = window.column;
    for (let i = 0; i < window.count; i++) {
      const row = window.first + i;
      const kind = (kinds[row] ?? 0) & KIND_MASK;
      const value = values[row] ?? 0;
      if (kind === CellKind.text) {
        const code = into.codeOfUnits(text.units, text.take(value));
        target[window.offset + i] = code >= 0 ? code : codeOfId(cleanId(texts.get(value)), into);
      } else if (kind === CellKind.number) target[window.offset + i] = codeOfNumber(value, into);
    }
  };
}

function codeOfNumber(value: number, into: IdDictionary): number {
  if (value >= LOSSY_NUMBER || value <= -LOSSY_NUMBER) return into.codeOfLossy(numberText(value));
  const isWhole = value >= 0 && value === Math.floor(value);
  return isWhole ? into.codeOfNumber(value) : into.codeOf(numberText(value));
}

/** Amounts in fen, one entry per ledger row, and 1 where decimals beyond the fen were rounded. */
export interface AmountColumn {
  readonly fen: Float64Array;
  readonly rounded: Uint8Array;
}

/** Reads an amount column into fen: {@link BLANK_AMOUNT} where blank, NaN where unreadable. */
export function readAmounts(window: RowWindow, unitExponent: number, target: AmountColumn): void {
  const { kinds, values } = window.column;
  const { texts } = window.sheet;
  const { fen, rounded } = target;
  const text = createTextUnits(texts);
  const scale = 10 ** (unitExponent + 2);
  for (let i = 0; i < window.count; i++) {
    const row = window.first + i;
    const kind = (kinds[row] ?? 0) & KIND_MASK;
    const value = values[row] ?? 0;
    const at = window.offset + i;
    if (kind === CellKind.number || kind === CellKind.date) {
      const scaled = value * scale;
      const whole = Math.round(scaled);
      if (isWholeFen(scaled, whole)) fen[at] = whole === 0 ? 0 : whole;
      else {
        fen[at] = amountFromNumber(value, unitExponent);
        if (losesDecimals(value, unitExponent)) rounded[at] = 1;
      }
    } else if (kind === CellKind.text) {
      const plain = readPlainAmount(text.units, text.take(value), unitExponent);
      if (plain === plain) fen[at] = plain;
      else {
        const parsed = parseAnyAmount(texts.get(value), unitExponent);
        fen[at] = parsed.fen;
        if (parsed.rest !== 0) rounded[at] = 1;
      }
    } else fen[at] = kind === CellKind.empty ? BLANK_AMOUNT : NaN;
  }
}

/** Reads a date column into days; unreadable dates are negative (see `parseDay`). */
export function createDayReader(texts: TextTable) {
  const text = createTextUnits(texts);
  /** Days by text: each date stands in many rows. */
  const memo = new Int32Array(texts.size).fill(NOT_PLAIN);
  const dayOfText = (index: number) => {
    const known = memo[index] ?? NOT_PLAIN;
    if (known !== NOT_PLAIN) return known;
    const plain = readPlainDay(text.units, text.take(index));
    const day = plain === NOT_PLAIN ? parseDay(texts.get(index)) : plain;
    memo[index] = day;
    return day;
  };
  return (window: RowWindow, target: Int32Array): void => {
    const { kinds, values } = window.column;
    const { date1904 } = window.sheet;
    for (let i = 0; i < window.count; i++) {
      const row = window.first + i;
      const kind = (kinds[row] ?? 0) & KIND_MASK;
      const value = values[row] ?? 0;
      target[window.offset + i] =
        kind === CellKind.text
          ? dayOfText(value)
          : kind === CellKind.date || kind === CellKind.number
            ? dayFromNumber(value, date1904)
            : NO_DAY;
    }
  };
}

/** The code of a cleaned id; 0 for what only stands in an id's place. */
function codeOfId(id: string, into: IdDictionary): number {
  if (id === '' || isPlaceholder(id) || !/[0-9A-Za-z*]/.test(id)) return 0;
  if (/[^\u0020-\u007e]/.test(id) && (isTotalLabel(id) || isFooterLabel(id) || isCount(id))) {
    return 0;
  }
  // 6.22202E+18 in a text export: the digits are gone, as in a numeric cell of 16 digits.
  if (/^\d(?:\.\d+)?e\+\d{2}$/i.test(id)) return into.codeOfLossy(id);
  return into.codeOf(id);
}

function otherText(kind: number, value: number): string {
  if (kind === CellKind.boolean) return value === 0 ? 'FALSE' : 'TRUE';
  if (kind === CellKind.error) return ERROR_TEXTS[value] ?? '';
  return numberText(value);
}
