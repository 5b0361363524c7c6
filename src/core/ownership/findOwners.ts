import type { ReadLedger } from '../cleaning/readLedger';
import type { IdentifiedCustomers } from '../consolidation/identifyCustomers';
import type { CustomerSums } from '../consolidation/sumCustomers';
import type { Settings } from '../settings';
import type { ManagerDirectory } from './resolveManagers';

/** Which managers are ours. */
export interface OwnManagers {
  readonly indexes: ReadonlySet<number>;
  /** True where the user named at least one manager that the ledger has. */
  readonly named: boolean;
  /** Names of the user that the ledger does not have. */
  readonly notFound: readonly string[];
}

/**
 * The managers the user named, else the one with the most accounts, then balance (SPEC 8). A new
 * manager who is not in the ledger yet is no surprise where a predecessor is.
 */
export function findOwnManagers(
  { me = '', predecessors }: Pick<Settings, 'me' | 'predecessors'>,
  directory: ManagerDirectory,
  totals: readonly ManagerTotals[],
): OwnManagers {
  const wanted = [me, ...predecessors].filter((name) => name.trim() !== '');
  // Whoever is named in rows set aside only has no book to take over.
  const hasAccounts = (manager: number) => (totals[manager]?.accounts ?? 0) > 0;
  const found = wanted.map((text) => ({ text, indexes: directory.find(text).filter(hasAccounts) }));
  const indexes = new Set(found.flatMap((entry) => entry.indexes));
  const missing = found.filter((entry) => entry.indexes.length === 0).map(({ text }) => text);
  if (indexes.size > 0) {
    return { indexes, named: true, notFound: missing.filter((name) => name !== me) };
  }
  const notFound = missing;
  const largest = totals.reduce<ManagerTotals | undefined>(
    (best, total) => (best && !isLarger(total, best) ? best : total),
    undefined,
  );
  return { indexes: new Set(largest ? [largest.manager] : []), named: false, notFound };
}

export interface ManagerTotals {
  readonly manager: number;
  readonly accounts: number;
  readonly balanceFen: number;
}

/** Accounts and balance of each manager over all customers. */
export function totalManagers(sums: CustomerSums, count: number): ManagerTotals[] {
  const accounts = new Int32Array(count);
  const balanceFen = new Float64Array(count);
  sums.partManager.forEach((manager, part) => {
    if (manager < 0) return;
    accounts[manager] = (accounts[manager] ?? 0) + (sums.partAccounts[part] ?? 0);
    balanceFen[manager] = (balanceFen[manager] ?? 0) + (sums.partBalanceFen[part] ?? 0);
  });
  return Array.from({ length: count }, (_, manager) => ({
    manager,
    accounts: accounts[manager] ?? 0,
    balanceFen: balanceFen[manager] ?? 0,
  }));
}

function isLarger(a: ManagerTotals, b: ManagerTotals): boolean {
  return a.accounts > b.accounts || (a.accounts === b.accounts && a.balanceFen > b.balanceFen);
}

/** Per customer: whose it is. */
export interface Ownership {
  /** 1 where a row is of an own manager, or where no row names any manager. */
  readonly own: Uint8Array;
  /** 1 where own managers and others have a claim (SPEC 8). */
  readonly crossOwned: Uint8Array;
  /** Customers of whose rows none names a manager. */
  readonly unassigned: number;
  /** Managers who only acquired, by customer. */
  readonly acquirers: ReadonlyMap<number, readonly number[]>;
  readonly ownBalanceFen: Float64Array;
  readonly ownDailyAverageFen: Float64Array;
  readonly ownShare: Float64Array;
}

/** Finds own, foreign and cross-owned customers and what part of them is ours. */
export function findOwnership(
  ledger: ReadLedger,
  customers: IdentifiedCustomers,
  sums: CustomerSums,
  directory: ManagerDirectory,
  ours: ReadonlySet<number>,
): Ownership {
  const { count } = customers;
  const own = new Uint8Array(count);
  const crossOwned = new Uint8Array(count);
  const ownBalanceFen = new Float64Array(count);
  const ownDailyAverageFen = new Float64Array(count);
  const ownShare = new Float64Array(count);
  const acquirers = collectAcquirers(ledger, customers, directory);
  let unassigned = 0;
  for (let customer = 0; customer < count; customer++) {
    const from = sums.partStart[customer] ?? 0;
    const to = sums.partStart[customer + 1] ?? 0;
    let named = 0;
    let ownParts = 0;
    let ownAccounts = 0;
    for (let part = from; part < to; part++) {
      const manager = sums.partManager[part] ?? -1;
      if (manager < 0) continue;
      named++;
      if (!ours.has(manager)) continue;
      ownParts++;
      ownAccounts += sums.partAccounts[part] ?? 0;
      ownBalanceFen[customer] = (ownBalanceFen[customer] ?? 0) + (sums.partBalanceFen[part] ?? 0);
      ownDailyAverageFen[customer] =
        (ownDailyAverageFen[customer] ?? 0) + (sums.partDailyAverageFen[part] ?? 0);
    }
    if (named === 0) {
      // Nobody is named: nobody else claims the customer, so it stays in the book.
      unassigned++;
      ownBalanceFen[customer] = sums.balanceFen[customer] ?? 0;
      ownDailyAverageFen[customer] = sums.dailyAverageFen[customer] ?? 0;
    }
    own[customer] = ownParts > 0 || named === 0 ? 1 : 0;
    const otherAcquirer = acquirers.size > 0 && hasOther(acquirers.get(customer) ?? [], ours);
    crossOwned[customer] = ownParts > 0 && (named > ownParts || otherAcquirer) ? 1 : 0;
    const balance = sums.balanceFen[customer] ?? 0;
    const average = sums.dailyAverageFen[customer] ?? 0;
    const accounts = sums.accounts[customer] ?? 0;
    // By the first of them that is not 0.
    if (balance !== 0) ownShare[customer] = (ownBalanceFen[customer] ?? 0) / balance;
    else if (average !== 0) ownShare[customer] = (ownDailyAverageFen[customer] ?? 0) / average;
    else if (named === 0) ownShare[customer] = 1;
    else if (accounts !== 0) ownShare[customer] = ownAccounts / accounts;
  }
  return { own, crossOwned, unassigned, acquirers, ownBalanceFen, ownDailyAverageFen, ownShare };
}

function hasOther(managers: readonly number[], ours: ReadonlySet<number>): boolean {
  return managers.some((manager) => !ours.has(manager));
}

/** Index into STANCES (SPEC 8); the share is compared rounded to four decimals. */
export function findStance(
  ownShare: number,
  borders: { readonly claimShare: number; readonly negotiateShare: number },
): number {
  // Half a ten-thousandth must not fall to the side where the binary product happens to be.
  const share = Math.round(Number((ownShare * 10_000).toFixed(6))) / 10_000;
  return share >= borders.claimShare ? 0 : share >= borders.negotiateShare ? 1 : 2;
}

function collectAcquirers(
  ledger: ReadLedger,
  { customer, rows }: IdentifiedCustomers,
  directory: ManagerDirectory,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const code = ledger.acquirerCell[row] ?? 0;
    if (code === 0) continue;
    const acquired = directory.cells[code] ?? [];
    const managers = directory.cells[ledger.managerCell[row] ?? 0] ?? [];
    for (const { manager } of acquired) {
      if (managers.some((known) => known.manager === manager)) continue;
      const list = found.get(customer[row] ?? -1);
      if (!list) found.set(customer[row] ?? -1, [manager]);
      else if (!list.includes(manager)) list.push(manager);
    }
  }
  return found;
}
