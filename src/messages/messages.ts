import type {
  CleaningRule,
  Field,
  NameSource,
  Priority,
  Problem,
  Reason,
  ScriptCase,
  ScriptWords,
  SetAsideReason,
  Stance,
  Trend,
  ValueClass,
} from '../core';
import type { cli } from './zh-CN/cli';
import type { excelPane } from './zh-CN/excelPane';
import type { failures } from './zh-CN/failures';
import type { pane } from './zh-CN/pane';
import type { probe } from './zh-CN/probe';
import type { report } from './zh-CN/report';
import type { sharing } from './zh-CN/sharing';
import type { workbench } from './zh-CN/workbench';
import type { WordsByCode } from './createFormatter';

export type Language = 'zh-CN' | 'en';

export type ProblemWords = WordsByCode<Problem>;
export type ReasonWords = WordsByCode<Reason>;

/** The words for the core's codes. */
export interface TermWords {
  readonly trends: Readonly<Record<Trend, string>>;
  /** In place of a trend where the ledger has only one of the two amounts. */
  readonly noTrend: string;
  readonly valueClasses: Readonly<Record<ValueClass, string>>;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly nameSources: Readonly<Record<NameSource, string>>;
  readonly setAsideReasons: Readonly<Record<SetAsideReason, string>>;
  readonly cleaningRules: Readonly<Record<CleaningRule, string>>;
  readonly fields: Readonly<Record<Field, string>>;
  readonly bases: Readonly<Record<'balance' | 'dailyAverage', string>>;
  readonly scriptCases: Readonly<Record<ScriptCase, string>>;
  readonly own: string;
  readonly other: string;
  readonly unnamedManager: string;
  readonly yes: string;
  readonly no: string;
}

/** Numbers, days and lists as text. */
export interface FormatWords {
  /** `1,234,567.89` from fen. */
  amount(fen: number): string;
  /** `123.46万` from fen, in running text. */
  shortAmount(fen: number): string;
  count(count: number): string;
  /** `2025-11-30` from a serial. */
  day(day: number): string;
  /** `60.0%` from 0.6. */
  share(share: number): string;
  list(items: readonly string[]): string;
  /** The unit that an amount reads well in: how many yuan, what stands behind it, its name. */
  unit(fen: number): { readonly yuan: number; readonly suffix: string; readonly name: string };
}

/** The reasons why a host or file refused, by the host's code. */
export type FailureWords = typeof failures;
export type SheetWords = typeof report;
export type CliWords = typeof cli;
export type SharingWords = typeof sharing;
export type PaneWords = typeof pane;
export type ExcelPaneWords = typeof excelPane;
export type ProbeWords = typeof probe;
export type WorkbenchWords = typeof workbench;

/** All wording of one language. */
export interface Messages {
  readonly language: Language;
  readonly format: FormatWords;
  readonly terms: TermWords;
  /** What is wrong, where, and what to do next. */
  problem(problem: Problem): string;
  reason(reason: Reason): string;
  readonly failures: FailureWords;
  readonly scripts: ScriptWords;
  readonly report: SheetWords;
  /** Headers of the columns added to a ledger, in every language. */
  readonly ledgerHeaders: readonly SheetWords['ledger'][];
  readonly pane: PaneWords;
  readonly sharing: SharingWords;
  readonly excelPane: ExcelPaneWords;
  readonly probe: ProbeWords;
  readonly workbench: WorkbenchWords;
}

/** What the command line says besides: no page needs it. */
export interface CliMessages extends Messages {
  readonly cli: CliWords;
}
