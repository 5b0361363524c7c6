import { dayOf, type Settings } from '../../core';
import type { CustomerColumn, SheetNames } from '../../report';
import type { LiveWorkbook, OperationOptions, SharingOutcome } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import { mergeChosen, NOTHING_CHOSEN, type ChosenSettings } from '../chosenSettings';
import type {
  AnalysisRequest,
  AnalysisRunner,
  AnalysisSession,
  PaneLanguage,
} from './analysisRunner';
import { findCustomerRow, findCustomersSheet } from './customersSheet';
import { isDoubtful } from './detectedWorkbook';
import type { CustomerDetail } from './paneAnalysis';
import {
  failureOf,
  START,
  startRun,
  type PaneStep,
  type Place,
  type ResultStep,
} from './paneState';
import { readOutcomes, trackOutcome, type Outcome, type TrackedSheet } from './trackOutcome';

export interface PaneState {
  readonly step: PaneStep;
  /** What the user has chosen, here or earlier in this workbook. */
  readonly chosen: ChosenSettings;
  /** What is shown of a result. */
  readonly place: Place;
  /** The user is asked whether everything is to be undone. */
  readonly asksRestore: boolean;
}

export interface PaneStoreOptions {
  /** The workbook in front of the user; undefined where none is open. */
  readonly openWorkbook: () => Promise<LiveWorkbook | undefined>;
  readonly runner: AnalysisRunner;
  readonly now: () => Date;
  language(): PaneLanguage;
  /** Headers of 客户汇总 in a language, by which its columns are found again. */
  headers(language: PaneLanguage): Readonly<Record<CustomerColumn, string>>;
  /** Saves a masked copy; absent where the host cannot. */
  readonly saveSharingCopy?: SaveSharingCopy | undefined;
}

/** Resolves with what was masked and left out; with nothing where the user thought better of it. */
export type SaveSharingCopy = (options?: OperationOptions) => Promise<SharingOutcome | undefined>;

/**
 * The pane's state and what the user can do to it. Every action resolves when it is over; what the
 * host refuses becomes part of the state, unless the action says that it throws.
 */
export interface PaneStore {
  getState(): PaneState;
  subscribe(listener: () => void): () => void;
  /** Read, detect, and where nothing is doubtful analyse and write: the one button. */
  analyze(): Promise<void>;
  /** Goes on with the columns that the user has confirmed or corrected. */
  confirm(mappings: Settings['mappings']): Promise<void>;
  /** Stops a run; the workbook stays as it was. */
  cancel(): void;
  /** Back to the beginning, for instance because another workbook was opened. */
  reset(): void;
  /** Analyses again what was read, with other settings; the sheets wait for {@link write}. */
  rank(chosen: ChosenSettings): Promise<void>;
  /** Brings the sheets in line with what the pane shows. */
  write(): Promise<void>;
  /** Shows another part of the result. */
  goTo(place: Place): void;
  /** Shows a part of the result, analysing first where there is none yet. */
  open(place: Place): Promise<void>;
  /** Asks whether everything is to be undone, or takes the question back. */
  askRestore(asks: boolean): void;
  /** Asks about the columns of the result again. */
  correct(): void;
  /** Brings the workbook back to before the first run, analysed here or long ago. */
  restore(): Promise<void>;
  saveSharingCopy(): Promise<void>;
  /** Keeps what is chosen in the workbook, without analysing. */
  keep(chosen: ChosenSettings): Promise<void>;
  /** Takes away what is said over a result: what went wrong, what a copy holds. */
  dismissNotice(): void;
  /** @throws WorkbookFailure */
  describe(customer: number, chosen?: ChosenSettings): Promise<CustomerDetail>;
  /** Shows a sheet of ours; a failure is shown over the result. */
  showSheet(role: keyof SheetNames): Promise<void>;
  /** Shows a customer's row on 客户汇总, by its position in the call list. */
  showCustomer(position: number): Promise<void>;
  /** @throws WorkbookFailure */
  readOutcomes(): Promise<ReadonlyMap<string, Outcome>>;
  /** @throws WorkbookFailure */
  track(position: number, change: Partial<Outcome>): Promise<void>;
}

interface Opened {
  readonly workbook: LiveWorkbook;
  readonly session: AnalysisSession;
}

/** What stands in the workbook since the last write. */
interface Written {
  readonly names: SheetNames;
  readonly language: PaneLanguage;
  readonly count: number;
}

