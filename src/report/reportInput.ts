import type { Analysis, RawWorkbook, ScriptSettings, TemplateChoices } from '../core';
import type { LedgerArea } from './ledgerArea';
import type { SheetNames } from './nameSheets';
import type { ReportWords } from './reportWords';

/** All that our sheets are made from. */
export interface ReportInput {
  readonly analysis: Analysis;
  /** What was analysed: the rows set aside are shown from it, whole. */
  readonly workbook: RawWorkbook;
  /** The ledger sheets as they stand after the run; see `planLedger`. */
  readonly areas: readonly LedgerArea[];
  readonly words: ReportWords;
  /** From `nameSheets`: formulas refer to the sheets by these names. */
  readonly sheetNames: SheetNames;
  readonly scriptSettings: ScriptSettings;
  readonly scriptTemplates?: TemplateChoices;
}
