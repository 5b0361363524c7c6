import type { PlanCell } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import {
  AMOUNT_COLUMNS,
  AMOUNTS,
  lineCells,
  roundToFen,
  type ReconciliationRows,
} from './reconciliationCells';
import type { ReportInput } from './reportInput';

/**
 * The export's own total against the rows kept. Gives the 1-based row of the check, none where the
 * export has no total.
 */
export function reconcileControlTotal(
  { analysis, words }: ReportInput,
  sheet: ReconciliationRows,
  keptRow: number,
): number | undefined {
  const { controlTotal, layouts } = analysis;
  const labels = words.report.overview.reconciliation;
  if (controlTotal.state === 'none') {
    return undefined;
  }
  const printed = {
    balance: controlTotal.balanceFen,
    dailyAverage: controlTotal.dailyAverageFen,
  };
  const differences = {
    balance: controlTotal.balanceDifferenceFen,
    dailyAverage: controlTotal.dailyAverageDifferenceFen,
  };
  const none = textCell('', 'text');
  const printedRow = sheet.add(
    lineCells({
      label: labels.controlTotal(layouts[controlTotal.layout]?.name ?? '', controlTotal.row + 1),
      note: labels.controlTotalNote,
      balance:
        printed.balance === undefined ? none : { value: printed.balance / 100, style: 'amount' },
      dailyAverage:
        printed.dailyAverage === undefined
          ? none
          : { value: printed.dailyAverage / 100, style: 'amount' },
    }),
  );
  const [balance, dailyAverage] = AMOUNTS.map((amount): PlanCell => {
    if (printed[amount] === undefined) return none;
    const column = AMOUNT_COLUMNS[amount];
    return {
      value: roundToFen((differences[amount] ?? 0) / 100),
      formula: `ROUND(${column}${String(printedRow)}-${column}${String(keptRow)},2)`,
      style: 'checkAmount',
    };
  });
  return sheet.add(
    lineCells({
      label: labels.controlTotalCheck,
      note: labels.controlTotalCheckNote,
      style: 'totalText',
      balance: balance ?? none,
      dailyAverage: dailyAverage ?? none,
    }),
  );
}
