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
  const quick = parsePlain(text, unitExponent);
  return quick ?? parseAny(text, unitExponent);
}

/** A number cell's amount in fen, rounded half away from zero by its shortest decimal form. */
export function amountFromNumber(value: number, unitExponent: number): number {
  const scaled = value * (unitExponent === 0 ? 100 : 10 ** (unitExponent + 2));
  const rounded = Math.round(scaled);
  const slack = Math.abs(scaled) * 4.5e-16 + 1e-9;
  const isWhole = Math.abs(scaled - rounded) <= slack;
  const isNearHalf = Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5) <= slack;
  // Far from a half, the binary product rounds as the decimal would; near it, only decimals know.
  if (isNearHalf && !isWhole) return parseAny(String(value), unitExponent);
  return rounded === 0 ? 0 : rounded;
}

/** True if the number has more decimals than fen can hold (in the given unit). */
export function losesDecimals(value: number, unitExponent: number): boolean {
  const scaled = value * 10 ** (unitExponent + 2);
  return Math.abs(scaled - Math.round(scaled)) > Math.abs(scaled) * 4.5e-16 + 1e-9;
}

/** ASCII digits with one dot and well-placed commas, at most 15 digits; undefined for the rest. */
function parsePlain(text: string, unitExponent: number): number | undefined {
  const length = text.length;
  let position = 0;
  const negative = text.charCodeAt(0) === 0x2d;
  if (negative) position = 1;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let sinceComma = -1;
  for (; position < length; position++) {
    const code = text.charCodeAt(position);
    if (code >= 0x30 && code <= 0x39) {
      mantissa = mantissa * 10 + (code - 0x30);
      digits++;
      if (decimals >= 0) decimals++;
      else if (sinceComma >= 0) sinceComma++;
    } else if (code === 0x2e && decimals < 0) {
      if (sinceComma >= 0 && sinceComma !== 3) return undefined;
      decimals = 0;
    } else if (code === 0x2c && decimals < 0) {
      if (digits === 0 || (sinceComma < 0 ? digits > 3 : sinceComma !== 3)) return undefined;
      sinceComma = 0;
    } else return undefined;
  }
  if (digits === 0 || digits > 15 || (decimals < 0 && sinceComma >= 0 && sinceComma !== 3)) {
    return undefined;
  }
  const shift = 2 + unitExponent - Math.max(decimals, 0);
  if (shift < 0 || digits + shift > 15) return undefined;
  const fen = shift === 0 ? mantissa : mantissa * 10 ** shift;
  return negative && fen !== 0 ? -fen : fen;
}

function parseAny(text: string, unitExponent: number): number {
  let rest = cleanText(text).replace(/\s/g, '').replace(/^'+/, '').toLowerCase();
  if (BLANKS.has(rest)) return BLANK_AMOUNT;
  rest = rest.replace(/[−﹣]/g, '-').replace(/[，﹐]/g, ',');
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
  if (before !== '' && after !== '') return NaN;
  if (negative && (before !== '' || after !== '')) return NaN;
  negative ||= before === '-' || after === '-';
  const match = AMOUNT.exec(sign?.[2] ?? '');
  if (!match) return NaN;
  const whole = (match[1] ?? '').replaceAll(',', '');
  const fraction = match[2] ?? '';
  if (whole === '' && fraction === '') return NaN;
  const exponent =
    Number(match[3] ?? 0) + (SUFFIX_EXPONENT[match[4] ?? ''] ?? 0) + unitExponent + 2;
  const fen = roundDecimal(whole + fraction, exponent - fraction.length);
  return negative && fen !== 0 ? -fen : fen;
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
