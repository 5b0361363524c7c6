/** Errors cross the bridge as numbers: 0x800A0000 and Excel's code. */
const ERROR_BASE = -2146828288;
/** Codes in the order of `ERROR_TEXTS`. */
const CODES = [2000, 2007, 2015, 2023, 2029, 2036, 2042, 2043];

/** Index into `ERROR_TEXTS` of an error's number; -1 for any other number. */
export function errorIndex(value: number): number {
  return value > ERROR_BASE && value < ERROR_BASE + 3000 ? CODES.indexOf(value - ERROR_BASE) : -1;
}