const BEGINNING: PaneState = {
  step: START,
  chosen: NOTHING_CHOSEN,
  place: 'result',
  asksRestore: false,
};

export function createPaneStore(options: PaneStoreOptions): PaneStore {
  let state: PaneState = BEGINNING;
  const listeners = new Set<() => void>();
  let opened: Opened | undefined;
  let written: Written | undefined;
  let running: AbortController | undefined;

  const setState = (change: Partial<PaneState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const setStep = (step: PaneStep): void => {
    setState({ step });
  };
  const request = (): AnalysisRequest => ({
    today: dayOfDate(options.now()),
    chosen: state.chosen,
    language: options.language(),
  });
  const operationFor = (signal: AbortSignal): OperationOptions => ({
    signal,
    onProgress: (progress) => {
      if (state.step.name === 'run' && !signal.aborted) setStep({ ...state.step, progress });
    },
  });

  /** One run at a time; what it comes to is shown unless it was overtaken by a reset. */
  async function run(work: (operation: OperationOptions) => Promise<PaneStep>): Promise<void> {
    if (running !== undefined) return;
    const controller = new AbortController();
    running = controller;
    setStep(startRun());
    const step = await work(operationFor(controller.signal)).catch(stepAfter);
    if (running !== controller) return;
    running = undefined;
    setStep(step);
  }

  async function detect(operation: OperationOptions): Promise<PaneStep> {
    const workbook = await options.openWorkbook();
    if (workbook === undefined) return { name: 'failed', failure: { kind: 'noWorkbook' } };
    opened?.session.close();
    opened = undefined;
    const session = await options.runner.open(workbook, options.language(), operation);
    opened = { workbook, session };
    setState({ chosen: mergeChosen(session.stored.chosen, state.chosen) });
    const detected = await session.detect(state.chosen.settings.mappings ?? {});
    if (isDoubtful(detected)) return { name: 'confirm', detected };
    return analyzeAndWrite(operation);
  }

  async function analyzeAndWrite(operation: OperationOptions): Promise<PaneStep> {
    const { session } = theOpened();
    const asked = request();
    const detected = await session.detect(asked.chosen.settings.mappings ?? {});
    const outcome = await session.analyze(asked, operation);
    if (!outcome.ok) {
      return { name: 'failed', failure: { kind: 'problem', problem: outcome.problem } };
    }
    const { analysis } = outcome;
    const names = await session.write(operation);
    written = { names, language: asked.language, count: analysis.customers.count };
    return { name: 'result', analysis, detected, written: true };
  }

  /** Something that goes on over the result: the figures stay, a failure is shown over them. */
  async function over(
    busy: NonNullable<ResultStep['busy']>,
    work: (step: ResultStep) => Promise<PaneStep>,
  ): Promise<void> {
    const { step } = state;
    if (step.name !== 'result' || step.busy !== undefined) return;
    setStep({ ...withoutNotice(step), busy });
    const next = await work(withoutNotice(step)).catch((error: unknown) => {
      return { ...withoutNotice(step), failure: failureOf(error) };
    });
    // A reset meanwhile has its own step.
    if (state.step.name === 'result') setStep(next);
  }

  /** Undone without an analysis here: the workbook was closed and opened again. */
  async function restoreUnread(): Promise<void> {
    if (state.step.name !== 'start' && state.step.name !== 'failed') return;
    setStep({ ...START, restoring: true });
    setStep(
      await restoreOpen().catch((error: unknown) => ({ ...START, failure: failureOf(error) })),
    );
  }

  async function restoreOpen(): Promise<PaneStep> {
    const workbook = await options.openWorkbook();
    if (workbook === undefined) return { ...START, failure: { kind: 'noWorkbook' } };
    const { restored } = await workbook.restore();
    return restored.length === 0
      ? { ...START, failure: { kind: 'nothingToRestore' } }
      : { ...START, restored };
  }

  function theOpened(): Opened {
    if (opened === undefined) throw new WorkbookFailure('workbook.closed');
    return opened;
  }

  function trackedSheet(): TrackedSheet {
    if (written === undefined) throw new WorkbookFailure('workbook.closed');
    const { names, language, count } = written;
    return { name: names.customers, headers: options.headers(language), count };
  }

  function trackedCustomer(position: number) {
    const { step } = state;
    if (step.name !== 'result') throw new WorkbookFailure('workbook.closed');
    const { id, name } = step.analysis.customers;
    return { customer: { id: id[position] ?? '', name: name[position] ?? '' }, position };
  }

  async function selectCustomer(position: number): Promise<void> {
    const { workbook } = theOpened();
    const tracked = trackedSheet();
    const { customer } = trackedCustomer(position);
    const sheet = await findCustomersSheet(workbook, tracked.name, tracked.headers);
    const wanted = { customer, position, count: tracked.count };
    const row = await findCustomerRow(workbook, sheet, wanted);
    if (row === undefined) throw new WorkbookFailure('customer.rowMissing', { sheet: sheet.name });
    const lastColumn = sheet.columns.remark;
    await workbook.select(sheet.name, { firstRow: row, lastRow: row, firstColumn: 0, lastColumn });
  }

  const showFailure = (error: unknown): void => {
    const { step } = state;
    if (step.name === 'result') setStep({ ...step, failure: failureOf(error) });
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    analyze: () => run(detect),
    async confirm(mappings) {
      const added: ChosenSettings = { ...NOTHING_CHOSEN, settings: { mappings } };
      setState({ chosen: mergeChosen(state.chosen, added) });
      await run(async (operation) => {
        const detected = await theOpened().session.detect(state.chosen.settings.mappings ?? {});
        if (detected.problem !== undefined) return { name: 'confirm', detected };
        return analyzeAndWrite(operation);
      });
    },
    cancel() {
      running?.abort();
      if (state.step.name === 'run') setStep({ ...state.step, cancelling: true });
    },
    reset() {
      running?.abort();
      running = undefined;
      opened?.session.close();
      opened = undefined;
      written = undefined;
      setState(BEGINNING);
    },
    goTo(place) {
      setState({ place });
    },
    async open(place) {
      setState({ place });
      if (state.step.name === 'start' || state.step.name === 'failed') await run(detect);
    },
    askRestore(asksRestore) {
      setState({ asksRestore });
    },
    correct() {
      const { step } = state;
      if (step.name === 'result') setStep({ name: 'confirm', detected: step.detected });
    },
    async rank(chosen) {
      await over('rank', async (step) => {
        const outcome = await theOpened().session.analyze({ ...request(), chosen });
        if (!outcome.ok) {
          return { ...step, failure: { kind: 'problem', problem: outcome.problem } };
        }
        setState({ chosen });
        return { ...step, analysis: outcome.analysis, written: false };
      });
    },
    async write() {
      await over('write', async (step) => {
        const { session } = theOpened();
        const { language } = request();
        const names = await session.write();
        written = { names, language, count: step.analysis.customers.count };
        return { ...step, written: true };
      });
    },
    async restore() {
      setState({ asksRestore: false });
      if (state.step.name !== 'result') {
        await restoreUnread();
        return;
      }
      await over('restore', async (step) => {
        const { restored } = await theOpened().workbook.restore();
        if (restored.length === 0) return { ...step, failure: { kind: 'nothingToRestore' } };
        opened?.session.close();
        opened = undefined;
        written = undefined;
        // What is analysed next begins with its figures.
        setState({ place: 'result' });
        return { name: 'start', restored };
      });
    },
    async saveSharingCopy() {
      await over('copy', async (step) => {
        const copied = await options.saveSharingCopy?.();
        return copied ? { ...step, copied } : step;
      });
    },
    async keep(chosen) {
      setState({ chosen });
      await opened?.session.keep(chosen, options.language()).catch(showFailure);
    },
    dismissNotice() {
      const { step } = state;
      if (step.name === 'result') setStep(withoutNotice(step));
    },
    describe: (customer, chosen) => theOpened().session.describe(customer, chosen),
    async showSheet(role) {
      const sheet = written?.names[role];
      if (sheet === undefined) return;
      const area = { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
      await theOpened().workbook.select(sheet, area).catch(showFailure);
    },
    async showCustomer(position) {
      await selectCustomer(position).catch(showFailure);
    },
    readOutcomes: async () => readOutcomes(theOpened().workbook, trackedSheet()),
    track: async (position, change) =>
      trackOutcome(theOpened().workbook, trackedSheet(), { ...trackedCustomer(position), change }),
  };
}

function withoutNotice({ analysis, detected, written }: ResultStep): ResultStep {
  return { name: 'result', analysis, detected, written };
}

/** Cancelled: as if nothing had been asked. */
function stepAfter(error: unknown): PaneStep {
  if (error instanceof WorkbookFailure && error.code === 'operation.cancelled') return START;
  return { name: 'failed', failure: failureOf(error) };
}

/** A moment's calendar day as a 1900-system serial. */
export function dayOfDate(date: Date): number {
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
