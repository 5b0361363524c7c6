import type { OperationOptions, RestorableWorkbook } from '../workbook/workbook';

export interface RestoreRequest {
  readonly workbook: RestorableWorkbook;
  /** What the names of untouched copies begin with, in every language. */
  readonly copyPrefixes: readonly string[];
}

export type HandoverRestored =
  /** Ledger sheets brought back, by name. */
  | { readonly ok: true; readonly restored: readonly string[] }
  /** Why there is nothing to bring back; nothing was written. */
  | { readonly ok: false; readonly reason: NoRestoreReason };

export type NoRestoreReason =
  /** No sheet is marked as ours. */
  | { readonly code: 'notAnalyzed' }
  /** Sheets of ours, but none is an untouched copy. */
  | { readonly code: 'noCopy' }
  /** Sheets named as untouched copies whose marks another program has taken away. */
  | { readonly code: 'unmarked'; readonly sheets: readonly string[] };

/**
 * The use case: brings the workbook back to what it was before the first run (SPEC 10).
 * @throws WorkbookFailure when the host refuses; the workbook is then as it was.
 */
export async function restoreHandover(
  { workbook, copyPrefixes }: RestoreRequest,
  options: OperationOptions = {},
): Promise<HandoverRestored> {
  const { sheets } = await workbook.read(options);
  const { restored } = await workbook.restore(options);
  if (restored.length > 0) return { ok: true, restored };
  const isNamedAsCopy = (name: string) => copyPrefixes.some((prefix) => name.startsWith(prefix));
  const named = sheets.map(({ name }) => name).filter(isNamedAsCopy);
  if (named.length > 0) return { ok: false, reason: { code: 'unmarked', sheets: named } };
  const isOurs = sheets.some(({ mark }) => mark !== undefined);
  return { ok: false, reason: { code: isOurs ? 'noCopy' : 'notAnalyzed' } };
}
