import type { AnalysisRunner } from '../app/pane/analysisRunner';
import type { SaveSharingCopy } from '../app/pane/createPaneStore';
import type { Place } from '../app/pane/paneState';
import type { Language } from '../messages';
import type { LiveWorkbook } from '../workbook/workbook';

export type PaneTheme = 'light' | 'dark' | 'highContrast';

/** Where a ribbon's button leads: a place of an analysis, or the question whether to undo it all. */
export type RibbonPlace = Place | 'restore';

/** What a host's entry gives the pane. */
export interface PaneHost {
  readonly hostName: 'excel' | 'wps' | 'workbench';
  readonly language: Language;
  readonly theme: PaneTheme;
  /** The workbook in front of the user, asked for at each run; undefined where none is open. */
  readonly openWorkbook: () => Promise<LiveWorkbook | undefined>;
  /** Where an analysis is first shown; absent: at its result. */
  readonly startAt?: Place;
  /** Where the analysis runs: `createInlineRunner(messages)`, or a worker's. */
  readonly runner: AnalysisRunner;
  readonly now: () => Date;
  /** Small state of the pane that is not customers' data; lost where the host keeps none. */
  readonly storage?: PaneStorage;
  /** Saves a masked copy where the host lets the user choose; absent: the pane offers none. */
  readonly saveSharingCopy?: SaveSharingCopy;
  /** Saves a small text file (settings as JSON); absent: a download by the browser. */
  readonly saveTextFile?: (name: string, text: string) => Promise<void>;
  /** Puts the pane away (WPS 收起); absent: the host has its own button. */
  readonly close?: () => void;
  /** Tells when the user begins and ends editing a cell, where the host says so; undone by the result. */
  readonly onCellEdit?: (listener: (isEditing: boolean) => void) => () => void;
}

export interface PaneStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

export interface MountedPane {
  /** The host's language or theme has changed. */
  update(change: Partial<Pick<PaneHost, 'language' | 'theme'>>): void;
  /** Another workbook has come to the front: back to the beginning. */
  workbookChanged(): void;
  /** The one button, pressed from a ribbon. */
  analyze(): Promise<void>;
  /** Goes to a place, analysing first where nothing is analysed yet. */
  open(place: RibbonPlace): Promise<void>;
  unmount(): void;
}
