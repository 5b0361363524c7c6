import type { ScriptWords } from '../core';
import type { OperationOptions, SharableWorkbook, SharingOutcome } from '../workbook/workbook';
import { findStoredSettings } from './storedSettings';

export interface SharingRequest {
  /** An annotated workbook. */
  readonly workbook: SharableWorkbook;
  readonly scripts: ScriptWords;
}

/**
 * The use case: a masked copy of an annotated workbook (SPEC 10). Columns that the user corrected,
 * as the workbook keeps them, are masked by what they hold.
 * @throws WorkbookFailure `sharing.*`, or when the host refuses; nothing is written then.
 */
export async function shareHandover(
  { workbook, scripts }: SharingRequest,
  options: OperationOptions = {},
): Promise<SharingOutcome> {
  const raw = await workbook.read(options);
  const { chosen } = findStoredSettings(raw, scripts);
  return workbook.share(chosen.settings.mappings ?? {}, options);
}
