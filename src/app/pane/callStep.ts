import { customerKeyOf } from './customersSheet';
import type { PaneCustomers } from './paneAnalysis';
import { NO_OUTCOME, type Outcome } from './trackOutcome';

/** Phone first; WeChat afterwards, for those who answered. */
export type CallRound = 'phone' | 'weChat';

/** What is known of the calls so far, by `customerKeyOf`. */
export type Outcomes = ReadonlyMap<string, Outcome>;

export function outcomeAt(outcomes: Outcomes, customers: PaneCustomers, position: number): Outcome {
  const key = customerKeyOf({
    id: customers.id[position] ?? '',
    name: customers.name[position] ?? '',
  });
  return outcomes.get(key) ?? NO_OUTCOME;
}

/**
 * Who is next in a round after a position, in call order; undefined at the end. In the phone round
 * those whose call has no result yet, in the WeChat round those who answered (`connected`) and have
 * no WeChat state.
 */
export function nextToCall(
  customers: PaneCustomers,
  outcomes: Outcomes,
  { round, after, connected }: { round: CallRound; after: number; connected: string },
): number | undefined {
  for (let position = after + 1; position < customers.count; position++) {
    if (isDue(outcomeAt(outcomes, customers, position), round, connected)) return position;
  }
  return undefined;
}

/** How many are left in a round. */
export function countDue(
  customers: PaneCustomers,
  outcomes: Outcomes,
  { round, connected }: { round: CallRound; connected: string },
): number {
  let due = 0;
  for (let position = 0; position < customers.count; position++) {
    if (isDue(outcomeAt(outcomes, customers, position), round, connected)) due++;
  }
  return due;
}

function isDue(outcome: Outcome, round: CallRound, connected: string): boolean {
  if (round === 'phone') return outcome.callResult === '';
  return outcome.callResult === connected && outcome.weChat === '';
}

/** Outcomes with a change to one customer. */
export function withOutcome(
  outcomes: Outcomes,
  customers: PaneCustomers,
  { position, change }: { readonly position: number; readonly change: Partial<Outcome> },
): Outcomes {
  const key = customerKeyOf({
    id: customers.id[position] ?? '',
    name: customers.name[position] ?? '',
  });
  return new Map(outcomes).set(key, { ...(outcomes.get(key) ?? NO_OUTCOME), ...change });
}

/** The day's calls: how many of how many. Another day begins at none. */
export interface DayProgress {
  readonly day: number;
  readonly done: number;
}

export function progressOn(day: number, kept: DayProgress | undefined): DayProgress {
  return kept?.day === day ? kept : { day, done: 0 };
}
