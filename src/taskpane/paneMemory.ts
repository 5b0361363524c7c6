import { progressOn, type DayProgress } from '../app/pane/callStep';
import type { PaneStorage } from './paneHost';

/** The pane's own small memory: nothing of customers, and nothing that matters when it is lost. */
const CAPACITY_KEY = 'handover.capacity';
const PROGRESS_KEY = 'handover.progress';
const DEFAULT_CAPACITY = 20;

/** How many customers the user means to call a day. */
export function readCapacity(storage: PaneStorage | undefined): number {
  const kept = Number(storage?.get(CAPACITY_KEY) ?? '');
  return Number.isInteger(kept) && kept > 0 ? kept : DEFAULT_CAPACITY;
}

export function keepCapacity(storage: PaneStorage | undefined, capacity: number): void {
  storage?.set(CAPACITY_KEY, String(capacity));
}

export function readDayProgress(storage: PaneStorage | undefined, day: number): DayProgress {
  const [keptDay, done] = (storage?.get(PROGRESS_KEY) ?? '').split(' ').map(Number);
  const kept = keptDay && done ? { day: keptDay, done } : undefined;
  return progressOn(day, kept);
}

export function keepDayProgress(
  storage: PaneStorage | undefined,
  { day, done }: DayProgress,
): void {
  storage?.set(PROGRESS_KEY, `${String(day)} ${String(done)}`);
}
