import { CellKind, KIND_MASK } from '../columns/rawWorkbook';
import { numberText } from '../columns/cellText';
import { parseAnyAmount } from './parseAmount';
import type { LedgerSheet, ReadLedger } from './readLedger';

/** Sums of rows as printed, in fen with a fraction where more decimals than fen are printed. */
export interface PrintedSums {
  readonly balanceFen: number;
  readonly dailyAverageFen: number;
}

type AmountField = 'balance' | 'dailyAverage';

/** Sums of the rows kept, over all ledger sheets or over one; what rounding to fen took is added again. */
export function createPrintedSums(
  ledger: ReadLedger,
  reason: Uint8Array,
): (sheet?: number) => PrintedSums {
  const rests: Partial<Record<AmountField, Float64Array>> = {};
  const sum = (field: AmountField, sheets: readonly LedgerSheet[]): number => {
    const fen = field === 'balance' ? ledger.balanceFen : ledger.dailyAverageFen;
    const rest = (rests[field] ??= readRests(ledger, field));
    let whole = 0;
    let fraction = 0;
    for (const { offset, rowCount } of sheets) {
      for (let row = offset; row < offset + rowCount; row++) {
        const amount = fen[row] ?? 0;
        if (reason[row] !== 0 || !Number.isFinite(amount)) continue;
        whole += amount;
        fraction += rest[row] ?? 0;
      }
    }
    return whole + fraction;
  };
  return (sheet) => {
    const sheets = sheet === undefined ? ledger.sheets : ledger.sheets.slice(sheet, sheet + 1);
    return { balanceFen: sum('balance', sheets), dailyAverageFen: sum('dailyAverage', sheets) };
  };
}

/** What rounding to fen took off each amount; empty where it took nothing. */
function readRests(ledger: ReadLedger, field: AmountField): Float64Array {
  const rounded = field === 'balance' ? ledger.balanceRounded : ledger.dailyAverageRounded;
  if (!rounded.includes(1)) return new Float64Array(0);
  const rests = new Float64Array(ledger.rowCount);
  for (const sheet of ledger.sheets) {
    for (let row = sheet.offset; row < sheet.offset + sheet.rowCount; row++) {
      if (rounded[row] !== 1) continue;
      const rest = readPrinted(sheet, field, sheet.firstRow + row - sheet.offset)?.rest ?? 0;
      rests[row] = Number.isFinite(rest) ? rest : 0;
    }
  }
  return rests;
}

/** An amount as a cell prints it. */
export interface PrintedAmount {
  readonly fen: number;
  /** What rounding to fen took off. */
  readonly rest: number;
  /** Decimals that are printed, in the column's unit. */
  readonly decimals: number;
  readonly isNumber: boolean;
}

/** The amount in a worksheet row (0-based), or none where there is none to read. */
export function readPrinted(
  { sheet, layout }: LedgerSheet,
  field: AmountField,
  row: number,
): PrintedAmount | undefined {
  const index = layout.columns[field]?.[0];
  const column = index === undefined ? undefined : sheet.columns[index];
  const kind = (column?.kinds[row] ?? 0) & KIND_MASK;
  if (!column || (kind !== CellKind.number && kind !== CellKind.text)) return undefined;
  const value = column.values[row] ?? 0;
  const unit = field === 'balance' ? layout.balanceUnit : layout.dailyAverageUnit;
  const text = kind === CellKind.number ? numberText(value) : sheet.texts.get(value);
  const { fen, rest } = parseAnyAmount(text, unit);
  if (!Number.isFinite(fen)) return undefined;
  const decimals = /[.．](\d+)/.exec(text)?.[1]?.length ?? 0;
  return { fen, rest, decimals, isNumber: kind === CellKind.number };
}
