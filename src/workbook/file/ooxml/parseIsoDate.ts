const ISO =
  /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Lotus' 29 February 1900, which Excel counts as a day, shifts all before it. */
const AFTER_LEAP_BUG = 61;

/**
 * The serial of an ISO 8601 date, date and time, or time, as cells of type `d` hold it; NaN for
 * what is none. Zones are ignored, as Excel does.
 */
export function parseIsoDate(text: string, date1904: boolean): number {
  const match = ISO.exec(text.trim());
  if (!match || text.trim() === '') return NaN;
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  if (Number(year) < 1900) return NaN;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(utc).getUTCMonth() !== Number(month) - 1) return NaN;
  const days = (utc - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS;
  const serial = date1904 || days >= AFTER_LEAP_BUG ? days : days - 1;
  return serial < 0 ? NaN : serial + time;
}
