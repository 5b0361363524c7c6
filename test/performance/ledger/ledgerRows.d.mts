/** A cell of a generated row; `{ serial }` is a date. */
export type GeneratedCell = string | number | { readonly serial: number } | null | undefined;

/** True figures, amounts in fen; complete once all rows have been taken. */
export interface LedgerTruth {
  readonly rows: number;
  readonly customers: number;
  readonly kept: number;
  readonly setAside: Readonly<Record<string, number>>;
  readonly balanceFen: number;
  readonly dailyAverageFen: number;
  readonly printedBalanceFen: number;
  readonly printedDailyAverageFen: number;
  readonly cells: number;
}

export interface GeneratedLedger {
  readonly customers: number;
  ledgerRows(): Generator<GeneratedCell[]>;
  customerRows(): Generator<GeneratedCell[]>;
  truth(): LedgerTruth;
}

export function createLedger(options: { rows: number; seed?: number }): GeneratedLedger;

/** Headers of the ledger and of the customer list. */
export const LEDGER_HEADER: readonly string[];
export const CUSTOMERS_HEADER: readonly string[];
