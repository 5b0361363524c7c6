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
import type { Dictionary, IdDictionary } from './dictionaries';
import {
  amountFromNumber,
  BLANK_AMOUNT,
  losesDecimals,
  parseAnyAmount,
  parsePlainAmount,
} from './parseAmount';
import { dayFromNumber, parseDay } from './parseDay';
import { isFooterLabel, isTotalLabel } from './rowLabels';

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
  const memo = new Int32Array(texts.size).fill(-1);
  const numbers = new Map<number, number>();
  const codeOfText = (index: number) => {
    const known = memo[index] ?? -1;
    if (known >= 0) return known;
    const text = texts.get(index);
    const plain = trimDigits(text);
    const code = plain === undefined ? codeOfId(cleanId(text), into) : into.codeOf(plain);
    memo[index] = code;
    return code;
  };
  const codeOfNumber = (value: number) => {
    let code = numbers.get(value);
    if (code === undefined) {
      const text = numberText(value);
      code = Math.abs(value) >= LOSSY_NUMBER ? into.codeOfLossy(text) : into.codeOf(text);
      numbers.set(value, code);
    }
    return code;
  };
  return (window: RowWindow, target: Int32Array): void => {
    const { kinds, values } = window.column;
    for (let i = 0; i < window.count; i++) {
      const row = window.first + i;
      const kind = (kinds[row] ?? 0) & KIND_MASK;
      const value = values[row] ?? 0;
      if (kind === CellKind.text) target[window.offset + i] = codeOfText(value);
      else if (kind === CellKind.number) target[window.offset + i] = codeOfNumber(value);
    }
  };
}

/** The digits of a text that holds nothing else but white space around them: what most ids are. */
function trimDigits(text: string): string | undefined {
  let first = 0;
  let end = text.length;
  while (first < end && !isDigit(text.charCodeAt(first))) {
    if (!isBlank(text.charCodeAt(first))) return undefined;
    first++;
  }
  while (end > first && isBlank(text.charCodeAt(end - 1))) end--;
  for (let i = first; i < end; i++) if (!isDigit(text.charCodeAt(i))) return undefined;
  return first === end
    ? undefined
    : first === 0 && end === text.length
      ? text
      : text.slice(first, end);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || code === 0xfeff;
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
  for (let i = 0; i < window.count; i++) {
    const row = window.first + i;
    const kind = (kinds[row] ?? 0) & KIND_MASK;
    const value = values[row] ?? 0;
    const at = window.offset + i;
    if (kind === CellKind.number || kind === CellKind.date) {
      fen[at] = amountFromNumber(value, unitExponent);
      if (losesDecimals(value, unitExponent)) rounded[at] = 1;
    } else if (kind === CellKind.text) {
      const text = texts.get(value);
      const plain = parsePlainAmount(text, unitExponent);
      if (plain !== undefined) fen[at] = plain;
      else {
        const parsed = parseAnyAmount(text, unitExponent);
        fen[at] = parsed.fen;
        if (parsed.rounded) rounded[at] = 1;
      }
    } else fen[at] = kind === CellKind.empty ? BLANK_AMOUNT : NaN;
  }
}

/** Reads a date column into days; unreadable dates are negative (see `parseDay`). */
export function createDayReader(texts: TextTable) {
  const memo = new Int32Array(texts.size).fill(-2);
  const dayOfText = (index: number) => {
    const known = memo[index] ?? -2;
    if (known > -2) return known;
    const day = parseDay(texts.get(index));
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
  if (/[^\u0020-\u007e]/.test(id) && (isTotalLabel(id) || isFooterLabel(id))) return 0;
  // 6.22202E+18 in a text export: the digits are gone, as in a numeric cell of 16 digits.
  if (/^\d(?:\.\d+)?e\+\d{2}$/i.test(id)) return into.codeOfLossy(id);
  return into.codeOf(id);
}

function otherText(kind: number, value: number): string {
  if (kind === CellKind.boolean) return value === 0 ? 'FALSE' : 'TRUE';
  if (kind === CellKind.error) return ERROR_TEXTS[value] ?? '';
  return numberText(value);
}
