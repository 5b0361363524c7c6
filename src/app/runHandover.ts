import {
  analyzeHandover,
  type Analysis,
  type Problem,
  type ScriptSettings,
  type ScriptTemplates,
  type Settings,
} from '../core';
import { planHandover } from '../report/planHandover';
import type { ReportWords } from '../report/reportWords';
import type { OperationOptions, Workbook } from '../workbook/workbook';

export interface HandoverRequest {
  readonly workbook: Workbook;
  readonly settings: Settings;
  readonly scriptSettings: ScriptSettings;
  readonly scriptTemplates?: Partial<ScriptTemplates>;
  readonly words: ReportWords;
}

export type HandoverOutcome =
  | { readonly ok: true; readonly analysis: Analysis }
  /** Why the workbook cannot be analysed; nothing was written. */
  | { readonly ok: false; readonly problem: Problem };

/**
 * The use case: read the workbook, analyse it, write the annotated sheets. Nothing is written
 * before the analysis has succeeded.
 * @throws WorkbookFailure when the host refuses; the workbook is then as it was.
 */
export async function runHandover(
  request: HandoverRequest,
  options: OperationOptions = {},
): Promise<HandoverOutcome> {
  const { workbook, settings, words } = request;
  const raw = await workbook.read(options);
  const report = (stage: 'analyze' | 'plan', done: number) =>
    options.onProgress?.({ stage, done, total: 1 });
  report('analyze', 0);
  const result = analyzeHandover(raw, settings);
  report('analyze', 1);
  if (!result.ok) return result;
  report('plan', 0);
  const plan = planHandover({ ...request, analysis: result.analysis, workbook: raw, words });
  report('plan', 1);
  await workbook.write(plan, options);
  return { ok: true, analysis: result.analysis };
}
