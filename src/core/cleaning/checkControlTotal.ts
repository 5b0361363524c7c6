import type { ControlTotal } from '../analysis';
import { readPrinted, type PrintedAmount, type PrintedSums } from './printedSums';
import type { ReadLedger } from './readLedger';

/**
 * Compares the export's own last total row with the rows kept, in every amount that it prints
 * (SPEC 2, Control total). Where each ledger sheet has a total of its own and none stands for
 * all, they are added up.
 *
 * @param grandTotals row of the total per ledger sheet, -1 where there is none
 * @param keptOf sums of the rows kept, over all ledger sheets or over one
 */
export function checkControlTotal(
  ledger: ReadLedger,
  grandTotals: readonly number[],
  keptOf: (sheet?: number) => PrintedSums,
): ControlTotal {
  const last = grandTotals.reduce((latest, row, sheet) => (row >= 0 ? sheet : latest), -1);
  const none: ControlTotal = { state: 'none', layout: -1, row: -1 };
  if (last < 0) return none;
  const whole = compare(ledger, last, grandTotals[last] ?? -1, keptOf());
  if (!whole) return none;
  if (whole.state === 'matched' || grandTotals.length < 2) return whole;
  const parts = grandTotals.map((row, sheet) => compare(ledger, sheet, row, keptOf(sheet)));
  return parts.every((part) => part?.state === 'matched') ? { ...whole, ...addUp(parts) } : whole;
}

function addUp(parts: readonly (ControlTotal | undefined)[]): Partial<ControlTotal> {
  const sum = (pick: (part: ControlTotal) => number | undefined) =>
    parts.reduce((total, part) => total + (part ? (pick(part) ?? 0) : 0), 0);
  return {
    state: 'matched',
    balanceFen: sum((part) => part.balanceFen),
    dailyAverageFen: sum((part) => part.dailyAverageFen),
    balanceDifferenceFen: sum((part) => part.balanceDifferenceFen),
    dailyAverageDifferenceFen: sum((part) => part.dailyAverageDifferenceFen),
  };
}

function compare(
  ledger: ReadLedger,
  sheetIndex: number,
  row: number,
  kept: PrintedSums,
): ControlTotal | undefined {
  const sheet = ledger.sheets[sheetIndex];
  if (!sheet || row < 0) return undefined;
  const sourceRow = sheet.firstRow + row - sheet.offset;
  const balance = readPrinted(sheet, 'balance', sourceRow);
  const average = readPrinted(sheet, 'dailyAverage', sourceRow);
  const { balanceUnit, dailyAverageUnit } = sheet.layout;
  if (!balance && !average) return undefined;
  const differs =
    (balance !== undefined && !equals(balance, kept.balanceFen, balanceUnit)) ||
    (average !== undefined && !equals(average, kept.dailyAverageFen, dailyAverageUnit));
  return {
    state: differs ? 'differs' : 'matched',
    layout: sheet.layout.sheetIndex,
    row: sourceRow,
    ...(balance && {
      balanceFen: balance.fen,
      balanceDifferenceFen: Math.round(balance.fen + balance.rest - kept.balanceFen),
    }),
    ...(average && {
      dailyAverageFen: average.fen,
      dailyAverageDifferenceFen: Math.round(average.fen + average.rest - kept.dailyAverageFen),
    }),
  };
}

function equals(
  { fen, rest, decimals, isNumber }: PrintedAmount,
  kept: number,
  unit: number,
): boolean {
  // Zeros at the end may be gone: whoever prints decimals means two of them at least.
  const shown = decimals > 0 || isNumber ? Math.max(decimals, 2) : 0;
  const grain = Math.max(1, 10 ** (2 + unit - shown));
  // Half of what the print can show, and what sums of fractions lose.
  return Math.abs(fen + rest - kept) <= grain / 2 + 1e-6;
}
