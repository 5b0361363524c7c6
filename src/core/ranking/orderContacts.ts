import { INFLOW, OUTFLOW, STABLE } from './findTrend';
import { compareText } from './rankCustomers';

/**
 * The contact order (SPEC 6): outflow by largest delta, inflow by most negative delta, stable by
 * largest value; ties by value, then id.
 */
export function orderContacts(
  included: Uint32Array,
  trend: Uint8Array,
  deltaFen: Float64Array,
  value: Float64Array,
  idOf: (customer: number) => string,
): Uint32Array {
  const strength = (customer: number) => {
    const delta = deltaFen[customer] ?? 0;
    const kind = trend[customer];
    return kind === OUTFLOW ? delta : kind === INFLOW ? -delta : 0;
  };
  return included
    .slice()
    .sort(
      (a, b) =>
        (trend[a] ?? STABLE) - (trend[b] ?? STABLE) ||
        strength(b) - strength(a) ||
        (value[b] ?? 0) - (value[a] ?? 0) ||
        compareText(idOf(a), idOf(b)) ||
        a - b,
    );
}
