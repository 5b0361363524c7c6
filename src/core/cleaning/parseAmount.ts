import { cleanText } from './cleanText';

/** Stands for a blank amount in the results of this file; NaN stands for an unreadable one. */
export const BLANK_AMOUNT = Infinity;

const BLANKS = new Set(['', '-', '--', '—', '——', '–', '―', 'null', 'n/a', '无']);
/** sign? currency? sign? digits … suffix; groups of three or (in Chinese) four digits. */
const AMOUNT =
  /^(\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?(百万|千万|万|亿)?$/;
const CURRENCY = /人民币|rmb|cny|cn¥|[¥元圆]/g;
const SUFFIX_EXPONENT: Readonly<Record<string, number>> = { 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/**
 * A printed amount in fen, rounded half away from zero: {@link BLANK_AMOUNT} for nothing, NaN for
 * what is no amount (SPEC 2, Amounts). `unitExponent` is 0 for 元, 4 for 万元.
 *
 * @example parseAmount('¥１，２３４．５', 0) // 123450
 */
export function parseAmount(text: string, unitExponent: number): number {
  return parseAnyAmount(text, unitExponent).fen;
}

/** A parsed amount, and what rounding to fen took off it: printed = fen + rest. */
export interface ParsedAmount {
  readonly fen: number;
  readonly rest: number;
}

/** A number cell's amount in fen, rounded half away from zero by its shortest decimal form. */
export function amountFromNumber(value: number, unitExponent: number): number {
  const scaled = value * 10 ** (unitExponent + 2);
  const rounded = Math.round(scaled);
  if (!Number.isSafeInteger(rounded)) return NaN;
  const isNearHalf = Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5) <= slackOf(scaled);
  // Far from a half, the binary product rounds as the decimal would; near it, only decimals know.
  if (isNearHalf && !isWholeFen(scaled, rounded)) {
    return parseAnyAmount(String(value), unitExponent).fen;
  }
  return rounded === 0 ? 0 : rounded;
}

/** True if the number has more decimals than fen can hold (in the given unit). */
export function losesDecimals(value: number, unitExponent: number): boolean {
  const scaled = value * 10 ** (unitExponent + 2);
  return !isWithinSlack(scaled, Math.round(scaled));
}

/** True where a number, in units of a fen, means the whole number `rounded`. */
export function isWholeFen(scaled: number, rounded: number): boolean {
  return isWithinSlack(scaled, rounded) && Number.isSafeInteger(rounded);
}

function isWithinSlack(scaled: number, rounded: number): boolean {
  return Math.abs(scaled - rounded) <= slackOf(scaled);
}

/** What multiplying by a power of ten may have added to a decimal that a double only nears. */
function slackOf(scaled: number): number {
  return Math.abs(scaled) * 4.5e-16 + 1e-9;
}

const UNREADABLE: ParsedAmount = { fen: NaN, rest: 0 };

/** {@link parseAmount} for every spelling. */
export function parseAnyAmount(text: string, unitExponent: number): ParsedAmount {
  let printed = cleanText(text).replace(/\s/g, '').replace(/^'+/, '').toLowerCase();
  if (BLANKS.has(printed)) return { fen: BLANK_AMOUNT, rest: 0 };
  // NFKC leaves the minus sign of mathematics.
  printed = printed.replaceAll('−', '-');
  let negative = false;
  const bracketed = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(printed);
  if (bracketed) {
    negative = true;
    printed = `${bracketed[1] ?? ''}${bracketed[2] ?? ''}${bracketed[3] ?? ''}`;
  }
  printed = printed.replace(CURRENCY, '');
  const sign = /^([+-]?)(.*?)([+-]?)$/.exec(printed);
  const before = sign?.[1] ?? '';
  const after = sign?.[3] ?? '';
  if (before !== '' && after !== '') return UNREADABLE;
  if (negative && (before !== '' || after !== '')) return UNREADABLE;
  negative ||= before === '-' || after === '-';
  const match = AMOUNT.exec(sign?.[2] ?? '');
  if (!match) return UNREADABLE;
  const whole = (match[1] ?? '').replaceAll(',', '');
  const fraction = match[2] ?? '';
  if (whole === '' && fraction === '') return UNREADABLE;
  // A cell that names its own unit means it, also in a column of 万元.
  const unit = SUFFIX_EXPONENT[match[4] ?? ''] ?? unitExponent;
  const exponent = Number(match[3] ?? 0) + unit + 2;
  const { fen, rest } = roundDecimal(whole + fraction, exponent - fraction.length);
  return negative ? { fen: fen === 0 ? 0 : -fen, rest: rest === 0 ? 0 : -rest } : { fen, rest };
}

/** `digits` × 10^`exponent`, rounded half away from zero; NaN beyond the exact integers. */
function roundDecimal(digits: string, exponent: number): ParsedAmount {
  const significant = digits.replace(/^0+/, '');
  if (significant === '') return { fen: 0, rest: 0 };
  if (significant.length + exponent > 16) return UNREADABLE;
  if (exponent >= 0) return exactInteger(Number(significant + '0'.repeat(exponent)), 0);
  const cut = significant.length + exponent;
  const whole = Number(significant.slice(0, Math.max(0, cut)) || '0');
  const fraction = Number(
    `0.${'0'.repeat(Math.max(0, -cut))}${significant.slice(Math.max(0, cut))}`,
  );
  const up = cut >= 0 && significant.charCodeAt(cut) >= 0x35 ? 1 : 0;
  return exactInteger(whole + up, fraction - up);
}

function exactInteger(fen: number, rest: number): ParsedAmount {
  return Number.isSafeInteger(fen) ? { fen, rest } : UNREADABLE;
}
