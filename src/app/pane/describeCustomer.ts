import {
  createScriptWriter,
  findReasons,
  sortParts,
  type Analysis,
  type ScriptOptions,
} from '../../core';
import type { CustomerDetail } from './paneAnalysis';

/** Reasons, parts and script of one customer, by its index in the analysis. */
export function describeCustomer(
  analysis: Analysis,
  customer: number,
  options: ScriptOptions,
): CustomerDetail {
  const { customers, managers } = analysis;
  return {
    reasons: findReasons(analysis, customer),
    script: createScriptWriter(analysis, options).write(customer),
    branch: customers.detail(customer, 'branch'),
    accounts: customers.accounts[customer] ?? 0,
    parts: sortParts(analysis, customer).map((part) => {
      const manager = managers[customers.partManager[part] ?? -1];
      return {
        manager: manager === undefined ? '' : manager.name || manager.code,
        own: manager?.own ?? false,
        balanceFen: customers.partBalanceFen[part] ?? 0,
      };
    }),
    stance: customers.stance[customer] ?? 0,
    ownShare: customers.ownShare[customer] ?? 0,
    exchanges: analysis
      .exchanges()
      .filter(({ give, get }) => give === customer || get === customer),
  };
}
