import type { ControlTotal } from '../analysis';
import { cellText } from '../columns/cellText';
import { CellKind, KIND_MASK } from '../columns/rawWorkbook';
import { cleanText } from './cleanText';
import { amountFromNumber, parseAmount } from './parseAmount';
import type { LedgerSheet, ReadLedger } from './readLedger';

/** Sums in fen of rows as printed. */
export interface PrintedSums {
  readonly balanceFen: number;
  readonly dailyAverageFen: number;
}

interface PrintedAmount {
  readonly fen: number;
  /** Smallest difference in fen that the print can show. */
  readonly grain: number;
}

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
  const balance = printedAmount(sheet, 'balance', sourceRow);
  const average = printedAmount(sheet, 'dailyAverage', sourceRow);
  if (!balance && !average) return undefined;
  const differs =
    (balance !== undefined && !equals(balance, kept.balanceFen)) ||
    (average !== undefined && !equals(average, kept.dailyAverageFen));
  return {
    state: differs ? 'differs' : 'matched',
    layout: sheet.layout.sheetIndex,
    row: sourceRow,
    ...(balance && {
      balanceFen: balance.fen,
      balanceDifferenceFen: balance.fen - kept.balanceFen,
    }),
    ...(average && {
      dailyAverageFen: average.fen,
      dailyAverageDifferenceFen: average.fen - kept.dailyAverageFen,
    }),
  };
}

function equals(printed: PrintedAmount, fen: number): boolean {
  return Math.abs(printed.fen - fen) * 2 <= (printed.grain > 1 ? printed.grain : 0);
}

function printedAmount(
  { sheet, layout }: LedgerSheet,
  field: 'balance' | 'dailyAverage',
  row: number,
): PrintedAmount | undefined {
  const index = layout.columns[field]?.[0];
  const column = index === undefined ? undefined : sheet.columns[index];
  const kind = (column?.kinds[row] ?? 0) & KIND_MASK;
  if (!column || kind === CellKind.empty) return undefined;
  const unit = field === 'balance' ? layout.balanceUnit : layout.dailyAverageUnit;
  const text = cleanText(cellText(sheet, column, row));
  const fen =
    kind === CellKind.number
      ? amountFromNumber(column.values[row] ?? 0, unit)
      : parseAmount(text, unit);
  if (!Number.isFinite(fen)) return undefined;
  // Zeros at the end may be gone: whoever prints decimals means two of them at least.
  const printed = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const decimals = printed > 0 || kind === CellKind.number ? Math.max(printed, 2) : 0;
  return { fen, grain: Math.max(1, Math.round(10 ** (2 + unit - decimals))) };
}
