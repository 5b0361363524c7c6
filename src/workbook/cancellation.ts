import type { OperationOptions } from './workbook';
import { WorkbookFailure } from './workbookFailure';

/** @throws WorkbookFailure `operation.cancelled` where the operation was aborted. */
export function throwIfCancelled(options: OperationOptions | undefined): void {
  if (options?.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
}
