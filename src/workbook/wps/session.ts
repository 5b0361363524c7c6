import { throwIfCancelled } from '../cancellation';
import type { OperationOptions, Progress } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { isBusy, toFailure } from './hostFailure';
import { createJournal, type Journal } from './journal';
import { WPS, type WpsApplication, type WpsWorkbook } from './wpsTypes';

/** One operation on an open workbook. */
export interface Session {
  readonly app: WpsApplication;
  readonly book: WpsWorkbook;
  readonly journal: Journal;
  /** How many cells will be done, once that is known. */
  expect(cells: number): void;
  /**
   * Lets the pane draw and the user act, and stops where she has cancelled or gone to another
   * workbook. `cells` is how many more are done.
   */
  pause(cells: number): Promise<void>;
}

export interface SessionRequest {
  readonly app: WpsApplication;
  /** The workbook's full name, as it was opened. */
  readonly fullName: string;
  readonly stage: Progress['stage'];
  /** Cells that will be done, for the progress. */
  readonly total: number;
  readonly options: OperationOptions | undefined;
}

/** The workbook is asked for again only now and then: each question is a trip over the bridge. */
const PAUSES_PER_CHECK = 4;

/** Runs an operation that only reads. */
export async function readQuietly<T>(
  request: SessionRequest,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  throwIfCancelled(request.options);
  try {
    return await work(createSession(request, false));
  } catch (error) {
    throw toFailure(error, request.app);
  }
}

/**
 * Runs an operation that writes: without drawing, calculating, events and questions, all of which
 * come back as they were whatever happens. What was written before a failure is undone.
 */
export async function writeQuietly<T>(
  request: SessionRequest,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { app } = request;
  throwIfCancelled(request.options);
  let restoreFlags = (): void => undefined;
  try {
    const session = createSession(request, true);
    requireWritable(session);
    restoreFlags = silence(app);
    try {
      return await work(session);
    } catch (error) {
      const failure = toFailure(error, app);
      await session.journal.undo();
      throw failure;
    }
  } catch (error) {
    throw toFailure(error, app);
  } finally {
    restoreFlags();
  }
}

function createSession(
  { app, fullName, stage, total, options }: SessionRequest,
  writes: boolean,
): Session {
  const book = openBook(app, fullName);
  let pauses = 0;
  let done = 0;
  let expected = Math.max(1, total);
  options?.onProgress?.({ stage, done, total: expected });
  return {
    app,
    book,
    journal: createJournal(),
    expect(cells) {
      expected = Math.max(1, cells);
    },
    async pause(cells) {
      done = Math.min(expected, done + cells);
      options?.onProgress?.({ stage, done, total: expected });
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      throwIfCancelled(options);
      if (writes && ++pauses % PAUSES_PER_CHECK === 0) openBook(app, fullName);
    },
  };
}

/** The workbook in front, which must be the one that the operation is for. */
export function openBook(app: WpsApplication, fullName: string): WpsWorkbook {
  const book = app.ActiveWorkbook;
  if (book?.FullName !== fullName) throw new WorkbookFailure('workbook.closed');
  return book;
}

function requireWritable({ app, book }: Session): void {
  if (isBusy(app)) throw new WorkbookFailure('workbook.busy');
  if (book.ReadOnly) throw new WorkbookFailure('workbook.readOnly');
  if (book.ProtectStructure) throw new WorkbookFailure('workbook.protected');
}

const QUIET = {
  ScreenUpdating: false,
  EnableEvents: false,
  DisplayAlerts: false,
  CopyObjectsWithCells: false,
  Calculation: WPS.calculationManual,
} as const;
/** What a new window has, where WPS does not say what was before. */
const LOUD = {
  ScreenUpdating: true,
  EnableEvents: true,
  DisplayAlerts: true,
  CopyObjectsWithCells: true,
  Calculation: -4105,
} as const;

/** Sets the switches; the answer sets them back. */
function silence(app: WpsApplication): () => void {
  const changed: (() => void)[] = [];
  const restore = (): void => {
    for (const undo of changed.reverse()) retry(undo);
  };
  try {
    for (const key of Object.keys(QUIET) as (keyof typeof QUIET)[]) {
      const before = (app[key] as unknown) ?? LOUD[key];
      changed.push(() => {
        Object.assign(app, { [key]: before });
      });
      Object.assign(app, { [key]: QUIET[key] });
    }
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

function retry(action: () => void): void {
  for (let left = 3; left > 0; left--) {
    try {
      action();
      return;
    } catch {
      // Tried again; the last refusal cannot be helped.
    }
  }
}
