import { parseDay } from '../core';
import type { CellsBlock, ColumnsBlock, PlanColumn } from '../workbook/sheetPlan';
import { layOutLines, textCell } from './layOutTable';
import { MATURITY_COLUMNS, type MaturityColumn } from './maturityColumns';
import { planOwnColumns } from './ownColumns';
import type { ReportWords } from './reportWords';
import type { TrackedMaturity } from './trackedMaturities';

/**
 * What was typed about deposits that no longer stand in the table, from the 0-based `row` of 到期提醒
 * on: under the table's columns, so that the next run reads it there again.
 */
export function planLeftMaturities(
  left: readonly TrackedMaturity[],
  row: number,
  { words, ownHeaders }: { readonly words: ReportWords; readonly ownHeaders: readonly string[] },
): readonly (CellsBlock | ColumnsBlock)[] {
  if (left.length === 0) return [];
  const own = planOwnColumns(
    left.map((deposit) => deposit.own),
    ownHeaders,
  );
  return [
    layOutLines(row, [textCell(words.report.maturities.left(left.length), 'heading')]),
    {
      kind: 'columns',
      row: row + 1,
      column: 0,
      rowCount: left.length,
      columns: [
        ...MATURITY_COLUMNS.map((column) => planColumn(left, column)),
        ...own.map(({ column }) => column),
      ],
    },
  ];
}

function planColumn(left: readonly TrackedMaturity[], column: MaturityColumn): PlanColumn {
  switch (column) {
    case 'maturity':
      return {
        kind: 'number',
        values: left.map(({ maturity }) => dayOrNone(parseDay(maturity))),
        style: 'date',
      };
    case 'customerId':
    case 'name':
    case 'product':
      return { kind: 'text', values: left.map((deposit) => deposit[column]), style: 'text' };
    case 'account':
      return { kind: 'text', values: left.map(({ account }) => account), style: 'center' };
    case 'done':
    case 'remark':
      return { kind: 'text', values: left.map((deposit) => deposit[column]), style: 'input' };
    default:
      return { kind: 'text', values: () => '', style: 'text' };
  }
}

function dayOrNone(day: number): number {
  return day > 0 ? day : NaN;
}
