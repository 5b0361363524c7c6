import { SET_ASIDE_REASONS, type Analysis, type SetAsideReason } from '../core';
import type { PlanCell } from '../workbook/sheetPlan';
import type { LedgerArea } from './ledgerArea';
import { ledgerRows, ledgerSum } from './ledgerSums';
import { SET_ASIDE_LETTERS, setAsideRows } from './planSetAside';
import {
  checkCells,
  lineCells,
  sumCells,
  type Amount,
  type Amounts,
  type ReconciliationRows,
} from './reconciliationCells';
import type { ReportInput } from './reportInput';
import { quoteText, rangeReference } from './sheetReference';

/** Rows and amounts in = kept + set aside. Gives the 1-based rows of the sum kept and of the check. */
export function reconcileRows(
  input: ReportInput,
  sheet: ReconciliationRows,
): { readonly keptRow: number; readonly checkRow: number } {
  const { analysis, words } = input;
  const { totals } = analysis;
  const labels = words.report.overview.reconciliation;
  const read = sumRowsRead(analysis);
  const readRow = sheet.add(
    lineCells({
      label: labels.read,
      note: labels.readNote,
      rows: { value: totals.rowsRead, style: 'integer' },
      balance: { value: read.balance, style: 'amount' },
      dailyAverage: { value: read.dailyAverage, style: 'amount' },
    }),
  );
  const firstKept = sheet.next();
  for (const area of input.areas) sheet.add(keptCells(input, area));
  const keptRow = sheet.add(
    sumCells(labels.keptTotal, { first: firstKept, last: sheet.next() - 1 }, [
      totals.rowsKept,
      totals.keptBalanceFen / 100,
      totals.keptDailyAverageFen / 100,
    ]),
  );
  const firstSetAside = sheet.next();
  for (const cells of setAsideCells(input)) sheet.add(cells);
  const setAsideRow = sheet.add(
    sumCells(labels.setAsideTotal, { first: firstSetAside, last: sheet.next() - 1 }, [
      sumOf(totals.setAside),
      sumOf(totals.setAsideBalanceFen) / 100,
      sumOf(totals.setAsideDailyAverageFen) / 100,
    ]),
  );
  const checkRow = sheet.add(
    checkCells(
      labels.rowsCheck,
      labels.rowsCheckNote,
      (column) =>
        `${column}${String(readRow)}-${column}${String(keptRow)}-${column}${String(setAsideRow)}`,
      {
        rows: totals.rowsRead - totals.rowsKept - sumOf(totals.setAside),
        balance: read.balance - (totals.keptBalanceFen + sumOf(totals.setAsideBalanceFen)) / 100,
        dailyAverage:
          read.dailyAverage -
          (totals.keptDailyAverageFen + sumOf(totals.setAsideDailyAverageFen)) / 100,
      },
    ),
  );
  return { keptRow, checkRow };
}

/** Readable amounts of all rows read, in yuan: from the rows themselves, not from the totals. */
function sumRowsRead({ ledger }: Analysis): Amounts {
  const sum = (fen: Float64Array): number => {
    let total = 0;
    for (let row = 0; row < ledger.rowCount; row++) {
      const amount = fen[row] ?? 0;
      if (Number.isFinite(amount)) total += amount;
    }
    return total / 100;
  };
  return { balance: sum(ledger.balanceFen), dailyAverage: sum(ledger.dailyAverageFen) };
}

function keptCells({ analysis, words }: ReportInput, area: LedgerArea): PlanCell[] {
  const labels = words.report.overview.reconciliation;
  const kept = sumKeptRows(analysis, area.sheetName);
  const amountCell = (amount: Amount): PlanCell => {
    const formula = ledgerSum(area, amount);
    return formula === undefined
      ? { value: kept[amount], style: 'amount' }
      : { value: kept[amount], formula, style: 'amount' };
  };
  const hasRows = area.lastRow >= area.firstRow;
  return lineCells({
    label: labels.kept(area.sheetName),
    note: labels.keptNote,
    rows: {
      value: kept.rows,
      ...(hasRows
        ? { formula: `ROWS(${rangeReference(area.sheetName, 'A', ledgerRows(area))})` }
        : {}),
      style: 'integer',
    },
    balance: amountCell('balance'),
    dailyAverage: amountCell('dailyAverage'),
  });
}

function sumKeptRows(
  { ledger, layouts }: Analysis,
  sheetName: string,
): { readonly rows: number } & Amounts {
  let rows = 0;
  let balance = 0;
  let dailyAverage = 0;
  for (let row = 0; row < ledger.rowCount; row++) {
    if (ledger.reason[row] !== 0) continue;
    if (layouts[ledger.layout[row] ?? 0]?.name !== sheetName) continue;
    rows++;
    balance += ledger.balanceFen[row] ?? 0;
    dailyAverage += ledger.dailyAverageFen[row] ?? 0;
  }
  return { rows, balance: balance / 100, dailyAverage: dailyAverage / 100 };
}

function setAsideCells({ analysis, words, sheetNames }: ReportInput): PlanCell[][] {
  const { totals } = analysis;
  const labels = words.report.overview.reconciliation;
  const span = setAsideRows(sumOf(totals.setAside));
  const range = (column: keyof typeof SET_ASIDE_LETTERS): string =>
    rangeReference(sheetNames.setAside, SET_ASIDE_LETTERS[column], span);
  const reasons = SET_ASIDE_REASONS.filter(
    (reason): reason is SetAsideReason => reason !== 'kept' && totals.setAside[reason] > 0,
  );
  return reasons.map((reason) => {
    const name = words.terms.setAsideReasons[reason];
    const matches = `${range('reason')},${quoteText(name)}`;
    return lineCells({
      label: labels.setAside(name),
      note: labels.setAsideNote,
      rows: {
        value: totals.setAside[reason],
        formula: `COUNTIF(${matches})`,
        style: 'integer',
      },
      balance: {
        value: totals.setAsideBalanceFen[reason] / 100,
        formula: `SUMIF(${matches},${range('balance')})`,
        style: 'amount',
      },
      dailyAverage: {
        value: totals.setAsideDailyAverageFen[reason] / 100,
        formula: `SUMIF(${matches},${range('dailyAverage')})`,
        style: 'amount',
      },
    });
  });
}

function sumOf(amounts: Readonly<Record<SetAsideReason, number>>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
