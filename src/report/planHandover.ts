import type { Analysis, RawWorkbook, ScriptSettings, TemplateChoices } from '../core';
import type { WorkbookPlan } from '../workbook/sheetPlan';
import { CELL_STYLES } from './cellStyles';
import type { LedgerReading } from './ledgerReading';
import { nameSheets } from './nameSheets';
import { planLedgers } from './planLedger';
import { planOriginals } from './planOriginals';
import { planWorkbook } from './planWorkbook';
import type { ReportWords } from './reportWords';
import { planSettings } from './settingsSheet';

export interface HandoverReport {
  readonly analysis: Analysis;
  /** The workbook as it stands. */
  readonly workbook: RawWorkbook;
  /** What was analysed, where that is not the workbook as it stands. */
  readonly reading?: LedgerReading;
  readonly words: ReportWords;
  readonly scriptSettings: ScriptSettings;
  readonly scriptTemplates?: TemplateChoices;
  /** Settings as JSON text, kept in the workbook for the next run. */
  readonly storedSettings?: string;
}

/** All that a run writes (SPEC 10): the ledger sheets in place and our own sheets. */
export function planHandover(report: HandoverReport): WorkbookPlan {
  const { analysis, workbook, words, reading } = report;
  const sheetNames = nameSheets(workbook, words.report.sheetNames);
  const { plans, areas } = planLedgers(analysis, words, sheetNames, reading?.rowsNow);
  return {
    ledgers: plans,
    originals: planOriginals(report, sheetNames),
    sheets: [
      ...planWorkbook({ ...report, workbook: reading?.workbook ?? workbook, areas, sheetNames }),
      planSettings({ words, sheetNames }, report.storedSettings ?? '{}'),
    ],
    styles: CELL_STYLES,
    language: words.language,
  };
}
