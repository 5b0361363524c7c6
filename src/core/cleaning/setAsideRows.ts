import { SET_ASIDE_REASONS, type ControlTotal } from '../analysis';
import type { Problem } from '../problems';
import { checkControlTotal, type PrintedSums } from './checkControlTotal';
import { findDuplicates } from './findDuplicates';
import { judgeRows } from './judgeRows';
import { BLANK_AMOUNT } from './parseAmount';
import type { ReadLedger } from './readLedger';

/** Judges all rows, keeps genuine duplicates, and compares with the export's own total. */
export function setAsideRows(
  ledger: ReadLedger,
  hasKey: (row: number) => boolean,
  keepAll: boolean,
) {
  const { reason, grandTotals } = judgeRows(ledger, hasKey);
  const duplicates = findDuplicates(ledger, reason);
  const check = (): ControlTotal =>
    checkControlTotal(ledger, grandTotals, (sheet) => sumKept(ledger, reason, sheet));
  const withDuplicates = check();
  const code = SET_ASIDE_REASONS.indexOf('duplicate');
  for (const row of duplicates) reason[row] = code;
  // Without duplicates nothing has changed, and adding up again would find the same.
  const without = duplicates.length > 0 ? check() : withDuplicates;
  const genuine =
    duplicates.length > 0 && withDuplicates.state === 'matched' && without.state !== 'matched';
  const keep = keepAll || genuine;
  if (keep) for (const row of duplicates) reason[row] = 0;
  const counts = countReasons(reason);
  const assumptions: Problem[] =
    keep && duplicates.length > 0 ? [{ code: 'duplicates.kept', rows: duplicates.length }] : [];
  const controlTotal = keep ? withDuplicates : without;
  return { reason, counts, kept: counts[0] ?? 0, controlTotal, assumptions };
}

function countReasons(reason: Uint8Array): number[] {
  const counts = SET_ASIDE_REASONS.map(() => 0);
  for (let row = 0; row < reason.length; row++) {
    const code = reason[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function sumKept(ledger: ReadLedger, reason: Uint8Array, sheet?: number): PrintedSums {
  const part = sheet === undefined ? undefined : ledger.sheets[sheet];
  const from = part?.offset ?? 0;
  const to = part ? part.offset + part.rowCount : ledger.rowCount;
  let balanceFen = 0;
  let dailyAverageFen = 0;
  for (let row = from; row < to; row++) {
    if (reason[row] !== 0) continue;
    balanceFen += finite(ledger.balanceFen[row] ?? 0);
    dailyAverageFen += finite(ledger.dailyAverageFen[row] ?? 0);
  }
  return { balanceFen, dailyAverageFen };
}

function finite(fen: number): number {
  return Number.isFinite(fen) ? fen : 0;
}

/** The ledger's amounts with 0 where blank, as a kept row counts them. */
export function keptAmounts(ledger: ReadLedger) {
  return {
    balanceFen: blankAsZero(ledger.balanceFen),
    dailyAverageFen: blankAsZero(ledger.dailyAverageFen),
  };
}

function blankAsZero(fen: Float64Array): Float64Array {
  const amounts = new Float64Array(fen.length);
  for (let row = 0; row < fen.length; row++) {
    const amount = fen[row] ?? 0;
    amounts[row] = amount === BLANK_AMOUNT ? 0 : amount;
  }
  return amounts;
}
