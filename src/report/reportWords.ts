import type {
  CleaningRule,
  NameSource,
  Priority,
  Problem,
  Reason,
  ScriptCase,
  ScriptWords,
  SetAsideReason,
  Stance,
  Trend,
} from '../core';
import type { SheetRole } from '../workbook/sheetPlan';
import type { ADDED_COLUMNS } from './addedColumns';
import type { CustomerColumn } from './customerColumns';
import type { MaturityColumn } from './maturityColumns';
import type { ScriptLine } from './scriptRows';

export type CrossOwnershipColumn =
  | 'priority'
  | 'customerId'
  | 'name'
  | 'trend'
  | 'manager'
  | 'side'
  | 'accounts'
  | 'balance'
  | 'dailyAverage'
  | 'share'
  | 'ownShare'
  | 'stance'
  | 'customerBalance'
  | 'customerDailyAverage'
  | 'ownBalance'
  | 'ownDailyAverage'
  | 'customerAccounts'
  | 'ownAccounts'
  | 'position';
export type ExchangeColumn =
  'manager' | 'give' | 'giveName' | 'giveAmount' | 'get' | 'getName' | 'getAmount' | 'difference';
export type SharedDepositColumn =
  'sheet' | 'row' | 'customerId' | 'name' | 'account' | 'balance' | 'dailyAverage' | 'inBook';
export type CleaningColumn = 'sheet' | 'cell' | 'rule' | 'before' | 'after';
export type SetAsideColumn = 'sheet' | 'row' | 'reason' | 'balance' | 'dailyAverage';

type Labels<Key extends string> = Readonly<Record<Key, string>>;
type Choices = readonly string[];
type LedgerHeaders = Labels<(typeof ADDED_COLUMNS)[number]>;

/** The words that sheets are made of, in one language; `messages` provides them. */
export interface ReportWords {
  readonly language: string;
  readonly format: {
    amount(fen: number): string;
    count(count: number): string;
    day(day: number): string;
    share(share: number): string;
    /** `123.46万` from fen. */
    shortAmount(fen: number): string;
    /** The unit that an amount reads well in: how many yuan, what stands behind it, its name. */
    unit(fen: number): { readonly yuan: number; readonly suffix: string; readonly name: string };
    list(items: readonly string[]): string;
  };
  readonly terms: {
    readonly trends: Labels<Trend>;
    readonly noTrend: string;
    readonly priorities: Labels<Priority>;
    readonly stances: Labels<Stance>;
    readonly nameSources: Labels<NameSource>;
    readonly setAsideReasons: Labels<SetAsideReason>;
    readonly cleaningRules: Labels<CleaningRule>;
    readonly bases: Labels<'balance' | 'dailyAverage'>;
    readonly scriptCases: Labels<ScriptCase>;
    readonly own: string;
    readonly other: string;
    readonly unnamedManager: string;
    readonly yes: string;
    readonly no: string;
  };
  problem(problem: Problem): string;
  reason(reason: Reason): string;
  readonly scripts: ScriptWords;
  /** Headers of the columns added to a ledger, in every language. */
  readonly ledgerHeaders: readonly LedgerHeaders[];
  readonly report: {
    readonly sheetNames: Labels<SheetRole>;
    /** Headers of the columns added to a ledger. */
    readonly ledger: LedgerHeaders;
    /** At the foot of a printed page, with Excel's codes for page and pages. */
    footer(sheet: string): string;
    /** What the sheet with the kept settings is for. */
    readonly settings: Labels<'hint'>;
    untouchedCopy(sheet: string): string;
    /** At the end of a text that is longer than a cell can hold. */
    readonly cut: string;
    /** Between several statements in one cell. */
    readonly separator: string;
    readonly validation: {
      readonly title: string;
      choose(choices: readonly string[]): string;
      readonly date: string;
    };
    readonly customers: {
      title(customers: number): string;
      hint(dataDate: number): string;
      readonly columns: Labels<CustomerColumn>;
      readonly callResults: Choices;
      readonly weChatStates: Choices;
      readonly invitations: Choices;
      readonly notes: Labels<'openedThisYear' | 'foreign' | 'negative' | 'noPhone'>;
      readonly openScript: string;
      /** Customers of an earlier run who are not on the list now. */
      readonly left: {
        hint(customers: number, row: number): string;
        heading(customers: number): string;
        readonly headingHint: string;
        readonly reason: string;
      };
    };
    readonly scripts: {
      title(scripts: number): string;
      readonly hint: string;
      left(customers: number): string;
      unknownPlaceholders(names: readonly string[]): string;
      head(position: number, priority: string): string;
      readonly lines: Labels<Exclude<ScriptLine, 'head' | 'gap'>>;
      /** Leads to the customer's row. */
      readonly back: string;
    };
    readonly crossOwnership: {
      title(customers: number): string;
      stances(claimShare: number, negotiateShare: number): string;
      readonly acquiredOnly: string;
      readonly columns: Labels<CrossOwnershipColumn>;
      readonly exchanges: string;
      readonly exchangesHint: string;
      readonly noExchanges: string;
      readonly exchangeColumns: Labels<ExchangeColumn>;
      readonly shared: string;
      readonly sharedHint: string;
      readonly noShared: string;
      readonly sharedColumns: Labels<SharedDepositColumn>;
    };
    readonly maturities: {
      title(deposits: number, days: number, dataDate: number): string;
      readonly hint: string;
      readonly columns: Labels<MaturityColumn>;
      readonly doneStates: Choices;
      /** Above notes on deposits that are not in the window now. */
      left(deposits: number): string;
    };
    readonly cleaningLog: {
      title(changes: number): string;
      readonly rule: string;
      readonly count: string;
      listed(listed: number, left: number): string;
      readonly columns: Labels<CleaningColumn>;
    };
    readonly setAside: {
      title(rows: number): string;
      readonly hint: string;
      readonly columns: Labels<SetAsideColumn>;
      sourceColumn(letter: string): string;
    };
    readonly overview: OverviewWords;
  };
}

