import type { PlanCell } from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows } from './customerColumns';
import { ledgerSumOutside } from './ledgerSums';
import { SHARED_DEPOSIT_LETTERS } from './planSharedDeposits';
import {
  AMOUNT_COLUMNS,
  checkCells,
  lineCells,
  type Amount,
  type Amounts,
  type ReconciliationRows,
} from './reconciliationCells';
import type { ReportInput } from './reportInput';
import { quoteText, rangeReference, type RowSpan } from './sheetReference';

/**
 * Ledger − shared deposits counted twice − customers not in the book = customers. Gives the 1-based
 * row of the check.
 */
export function reconcileCustomers(
  input: ReportInput,
  sheet: ReconciliationRows,
  { keptRow, sharedRows }: { readonly keptRow: number; readonly sharedRows: RowSpan },
): number {
  const { analysis, words, sheetNames } = input;
  const { totals } = analysis;
  const labels = words.report.overview.reconciliation;
  const kept = {
    balance: totals.keptBalanceFen / 100,
    dailyAverage: totals.keptDailyAverageFen / 100,
  };
  const shared = {
    balance: totals.sharedBalanceFen / 100,
    dailyAverage: totals.sharedDailyAverageFen / 100,
  };
  const outside = {
    balance: totals.notInBookBalanceFen / 100,
    dailyAverage: totals.notInBookDailyAverageFen / 100,
  };
  const inside = {
    balance: totals.balanceFen / 100,
    dailyAverage: totals.dailyAverageFen / 100,
  };
  const line = (
    label: string,
    note: string,
    values: Amounts,
    formula: (amount: Amount) => string | undefined,
  ): number => {
    const cell = (amount: Amount): PlanCell => {
      const text = formula(amount);
      return {
        value: values[amount],
        ...(text === undefined ? {} : { formula: text }),
        style: 'amount',
      };
    };
    return sheet.add(
      lineCells({ label, note, balance: cell('balance'), dailyAverage: cell('dailyAverage') }),
    );
  };
  const ledgerRow = line(
    labels.ledger,
    '',
    kept,
    (amount) => `${AMOUNT_COLUMNS[amount]}${String(keptRow)}`,
  );
  const sharedRow = line(labels.shared, labels.sharedNote, shared, (amount) => {
    return `SUM(${rangeReference(sheetNames.crossOwnership, SHARED_DEPOSIT_LETTERS[amount], sharedRows)})`;
  });
  const outsideRow = line(labels.notInBook, labels.notInBookNote, outside, (amount) =>
    outsideFormula(input, amount, sharedRows),
  );
  const expected = (column: string): string =>
    `${column}${String(ledgerRow)}-${column}${String(sharedRow)}-${column}${String(outsideRow)}`;
  const expectedValues = {
    balance: kept.balance - shared.balance - outside.balance,
    dailyAverage: kept.dailyAverage - shared.dailyAverage - outside.dailyAverage,
  };
  const expectedRow = line(labels.expected, '', expectedValues, (amount) =>
    expected(AMOUNT_COLUMNS[amount]),
  );
  const customers = customerRows(analysis);
  const customersRow = line(labels.customers, labels.customersNote, inside, (amount) => {
    return `SUM(${rangeReference(sheetNames.customers, customerColumnLetter(amount), customers)})`;
  });
  return sheet.add(
    checkCells(
      labels.customersCheck,
      labels.customersCheckNote,
      (column) => `${column}${String(expectedRow)}-${column}${String(customersRow)}`,
      {
        balance: expectedValues.balance - inside.balance,
        dailyAverage: expectedValues.dailyAverage - inside.dailyAverage,
      },
    ),
  );
}

/**
 * Ledger rows without a priority are those of customers not in the book; of their shared deposits
 * the repeated rows have been taken off already.
 */
function outsideFormula(
  { areas, words, sheetNames }: ReportInput,
  amount: Amount,
  sharedRows: RowSpan,
): string | undefined {
  const sums = areas.flatMap((area) => ledgerSumOutside(area, amount) ?? []);
  if (sums.length === 0) return undefined;
  const range = (column: keyof typeof SHARED_DEPOSIT_LETTERS): string =>
    rangeReference(sheetNames.crossOwnership, SHARED_DEPOSIT_LETTERS[column], sharedRows);
  return `${sums.join('+')}-SUMIF(${range('inBook')},${quoteText(words.terms.no)},${range(amount)})`;
}
