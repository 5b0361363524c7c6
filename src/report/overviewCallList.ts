import { findReasons, PRIORITIES, TRENDS } from '../core';
import type { ConditionalFormatPlan, PlanCell } from '../workbook/sheetPlan';
import { customerLinkCell } from './customerLinks';
import { textCell } from './layOutTable';
import { planAmountBars, planPriorityLooks, planTrendLooks } from './conditionalLooks';
import { OVERVIEW_LETTERS, widthOf, type OverviewGrid } from './overviewGrid';
import type { ReportInput } from './reportInput';
import { scriptHeadRow } from './scriptRows';
import { wrappedHeight } from './textSize';

/** Customers to call that the first page names. */
const SHOWN = 20;
const NAME_COLUMN = 2;
const REASON_COLUMN = 8;
const ROW_POINTS = 20;

/**
 * The first customers to call: order, priority, name, phone tail, amounts, trend and why, each with
 * a link to its row in 客户汇总 and to its script. Gives the looks of the lines.
 */
export function addCallList(
  grid: OverviewGrid,
  input: ReportInput,
): readonly ConditionalFormatPlan[] {
  const { analysis, words, sheetNames } = input;
  const { customers, callList, hasDelta, hasBalance, hasDailyAverage, settings } = analysis;
  const labels = words.report.overview.callList;
  const { columns } = labels;
  const shown = Array.from(callList.subarray(0, SHOWN));
  grid.heading(labels.heading(shown.length), textCell(labels.hint, 'headingHint'));
  const header = (text: string): PlanCell => textCell(text, 'header');
  grid.add(
    [
      [header(columns.position), 1],
      [header(columns.priority), 1],
      [header(columns.name), 1],
      [header(columns.phone), 1],
      [header(columns.balance), 1],
      [header(columns.dailyAverage), 1],
      [header(columns.delta), 1],
      [header(columns.trend), 1],
      [header(columns.reasons), 2],
      [header(columns.script), 1],
    ],
    ROW_POINTS + 2,
  );
  const first = grid.nextRow;
  const amount = (fen: number | undefined, known: boolean): PlanCell => ({
    value: known ? (fen ?? 0) / 100 : null,
    style: 'amount',
  });
  shown.forEach((customer, index) => {
    const name = customers.name(customer) || customers.id(customer);
    const reasons = findReasons(analysis, customer)
      .map(labels.reason)
      .filter((text) => text !== '')
      .join(labels.separator);
    const at = String(grid.nextRow + 1);
    const { balance, dailyAverage } = OVERVIEW_LETTERS;
    grid.add(
      [
        [{ value: index + 1, style: 'ordinal' }, 1],
        [textCell(PRIORITIES[customers.priority[customer] ?? 3] ?? 'P4', 'center'), 1],
        [customerLinkCell(input, index), 1],
        [textCell(phoneTail(customers.detail(customer, 'phone')), 'center'), 1],
        [amount(customers.balanceFen[customer], hasBalance), 1],
        [amount(customers.dailyAverageFen[customer], hasDailyAverage), 1],
        [
          hasDelta
            ? {
                value: (customers.deltaFen[customer] ?? 0) / 100,
                formula: `ROUND(${dailyAverage}${at}-${balance}${at},2)`,
                style: 'amount',
              }
            : amount(undefined, false),
          1,
        ],
        [
          textCell(
            hasDelta
              ? words.terms.trends[TRENDS[customers.trend[customer] ?? 2] ?? 'stable']
              : words.terms.noTrend,
            'center',
          ),
          1,
        ],
        [textCell(reasons, 'reason'), 2],
        [
          index < settings.scriptCap
            ? {
                value: labels.openScript,
                style: 'linkCell',
                link: { sheet: sheetNames.scripts, cell: `A${String(scriptHeadRow(index) + 1)}` },
              }
            : textCell('', 'text'),
          1,
        ],
      ],
      Math.max(
        ROW_POINTS,
        wrappedHeight([name, reasons], [widthOf(NAME_COLUMN, 1), widthOf(REASON_COLUMN, 2)]) - 5,
      ),
    );
  });
  const last = grid.nextRow - 1;
  if (last < first) return [];
  const column = (at: number) => ({
    firstRow: first,
    lastRow: last,
    firstColumn: at,
    lastColumn: at,
  });
  return [
    ...planPriorityLooks(column(1)),
    ...planTrendLooks(column(7), words),
    ...(hasDelta ? [planAmountBars(column(6), 'delta')] : []),
  ];
}

/** The last four digits: enough to tell apart, too few to call from a sheet left on a desk. */
function phoneTail(phone: string): string {
  return phone.length > 4 ? `*${phone.slice(-4)}` : phone;
}
