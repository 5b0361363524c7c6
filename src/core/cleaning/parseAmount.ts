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
  return parsePlainAmount(text, unitExponent) ?? parseAnyAmount(text, unitExponent).fen;
}

/** A parsed amount, and whether decimals beyond the fen were rounded away. */
export interface ParsedAmount {
  readonly fen: number;
  readonly rounded: boolean;
}

/** A number cell's amount in fen, rounded half away from zero by its shortest decimal form. */
export function amountFromNumber(value: number, unitExponent: number): number {
  const scaled = value * (unitExponent === 0 ? 100 : 10 ** (unitExponent + 2));
  const rounded = Math.round(scaled);
  if (!Number.isSafeInteger(rounded)) return NaN;
  const slack = Math.abs(scaled) * 4.5e-16 + 1e-9;
  const isWhole = Math.abs(scaled - rounded) <= slack;
  const isNearHalf = Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5) <= slack;
  // Far from a half, the binary product rounds as the decimal would; near it, only decimals know.
  if (isNearHalf && !isWhole) return parseAnyAmount(String(value), unitExponent).fen;
  return rounded === 0 ? 0 : rounded;
}

/** True if the number has more decimals than fen can hold (in the given unit). */
export function losesDecimals(value: number, unitExponent: number): boolean {
  const scaled = value * 10 ** (unitExponent + 2);
  return Math.abs(scaled - Math.round(scaled)) > Math.abs(scaled) * 4.5e-16 + 1e-9;
}

/**
 * {@link parseAmount} for what most cells hold: digits with one dot and well-placed commas, ASCII
 * or full-width, amid white space, ¥ or 元; at most 15 digits. Undefined for the rest.
 */
export function parsePlainAmount(text: string, unitExponent: number): number | undefined {
  const end = skipBack(text);
  let position = skipAhead(text, end);
  const negative = text.charCodeAt(position) === 0x2d;
  if (negative) position++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let sinceComma = -1;
  for (; position < end; position++) {
    const code = narrow(text.charCodeAt(position));
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

/** Full-width ！ to ～ are ASCII 0xfee0 higher. */
function narrow(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

function isPadding(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

/** Where the number begins: behind white space and one ¥. */
function skipAhead(text: string, end: number): number {
  let position = 0;
  while (position < end && isPadding(text.charCodeAt(position))) position++;
  const code = text.charCodeAt(position);
  return code === 0xa5 || code === 0xffe5 ? position + 1 : position;
}

/** Where the number ends: before white space and one 元. */
function skipBack(text: string): number {
  let end = text.length;
  while (end > 0 && isPadding(text.charCodeAt(end - 1))) end--;
  return end > 1 && text.charCodeAt(end - 1) === 0x5143 ? end - 1 : end;
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
