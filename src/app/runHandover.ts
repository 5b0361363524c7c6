import type { Analysis, Problem } from '../core';
import { planHandover, type ReportWords } from '../report';
import type { OperationOptions, Workbook } from '../workbook/workbook';
import { analyzeWorkbook } from './rerun/analyzeWorkbook';
import { completeSettings, mergeChosen, type ChosenSettings } from './chosenSettings';
import { describeStored, findStoredSettings } from './storedSettings';

export interface HandoverRequest {
  readonly workbook: Workbook;
  /** Today as a 1900-system serial. */
  readonly today: number;
  /** What the user asks for now; it comes before what the workbook keeps from an earlier run. */
  readonly chosen: ChosenSettings;
  readonly words: ReportWords;
}

export type HandoverOutcome =
  | { readonly ok: true; readonly analysis: Analysis }
  /** Why the workbook cannot be analysed; nothing was written. */
  | { readonly ok: false; readonly problem: Problem };

/**
 * The use case: read the workbook, analyse it, write the annotated sheets. Nothing is written
 * before the analysis has succeeded. Settings: defaults < kept in the workbook < chosen now; they
 * are kept in the workbook for the next run.
 * @throws WorkbookFailure when the host refuses; the workbook is then as it was.
 */
export async function runHandover(
  { workbook, today, chosen, words }: HandoverRequest,
  options: OperationOptions = {},
): Promise<HandoverOutcome> {
  const raw = await workbook.read(options);
  const report = (stage: 'analyze' | 'plan', done: number) =>
    options.onProgress?.({ stage, done, total: 1 });
  report('analyze', 0);
  const stored = findStoredSettings(raw, words.scripts);
  const all = mergeChosen(stored.chosen, chosen);
  const { settings, scriptSettings } = completeSettings(today, all);
  const result = analyzeWorkbook(raw, settings, words);
  report('analyze', 1);
  if (!result.ok) return result;
  const analysis: Analysis = stored.damaged
    ? {
        ...result.analysis,
        warnings: [{ code: 'settings.unreadable' }, ...result.analysis.warnings],
      }
    : result.analysis;
  report('plan', 0);
  const plan = planHandover({
    analysis,
    workbook: raw,
    reading: result.reading,
    words,
    scriptSettings,
    scriptTemplates: all.scriptTemplates,
    storedSettings: describeStored(all),
  });
  report('plan', 1);
  await workbook.write(plan, options);
  return { ok: true, analysis };
}
