import type { Analysis } from '../core';

/** Number of customers and their amounts in yuan. */
export interface GroupSums {
  readonly count: number;
  readonly balance: number;
  readonly dailyAverage: number;
  readonly delta: number;
}

/** Sums over the customers of the call list that `includes` names. */
export function sumGroup(
  { callList, customers }: Analysis,
  includes: (customer: number) => boolean,
): GroupSums {
  let count = 0;
  let balanceFen = 0;
  let dailyAverageFen = 0;
  let deltaFen = 0;
  for (const customer of callList) {
    if (!includes(customer)) continue;
    count++;
    balanceFen += customers.balanceFen[customer] ?? 0;
    dailyAverageFen += customers.dailyAverageFen[customer] ?? 0;
    deltaFen += customers.deltaFen[customer] ?? 0;
  }
  return {
    count,
    balance: balanceFen / 100,
    dailyAverage: dailyAverageFen / 100,
    delta: deltaFen / 100,
  };
}
