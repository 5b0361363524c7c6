import { columnLetter, type CleaningEntry } from '../core';
import type { SheetPlan } from '../workbook/sheetPlan';
import { layOutLines, layOutTable, planTable, textCell, type TableColumn } from './layOutTable';
import type { ReportInput } from './reportInput';
import type { CleaningColumn } from './reportWords';

/** 清洗记录: what was changed, counted by rule, then cell by cell up to the cap (SPEC 10). */
export function planCleaningLog({ analysis, words, sheetNames }: ReportInput): SheetPlan {
  const { counts, entries, total } = analysis.cleaning();
  const labels = words.report.cleaningLog;
  const rules = [...counts].map(([rule, count]) => [
    textCell(words.terms.cleaningRules[rule], 'text'),
    { value: count, style: 'integer' as const },
  ]);
  const rulesRow = 2;
  const listedRow = rulesRow + 1 + rules.length + 1;
  const headerRow = listedRow + 1;
  const columns = planColumns(entries, words);
  return {
    role: 'cleaningLog',
    name: sheetNames.cleaningLog,
    widths: columns.map(({ width }) => width),
    frozenRows: 0,
    frozenColumns: 0,
    blocks: [
      layOutLines(0, [textCell(labels.title(total), 'title')]),
      {
        kind: 'cells',
        row: rulesRow,
        column: 0,
        cells: [[textCell(labels.rule, 'header'), textCell(labels.count, 'header')], ...rules],
      },
      layOutLines(listedRow, [
        textCell(labels.listed(entries.length, total - entries.length), 'subtitle'),
      ]),
      ...layOutTable(headerRow, entries.length, columns),
    ],
    tables: planTable('HandoverCleaning', {
      row: headerRow,
      rowCount: entries.length,
      headers: columns.map(({ header }) => header),
    }),
    validations: [],
    merges: [],
    rowHeights: new Map([[0, 26]]),
    tabColor: '7F7F7F',
    print: {
      landscape: true,
      repeatRows: { first: headerRow, last: headerRow },
      footer: words.report.footer(sheetNames.cleaningLog),
    },
  };
}

function planColumns(
  entries: readonly CleaningEntry[],
  words: ReportInput['words'],
): readonly TableColumn[] {
  const column = (
    key: CleaningColumn,
    width: number,
    value: (entry: CleaningEntry) => string,
  ): TableColumn => ({
    header: words.report.cleaningLog.columns[key],
    width,
    column: {
      kind: 'text',
      values: (index) => {
        const entry = entries[index];
        return entry === undefined ? '' : value(entry);
      },
      style: 'text',
    },
  });
  // The rules' words stand in column A above, which therefore is the widest.
  return [
    column('rule', 44, ({ rule }) => words.terms.cleaningRules[rule]),
    column('sheet', 22, ({ sheet }) => sheet),
    column('cell', 10, ({ row, column: at }) => `${columnLetter(at)}${String(row + 1)}`),
    column('before', 34, ({ before }) => before),
    column('after', 34, ({ after }) => after),
  ];
}
