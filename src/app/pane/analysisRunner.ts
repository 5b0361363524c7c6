/**
 * Where the analysis runs: in slices on the page's own thread, or in a worker. A runner reads the
 * workbook itself and keeps what it read, so that cells never have to cross to the pane.
 */
import type { Problem, ScriptSettings, ScriptTemplates, Settings } from '../../core';
import type { OperationOptions, LiveWorkbook } from '../../workbook/workbook';
import type { DetectedWorkbook } from './detectedWorkbook';
import type { CustomerDetail, PaneAnalysis } from './paneAnalysis';

export type PaneLanguage = 'zh-CN' | 'en';

export interface AnalysisRunner {
  /**
   * Reads the workbook once; the session answers from what was read.
   * @throws WorkbookFailure when the host refuses or the operation is cancelled.
   */
  open(workbook: LiveWorkbook, options?: OperationOptions): Promise<AnalysisSession>;
}

/** How scripts are worded; absent templates are those of the language. */
export interface ScriptChoices {
  readonly settings: ScriptSettings;
  readonly templates?: Partial<ScriptTemplates>;
}

export interface AnalysisRequest {
  readonly settings: Settings;
  readonly scripts: ScriptChoices;
  /** Language of the sheets' wording and of the scripts. */
  readonly language: PaneLanguage;
}

export type PaneOutcome =
  | { readonly ok: true; readonly analysis: PaneAnalysis }
  /** Why the workbook cannot be analysed. */
  | { readonly ok: false; readonly problem: Problem };

export interface AnalysisSession {
  /** How each sheet is understood, without analysing; see `findLayouts`. */
  detect(settings: Settings): Promise<DetectedWorkbook>;
  /**
   * Analyses what was read with these settings; may be called again with others.
   * @throws WorkbookFailure `operation.cancelled`.
   */
  analyze(request: AnalysisRequest, options?: OperationOptions): Promise<PaneOutcome>;
  /**
   * Plans and writes the last analysis into the workbook. Once written, the sheets are no longer
   * what was read: a later call reads and analyses anew with the same request.
   * @throws WorkbookFailure; the workbook is then as it was.
   */
  write(options?: OperationOptions): Promise<void>;
  /** Reasons, parts and script of a customer of the last analysis, by its index there. */
  describe(customer: number, scripts?: ScriptChoices): Promise<CustomerDetail>;
  /** Frees what was read. */
  close(): void;
}
