import { orderByAmount } from './orderByAmount';

/** Ranks and classes over the customers in the book, by one amount (SPEC 5). */
export interface Ranking {
  /** Customer indexes, largest first. */
  readonly order: Uint32Array;
  /** 1…n by customer; 0 for customers left out. */
  readonly rank: Int32Array;
  readonly cumulativeShare: Float64Array;
  /** Index into VALUE_CLASSES. */
  readonly valueClass: Uint8Array;
}

/**
 * Ranks by `value`, ties by `other`, then by id text. The cumulative share runs over positive
 * values; the customer that crosses a class border is inside the class.
 */
export function rankCustomers(
  included: Uint32Array,
  value: Float64Array,
  other: Float64Array,
  idOf: (customer: number) => string,
  borders: { readonly classAShare: number; readonly classBShare: number },
): Ranking {
  const order = orderByAmount(
    included,
    value,
    (a, b) => (other[b] ?? 0) - (other[a] ?? 0) || compareText(idOf(a), idOf(b)) || a - b,
  );
  const rank = new Int32Array(value.length);
  const cumulativeShare = new Float64Array(value.length);
  const valueClass = new Uint8Array(value.length);
  const total = sumPositive(order, value);
  let before = 0;
  for (let index = 0; index < order.length; index++) {
    const customer = order[index] ?? 0;
    const amount = Math.max(0, value[customer] ?? 0);
    rank[customer] = index + 1;
    const shareBefore = total > 0 ? before / total : 1;
    before += amount;
    cumulativeShare[customer] = total > 0 ? before / total : 0;
    valueClass[customer] =
      amount > 0 && shareBefore < borders.classAShare
        ? 0
        : amount > 0 && shareBefore < borders.classBShare
          ? 1
          : 2;
  }
  return { order, rank, cumulativeShare, valueClass };
}

/** What share of the positive total the top fifth (rounded up) holds, and how many reach class A. */
export function measurePareto(ranking: Ranking, value: Float64Array) {
  const count = ranking.order.length;
  const top20Customers = Math.ceil(count / 5);
  const total = sumPositive(ranking.order, value);
  const top = sumPositive(ranking.order.subarray(0, top20Customers), value);
  let customersFor80 = 0;
  for (let i = 0; i < count; i++) {
    if (ranking.valueClass[ranking.order[i] ?? 0] === 0) customersFor80++;
  }
  return { top20Share: total > 0 ? top / total : 0, top20Customers, customersFor80 };
}

/** By UTF-16 code units: the same in every host and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sumPositive(customers: Uint32Array, value: Float64Array): number {
  let total = 0;
  for (let i = 0; i < customers.length; i++) total += Math.max(0, value[customers[i] ?? 0] ?? 0);
  return total;
}
