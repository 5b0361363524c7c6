/**
 * Where the analysis runs: in slices on the page's own thread, or in a worker. A runner reads the
 * workbook itself and keeps what it read, so that cells never have to cross to the pane.
 */
import type { Problem, Settings } from '../../core';
import type { SheetNames } from '../../report';
import type { OperationOptions, Workbook } from '../../workbook/workbook';
import type { ChosenSettings } from '../chosenSettings';
import type { DetectedWorkbook } from './detectedWorkbook';
import type { CustomerDetail, PaneAnalysis } from './paneAnalysis';

export type PaneLanguage = 'zh-CN' | 'en';

export interface AnalysisRunner {
  /**
   * Reads the workbook once; the session answers from what was read.
   * @throws WorkbookFailure when the host refuses or the operation is cancelled.
   */
  open(
    workbook: Workbook,
    language: PaneLanguage,
    options?: OperationOptions,
  ): Promise<AnalysisSession>;
}

export interface AnalysisRequest {
  /** Today as a 1900-system serial. */
  readonly today: number;
  /** All that is chosen, what the workbook keeps included; the rest are defaults. */
  readonly chosen: ChosenSettings;
  /** Language of the sheets' wording and of the scripts. */
  readonly language: PaneLanguage;
}

export type PaneOutcome =
  | { readonly ok: true; readonly analysis: PaneAnalysis }
  /** Why the workbook cannot be analysed. */
  | { readonly ok: false; readonly problem: Problem };

export interface AnalysisSession {
  /** What an earlier run kept in the workbook; `damaged` where that cannot be read. */
  readonly stored: { readonly chosen: ChosenSettings; readonly damaged: boolean };
  /** How each sheet is understood with these mappings, without analysing; see `findLayouts`. */
  detect(mappings: Settings['mappings']): Promise<DetectedWorkbook>;
  /**
   * Analyses what was read with these settings; may be called again with others.
   * @throws WorkbookFailure `operation.cancelled`.
   */
  analyze(request: AnalysisRequest, options?: OperationOptions): Promise<PaneOutcome>;
  /**
   * Plans and writes the last analysis into the workbook. Once written, the sheets are no longer
   * what was read: a later call reads and analyses anew with the same request.
   * Resolves with the names of the sheets written.
   * @throws WorkbookFailure; the workbook is then as it was.
   */
  write(options?: OperationOptions): Promise<SheetNames>;
  /**
   * Keeps what is chosen in the workbook and touches nothing else.
   * @throws WorkbookFailure when the host refuses.
   */
  keep(chosen: ChosenSettings, language: PaneLanguage): Promise<void>;
  /** Reasons, parts and script of a customer of the last analysis, by its index there. */
  describe(customer: number, scripts?: ChosenSettings): Promise<CustomerDetail>;
  /** Frees what was read. */
  close(): void;
}
