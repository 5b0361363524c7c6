/**
 * Where the amounts of one ledger sheet stand after it has been rewritten in place, so that the
 * overview's formulas can sum the ledger itself.
 */
export interface LedgerArea {
  readonly sheetName: string;
  /** 1-based rows that hold data, both ends included; `lastRow < firstRow` where no row is left. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Column letters; absent where the sheet has no such column. */
  readonly balanceColumn?: string;
  readonly dailyAverageColumn?: string;
  /** Yuan per unit printed: 1 for 元, 10000 for 万元. */
  readonly balanceFactor: number;
  readonly dailyAverageFactor: number;
  /** Letter of the added column 客户优先级; empty there: the customer is not in the book. */
  readonly priorityColumn: string;
}
