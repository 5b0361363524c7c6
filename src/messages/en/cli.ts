import type { CliWords } from '../messages';
import { format } from './format';
import { terms } from './terms';

const { count, day, share, shortAmount } = format;

export const cli: CliWords = {
  description:
    'Handover Analyst: analyses the deposit ledger you take over and writes an annotated workbook. Entirely offline.',
  commands: {
    analyze: 'analyse one or several deposit ledgers',
    restore: 'write an annotated workbook as it was before the analysis',
    share: 'write a masked copy of an annotated workbook, to share',
  },
  options: {
    files: 'deposit ledgers (.xlsx .xlsm .xls .csv), with customer lists if any; read as one',
    out: 'workbook to write (.xlsx); an input is never overwritten; by default beside the input, named "…-handover.xlsx"',
    annotated: 'annotated workbook (.xlsx .xlsm); it is only read',
    outRestored:
      'workbook to write; the input is never overwritten; by default beside the input, named "…-restored.xlsx"',
    outShared:
      'copy to write (.xlsx); the input is never overwritten; by default beside it, named "…-shared.xlsx"',
    report: 'result for machines to write (.json); by default named like the workbook',
    noReport: 'write no result for machines',
    me: 'you, the new manager: a name, a code, or 张三(01234)',
    predecessor: 'the predecessor: a name or code; may be repeated',
    basis: 'amount to rank by: balance or dailyAverage',
    asOf: 'data date, such as 2025-11-30; found in the ledger if left out',
    noOriginal: 'keep no hidden copy of the original data',
    settings: 'settings file (.json)',
    language: 'language: zh-CN or en',
    quiet: 'errors only, no progress and no summary',
    help: 'show help',
    version: 'show the version',
  },
  stages: {
    read: 'Reading',
    analyze: 'Analysing',
    plan: 'Planning sheets',
    write: 'Writing',
  },
  summary: {
    rows: (facts) =>
      `Rows: ${count(facts.rowsRead)} read, ${count(facts.rowsKept)} kept, ${count(facts.setAside)} set aside`,
    dataDate: (facts) => `Data date ${day(facts.dataDate)}, ranked by ${terms.bases[facts.basis]}`,
    totals: (facts) =>
      [
        `${count(facts.customers)} customers`,
        `${count(facts.accounts)} accounts`,
        ...(facts.balanceFen === undefined ? [] : [`balance ${shortAmount(facts.balanceFen)}`]),
        ...(facts.dailyAverageFen === undefined
          ? []
          : [`daily average ${shortAmount(facts.dailyAverageFen)}`]),
      ].join(', '),
    trends: (facts) =>
      `${terms.trends.outflow} ${count(facts.outflow.customers)} customers, ${shortAmount(facts.outflow.deltaFen)}; ${terms.trends.inflow} ${count(facts.inflow.customers)}, ${shortAmount(-facts.inflow.deltaFen)}; ${terms.trends.stable} ${count(facts.stable.customers)}`,
    noTrends: () => 'Only one amount: no trends',
    pareto: (facts) =>
      `The top 20 % of customers hold ${share(facts.top20Share)}; ${count(facts.customersFor80)} make 80 %`,
    priorities: (facts) =>
      `P1 today ${count(facts.P1)}, P2 this week ${count(facts.P2)}, P3 this month ${count(facts.P3)}, P4 keep in touch ${count(facts.P4)}`,
    crossOwned: (facts) =>
      `${count(facts.customers)} shared customers, ${count(facts.exchanges)} exchanges proposed`,
    maturing: (facts) =>
      `${count(facts.deposits)} deposits mature within ${count(facts.days)} days, ${shortAmount(facts.balanceFen)}`,
    controlTotal: (facts) =>
      ({
        matched: 'The export’s own total: matched ✓',
        differs: 'The export’s own total: differs ✗, see the overview',
        none: 'The export has no total of its own: not compared',
      })[facts.state],
    notInBook: (facts) => `${count(facts.customers)} customers are not in this book and not listed`,
    assumptions: 'Assumed:',
    warnings: 'Mind:',
    wrote: (facts) => `Wrote ${facts.path}`,
    extension: (facts) =>
      `The content is ${facts.expected} but the name ends in “${facts.is}”: Excel will refuse to open it. Rename it to ${facts.expected}.`,
    restored: (facts) =>
      `Restored: ${facts.restored.join(', ')}; the sheets of the analysis are gone`,
    seconds: (facts) => `Took ${facts.seconds.toFixed(1)} s`,
  },
  noRestore: {
    notAnalyzed: ({ file }) =>
      `“${file}” holds no sheet of the analysis: there is nothing to restore. Name the workbook that the analysis wrote; if this is it, another program lost the marks when saving, so use a version that was not saved again.`,
    noCopy: ({ file }) =>
      `“${file}” holds no untouched copy and cannot be restored. It may have been analysed with --no-original, the copy may have been deleted, or this is the copy for sharing. Use the input file of the analysis.`,
    unmarked: ({ sheets }) =>
      `The sheet “${sheets.join(', ')}” looks like an untouched copy, but its mark is lost and its ledger unknown, so nothing was restored. Unhide the sheet and use it as it is, or use a version of the workbook that was not saved again.`,
  },
  errorPrefix: 'Error: ',
  usageHint: 'See handover --help',
  help: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:', commands: 'Commands:' },
  usage: {
    unknownOption: (facts: { value: string }) => `There is no option “${facts.value}”.`,
    unknownCommand: (facts: { value: string }) => `There is no command “${facts.value}”.`,
    excessFiles: () => 'Only one file at a time.',
    missingFile: () => 'No file was given.',
    missingValue: (facts: { value: string }) => `The option “${facts.value}” lacks its value.`,
    other: () => 'The call is not understood.',
    basis: (facts) => `--basis is balance or dailyAverage, not “${facts.value}”.`,
    asOf: (facts) => `--as-of is a date such as 2025-11-30, not “${facts.value}”.`,
    language: (facts) => `--lang is zh-CN or en, not “${facts.value}”.`,
    settingsUnreadable: (facts) =>
      `The settings file “${facts.path}” is not valid JSON. Check brackets, quotes and commas.`,
    settingsKey: (facts) =>
      `The settings file “${facts.path}” has an unknown key or a wrong value at “${facts.key}”. Compare it with the documentation.`,
    settingsPlaceholder: (facts) =>
      `The settings file “${facts.path}” uses an unknown placeholder {${facts.unknown}} at “${facts.key}”. Known: ${facts.known.map((name) => `{${name}}`).join(' ')}.`,
    unexpected: () =>
      'Something unexpected went wrong; nothing was written. Please report it with the version and the following:',
  },
};
