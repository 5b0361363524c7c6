import { PRIORITIES, TRENDS, type Analysis } from '../core';
import type { CliMessages } from '../messages/cliMessages';
import { findMaturingRows } from '../report';

export interface RunFacts {
  readonly paths: readonly string[];
  /** The workbook's extension, where programs expect another one. */
  readonly extension: { readonly is: string; readonly expected: string } | undefined;
  readonly seconds: number;
}

/** What a person wants to know at the end of a run, a line each. */
export function printSummary(analysis: Analysis, words: CliMessages, facts: RunFacts): string {
  const { summary } = words.cli;
  const { totals, pareto, controlTotal } = analysis;
  const lines = [
    ...facts.paths.map((path) => summary.wrote({ path })),
    ...(facts.extension ? [summary.extension(facts.extension)] : []),
    summary.rows({ ...totals, setAside: totals.rowsRead - totals.rowsKept }),
    summary.controlTotal(controlTotal),
    summary.dataDate(analysis),
    summary.totals({
      ...totals,
      balanceFen: analysis.hasBalance ? totals.balanceFen : undefined,
      dailyAverageFen: analysis.hasDailyAverage ? totals.dailyAverageFen : undefined,
    }),
    summary.pareto(pareto),
    analysis.hasDelta ? summary.trends(countTrends(analysis)) : summary.noTrends(),
    summary.priorities(countPriorities(analysis)),
    summary.crossOwned({
      customers: countCrossOwned(analysis),
      exchanges: analysis.exchanges().length,
    }),
    summary.maturing(sumMaturing(analysis)),
    ...(totals.notInBook > 0 ? [summary.notInBook({ customers: totals.notInBook })] : []),
    ...listProblems(summary.assumptions, analysis.assumptions.map(words.problem)),
    ...listProblems(summary.warnings, analysis.warnings.map(words.problem)),
    summary.seconds(facts),
  ];
  return `${lines.join('\n')}\n`;
}

function listProblems(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [title, ...texts.map((text) => `  · ${text}`)];
}

function countTrends({ customers, callList }: Analysis) {
  const sums = TRENDS.map(() => ({ customers: 0, deltaFen: 0 }));
  for (const customer of callList) {
    const sum = sums[customers.trend[customer] ?? 0];
    if (!sum) continue;
    sum.customers++;
    sum.deltaFen += customers.deltaFen[customer] ?? 0;
  }
  const none = { customers: 0, deltaFen: 0 };
  return { outflow: sums[0] ?? none, inflow: sums[1] ?? none, stable: sums[2] ?? none };
}

function countPriorities({ customers, callList }: Analysis) {
  const counts = PRIORITIES.map(() => 0);
  for (const customer of callList) {
    const priority = customers.priority[customer] ?? 0;
    counts[priority] = (counts[priority] ?? 0) + 1;
  }
  return { P1: counts[0] ?? 0, P2: counts[1] ?? 0, P3: counts[2] ?? 0, P4: counts[3] ?? 0 };
}

function countCrossOwned({ customers, callList }: Analysis): number {
  return callList.reduce((sum, customer) => sum + (customers.crossOwned[customer] ?? 0), 0);
}

/** Deposits of customers in the book that mature within the reminder window. */
function sumMaturing(analysis: Analysis) {
  const rows = findMaturingRows(analysis);
  const balanceFen = rows.reduce((sum, row) => sum + (analysis.ledger.balanceFen[row] ?? 0), 0);
  return { deposits: rows.length, balanceFen, days: analysis.settings.reminderDays };
}
