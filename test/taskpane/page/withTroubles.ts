import type { AnalysisRunner } from '../../../src/app/pane/analysisRunner';
import { WorkbookFailure, type WorkbookFailureCode } from '../../../src/workbook/workbookFailure';

interface Troubles {
  /** A failure's code, `bug` for a mistake of ours, `render` for one while drawing. */
  readonly fail: string | null;
  /** The stage at which a run stops until it is cancelled. */
  readonly hold: string | null;
}

/** A runner with which the pane's rarer screens can be looked at. */
export function withTroubles(runner: AnalysisRunner, { fail, hold }: Troubles): AnalysisRunner {
  return {
    async open(workbook, language, options) {
      if (fail === 'bug') throw new TypeError('planted');
      if (fail !== null && fail !== 'render') {
        throw new WorkbookFailure(fail as WorkbookFailureCode, { sheet: '明细' });
      }
      if (hold === 'read') {
        options?.onProgress?.({ stage: 'read', done: 4_200, total: 10_000 });
        await untilAborted(options?.signal);
      }
      const session = await runner.open(workbook, language, options);
      return {
        ...session,
        async analyze(request, operation) {
          const outcome = await session.analyze(request, operation);
          if (fail === 'render' && outcome.ok) Object.assign(outcome.analysis, { figures: null });
          return outcome;
        },
        async write(operation) {
          if (hold === 'write') {
            operation?.onProgress?.({ stage: 'write', done: 31, total: 100 });
            await untilAborted(operation?.signal);
          }
          return session.write(operation);
        },
      };
    },
  };
}

async function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  await new Promise((resolve) => {
    signal?.addEventListener('abort', resolve);
  });
  throw new WorkbookFailure('operation.cancelled');
}
