import { isPadding, narrow } from './textUnits';

/** More digits do not fit into a double exactly. */
const EXACT_DIGITS = 15;

/**
 * An amount in fen as most cells spell it, from the first `length` of `units`: digits with one dot
 * and commas by threes, ASCII or full-width, amid white space, ¥, 元, RMB or CNY. NaN for what
 * `parseAmount` has to read, blanks included.
 */
export function readPlainAmount(units: Uint16Array, length: number, unitExponent: number): number {
  const end = findEnd(units, length);
  let at = findStart(units, end);
  const isNegative = units[at] === 0x2d;
  if (isNegative) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let sinceComma = -1;
  for (; at < end; at++) {
    const unit = narrow(units[at] ?? 0);
    if (unit >= 0x30 && unit <= 0x39) {
      mantissa = mantissa * 10 + (unit - 0x30);
      digits++;
      if (decimals >= 0) decimals++;
      else if (sinceComma >= 0) sinceComma++;
    } else if (unit === 0x2e && decimals < 0) {
      if (sinceComma >= 0 && sinceComma !== 3) return NaN;
      decimals = 0;
    } else if (unit === 0x2c && decimals < 0) {
      if (digits === 0 || (sinceComma < 0 ? digits > 3 : sinceComma !== 3)) return NaN;
      sinceComma = 0;
    } else return NaN;
  }
  if (digits === 0 || (decimals < 0 && sinceComma >= 0 && sinceComma !== 3)) return NaN;
  const shift = 2 + unitExponent - Math.max(decimals, 0);
  if (shift < 0 || digits + shift > EXACT_DIGITS) return NaN;
  const fen = shift === 0 ? mantissa : mantissa * 10 ** shift;
  return isNegative && fen !== 0 ? -fen : fen;
}

/** Where the number begins: behind white space and one ¥. */
function findStart(units: Uint16Array, end: number): number {
  let at = 0;
  while (at < end && isPadding(units[at] ?? 0)) at++;
  return units[at] === 0xa5 || units[at] === 0xffe5 ? at + 1 : at;
}

/** Where the number ends: before white space and one 元, RMB or CNY. */
function findEnd(units: Uint16Array, length: number): number {
  const end = skipPadding(units, length);
  if (end > 1 && units[end - 1] === 0x5143) return end - 1;
  const hasCode = end > 3 && (isCode(units, end, 'RMB') || isCode(units, end, 'CNY'));
  return hasCode ? skipPadding(units, end - 3) : end;
}

function skipPadding(units: Uint16Array, length: number): number {
  let end = length;
  while (end > 0 && isPadding(units[end - 1] ?? 0)) end--;
  return end;
}

function isCode(units: Uint16Array, end: number, code: string): boolean {
  return (
    units[end - 1] === code.charCodeAt(2) &&
    units[end - 2] === code.charCodeAt(1) &&
    units[end - 3] === code.charCodeAt(0)
  );
}
