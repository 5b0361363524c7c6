import type { Problem } from '../../core';
import type { Progress, SharingOutcome } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type { DetectedWorkbook } from './detectedWorkbook';
import type { PaneAnalysis } from './paneAnalysis';

/** Where the pane stands: exactly one of these. */
export type PaneStep = StartStep | RunStep | ConfirmStep | ResultStep | FailedStep;

/** What can be done with an analysis. */
export const PLACES = ['result', 'customers', 'call', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** Nothing is analysed; `restored` names the sheets just brought back. */
export interface StartStep {
  readonly name: 'start';
  readonly restored?: readonly string[];
  readonly restoring?: boolean;
  /** Why the workbook was not brought back. */
  readonly failure?: PaneFailure;
}

/** Reading, analysing, planning and writing; `progress` of the stage that runs. */
export interface RunStep {
  readonly name: 'run';
  readonly progress: Progress;
  /** The user has asked to stop; the host finishes what it is in the middle of. */
  readonly cancelling: boolean;
}

/** What was recognised is doubtful: the user is asked once. */
export interface ConfirmStep {
  readonly name: 'confirm';
  readonly detected: DetectedWorkbook;
}

export interface ResultStep {
  readonly name: 'result';
  readonly analysis: PaneAnalysis;
  /** How the sheets were understood. */
  readonly detected: DetectedWorkbook;
  /** False where the pane shows other settings than the sheets were written with. */
  readonly written: boolean;
  /** What goes on over the result: the figures stay visible meanwhile. */
  readonly busy?: 'rank' | 'write' | 'restore' | 'copy';
  /** What went wrong last, over a result that still holds. */
  readonly failure?: PaneFailure;
  /** What the masked copy holds that was saved last. */
  readonly copied?: SharingOutcome;
}

export interface FailedStep {
  readonly name: 'failed';
  readonly failure: PaneFailure;
}

/** Why something did not go: the data, the host, or a mistake of ours. */
export type PaneFailure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'workbook'; readonly failure: WorkbookFailure }
  | { readonly kind: 'noWorkbook' }
  /** The workbook holds no untouched copy. */
  | { readonly kind: 'nothingToRestore' }
  | { readonly kind: 'bug'; readonly error: unknown };

export const START: StartStep = { name: 'start' };

/** The stages of a run in their order, for "2 of 4". */
export const STAGES = [
  'read',
  'analyze',
  'plan',
  'write',
] as const satisfies readonly Progress['stage'][];

/** A run that has just begun. */
export function startRun(): RunStep {
  return { name: 'run', progress: { stage: 'read', done: 0, total: 0 }, cancelling: false };
}

/** Progress over all stages, 0–1: reading and writing are most of the time. */
export function runShare({ stage, done, total }: Progress): number {
  const within = total > 0 ? Math.min(1, done / total) : 0;
  const [from, weight] = WEIGHTS[stage];
  return from + weight * within;
}

const WEIGHTS: Readonly<Record<Progress['stage'], readonly [from: number, weight: number]>> = {
  read: [0, 0.35],
  analyze: [0.35, 0.15],
  plan: [0.5, 0.1],
  write: [0.6, 0.4],
};

/** What was thrown, as a state: a host's refusal, or else a mistake of ours. */
export function failureOf(error: unknown): PaneFailure {
  return error instanceof WorkbookFailure
    ? { kind: 'workbook', failure: error }
    : { kind: 'bug', error };
}
