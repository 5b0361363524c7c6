import type { Messages } from '../messages';
import type { WorkbookFailure } from '../workbook/workbookFailure';

/** What the file or the system refused, in words. */
export function describeFailure(failure: WorkbookFailure, { failures }: Messages): string {
  return failures[failure.code](failure.facts);
}
