/** Number formats that let an edited ledger cell show what it now holds, by the cell's own. */
import { isDateFormat } from './dateFormat';

export const GENERAL = 'General';
export const TEXT = '@';
const AMOUNT = '#,##0.00';
const DATE = 'yyyy-mm-dd';

/** The format under which `value` shows as a number; the cell's own where it does so already. */
export function formatForNumber(own: string, value: number): string {
  if (own !== TEXT && !isDateFormat(own)) return own;
  const cents = value * 100;
  return Math.abs(cents - Math.round(cents)) < 1e-4 ? AMOUNT : GENERAL;
}

/** The format under which a text stays a text, also when the user types it again. */
export function formatForText(own: string, text: string): string {
  if (own === TEXT) return own;
  return own === GENERAL && !wouldConvert(text) ? own : TEXT;
}

/** The format under which a serial shows as a date. */
export function formatForDate(own: string): string {
  return isDateFormat(own) ? own : DATE;
}

/** Whether a host would take a text for something else when the user edits the cell. */
function wouldConvert(text: string): boolean {
  return /^\s*[\d+\-.=@(（¥￥$%'０-９]/.test(text);
}
