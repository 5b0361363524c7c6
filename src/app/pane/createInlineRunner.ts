import type { Analysis, Problem, RawWorkbook } from '../../core';
import {
  nameSheets,
  planHandover,
  planKeptSettings,
  type LedgerReading,
  type ReportWords,
} from '../../report';
import type { OperationOptions, Progress, Workbook } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type {
  AnalysisRequest,
  AnalysisRunner,
  AnalysisSession,
  PaneLanguage,
} from './analysisRunner';
import { completeSettings } from '../chosenSettings';
import { analyzeWorkbook, type WorkbookAnalysis } from '../rerun/analyzeWorkbook';
import { describeStored, findStoredSettings } from '../storedSettings';
import { describeCustomer } from './describeCustomer';
import { detectWorkbook } from './detectedWorkbook';
import { viewAnalysis } from './viewAnalysis';

/**
 * Runs the analysis on the page's own thread, letting the page breathe between stages: for hosts
 * without workers, and for tests.
 */
export function createInlineRunner(wordsOf: WordsOf): AnalysisRunner {
  return {
    async open(workbook, language, options) {
      const raw = await workbook.read(options);
      return createSession(workbook, raw, { wordsOf, language });
    },
  };
}

type WordsOf = (language: PaneLanguage) => ReportWords;

interface Analyzed {
  readonly request: AnalysisRequest;
  readonly analysis: Analysis;
  readonly reading: LedgerReading;
}

function createSession(
  workbook: Workbook,
  firstRead: RawWorkbook,
  { wordsOf, language }: { readonly wordsOf: WordsOf; readonly language: PaneLanguage },
): AnalysisSession {
  let raw: RawWorkbook = firstRead;
  let last: Analyzed | undefined;
  let written = false;
  const stored = findStoredSettings(raw, wordsOf(language).scripts);

  return {
    stored,
    detect(mappings) {
      return Promise.resolve(detectWorkbook(raw, mappings));
    },
    async analyze(request, options) {
      await stage(options, 'analyze', 0);
      const result = analyze(request);
      await stage(options, 'analyze', 1);
      if (!result.ok) return result;
      last = { request, analysis: result.analysis, reading: result.reading };
      return { ok: true, analysis: viewAnalysis(result.analysis) };
    },
    async write(options) {
      if (last === undefined) throw new Error('Nothing has been analysed.');
      if (written) await analyzeAnew(last.request, options);
      const { request, analysis, reading } = last;
      await stage(options, 'plan', 0);
      const plan = planHandover({
        analysis,
        workbook: raw,
        reading,
        words: wordsOf(request.language),
        scriptSettings: completeSettings(request.today, request.chosen).scriptSettings,
        scriptTemplates: request.chosen.scriptTemplates,
        storedSettings: describeStored(request.chosen),
      });
      await stage(options, 'plan', 1);
      await workbook.write(plan, options);
      written = true;
      return nameSheets(raw, wordsOf(request.language).report.sheetNames);
    },
    async keep(chosen, wordsLanguage) {
      const words = wordsOf(wordsLanguage);
      await workbook.write(planKeptSettings(raw, words, describeStored(chosen)));
    },
    describe(customer, chosen) {
      if (last === undefined) return Promise.reject(new Error('Nothing has been analysed.'));
      const { analysis, request } = last;
      const scripts = chosen ?? request.chosen;
      const options = {
        words: wordsOf(request.language).scripts,
        settings: completeSettings(request.today, scripts).scriptSettings,
        templates: scripts.scriptTemplates,
      };
      return Promise.resolve(describeCustomer(analysis, customer, options));
    },
    close() {
      raw = { name: '', sheets: [] };
      last = undefined;
    },
  };

  function analyze({ today, chosen, language: spoken }: AnalysisRequest): WorkbookAnalysis {
    const { settings } = completeSettings(today, chosen);
    const result = analyzeWorkbook(raw, settings, wordsOf(spoken));
    if (!result.ok || !stored.damaged) return result;
    const warnings: Problem[] = [{ code: 'settings.unreadable' }, ...result.analysis.warnings];
    return { ...result, analysis: { ...result.analysis, warnings } };
  }

  /** The ledger has been sorted and cleaned in place: a plan must be made from what is there now. */
  async function analyzeAnew(request: AnalysisRequest, options?: OperationOptions): Promise<void> {
    raw = await workbook.read(options);
    await stage(options, 'analyze', 0);
    const result = analyze(request);
    if (!result.ok) throw new WorkbookFailure('workbook.changed');
    last = { request, analysis: result.analysis, reading: result.reading };
  }
}

/** Reports where the run stands and lets the page draw, answer and cancel. */
async function stage(
  options: OperationOptions | undefined,
  name: Progress['stage'],
  done: number,
): Promise<void> {
  options?.onProgress?.({ stage: name, done, total: 1 });
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
  if (options?.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
}
