import { dayOf } from '../../core';
import type { LiveWorkbook, OperationOptions } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import { mergeChosen, NOTHING_CHOSEN, type ChosenSettings } from '../chosenSettings';
import type {
  AnalysisRequest,
  AnalysisRunner,
  AnalysisSession,
  PaneLanguage,
} from './analysisRunner';
import { START, startRun, type PaneFailure, type PaneStep, type ResultStep } from './paneState';

export interface PaneState {
  readonly step: PaneStep;
  /** What the user has chosen, here or earlier in this workbook. */
  readonly chosen: ChosenSettings;
}

export interface PaneStoreOptions {
  /** The workbook in front of the user; undefined where none is open. */
  readonly openWorkbook: () => Promise<LiveWorkbook | undefined>;
  readonly runner: AnalysisRunner;
  readonly now: () => Date;
  language(): PaneLanguage;
}

/** The pane's state and what the user can do to it; every action resolves when it is over. */
export interface PaneStore {
  getState(): PaneState;
  subscribe(listener: () => void): () => void;
  /** Read, analyse, write: the one button. */
  analyze(): Promise<void>;
  /** Stops a run; the workbook stays as it was. */
  cancel(): void;
  /** Back to the beginning, for instance because another workbook was opened. */
  reset(): void;
}

export function createPaneStore(options: PaneStoreOptions): PaneStore {
  let state: PaneState = { step: START, chosen: NOTHING_CHOSEN };
  const listeners = new Set<() => void>();
  let session: AnalysisSession | undefined;
  let running: AbortController | undefined;

  const setStep = (step: PaneStep): void => {
    state = { ...state, step };
    for (const listener of listeners) listener();
  };

  const request = (): AnalysisRequest => ({
    today: today(options.now()),
    chosen: state.chosen,
    language: options.language(),
  });

  async function run(signal: AbortSignal): Promise<PaneStep> {
    const workbook = await options.openWorkbook();
    if (workbook === undefined) return { name: 'failed', failure: { kind: 'noWorkbook' } };
    const operation: OperationOptions = {
      signal,
      onProgress: (progress) => {
        if (state.step.name === 'run' && !signal.aborted) setStep({ ...state.step, progress });
      },
    };
    session?.close();
    session = await options.runner.open(workbook, options.language(), operation);
    state = { ...state, chosen: mergeChosen(session.stored.chosen, state.chosen) };
    const outcome = await session.analyze(request(), operation);
    if (!outcome.ok) {
      return { name: 'failed', failure: { kind: 'problem', problem: outcome.problem } };
    }
    await session.write(operation);
    const { analysis } = outcome;
    return { name: 'result', analysis, written: true } satisfies ResultStep;
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async analyze() {
      if (running !== undefined) return;
      const controller = new AbortController();
      running = controller;
      setStep(startRun());
      const step = await run(controller.signal).catch((error: unknown) => stepAfter(error));
      if (running !== controller) return;
      running = undefined;
      setStep(step);
    },
    cancel() {
      running?.abort();
      if (state.step.name === 'run') setStep({ ...state.step, cancelling: true });
    },
    reset() {
      running?.abort();
      running = undefined;
      session?.close();
      session = undefined;
      setStep(START);
    },
  };
}

/** Cancelled: as if nothing had been asked. */
function stepAfter(error: unknown): PaneStep {
  if (error instanceof WorkbookFailure && error.code === 'operation.cancelled') return START;
  return { name: 'failed', failure: failureOf(error) };
}

function failureOf(error: unknown): PaneFailure {
  return error instanceof WorkbookFailure
    ? { kind: 'workbook', failure: error }
    : { kind: 'bug', error };
}

function today(now: Date): number {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
