import {
  SET_ASIDE_REASONS,
  type Customers,
  type LedgerRows,
  type SetAsideReason,
  type Totals,
} from './analysis';
import type { ReadLedger } from './cleaning/readLedger';
import type { CleanedValues } from './cleaning/setAsideRows';
import type { Deposits } from './consolidation/findDeposits';

/** The rows as the analysis shows them. */
export function toLedgerRows(
  ledger: ReadLedger,
  values: CleanedValues,
  reason: Uint8Array,
  customer: Int32Array,
  deposits: Deposits,
): LedgerRows {
  const countedBefore = new Uint8Array(ledger.rowCount);
  for (let row = 0; row < ledger.rowCount; row++) {
    const head = deposits.head[row] ?? -1;
    if (head >= 0 && head !== row) countedBefore[row] = 1;
  }
  return {
    rowCount: ledger.rowCount,
    layout: ledger.layout,
    sourceRow: ledger.sourceRow,
    reason,
    customer,
    ...values,
    countedBefore,
    customerId: ledger.customerId,
    customerName: ledger.customerName,
    accountNo: ledger.accountNo,
    product: ledger.product,
  };
}

/** Sums over the rows and over the customers, each added up on its own. */
export function totalRows(
  rows: LedgerRows,
  counts: readonly number[],
  customers: Customers,
): Totals {
  const balance = new Float64Array(SET_ASIDE_REASONS.length);
  const average = new Float64Array(SET_ASIDE_REASONS.length);
  let sharedBalanceFen = 0;
  let sharedDailyAverageFen = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const reason = rows.reason[row] ?? 0;
    balance[reason] = (balance[reason] ?? 0) + finite(rows.balanceFen[row] ?? 0);
    average[reason] = (average[reason] ?? 0) + finite(rows.dailyAverageFen[row] ?? 0);
    if (rows.countedBefore[row] === 1) {
      sharedBalanceFen += finite(rows.balanceFen[row] ?? 0);
      sharedDailyAverageFen += finite(rows.dailyAverageFen[row] ?? 0);
    }
  }
  const sums = { customers: 0, accounts: 0, balanceFen: 0, dailyAverageFen: 0 };
  const outside = { notInBook: 0, notInBookBalanceFen: 0, notInBookDailyAverageFen: 0 };
  for (let i = 0; i < customers.count; i++) {
    if (customers.inBook[i] === 1) {
      sums.customers++;
      sums.accounts += customers.accounts[i] ?? 0;
      sums.balanceFen += customers.balanceFen[i] ?? 0;
      sums.dailyAverageFen += customers.dailyAverageFen[i] ?? 0;
    } else {
      outside.notInBook++;
      outside.notInBookBalanceFen += customers.balanceFen[i] ?? 0;
      outside.notInBookDailyAverageFen += customers.dailyAverageFen[i] ?? 0;
    }
  }
  return {
    rowsRead: rows.rowCount,
    rowsKept: counts[0] ?? 0,
    setAside: byReason(counts),
    setAsideBalanceFen: byReason(balance),
    setAsideDailyAverageFen: byReason(average),
    keptBalanceFen: balance[0] ?? 0,
    keptDailyAverageFen: average[0] ?? 0,
    sharedBalanceFen,
    sharedDailyAverageFen,
    ...sums,
    ...outside,
  };
}

function byReason(values: ArrayLike<number>): Record<SetAsideReason, number> {
  return Object.fromEntries(
    SET_ASIDE_REASONS.flatMap((reason, i) => (reason === 'kept' ? [] : [[reason, values[i] ?? 0]])),
  ) as Record<SetAsideReason, number>;
}

function finite(fen: number): number {
  return Number.isFinite(fen) ? fen : 0;
}
