/**
 * Calls of an engine's methods across a worker's boundary: named calls one way, answers, failures
 * and progress the other.
 */
import type { OperationOptions, Progress } from '../../workbook/workbook';
import {
  WorkbookFailure,
  type FailureFacts,
  type WorkbookFailureCode,
} from '../../workbook/workbookFailure';
import type { Engine } from './engine';

export type EngineMethod = keyof Engine;

export type CallMessage =
  | { readonly id: number; readonly method: EngineMethod; readonly argument: unknown }
  | { readonly id: number; readonly cancel: true };

export type AnswerMessage =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly failure: FailureMessage }
  /** A mistake of ours: its text and stack, which hold no customer's data. */
  | { readonly id: number; readonly error: { readonly message: string; readonly stack: string } };

interface FailureMessage {
  readonly code: WorkbookFailureCode;
  readonly facts: FailureFacts;
}

interface Waiting {
  readonly options: OperationOptions;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The engine that answers behind `worker`. */
export function createWorkerEngine(worker: Worker): Engine {
  const waiting = new Map<number, Waiting>();
  let calls = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<AnswerMessage>) => {
    const call = waiting.get(data.id);
    if (!call) return;
    if ('progress' in data) {
      call.options.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('result' in data) call.resolve(data.result);
    else if ('failure' in data) {
      call.reject(new WorkbookFailure(data.failure.code, data.failure.facts));
    } else call.reject(Object.assign(new Error(data.error.message), { stack: data.error.stack }));
  });
  // Without this a worker that dies, for want of memory, would leave the page waiting for ever.
  worker.addEventListener('error', () => {
    for (const call of waiting.values()) call.reject(new WorkbookFailure('file.tooLarge'));
    waiting.clear();
  });

  function call(method: EngineMethod, argument: unknown, options: OperationOptions = {}) {
    return new Promise<unknown>((resolve, reject) => {
      const id = calls++;
      const { signal } = options;
      if (signal?.aborted === true) {
        reject(new WorkbookFailure('operation.cancelled'));
        return;
      }
      const cancel = (): void => {
        worker.postMessage({ id, cancel: true } satisfies CallMessage);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener('abort', cancel);
          settle(value);
        };
      waiting.set(id, { options, resolve: settled(resolve), reject: settled(reject) });
      worker.postMessage({ id, method, argument } satisfies CallMessage);
    });
  }

  return Object.fromEntries(
    METHODS.map((method) => [
      method,
      (argument: unknown, options?: OperationOptions) => call(method, argument, options),
    ]),
  ) as unknown as Engine;
}

const METHODS: readonly EngineMethod[] = Object.keys({
  open: true,
  putCells: true,
  startAnalysis: true,
  detect: true,
  analyze: true,
  write: true,
  keep: true,
  followLink: true,
  describe: true,
  endAnalysis: true,
  restore: true,
  save: true,
  share: true,
} satisfies Record<EngineMethod, true>) as EngineMethod[];

/** The side of the worker: where messages come from and go to. */
export interface EnginePort {
  postMessage(message: AnswerMessage, transfer: ArrayBuffer[]): void;
  onCall(listener: (message: CallMessage) => void): void;
}

/** Answers calls with an engine. Buffers of a result are handed over, not copied. */
export function serveEngine(
  engine: Engine,
  port: EnginePort,
  buffersOf: (result: unknown) => ArrayBuffer[],
): void {
  const running = new Map<number, AbortController>();
  port.onCall((message) => {
    if ('cancel' in message) running.get(message.id)?.abort();
    else void answer(message.id, message.method, message.argument);
  });

  async function answer(id: number, method: EngineMethod, argument: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    let shown = 0;
    const onProgress = (progress: Progress): void => {
      const now = performance.now();
      // The page draws sixty times a second; more messages would only keep it busy.
      if (now - shown < PROGRESS_MS && progress.done < progress.total) return;
      shown = now;
      port.postMessage({ id, progress }, []);
    };
    try {
      const run = engine[method] as (a: unknown, o: OperationOptions) => Promise<unknown>;
      const result = await run(argument, { signal: controller.signal, onProgress });
      port.postMessage({ id, result }, buffersOf(result));
    } catch (error) {
      port.postMessage(failureMessage(id, error), []);
    } finally {
      running.delete(id);
    }
  }
}

const PROGRESS_MS = 50;

function failureMessage(id: number, error: unknown): AnswerMessage {
  if (error instanceof WorkbookFailure) {
    return { id, failure: { code: error.code, facts: error.facts } };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { id, error: { message, stack } };
}
