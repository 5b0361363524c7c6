/** Hidden names in a sheet's or the workbook's scope: marks, and where an operation stands. */
import { textFormula } from '../sheetMark';

/** In the workbook's scope while an operation is under way; see {@link RunStage}. */
export const RUN_NAME = 'HANDOVER_RUN';
/** On a sheet that a run adds, until the run is finished. */
export const NEW_NAME = 'HANDOVER_NEW';
/** On a sheet of an earlier run that is to go; holds what it was called. */
export const OLD_NAME = 'HANDOVER_OLD';
/** On a ledger that is copied, and so on its copy; holds the ledger's name. */
export const LEDGER_COPIED_NAME = 'HANDOVER_COPIED';
/** On a finished copy: `keep`, `keep:N` (columns from N on go), `drop`. */
export const COPY_NAME = 'HANDOVER_COPY';

/**
 * How far an operation got: `writing` has only added sheets, `editing` changes ledgers,
 * `finishing` and `restoring` only take away what is no longer needed.
 */
export type RunStage = 'writing' | 'editing' | 'finishing' | 'restoring';

/** Adds a hidden name that holds a text. */
export function addTextName(names: Excel.NamedItemCollection, name: string, text: string): void {
  addFormulaName(names, name, textFormula(text));
}

/** Adds a hidden name for a formula without `=`. */
export function addFormulaName(
  names: Excel.NamedItemCollection,
  name: string,
  formula: string,
): void {
  names.add(name, `=${formula}`).visible = false;
}

/** The text that a name holds, of those in one scope. */
export function textOfName(
  names: readonly { readonly name: string; readonly value: string }[],
  wanted: string,
): string | undefined {
  const value = names.find(({ name }) => name.toUpperCase() === wanted)?.value;
  const text = /^=?"((?:[^"]|"")*)"$/.exec(value ?? '')?.[1];
  return text?.replaceAll('""', '"');
}
