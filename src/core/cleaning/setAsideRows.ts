import { NO_DAY, SET_ASIDE_REASONS, type ControlTotal } from '../analysis';
import type { Problem } from '../problems';
import { checkControlTotal } from './checkControlTotal';
import { findDuplicates } from './findDuplicates';
import { judgeRows } from './judgeRows';
import { BLANK_AMOUNT } from './parseAmount';
import { createPrintedSums } from './printedSums';
import type { ReadLedger } from './readLedger';

/** Judges all rows, keeps genuine duplicates, and compares with the export's own total. */
export function setAsideRows(
  ledger: ReadLedger,
  hasKey: (row: number) => boolean,
  keepAll: boolean,
) {
  const { reason, grandTotals } = judgeRows(ledger, hasKey);
  const values = cleanedValues(ledger);
  const duplicates = findDuplicates({ ...ledger, ...values }, reason);
  const sumKept = createPrintedSums(ledger, reason);
  const check = (): ControlTotal => checkControlTotal(ledger, grandTotals, sumKept);
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
  return { reason, counts, kept: counts[0] ?? 0, values, controlTotal, assumptions };
}

function countReasons(reason: Uint8Array): number[] {
  const counts = SET_ASIDE_REASONS.map(() => 0);
  for (let row = 0; row < reason.length; row++) {
    const code = reason[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Amounts and days as a row kept counts them. */
export interface CleanedValues {
  /** Fen; 0 where blank, NaN where unreadable. */
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
  /** Days; none where unreadable. */
  readonly openDay: Int32Array;
  readonly maturityDay: Int32Array;
}

function cleanedValues(ledger: ReadLedger): CleanedValues {
  return {
    balanceFen: blankAsZero(ledger.balanceFen),
    dailyAverageFen: blankAsZero(ledger.dailyAverageFen),
    openDay: unreadableAsNone(ledger.openDay),
    maturityDay: unreadableAsNone(ledger.maturityDay),
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

function unreadableAsNone(days: Int32Array): Int32Array {
  const readable = new Int32Array(days.length);
  for (let row = 0; row < days.length; row++) readable[row] = Math.max(NO_DAY, days[row] ?? NO_DAY);
  return readable;
}
