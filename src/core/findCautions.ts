import { civilOf } from './cleaning/parseDay';
import type { Problem } from './problems';

/** Cautions about the data date: period's end, early in the year (SPEC 6). */
export function findDateCautions(dataDate: number): Problem[] {
  const { month } = civilOf(dataDate);
  const cautions: Problem[] = [];
  if (civilOf(dataDate + 1).day === 1) {
    const period = month === 12 ? 'year' : month % 3 === 0 ? 'quarter' : 'month';
    cautions.push({ code: 'caution.periodEnd', period });
  }
  if (month <= 3) cautions.push({ code: 'caution.earlyYear' });
  return cautions;
}

/** True where all amounts are whole hundredths of 万元: differences below 100 yuan are rounding. */
export function isRoundedToUnit(
  fen: Float64Array,
  isKept: (row: number) => boolean,
  unitExponent: (row: number) => number,
): boolean {
  let seen = false;
  for (let row = 0; row < fen.length; row++) {
    if (!isKept(row)) continue;
    const exponent = unitExponent(row);
    if (exponent < 4 || (fen[row] ?? 0) % 10 ** exponent !== 0) return false;
    seen = true;
  }
  return seen;
}
