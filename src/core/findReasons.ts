import { NO_DAY, TRENDS, VALUE_CLASSES, type Analysis, type Manager } from './analysis';
import { basePriority } from './ranking/findPriority';
import type { Reason } from './reasons';

/**
 * Why a customer has its priority (SPEC 7): whose customer it is, the class it counts by, where its
 * money goes, what raised it, and what else the caller should know.
 */
export function findReasons(analysis: Analysis, customer: number): readonly Reason[] {
  const { customers } = analysis;
  const reasons: Reason[] = [];
  if (customers.foreign[customer] === 1) {
    reasons.push({ code: 'foreign', managers: findOtherManagers(analysis, customer) });
  }
  reasons.push(findClassReason(analysis, customer), findTrendReason(analysis, customer));
  reasons.push(...findRaisingReasons(analysis, customer));
  if (customers.openedThisYear[customer] === 1) reasons.push({ code: 'openedThisYear' });
  return reasons;
}

/**
 * Names of the managers of a customer who are not our own: those with a part first, the largest
 * before the others, then those who only acquired a deposit; each once. The unnamed other is left
 * out. The order of the ledger's rows does not matter.
 */
export function findOtherManagers(analysis: Analysis, customer: number): readonly string[] {
  const { customers, managers } = analysis;
  const acquired = customers.acquirers(customer);
  if (acquired.length === 0 && !hasOthersPart(analysis, customer)) return [];
  const holders = sortParts(analysis, customer).map((part) => customers.partManager[part] ?? -1);
  const acquirers = acquired.filter((manager) => !holders.includes(manager));
  const others = [...holders, ...sortByName(acquirers, managers)].flatMap((manager) => {
    const found = managers[manager];
    return found === undefined || found.own ? [] : nameOf(found);
  });
  return [...new Set(others)];
}

/** Nearly all customers are nobody else's: that is told without making a list. */
function hasOthersPart({ customers, managers }: Analysis, customer: number): boolean {
  const to = customers.partStart[customer + 1] ?? 0;
  for (let part = customers.partStart[customer] ?? 0; part < to; part++) {
    const manager = managers[customers.partManager[part] ?? -1];
    if (manager !== undefined && !manager.own) return true;
  }
  return false;
}

/** The parts of a customer (indexes of `Customers.part…`), largest balance first. */
export function sortParts({ customers, managers }: Analysis, customer: number): number[] {
  const from = customers.partStart[customer] ?? 0;
  const to = customers.partStart[customer + 1] ?? from;
  const parts: number[] = [];
  for (let part = from; part < to; part++) parts.push(part);
  if (parts.length < 2) return parts;
  const { partBalanceFen: balance, partDailyAverageFen: average, partManager } = customers;
  const name = (part: number): string => nameOf(managers[partManager[part] ?? -1]);
  return parts.sort(
    (a, b) =>
      (balance[b] ?? 0) - (balance[a] ?? 0) ||
      (average[b] ?? 0) - (average[a] ?? 0) ||
      compareText(name(a), name(b)),
  );
}

function sortByName(indexes: readonly number[], managers: readonly Manager[]): number[] {
  return [...indexes].sort((a, b) => compareText(nameOf(managers[a]), nameOf(managers[b])));
}

function nameOf(manager: Manager | undefined): string {
  return manager === undefined ? '' : manager.name || manager.code;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function findClassReason({ customers, basis }: Analysis, customer: number): Reason {
  const index = customers.priorityClass[customer] ?? VALUE_CLASSES.length - 1;
  const other = basis === 'balance' ? 'dailyAverage' : 'balance';
  const byBasis = index === customers.valueClass[customer];
  return { code: 'class', valueClass: VALUE_CLASSES[index] ?? 'C', by: byBasis ? basis : other };
}

function findTrendReason({ customers, hasDelta }: Analysis, customer: number): Reason {
  if (!hasDelta) return { code: 'noTrend' };
  const trend = TRENDS[customers.trend[customer] ?? 0] ?? 'stable';
  if (trend === 'stable') return { code: 'stable' };
  return { code: trend, deltaFen: customers.deltaFen[customer] ?? 0 };
}

function findRaisingReasons(analysis: Analysis, customer: number): readonly Reason[] {
  const { customers, dataDate, settings } = analysis;
  const raised = isRaised(analysis, customer);
  const reasons: Reason[] = [];
  const crossOwned = customers.crossOwned[customer] === 1;
  if (crossOwned) {
    reasons.push({ code: 'crossOwned', managers: findOtherManagers(analysis, customer), raised });
  }
  const day = customers.nextMaturity[customer] ?? NO_DAY;
  const days = day - dataDate;
  if (day !== NO_DAY && days <= settings.urgentMaturityDays) {
    // One level at most: cross-ownership has raised it already.
    reasons.push({ code: 'maturing', day, days, raised: raised && !crossOwned });
  }
  return reasons;
}

function isRaised({ customers }: Analysis, customer: number): boolean {
  if (customers.foreign[customer] === 1) return false;
  const level = basePriority(
    customers.priorityClass[customer] ?? 0,
    customers.trend[customer] ?? 0,
  );
  return (customers.priority[customer] ?? 0) < level;
}
