import type { Settings } from '../settings';

/** Indexes into TRENDS. */
export const OUTFLOW = 0;
export const INFLOW = 1;
export const STABLE = 2;

/** Which way a customer's money goes (SPEC 6); amounts in fen. */
export function findTrend(balanceFen: number, dailyAverageFen: number, settings: Settings): number {
  const delta = dailyAverageFen - balanceFen;
  const larger = Math.max(Math.abs(dailyAverageFen), Math.abs(balanceFen));
  const band = Math.max(
    settings.stableFloorFen,
    Math.min(settings.stableShare * larger, settings.stableCapFen),
  );
  if (Math.abs(delta) <= band) return STABLE;
  return delta > 0 ? OUTFLOW : INFLOW;
}
