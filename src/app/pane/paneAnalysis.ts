import type {
  ControlTotal,
  Exchange,
  Priority,
  Problem,
  Reason,
  Script,
  SetAsideReason,
  Trend,
} from '../../core';

/**
 * What the pane shows of an analysis, as plain data that can cross a worker's boundary: figures,
 * problems, customers as columns. Amounts in fen, shares 0–1, days are 1900-system serials.
 */
export interface PaneAnalysis {
  readonly workbookName: string;
  readonly dataDate: number;
  readonly basis: 'balance' | 'dailyAverage';
  readonly hasDelta: boolean;
  readonly hasBalance: boolean;
  readonly hasDailyAverage: boolean;
  readonly figures: PaneFigures;
  readonly managers: readonly PaneManager[];
  /** False where the own managers were assumed: the pane asks. */
  readonly ownNamed: boolean;
  readonly assumptions: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly pareto: ParetoCurve;
  readonly customers: PaneCustomers;
}

export interface PaneFigures {
  readonly customers: number;
  readonly accounts: number;
  readonly balanceFen: number;
  readonly dailyAverageFen: number;
  readonly notInBook: number;
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Reasons that occurred, most rows first. */
  readonly setAside: readonly { readonly reason: SetAsideReason; readonly rows: number }[];
  readonly trends: Readonly<Record<Trend, TrendFigures>>;
  readonly priorities: Readonly<Record<Priority, number>>;
  readonly crossOwned: number;
  readonly exchanges: number;
  /** Deposits of the book that mature within the reminder window of `days`. */
  readonly maturing: {
    readonly deposits: number;
    readonly balanceFen: number;
    readonly days: number;
  };
  readonly controlTotal: ControlTotal['state'];
}

export interface TrendFigures {
  readonly customers: number;
  /** Sum of dailyAverage − balance: what left (positive) or came (negative). */
  readonly deltaFen: number;
  readonly balanceFen: number;
}

export interface PaneManager {
  readonly name: string;
  readonly code: string;
  readonly own: boolean;
  readonly accounts: number;
  readonly balanceFen: number;
}

/** Points of the curve "so many customers hold so much", from the largest customer on. */
export interface ParetoCurve {
  readonly top20Share: number;
  readonly top20Customers: number;
  readonly customersFor80: number;
  /** Share of customers (0–1) by point, ascending, and the share of the basis that they hold. */
  readonly customerShares: readonly number[];
  readonly amountShares: readonly number[];
}

/** One entry per customer in the order of the call list; index 0 is called first. */
export interface PaneCustomers {
  readonly count: number;
  /** Index of the customer in the analysis, as `AnalysisSession.describe` wants it. */
  readonly customer: Uint32Array;
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly phone: readonly string[];
  /** Index into `PRIORITIES`, `TRENDS`, `VALUE_CLASSES`, `NAME_SOURCES`. */
  readonly priority: Uint8Array;
  readonly trend: Uint8Array;
  readonly valueClass: Uint8Array;
  readonly nameSource: Uint8Array;
  readonly rank: Int32Array;
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
  readonly deltaFen: Float64Array;
  readonly nextMaturity: Int32Array;
  readonly crossOwned: Uint8Array;
  readonly foreign: Uint8Array;
  readonly openedThisYear: Uint8Array;
}

/** All that is said about one customer while she is called. */
export interface CustomerDetail {
  readonly reasons: readonly Reason[];
  readonly script: Script;
  readonly branch: string;
  readonly accounts: number;
  /** What each manager has of the customer, largest first; the unnamed other has no name. */
  readonly parts: readonly CustomerPart[];
  /** 0 where not cross-owned, else 1 + index into `STANCES`. */
  readonly stance: number;
  readonly ownShare: number;
  readonly exchanges: readonly Exchange[];
}

export interface CustomerPart {
  readonly manager: string;
  readonly own: boolean;
  readonly balanceFen: number;
}
