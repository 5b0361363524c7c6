import type { OperationOptions } from '../../../workbook';
import { WorkbookFailure } from '../../../workbookFailure';

/** A piece of a worksheet and the number of rows that it completes. */
export interface SheetPiece {
  readonly chunk: Uint8Array;
  readonly rows: number;
}

export interface WriteProgress {
  /** @throws WorkbookFailure `operation.cancelled` once the signal is aborted. */
  check(): void;
  /** The chunks as they are, as long as nobody cancels. */
  watch(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** The chunks alone, their rows reported as they pass. */
  count(pieces: Iterable<SheetPiece>): Iterable<Uint8Array>;
}

/** Progress over `totalRows`, and the one place where cancelling is looked for. */
export function createWriteProgress(options: OperationOptions, totalRows: number): WriteProgress {
  let done = 0;
  function check(): void {
    if (options.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
  }
  return {
    check,
    async *watch(chunks) {
      for await (const chunk of chunks) {
        check();
        yield chunk;
      }
    },
    *count(pieces) {
      for (const { chunk, rows } of pieces) {
        check();
        yield chunk;
        done += rows;
        options.onProgress?.({ stage: 'write', done, total: totalRows });
      }
    },
  };
}
