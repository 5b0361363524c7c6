import {
  analyzeHandover,
  DEFAULT_SCRIPT_SETTINGS,
  DEFAULT_SETTINGS,
  type Analysis,
  type RawWorkbook,
  type Settings,
} from '../../src/core';
import { messages, type Language } from '../../src/messages';
import { nameSheets, planWorkbook, type ReportInput } from '../../src/report';
import { planLedgers } from '../../src/report/planLedger';
import type { LedgerPlan, SheetPlan } from '../../src/workbook/sheetPlan';

/** 2025-11-30. */
const DATA_DATE = 45991;

export function buildAnalysis(workbook: RawWorkbook, settings: Partial<Settings> = {}): Analysis {
  const result = analyzeHandover(workbook, {
    ...DEFAULT_SETTINGS,
    today: DATA_DATE,
    me: '陈新任(0303)',
    predecessors: ['李前任(0101)'],
    ...settings,
  });
  if (!result.ok) throw new Error(messages('en').problem(result.problem));
  return result.analysis;
}

export interface BuiltReport {
  readonly input: ReportInput;
  readonly sheets: readonly SheetPlan[];
  readonly ledgers: readonly LedgerPlan[];
}

export interface BuildOptions {
  readonly settings?: Partial<Settings>;
  readonly language?: Language;
  readonly scripts?: Partial<ReportInput['scriptSettings']>;
}

/** The plans of our sheets and of the ledgers for a workbook, as a run makes them. */
export function buildReport(workbook: RawWorkbook, options: BuildOptions = {}): BuiltReport {
  const analysis = buildAnalysis(workbook, options.settings);
  const words = messages(options.language ?? 'zh-CN');
  const sheetNames = nameSheets(workbook, words.report.sheetNames);
  const { plans, areas } = planLedgers(analysis, words, sheetNames);
  const input: ReportInput = {
    analysis,
    workbook,
    areas,
    words,
    sheetNames,
    scriptSettings: { ...DEFAULT_SCRIPT_SETTINGS, ...options.scripts },
  };
  return { input, sheets: planWorkbook(input), ledgers: plans };
}
