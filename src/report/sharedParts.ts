import { sortParts, type Analysis } from '../core';

/** One entry per manager of a shared customer; a manager who only acquired has no part (-1). */
export interface SharedParts {
  readonly customers: number;
  readonly customer: Uint32Array;
  readonly manager: Int32Array;
  readonly part: Int32Array;
}

/** The parts of the shared customers in call-list order, own managers before others. */
export function findSharedParts(analysis: Analysis): SharedParts {
  const { customers, callList } = analysis;
  const shared = callList.filter((customer) => customers.crossOwned[customer] === 1);
  const customerOf: number[] = [];
  const managerOf: number[] = [];
  const partOf: number[] = [];
  for (const customer of shared) {
    const parts = sortOwnFirst(analysis, customer);
    const holders = parts.map((part) => customers.partManager[part] ?? -1);
    const acquirers = customers.acquirers(customer).filter((manager) => !holders.includes(manager));
    const managers = holders.concat(acquirers);
    parts.push(...acquirers.map(() => -1));
    parts.forEach((part, index) => {
      customerOf.push(customer);
      managerOf.push(managers[index] ?? -1);
      partOf.push(part);
    });
  }
  return {
    customers: shared.length,
    customer: Uint32Array.from(customerOf),
    manager: Int32Array.from(managerOf),
    part: Int32Array.from(partOf),
  };
}

function sortOwnFirst(analysis: Analysis, customer: number): number[] {
  const parts = sortParts(analysis, customer);
  const isOwn = (part: number): boolean =>
    analysis.managers[analysis.customers.partManager[part] ?? -1]?.own === true;
  return [...parts.filter(isOwn), ...parts.filter((part) => !isOwn(part))];
}
