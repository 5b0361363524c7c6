import { INFLOW, OUTFLOW, STABLE } from './findTrend';
import { orderByAmount } from './orderByAmount';
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
  const gain = deltaFen.map((delta) => -delta);
  const byId = (a: number, b: number) => compareText(idOf(a), idOf(b)) || a - b;
  const byValue = (a: number, b: number) => (value[b] ?? 0) - (value[a] ?? 0) || byId(a, b);
  const having = (kind: number) => included.filter((customer) => trend[customer] === kind);
  const contacts = new Uint32Array(included.length);
  let placed = 0;
  for (const part of [
    orderByAmount(having(OUTFLOW), deltaFen, byValue),
    orderByAmount(having(INFLOW), gain, byValue),
    orderByAmount(having(STABLE), value, byId),
  ]) {
    contacts.set(part, placed);
    placed += part.length;
  }
  return contacts;
}