export interface OverviewWords {
  readonly title: string;
  readonly facts: Labels<
    'dataDate' | 'source' | 'me' | 'predecessors' | 'ownSide' | 'notNamed' | 'assumed'
  >;
  readonly cards: {
    readonly customers: string;
    customersNote(accounts: number, shared: number): string;
    otherAmount(label: string, fen: number): string;
    readonly top20: string;
    customersFor80(customers: number, share: number): string;
    readonly outflow: string;
    trends(outflow: number, inflow: number, inflowFen: number): string;
    readonly today: string;
    thisWeek(customers: number): string;
    readonly maturingTitle: string;
    maturing(deposits: number, days: number): string;
    readonly separator: string;
  };
  readonly charts: {
    pareto(customers: number, basis: string, unit: string): string;
    paretoText(customers: number, share: number): string;
    readonly cumulative: string;
    outflow(customers: number, unit: string): string;
    outflowText(names: readonly string[]): string;
    readonly trend: string;
    /** Customers by trend: outflow, growth, stable. */
    trendText(counts: readonly number[]): string;
    readonly dataHeading: string;
    readonly dataHint: string;
    readonly rank: string;
    readonly customer: string;
    amount(basis: string, unit: string): string;
    delta(unit: string): string;
  };
  readonly callList: {
    heading(customers: number): string;
    readonly hint: string;
    readonly columns: Labels<
      | 'position'
      | 'priority'
      | 'name'
      | 'phone'
      | 'balance'
      | 'dailyAverage'
      | 'delta'
      | 'trend'
      | 'reasons'
      | 'script'
    >;
    readonly openScript: string;
    /** A reason in few words; empty where other columns say it. */
    reason(reason: Reason): string;
    readonly separator: string;
  };
  readonly checks: {
    readonly heading: string;
    /** Begins with ✓. */
    readonly right: string;
    /** Begins with ✗. */
    readonly wrong: string;
    readonly columns: Labels<'item' | 'rows' | 'balance' | 'dailyAverage' | 'note'>;
    readonly rows: string;
    readonly rowsNote: string;
    readonly customers: string;
    readonly customersNote: string;
    readonly controlTotal: string;
    readonly controlTotalNote: string;
    readonly noControlTotal: string;
  };
  readonly details: string;
  readonly figures: {
    readonly heading: string;
    readonly columns: Labels<'item' | 'count' | 'balance' | 'dailyAverage' | 'delta' | 'note'>;
    readonly customers: string;
    accountsNote(accounts: number): string;
    valueClass(valueClass: 'A' | 'B' | 'C'): string;
    classNote(valueClass: 'A' | 'B' | 'C', classAShare: number, classBShare: number): string;
    readonly trendNotes: Labels<Trend>;
    priority(priority: Priority, meaning: string): string;
    readonly priorityNote: string;
    readonly crossOwned: string;
    readonly crossOwnedNote: string;
    maturing(days: number): string;
    readonly maturingNote: string;
    readonly top20: string;
    readonly top20Note: string;
    customersFor80(share: number): string;
    readonly customersFor80Note: string;
  };
  readonly warnings: string;
  readonly assumptions: string;
  readonly none: string;
  readonly reconciliation: {
    readonly heading: string;
    readonly hint: string;
    readonly columns: Labels<'item' | 'rows' | 'balance' | 'dailyAverage' | 'note'>;
    readonly read: string;
    readonly readNote: string;
    kept(sheet: string): string;
    readonly keptNote: string;
    readonly keptTotal: string;
    setAside(reason: string): string;
    readonly setAsideNote: string;
    readonly setAsideTotal: string;
    readonly rowsCheck: string;
    readonly rowsCheckNote: string;
    readonly ledger: string;
    readonly shared: string;
    readonly sharedNote: string;
    readonly notInBook: string;
    readonly notInBookNote: string;
    readonly expected: string;
    readonly customers: string;
    readonly customersNote: string;
    readonly customersCheck: string;
    readonly customersCheckNote: string;
    controlTotal(sheet: string, row: number): string;
    readonly controlTotalNote: string;
    readonly controlTotalCheck: string;
    readonly controlTotalCheckNote: string;
  };
  readonly parameters: {
    readonly heading: string;
    readonly basis: string;
    readonly classes: string;
    classesValue(classAShare: number, classBShare: number): string;
    readonly stable: string;
    stableValue(floorFen: number, share: number, capFen: number): string;
    readonly stances: string;
    stancesValue(claimShare: number, negotiateShare: number): string;
    readonly maturity: string;
    maturityValue(urgentDays: number, maturingDays: number, reminderDays: number): string;
    readonly duplicates: string;
    duplicatesValue(kept: boolean): string;
  };
}
