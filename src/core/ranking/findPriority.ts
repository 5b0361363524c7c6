import { OUTFLOW } from './findTrend';

export interface PriorityFacts {
  /** Index into VALUE_CLASSES: the better of the classes by balance and by daily average. */
  readonly valueClass: number;
  /** Index into TRENDS. */
  readonly trend: number;
  readonly crossOwned: boolean;
  readonly maturesSoon: boolean;
  readonly foreign: boolean;
}

const LOWEST = 3;

/** Index into PRIORITIES (SPEC 7): class by trend, one level up at most, never above P1. */
export function findPriority(facts: PriorityFacts): number {
  if (facts.foreign) return LOWEST;
  const level = basePriority(facts.valueClass, facts.trend);
  return facts.crossOwned || facts.maturesSoon ? Math.max(0, level - 1) : level;
}

/** A: P1 P2 P2, B: P2 P3 P3, C: P3 P4 P4 for outflow, inflow, stable. */
export function basePriority(valueClass: number, trend: number): number {
  return Math.min(LOWEST, valueClass + (trend === OUTFLOW ? 0 : 1));
}
