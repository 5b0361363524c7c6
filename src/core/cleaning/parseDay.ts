import { NO_DAY } from '../analysis';
import { cleanText } from './cleanText';

/** A date that is written but cannot be one; {@link NO_DAY} is a date that is not there. */
export const UNREADABLE_DAY = -1;

export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2199;
const DAYS_TO_1904 = 1462;
const NUMERIC_DATE = /^(\d{4})(\d{2})(\d{2})(?:\d{6}|[t ]?\d{1,2}:\d{2}.*)?(?:\.0+)?$/i;
const SEPARATED_DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[t ]?\d{1,2}[:时].*)?$/i;
const NO_DATE =
  /^(?:0+(?:\.0+)?|[-—–/]+|null|n\/a|无|9{8}|9999[-/.年]12[-/.月]31日?.*|0000[-/.年]00[-/.月]00日?.*)$/i;

/**
 * A printed date as a day (1900-system serial): {@link NO_DAY} for none (blank, 0, 00000000,
 * 99991231), {@link UNREADABLE_DAY} for what is no possible date (SPEC 2, Dates).
 */
export function parseDay(text: string): number {
  const cleaned = cleanText(text).replace(/^'+/, '');
  if (cleaned === '' || NO_DATE.test(cleaned)) return NO_DAY;
  const compact = cleaned.replace(/\s*([-/.年月日])\s*/g, '$1');
  const match = NUMERIC_DATE.exec(compact) ?? SEPARATED_DATE.exec(compact);
  if (match) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  // A text export of a date cell that lost its format.
  if (/^\d{5}(?:\.\d+)?$/.test(compact)) return dayFromNumber(Number(compact), false);
  return UNREADABLE_DAY;
}

/** A number cell as a day: a serial of the sheet's date system, or digits such as 20251130. */
export function dayFromNumber(value: number, date1904: boolean): number {
  const whole = Math.floor(value);
  if (whole >= 10000101 && whole <= 99999999 && value === whole) {
    if (whole === 99999999) return NO_DAY;
    return dayOf(Math.floor(whole / 10000), Math.floor(whole / 100) % 100, whole % 100);
  }
  if (whole === 0) return NO_DAY;
  const serial = date1904 ? whole + DAYS_TO_1904 : whole;
  if (serial < 1 || serial > serialOf(LATEST_YEAR, 12, 31)) {
    return serial === serialOf(9999, 12, 31) ? NO_DAY : UNREADABLE_DAY;
  }
  return serial;
}

/** A day as a serial of the sheet's date system. */
export function toSerial(day: number, date1904: boolean): number {
  return date1904 ? day - DAYS_TO_1904 : day;
}

/** The day of a serial of the sheet's date system. */
export function toDay(serial: number, date1904: boolean): number {
  return Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0);
}

/** The 1900-system serial of a civil date; {@link UNREADABLE_DAY} if there is no such date. */
export function dayOf(year: number, month: number, day: number): number {
  if (year === 9999 && month === 12 && day === 31) return NO_DAY;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) return UNREADABLE_DAY;
  if (day < 1 || day > daysInMonth(year, month)) return UNREADABLE_DAY;
  return serialOf(year, month, day);
}

/** Year, month and day of a serial. */
export function civilOf(serial: number): { year: number; month: number; day: number } {
  // Howard Hinnant's civil_from_days, https://howardhinnant.github.io/date_algorithms.html
  const shifted = (serial < 60 ? serial + 1 : serial) - 25569 + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `2025-11-30` of a serial. */
export function isoDay(serial: number): string {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function serialOf(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const serial = era * 146097 + dayOfEra - 719468 + 25569;
  // The 1900 system has a 29 February 1900 that never was (serial 60).
  return serial < 61 ? serial - 1 : serial;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
