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

/** A parsed amount, and whether decimals beyond the fen were rounded away. */
export interface ParsedAmount {
  readonly fen: number;
  readonly rounded: boolean;
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

const UNREADABLE: ParsedAmount = { fen: NaN, rounded: false };

/** {@link parseAmount} for every spelling. */
export function parseAnyAmount(text: string, unitExponent: number): ParsedAmount {
  let rest = cleanText(text).replace(/\s/g, '').replace(/^'+/, '').toLowerCase();
  if (BLANKS.has(rest)) return { fen: BLANK_AMOUNT, rounded: false };
  // NFKC leaves the minus sign of mathematics.
  rest = rest.replaceAll('−', '-');
  let negative = false;
  const bracketed = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = `${bracketed[1] ?? ''}${bracketed[2] ?? ''}${bracketed[3] ?? ''}`;
  }
  rest = rest.replace(CURRENCY, '');
  const sign = /^([+-]?)(.*?)([+-]?)$/.exec(rest);
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
  const exponent =
    Number(match[3] ?? 0) + (SUFFIX_EXPONENT[match[4] ?? ''] ?? 0) + unitExponent + 2;
  const scale = exponent - fraction.length;
  const fen = roundDecimal(whole + fraction, scale);
  const rounded = scale < 0 && /[1-9]/.test((whole + fraction).slice(scale));
  return { fen: negative && fen !== 0 ? -fen : fen, rounded };
}

/** `digits` × 10^`exponent`, rounded half away from zero; NaN beyond the exact integers. */
function roundDecimal(digits: string, exponent: number): number {
  const significant = digits.replace(/^0+/, '');
  if (significant === '') return 0;
  if (significant.length + exponent > 16) return NaN;
  if (exponent >= 0) return exactInteger(Number(significant + '0'.repeat(exponent)));
  const cut = significant.length + exponent;
  if (cut < 0) return 0;
  const kept = Number(significant.slice(0, cut) || '0');
  return exactInteger(significant.charCodeAt(cut) >= 0x35 ? kept + 1 : kept);
}

function exactInteger(value: number): number {
  return Number.isSafeInteger(value) ? value : NaN;
}
