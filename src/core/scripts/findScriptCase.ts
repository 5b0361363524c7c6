import { NO_DAY, TRENDS, type Analysis } from '../analysis';
import type { ScriptSettings } from './scriptSettings';
import type { ScriptCase } from './scriptTemplates';

/**
 * Which kind of call fits the customer (SPEC 9). What asks for the most tact comes first: how a very
 * large customer is approached, and what may be said beside another manager, govern the call
 * whatever the money does; a maturity is a better reason to call than a trend.
 */
export function findScriptCase(
  { customers, dataDate, settings }: Analysis,
  customer: number,
  { veryLargeFen }: ScriptSettings,
): ScriptCase {
  const balance = customers.balanceFen[customer] ?? 0;
  const dailyAverage = customers.dailyAverageFen[customer] ?? 0;
  if (Math.max(balance, dailyAverage) >= veryLargeFen) return 'veryLarge';
  if (customers.crossOwned[customer] === 1) return 'crossOwned';
  const maturity = customers.nextMaturity[customer] ?? NO_DAY;
  if (maturity !== NO_DAY && maturity - dataDate <= settings.reminderDays) return 'maturing';
  const trend = TRENDS[customers.trend[customer] ?? 0] ?? 'stable';
  return trend === 'stable' ? 'general' : trend;
}
