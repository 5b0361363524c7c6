import { PRIORITIES } from '../analysis';
import type { CustomerSums } from '../consolidation/sumCustomers';
import { findStance, type Ownership } from '../ownership/findOwners';
import type { Settings } from '../settings';
import { findPriority } from './findPriority';
import { findTrend, STABLE } from './findTrend';
import { orderContacts } from './orderContacts';
import { rankCustomers, type Ranking } from './rankCustomers';

export interface RankFacts {
  readonly settings: Settings;
  readonly basis: 'balance' | 'dailyAverage';
  readonly hasDelta: boolean;
  readonly dataDate: number;
  readonly ownNamed: boolean;
}

/** Everything that depends on the order of the customers in the book (SPEC 5 to 8). */
export function rankBook(
  sums: CustomerSums,
  ownership: Ownership,
  idOf: (customer: number) => string,
  facts: RankFacts,
) {
  const { settings, basis, hasDelta } = facts;
  const count = sums.balanceFen.length;
  const inBook = facts.ownNamed ? ownership.own.slice() : new Uint8Array(count).fill(1);
  const included = new Uint32Array(count).map((_, i) => i).filter((i) => inBook[i] === 1);
  const { balanceFen, dailyAverageFen } = sums;
  const value = basis === 'balance' ? balanceFen : dailyAverageFen;
  const other = basis === 'balance' ? dailyAverageFen : balanceFen;
  const ranking = rankCustomers(included, value, other, idOf, settings);
  const second: Ranking = hasDelta
    ? rankCustomers(included, other, value, idOf, settings)
    : ranking;
  const deltaFen = new Float64Array(count);
  const trend = new Uint8Array(count).fill(STABLE);
  const priority = new Uint8Array(count);
  const priorityClass = new Uint8Array(count);
  const stance = new Uint8Array(count);
  const foreign = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (hasDelta) {
      deltaFen[i] = (dailyAverageFen[i] ?? 0) - (balanceFen[i] ?? 0);
      trend[i] = findTrend(balanceFen[i] ?? 0, dailyAverageFen[i] ?? 0, settings);
    }
    foreign[i] = ownership.own[i] === 1 ? 0 : 1;
    const crossOwned = ownership.crossOwned[i] === 1;
    if (crossOwned) stance[i] = findStance(ownership.ownShare[i] ?? 0, settings) + 1;
    priorityClass[i] = Math.min(ranking.valueClass[i] ?? 2, second.valueClass[i] ?? 2);
    const maturity = sums.nextMaturity[i] ?? 0;
    priority[i] = findPriority({
      valueClass: priorityClass[i] ?? 2,
      trend: trend[i] ?? STABLE,
      crossOwned,
      maturesSoon: maturity > 0 && maturity <= facts.dataDate + settings.urgentMaturityDays,
      foreign: foreign[i] === 1,
    });
  }
  const contacts = orderContacts(included, trend, deltaFen, value, idOf);
  const contactOrder = new Int32Array(count);
  for (let i = 0; i < contacts.length; i++) contactOrder[contacts[i] ?? 0] = i + 1;
  const callList = orderCalls(contacts, priority);
  const { rank, cumulativeShare, valueClass } = ranking;
  return {
    ranking,
    value,
    callList,
    columns: {
      ...{ inBook, foreign, deltaFen, trend, rank, cumulativeShare, valueClass, priorityClass },
      ...{ priority, stance, contactOrder },
    },
  };
}

/** By priority, each in contact order (SPEC 7). */
function orderCalls(contacts: Uint32Array, priority: Uint8Array): Uint32Array {
  const calls = new Uint32Array(contacts.length);
  let placed = 0;
  for (let level = 0; level < PRIORITIES.length; level++) {
    for (let i = 0; i < contacts.length; i++) {
      const customer = contacts[i] ?? 0;
      if (priority[customer] === level) calls[placed++] = customer;
    }
  }
  return calls;
}
