import { throwIfCancelled } from '../cancellation';
import type { OperationOptions } from '../workbook';
import type { Connection } from './excelHost';
import { PAYLOAD_BYTES } from './payload';
import { isTooLarge } from './translateFailure';

/** Something to write: described when it is queued, done when its request is made. */
export interface WriteStep {
  readonly bytes: number;
  /** Cells that it writes, for the progress. */
  readonly cells?: number;
  /** Puts actions into the request; called again where the request was too large. */
  run(context: Excel.RequestContext): void;
  /** The same in two halves; absent where it cannot be halved. */
  split?(): readonly [WriteStep, WriteStep];
}

export interface WriteQueue {
  add(step: WriteStep): Promise<void>;
  /** Makes the request for all that is queued. */
  flush(): Promise<void>;
}

export interface WriteQueueOptions extends OperationOptions {
  readonly totalCells: number;
}

/** Gathers steps into requests as large as Excel takes; one that is refused is made in halves. */
export function createWriteQueue(
  context: Excel.RequestContext,
  { has }: Connection,
  options: WriteQueueOptions,
): WriteQueue {
  let steps: WriteStep[] = [];
  let bytes = 0;
  let cellsDone = 0;

  async function add(step: WriteStep): Promise<void> {
    if (bytes + step.bytes > PAYLOAD_BYTES) await flush();
    steps.push(step);
    bytes += step.bytes;
  }

  async function flush(): Promise<void> {
    if (steps.length === 0) return;
    const due = steps;
    steps = [];
    bytes = 0;
    throwIfCancelled(options);
    await request(due);
    for (const { cells = 0 } of due) cellsDone += cells;
    const done = Math.min(cellsDone, options.totalCells);
    options.onProgress?.({ stage: 'write', done, total: options.totalCells });
  }

  async function request(due: readonly WriteStep[]): Promise<void> {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    if (has(9)) application.suspendScreenUpdatingUntilNextSync();
    for (const step of due) step.run(context);
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      const halves = halve(due);
      if (halves === undefined) throw error;
      for (const half of halves) await request(half);
    }
  }

  return { add, flush };
}

function halve(steps: readonly WriteStep[]): readonly (readonly WriteStep[])[] | undefined {
  if (steps.length > 1) {
    const middle = steps.length >> 1;
    return [steps.slice(0, middle), steps.slice(middle)];
  }
  return steps[0]?.split?.().map((step) => [step]);
}
