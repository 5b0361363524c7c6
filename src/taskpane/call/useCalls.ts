import { useEffect, useMemo, useRef, useState } from 'react';
import {
  countDue,
  nextToCall,
  outcomeAt,
  withOutcome,
  type CallRound,
  type Outcomes,
} from '../../app/pane/callStep';
import { dayOfDate, type PaneStore } from '../../app/pane/createPaneStore';
import type { PaneCustomers } from '../../app/pane/paneAnalysis';
import { failureOf, type PaneFailure } from '../../app/pane/paneState';
import { NO_OUTCOME, type Outcome } from '../../app/pane/trackOutcome';
import type { PaneHost } from '../paneHost';
import { readDayProgress, readCapacity, keepDayProgress } from '../paneMemory';
import { useWords } from '../useWords';

/** Where the calls stand, and what the caller can do. */
export interface Calls {
  readonly loading: boolean;
  readonly round: CallRound;
  readonly setRound: (round: CallRound) => void;
  /** Position in the call list; undefined where the round is over. */
  readonly position: number | undefined;
  readonly outcome: Outcome;
  /** Writes into the sheet at once. */
  readonly record: (change: Partial<Outcome>) => void;
  readonly saving: boolean;
  readonly saved: boolean;
  readonly next: () => void;
  readonly skip: () => void;
  readonly back: () => void;
  readonly canGoBack: boolean;
  readonly due: Readonly<Record<CallRound, number>>;
  readonly done: number;
  readonly capacity: number;
  readonly today: number;
  readonly failure: PaneFailure | undefined;
  readonly retry: (() => void) | undefined;
  readonly dismissFailure: () => void;
}

interface UseCallsOptions {
  readonly customers: PaneCustomers;
  readonly host: PaneHost;
  readonly store: PaneStore;
  readonly callAt: number | undefined;
}

export function useCalls({ customers, host, store, callAt }: UseCallsOptions): Calls {
  const { report } = useWords();
  const connected = report.customers.callResults[0] ?? '';
  const today = dayOfDate(host.now());
  const [outcomes, setOutcomes] = useState<Outcomes>();
  const [round, setRoundState] = useState<CallRound>('phone');
  const [position, setPosition] = useState<number>();
  const [visited, setVisited] = useState<readonly number[]>([]);
  const [done, setDone] = useState(() => readDayProgress(host.storage, today).done);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [failed, setFailed] = useState<{ failure: PaneFailure; retry: (() => void) | undefined }>();
  const counted = useRef(new Set<number>());
  const queue = useRef(Promise.resolve());

  useEffect(() => {
    let wanted = true;
    store.readOutcomes().then(
      (found) => {
        if (!wanted) return;
        setOutcomes(found);
        setPosition(
          callAt ?? nextToCall(customers, found, { round: 'phone', after: -1, connected }),
        );
      },
      (error: unknown) => {
        if (!wanted) return;
        setOutcomes(new Map());
        setPosition(callAt ?? 0);
        setFailed({ failure: failureOf(error), retry: undefined });
      },
    );
    return () => {
      wanted = false;
    };
  }, [store, customers, callAt, connected]);

  const known = outcomes ?? NOTHING;
  const due = useMemo(
    () => ({
      phone: countDue(customers, known, { round: 'phone', connected }),
      weChat: countDue(customers, known, { round: 'weChat', connected }),
    }),
    [customers, known, connected],
  );

  const goTo = (next: number | undefined): void => {
    if (position !== undefined) setVisited((before) => [...before, position]);
    setPosition(next);
    setState('idle');
  };
  const goOn = (): void => {
    goTo(nextToCall(customers, known, { round, after: position ?? -1, connected }));
  };

  const record = (change: Partial<Outcome>): void => {
    if (position === undefined) return;
    const at = position;
    setState('saving');
    setFailed(undefined);
    // One write after the other: two quick taps must not overtake each other.
    queue.current = queue.current
      .then(() => store.track(at, change))
      .then(
        () => {
          setOutcomes((before) =>
            withOutcome(before ?? NOTHING, customers, { position: at, change }),
          );
          setState('saved');
          if (!counted.current.has(at)) {
            counted.current.add(at);
            setDone((before) => {
              keepDayProgress(host.storage, { day: today, done: before + 1 });
              return before + 1;
            });
          }
        },
        (error: unknown) => {
          setState('idle');
          setFailed({
            failure: failureOf(error),
            retry: () => {
              record(change);
            },
          });
        },
      );
  };

  return {
    loading: outcomes === undefined,
    round,
    setRound(next) {
      setRoundState(next);
      setVisited([]);
      setPosition(nextToCall(customers, known, { round: next, after: -1, connected }));
    },
    position,
    outcome: position === undefined ? NO_OUTCOME : outcomeAt(known, customers, position),
    record,
    saving: state === 'saving',
    saved: state === 'saved',
    next: goOn,
    skip: goOn,
    back() {
      const last = visited[visited.length - 1];
      if (last === undefined) return;
      setVisited(visited.slice(0, -1));
      setPosition(last);
      setState('idle');
    },
    canGoBack: visited.length > 0,
    due,
    done,
    capacity: readCapacity(host.storage),
    today,
    failure: failed?.failure,
    retry: failed?.retry,
    dismissFailure() {
      setFailed(undefined);
    },
  };
}

const NOTHING: Outcomes = new Map();
