import { columnLetter, type CellRange } from '../core';
import type { ConditionalFormatPlan, ConditionalLook } from '../workbook/sheetPlan';
import { columnRange } from './layOutTable';
import type { ReportInput } from './reportInput';
import type { ReportWords } from './reportWords';
import { quoteText } from './sheetReference';

/** Calm colours that differ in brightness too; the words themselves carry the meaning. */
export const TREND_COLORS = { outflow: 'C55A11', inflow: '2E75B6', stable: '8C8C8C' } as const;

const PRIORITY_LOOKS: Readonly<Record<'P1' | 'P2' | 'P3', ConditionalLook>> = {
  P1: { bold: true, color: '843C0C', fill: 'F8CBAD' },
  P2: { bold: true, color: '7F6000', fill: 'FFE699' },
  P3: { color: '1F3864', fill: 'DDEBF7' },
};
const TREND_LOOKS: Readonly<Record<keyof typeof TREND_COLORS, ConditionalLook>> = {
  outflow: { bold: true, color: '9C3B00' },
  inflow: { color: '1F5C99' },
  stable: { color: '6B6B6B' },
};
const RIGHT: ConditionalLook = { bold: true, color: '1E6B34', fill: 'E2F0D9' };
const WRONG: ConditionalLook = { bold: true, color: 'C00000', fill: 'FBE0DD' };
const BAR = '9DC3E6';

/** P1, P2 and P3 in a column. */
export function planPriorityLooks(range: CellRange): readonly ConditionalFormatPlan[] {
  return (['P1', 'P2', 'P3'] as const).map((priority) =>
    whereEqual(range, priority, PRIORITY_LOOKS[priority]),
  );
}

/** 流出▼ 增长▲ 稳定━ in a column. */
export function planTrendLooks(
  range: CellRange,
  { terms }: Pick<ReportWords, 'terms'>,
): readonly ConditionalFormatPlan[] {
  return (['outflow', 'inflow', 'stable'] as const).map((trend) =>
    whereEqual(range, terms.trends[trend], TREND_LOOKS[trend]),
  );
}

/** The looks of a list of customers or deposits: priority, trend where there is one, bars of `bars`. */
export function planListLooks<Column extends string>(
  { analysis, words }: Pick<ReportInput, 'analysis' | 'words'>,
  list: {
    readonly columns: readonly (Column | 'priority' | 'trend')[];
    readonly bars: Column;
    readonly headerRow: number;
    readonly rowCount: number;
  },
): readonly ConditionalFormatPlan[] {
  if (list.rowCount === 0) return [];
  const range = (column: Column | 'priority' | 'trend'): CellRange =>
    columnRange(list.columns, column, list);
  return [
    ...planPriorityLooks(range('priority')),
    ...(analysis.hasDelta ? planTrendLooks(range('trend'), words) : []),
    planAmountBars(range(list.bars), 'amount'),
  ];
}

/** Bars behind amounts; of a delta, outflow and growth in the trends' colours. */
export function planAmountBars(range: CellRange, kind: 'amount' | 'delta'): ConditionalFormatPlan {
  return kind === 'amount'
    ? { kind: 'dataBar', range, color: BAR, negativeColor: 'F4B183' }
    : { kind: 'dataBar', range, color: 'F4B183', negativeColor: BAR };
}

/** Green where a number is 0, red where it is another; cells without a number stay plain. */
export function planCheckLooks(range: CellRange): readonly ConditionalFormatPlan[] {
  const cell = firstCell(range);
  return [
    { kind: 'formula', range, formula: `AND(ISNUMBER(${cell}),${cell}=0)`, look: RIGHT },
    { kind: 'formula', range, formula: `AND(ISNUMBER(${cell}),${cell}<>0)`, look: WRONG },
  ];
}

/** Green where a text begins with ✓, red where it does not. */
export function planVerdictLooks(range: CellRange): readonly ConditionalFormatPlan[] {
  const cell = firstCell(range);
  return [
    { kind: 'formula', range, formula: `LEFT(${cell},1)="✓"`, look: RIGHT },
    { kind: 'formula', range, formula: `LEFT(${cell},1)="✗"`, look: WRONG },
  ];
}

/** A date that has come: in a column of days, up to today. */
export function planDueLooks(range: CellRange): ConditionalFormatPlan {
  const cell = firstCell(range);
  return {
    kind: 'formula',
    range,
    formula: `AND(ISNUMBER(${cell}),${cell}<=TODAY())`,
    look: { bold: true, color: '843C0C', fill: 'F8CBAD' },
  };
}

function whereEqual(range: CellRange, text: string, look: ConditionalLook): ConditionalFormatPlan {
  return { kind: 'formula', range, formula: `${firstCell(range)}=${quoteText(text)}`, look };
}

function firstCell({ firstRow, firstColumn }: CellRange): string {
  return columnLetter(firstColumn) + String(firstRow + 1);
}
