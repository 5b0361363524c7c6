import type { Analysis } from '../core';

/** Accounts of a customer that own managers look after; all where no manager is named at all. */
export function countOwnAccounts({ customers, managers }: Analysis, customer: number): number {
  const from = customers.partStart[customer] ?? 0;
  const to = customers.partStart[customer + 1] ?? from;
  let named = false;
  let accounts = 0;
  for (let part = from; part < to; part++) {
    const manager = managers[customers.partManager[part] ?? -1];
    if (manager === undefined) continue;
    named = true;
    if (manager.own) accounts += customers.partAccounts[part] ?? 0;
  }
  return named ? accounts : (customers.accounts[customer] ?? 0);
}
