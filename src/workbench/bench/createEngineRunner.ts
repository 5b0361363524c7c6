import type { AnalysisRunner } from '../../app/pane/analysisRunner';
import type { Engine } from '../engine/engine';
import type { ShownWorkbook } from '../engine/shownWorkbook';

export interface EngineRunnerOptions {
  readonly engine: Engine;
  /** Hands what was typed into the grid to the engine, before it reads. */
  readonly flush: () => Promise<void>;
  /** The analysis was written into the workbook. */
  readonly onWritten: (shown: ShownWorkbook) => Promise<void>;
}

/** The pane's runner over the engine, which holds the workbook itself. */
export function createEngineRunner({
  engine,
  flush,
  onWritten,
}: EngineRunnerOptions): AnalysisRunner {
  return {
    async open(_, language, options) {
      await flush();
      const stored = await engine.startAnalysis(language, options);
      return {
        stored,
        detect: (mappings) => engine.detect(mappings),
        analyze: (request, operation) => engine.analyze(request, operation),
        async write(operation) {
          await flush();
          const { names, shown } = await engine.write(null, operation);
          await onWritten(shown);
          return names;
        },
        keep: (chosen, wording) => engine.keep({ chosen, language: wording }),
        describe: (customer, scripts) => engine.describe({ customer, ...(scripts && { scripts }) }),
        close() {
          void engine.endAnalysis(null);
        },
      };
    },
  };
}
