import { NO_DAY, TRENDS, VALUE_CLASSES, type Analysis } from './analysis';
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
 * Names of the managers of a customer who are not our own: those with a part first, then those who
 * only acquired a deposit; each once. The unnamed other is left out.
 */
export function findOtherManagers(
  { customers, managers }: Analysis,
  customer: number,
): readonly string[] {
  const from = customers.partStart[customer] ?? 0;
  const to = customers.partStart[customer + 1] ?? from;
  const indexes = [...customers.partManager.subarray(from, to), ...customers.acquirers(customer)];
  const others = [...new Set(indexes)].flatMap((index) => managers[index] ?? []);
  return others.filter(({ own }) => !own).map(({ name, code }) => (name === '' ? code : name));
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
