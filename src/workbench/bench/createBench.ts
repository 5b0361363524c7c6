import type { AnalysisRunner } from '../../app/pane/analysisRunner';
import type { SaveSharingCopy } from '../../app/pane/createPaneStore';
import type { CellPut, LiveWorkbook, Progress } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type { SheetArea } from '../../workbook/file/appearance/linkLocation';
import type { CellPlace, Engine, NamedFile } from '../engine/engine';
import type { ShownWorkbook } from '../engine/shownWorkbook';
import type { Grid } from '../grid/createGrid';
import { nextTask } from '../nextTask';
import { createEngineRunner } from './createEngineRunner';
import { createLiveWorkbook } from './createLiveWorkbook';
import { createPendingEdits } from './pendingEdits';
import { saveFile } from './saveFile';

/** Why something did not go: the file, or a mistake of ours. */
export type BenchFailure =
  | { readonly during: 'open' | 'save'; readonly failure: WorkbookFailure }
  | { readonly during: 'open' | 'save'; readonly bug: unknown };

export interface BenchState {
  /** Names of the open files; none where no workbook is open. */
  readonly files: readonly string[];
  /** Files being opened. */
  readonly opening?: { readonly files: readonly string[]; readonly progress: Progress };
  readonly saving: boolean;
  readonly unsaved: boolean;
  readonly failure?: BenchFailure;
  /** Files that wait until the user has said what becomes of unsaved changes. */
  readonly asking?: readonly NamedFile[];
  readonly shown?: ShownWorkbook;
}

/** What the workbench holds and what can be done with it; every action resolves when it is over. */
export interface Bench {
  getState(): BenchState;
  subscribe(listener: () => void): () => void;
  open(files: readonly NamedFile[]): Promise<void>;
  /** A folder was dropped: says that it is no file. */
  refuseFolder(name: string): void;
  /** The answer to the question about unsaved changes. */
  answer(discard: boolean): Promise<void>;
  cancelOpening(): void;
  save(): Promise<void>;
  /** Saves a masked copy of the workbook; resolves with what it holds, if it was saved. */
  saveSharingCopy: SaveSharingCopy;
  dismissFailure(): void;
  /** The grid has been loaded, or could not be. */
  setGrid(grid: Grid): void;
  /** What the user changed in the grid. */
  edited(cells: readonly CellPut[]): void;
  /** Where the formula of a cell leads to within the workbook; null where nowhere. */
  followLink(cell: CellPlace): Promise<SheetArea | null>;
  readonly runner: AnalysisRunner;
  /** The open workbook for the pane. */
  openWorkbook(): Promise<LiveWorkbook | undefined>;
}

export function createBench(engine: Engine, onWorkbookChanged: () => void): Bench {
  let state: BenchState = { files: [], saving: false, unsaved: false };
  const listeners = new Set<() => void>();
  const pending = createPendingEdits();
  let grid: Grid | undefined;
  let opening: AbortController | undefined;

  function set(change: Partial<BenchState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function forget(...keys: readonly ('opening' | 'failure' | 'asking')[]): void {
    const kept = Object.entries(state).filter(([key]) => !keys.includes(key as 'opening'));
    state = Object.fromEntries(kept) as unknown as BenchState;
    for (const listener of listeners) listener();
  }

  async function show(shown: ShownWorkbook, keepPlace: boolean): Promise<void> {
    // It has just come over from the engine, which alone takes a while.
    await nextTask();
    set({ shown });
    await grid?.show(shown, keepPlace);
  }

  async function flush(): Promise<void> {
    if (pending.size === 0) return;
    const cells = pending.take();
    try {
      await engine.putCells(cells);
    } catch (error) {
      pending.add(cells);
      throw error;
    }
  }

  const workbook = createLiveWorkbook({
    engine,
    pending,
    flush,
    grid: () => grid,
    onEdited: () => {
      set({ unsaved: true });
    },
    onRestored: async (shown) => {
      await show(shown, true);
      set({ unsaved: true });
    },
  });

  async function openNow(files: readonly NamedFile[]): Promise<void> {
    opening?.abort();
    const controller = new AbortController();
    opening = controller;
    forget('failure', 'asking');
    const names = files.map(({ name }) => name);
    const progress: Progress = { stage: 'read', done: 0, total: 0 };
    set({ opening: { files: names, progress } });
    try {
      const shown = await engine.open(files, {
        signal: controller.signal,
        onProgress: (now) => {
          if (opening === controller) set({ opening: { files: names, progress: now } });
        },
      });
      if (opening !== controller) return;
      pending.clear();
      forget('opening');
      set({ files: names, unsaved: false });
      // Before the grid has it: who presses the button at once is not to be set back.
      onWorkbookChanged();
      await show(shown, false);
    } catch (error) {
      if (opening !== controller) return;
      forget('opening');
      fail('open', error);
    } finally {
      if (opening === controller) opening = undefined;
    }
  }

  function fail(during: BenchFailure['during'], error: unknown): void {
    if (!(error instanceof WorkbookFailure)) set({ failure: { during, bug: error } });
    else if (error.code !== 'operation.cancelled') set({ failure: { during, failure: error } });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open(files) {
      if (files.length === 0) return;
      if (state.unsaved) set({ asking: files });
      else await openNow(files);
    },
    async answer(discard) {
      const { asking = [] } = state;
      forget('asking');
      if (discard) await openNow(asking);
    },
    cancelOpening() {
      opening?.abort();
    },
    async save() {
      if (state.saving) return;
      forget('failure');
      set({ saving: true });
      try {
        await flush();
        if (await saveFile(await engine.save(null))) set({ unsaved: pending.size > 0 });
      } catch (error) {
        fail('save', error);
      } finally {
        set({ saving: false });
      }
    },
    async saveSharingCopy(options) {
      await flush();
      const { outcome, ...file } = await engine.share(null, options);
      return (await saveFile(file)) ? outcome : undefined;
    },
    refuseFolder(name) {
      forget('failure');
      fail('open', new WorkbookFailure('file.directory', { path: name }));
    },
    dismissFailure() {
      forget('failure');
    },
    setGrid(loaded) {
      grid = loaded;
      if (state.shown) void grid.show(state.shown, false);
    },
    edited(cells) {
      pending.add(cells);
      set({ unsaved: true });
    },
    followLink({ sheet, row, column }) {
      const area = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      // What was typed over a formula is no link any more.
      if (pending.in(sheet, area).length > 0) return Promise.resolve(null);
      return engine.followLink({ sheet, row, column });
    },
    runner: createEngineRunner({
      engine,
      flush,
      onWritten: async (shown) => {
        await show(shown, false);
        set({ unsaved: true });
      },
    }),
    openWorkbook: () => Promise.resolve(state.files.length > 0 ? workbook : undefined),
  };
}
