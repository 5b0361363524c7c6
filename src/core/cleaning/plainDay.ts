import { dayOf, EARLIEST_YEAR, LATEST_YEAR } from './parseDay';

/** What is no plain date. */
export const NOT_PLAIN = -2;

const YEAR_SIGN = 0x5e74;
const MONTH_SIGN = 0x6708;
const DAY_SIGN = 0x65e5;

/**
 * A day as most cells spell it, from the first `length` of `units`: `2025-11-30`, `2025/1/5`,
 * `2025.11.30`, `2025年11月30日`, `20251130`. {@link NOT_PLAIN} for what `parseDay` has to read.
 */
export function readPlainDay(units: Uint16Array, length: number): number {
  if (length < 8 || length > 11) return NOT_PLAIN;
  const year =
    digit(units, 0) * 1000 + digit(units, 1) * 100 + digit(units, 2) * 10 + digit(units, 3);
  if (!(year >= EARLIEST_YEAR && year <= LATEST_YEAR)) return NOT_PLAIN;
  const separator = units[4] ?? 0;
  if (length === 8 && separator >= 0x30 && separator <= 0x39) {
    return checked(year, twoDigits(units, 4), twoDigits(units, 6));
  }
  const isChinese = separator === YEAR_SIGN;
  if (!isChinese && separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) {
    return NOT_PLAIN;
  }
  const second = isChinese ? MONTH_SIGN : separator;
  const monthEnd = units[6] === second ? 6 : 7;
  if (units[monthEnd] !== second) return NOT_PLAIN;
  const end = units[length - 1] === DAY_SIGN ? length - 1 : length;
  return checked(year, number(units, 5, monthEnd), number(units, monthEnd + 1, end));
}

function checked(year: number, month: number, day: number): number {
  return month === month && day === day ? dayOf(year, month, day) : NOT_PLAIN;
}

/** One or two digits; NaN for anything else. */
function number(units: Uint16Array, from: number, to: number): number {
  if (to - from === 2) return twoDigits(units, from);
  return to - from === 1 ? digit(units, from) : NaN;
}

function twoDigits(units: Uint16Array, at: number): number {
  return digit(units, at) * 10 + digit(units, at + 1);
}

function digit(units: Uint16Array, at: number): number {
  const value = (units[at] ?? 0) - 0x30;
  return value >= 0 && value <= 9 ? value : NaN;
}
