import { analyzeHandover, findLayouts, type Analysis, type RawWorkbook } from '../../core';
import { planHandover } from '../../report/planHandover';
import type { ReportWords } from '../../report';
import type { LiveWorkbook, OperationOptions, Progress } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type {
  AnalysisRequest,
  AnalysisRunner,
  AnalysisSession,
  PaneLanguage,
} from './analysisRunner';
import { describeCustomer } from './describeCustomer';
import { viewAnalysis } from './viewAnalysis';

/**
 * Runs the analysis on the page's own thread, letting the page breathe between stages: for hosts
 * without workers, and for tests.
 */
export function createInlineRunner(
  wordsOf: (language: PaneLanguage) => ReportWords,
): AnalysisRunner {
  return {
    async open(workbook, options) {
      return createSession(workbook, await workbook.read(options), wordsOf);
    },
  };
}

interface Analyzed {
  readonly request: AnalysisRequest;
  readonly analysis: Analysis;
}

function createSession(
  workbook: LiveWorkbook,
  firstRead: RawWorkbook,
  wordsOf: (language: PaneLanguage) => ReportWords,
): AnalysisSession {
  let raw: RawWorkbook = firstRead;
  let last: Analyzed | undefined;
  let written = false;

  return {
    detect(settings) {
      return Promise.resolve(detectWorkbook(raw, settings.mappings));
    },
    async analyze(request, options) {
      await stage(options, 'analyze', 0);
      const result = analyzeHandover(raw, request.settings);
      await stage(options, 'analyze', 1);
      if (!result.ok) return result;
      last = { request, analysis: result.analysis };
      return { ok: true, analysis: viewAnalysis(result.analysis) };
    },
    async write(options) {
      if (last === undefined) throw new Error('Nothing has been analysed.');
      if (written) await analyzeAnew(last.request, options);
      const { request, analysis } = last;
      await stage(options, 'plan', 0);
      const plan = planHandover({
        analysis,
        workbook: raw,
        words: wordsOf(request.language),
        scriptSettings: request.scripts.settings,
        ...(request.scripts.templates && { scriptTemplates: request.scripts.templates }),
      });
      await stage(options, 'plan', 1);
      await workbook.write(plan, options);
      written = true;
    },
    describe(customer, scripts) {
      if (last === undefined) return Promise.reject(new Error('Nothing has been analysed.'));
      const { analysis, request } = last;
      const words = wordsOf(request.language).scripts;
      return Promise.resolve(
        describeCustomer(analysis, customer, { ...(scripts ?? request.scripts), words }),
      );
    },
    close() {
      raw = { name: '', sheets: [] };
      last = undefined;
    },
  };

  /** The ledger has been sorted and cleaned in place: a plan must be made from what is there now. */
  async function analyzeAnew(request: AnalysisRequest, options?: OperationOptions): Promise<void> {
    raw = await workbook.read(options);
    await stage(options, 'analyze', 0);
    const result = analyzeHandover(raw, request.settings);
    if (!result.ok) throw new WorkbookFailure('workbook.changed');
    last = { request, analysis: result.analysis };
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

function detectWorkbook(raw: RawWorkbook, mappings: AnalysisRequest['settings']['mappings']) {
  const found = findLayouts(raw, mappings);
  if (!found.ok) return { sheets: [], problem: found.problem };
  return { sheets: found.layouts.map((layout) => ({ layout })) };
}
