import { dayOf } from '../core';

/** Today by the machine's clock and time zone, as a 1900-system serial. */
export function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
