/**
 * What the analysis yields: columns of numbers and codes over rows, customers and managers, and
 * the problems found on the way. Wording and sheets are made from it elsewhere.
 */
import type { Field } from './columns/fields';
import type { Problem } from './problems';
import type { Settings } from './settings';

/** Marks a date column entry without a date. Days are 1900-system Excel serials. */
export const NO_DAY = 0;

/** Why a row was set aside, in order of precedence (SPEC 2); index 0 means kept. */
export const SET_ASIDE_REASONS = [
  'kept',
  'blank',
  'repeated header',
  'total',
  'footer',
  'no key',
  'foreign currency',
  'closed',
  'no amount',
  'invalid amount',
  'duplicate',
] as const;
export type SetAsideReason = Exclude<(typeof SET_ASIDE_REASONS)[number], 'kept'>;

export const TRENDS = ['outflow', 'inflow', 'stable'] as const;
export type Trend = (typeof TRENDS)[number];

export const VALUE_CLASSES = ['A', 'B', 'C'] as const;
export type ValueClass = (typeof VALUE_CLASSES)[number];

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STANCES = ['claim', 'negotiate', 'exchange'] as const;
export type Stance = (typeof STANCES)[number];

export const NAME_SOURCES = ['ledger', 'list', 'masked', 'missing', 'conflict'] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

/** How a sheet was understood (SPEC 1). Rows and columns are 0-based. */
export interface SheetLayout {
  readonly sheetIndex: number;
  readonly name: string;
  readonly role: 'ledger' | 'customers' | 'other';
  /** Where an earlier run of ours wrote the sheet. */
  readonly ours?: boolean;
  /** First header row; -1 where none was found. */
  readonly headerRow: number;
  /** 1, or 2 for a header of two rows. */
  readonly headerRows: number;
  /** Worksheet columns by field; managers and acquirers may have several. */
  readonly columns: Readonly<Partial<Record<Field, readonly number[]>>>;
  /** Joined header text of every column. */
  readonly headers: readonly string[];
  /** Powers of ten that bring the printed amounts to yuan: 0 for 元, 4 for 万元. */
  readonly balanceUnit: number;
  readonly dailyAverageUnit: number;
  /** Columns that hold a running number. */
  readonly sequenceColumns: readonly number[];
  /** Last column (0-based) that the sheet uses. */
  readonly lastColumn: number;
  /** Data date stated in the sheet, or {@link NO_DAY}. */
  readonly dataDate: number;
  /** Identifies the header layout, so that a corrected mapping is found again. */
  readonly layoutKey: string;
}

/** One column of texts by code; code 0 is the empty text. No codes where no sheet has the column. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** One column of ids by code; code 0 is the empty text. */
export interface IdColumn {
  readonly codes: Int32Array;
  /** The id in its shown form, made when asked: a million account numbers need no strings. */
  shown(code: number): string;
}

/** All rows below the headers of all ledger sheets, in reading order (`rowCount` entries each). */
export interface LedgerRows {
  readonly rowCount: number;
  /** Index into `Analysis.layouts`. */
  readonly layout: Uint16Array;
  /** 0-based worksheet row. */
  readonly sourceRow: Uint32Array;
  /** Index into {@link SET_ASIDE_REASONS}. */
  readonly reason: Uint8Array;
  /** Index of the customer, -1 for rows set aside. */
  readonly customer: Int32Array;
  /** Amounts in fen; 0 where blank, NaN where unreadable. */
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
  /** 1 where an earlier row already counts this shared deposit (SPEC 2). */
  readonly countedBefore: Uint8Array;
  /** Days; {@link NO_DAY} where none. */
  readonly openDay: Int32Array;
  readonly maturityDay: Int32Array;
  readonly customerId: IdColumn;
  readonly accountNo: IdColumn;
  /** Cleaned texts. */
  readonly customerName: TextColumn;
  readonly product: TextColumn;
}

/** One entry per customer that has a kept row; customers not in the book are included. */
export interface Customers {
  readonly count: number;
  /** The id in its shown form; empty where the customer is known by name only. */
  id(index: number): string;
  /** The name as resolved (SPEC 4); empty where missing. */
  name(index: number): string;
  readonly nameSource: Uint8Array;
  /** Phone, branch and personal data: the ledger's, else the customer list's; may be empty. */
  detail(
    index: number,
    field: 'phone' | 'branch' | 'gender' | 'idNo' | 'address' | 'employer' | 'customerType',
  ): string;
  /** Birth day from the date or the document number, or {@link NO_DAY}. */
  birthDay(index: number): number;
  readonly accounts: Int32Array;
  readonly deposits: Int32Array;
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
  /** dailyAverage − balance; 0 where the ledger has only one of them. */
  readonly deltaFen: Float64Array;
  /** Index into {@link TRENDS}. */
  readonly trend: Uint8Array;
  /** 1…n by the basis; 0 for customers not in the book. */
  readonly rank: Int32Array;
  readonly cumulativeShare: Float64Array;
  /** Index into {@link VALUE_CLASSES}, by the basis. */
  readonly valueClass: Uint8Array;
  /** The better of the classes by balance and by daily average (SPEC 7). */
  readonly priorityClass: Uint8Array;
  /** Index into {@link PRIORITIES}. */
  readonly priority: Uint8Array;
  /** 1…n; 0 for customers not in the book. */
  readonly contactOrder: Int32Array;
  readonly demandFen: Float64Array;
  readonly termFen: Float64Array;
  readonly otherFen: Float64Array;
  readonly nextMaturity: Int32Array;
  readonly maturing30Fen: Float64Array;
  readonly crossOwned: Uint8Array;
  readonly ownBalanceFen: Float64Array;
  readonly ownDailyAverageFen: Float64Array;
  readonly ownShare: Float64Array;
  /** Index into {@link STANCES} + 1; 0 where the customer is not cross-owned. */
  readonly stance: Uint8Array;
  /** 1 where no row is of an own manager (他人客户). */
  readonly foreign: Uint8Array;
  /** 0 where the user named own managers and the customer has no row of theirs. */
  readonly inBook: Uint8Array;
  /** 1 where all accounts were opened in the data date's year (新户). */
  readonly openedThisYear: Uint8Array;
  /** Kept rows, in reading order: `rows[rowStart[i] … rowStart[i + 1] - 1]`. */
  readonly rowStart: Uint32Array;
  readonly rows: Uint32Array;
  /** Parts of managers: entries `partStart[i] … partStart[i + 1] - 1` of the arrays below. */
  readonly partStart: Uint32Array;
  /** Index into `Analysis.managers`; -1 is the unnamed other. */
  readonly partManager: Int32Array;
  readonly partAccounts: Int32Array;
  readonly partBalanceFen: Float64Array;
  readonly partDailyAverageFen: Float64Array;
  /** Managers who only acquired (揽储) a deposit of the customer: they hold no amount. */
  acquirers(index: number): readonly number[];
}

export interface Manager {
  readonly name: string;
  readonly code: string;
  readonly own: boolean;
  readonly accounts: number;
  readonly balanceFen: number;
}

/** Two customers offered for each other between us and another manager (SPEC 8). */
export interface Exchange {
  readonly manager: number;
  /** Where they are the major side: we give our part. */
  readonly give: number;
  /** Where we are the major side: we get their part. */
  readonly get: number;
  readonly giveFen: number;
  readonly getFen: number;
}

/** What cleaning did to a cell; counted all, listed up to the cap. */
export interface CleaningLog {
  /** By rule, those that occurred. */
  readonly counts: ReadonlyMap<CleaningRule, number>;
  readonly total: number;
  readonly entries: readonly CleaningEntry[];
}

/** What cleaning does, in the order in which it is reported. */
export const CLEANING_RULES = [
  'text.cleaned',
  'id.cleaned',
  'id.fromNumber',
  'id.leadingZeros',
  'id.precisionLost',
  'amount.fromText',
  'amount.blank',
  'amount.rounded',
  'date.fromText',
  'date.none',
  'date.unreadable',
  'formula.toValue',
  'merge.filledDown',
] as const;
export type CleaningRule = (typeof CLEANING_RULES)[number];

export interface CleaningEntry {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly rule: CleaningRule;
  readonly before: string;
  readonly after: string;
}

/** What becomes of a cell in a plan of edits. */
export const EditKind = {
  /** The source cell as it is. */
  keep: 0,
  /** A number, in the unit of the column as the ledger shows it. */
  number: 1,
  /** A text; id columns get the number format `@`. */
  text: 2,
  /** A date serial; the cell gets a date format if it has none. */
  date: 3,
  empty: 4,
} as const;

/** Indexes fit in four bytes, amounts need eight: at a million rows that is felt. */
export type EditValues = Float64Array | Int32Array;

/** What cleaning changes in one column of a ledger sheet; only columns with changes appear. */
export interface CellEdits {
  /** Index into `Analysis.layouts`. */
  readonly layout: number;
  /** 0-based worksheet column. */
  readonly column: number;
  /** 0-based worksheet row of the first entry of the arrays. */
  readonly firstRow: number;
  /** {@link EditKind} by row. */
  readonly kinds: Uint8Array;
  /** The number, the serial in the sheet's own date system, or an index into `texts`. */
  readonly values: EditValues;
  readonly texts: readonly string[];
}

/** Sums in fen over all ledger sheets. */
export interface Totals {
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Rows by reason; every reason has an entry. */
  readonly setAside: Readonly<Record<SetAsideReason, number>>;
  /** Readable amounts of rows by reason. */
  readonly setAsideBalanceFen: Readonly<Record<SetAsideReason, number>>;
  readonly setAsideDailyAverageFen: Readonly<Record<SetAsideReason, number>>;
  /** Sums over the rows kept, shared deposits as often as they stand there. */
  readonly keptBalanceFen: number;
  readonly keptDailyAverageFen: number;
  /** Amounts of shared deposits counted more than once in the rows kept. */
  readonly sharedBalanceFen: number;
  readonly sharedDailyAverageFen: number;
  /** Customers in the book, and what they hold. */
  readonly customers: number;
  readonly accounts: number;
  readonly balanceFen: number;
  readonly dailyAverageFen: number;
  /** Customers not in the book, and what they hold. */
  readonly notInBook: number;
  readonly notInBookBalanceFen: number;
  readonly notInBookDailyAverageFen: number;
}

export interface ControlTotal {
  readonly state: 'matched' | 'differs' | 'none';
  /** Where the total row stands: index into layouts and 0-based row; -1 where none. */
  readonly layout: number;
  readonly row: number;
  /** Printed amounts in fen, undefined where not printed. */
  readonly balanceFen?: number;
  readonly dailyAverageFen?: number;
  /** Printed minus the rows kept. */
  readonly balanceDifferenceFen?: number;
  readonly dailyAverageDifferenceFen?: number;
}

export interface Analysis {
  readonly settings: Settings;
  readonly workbookName: string;
  readonly basis: 'balance' | 'dailyAverage';
  /** False where the ledger has only one of the two amounts: no delta, no trend. */
  readonly hasDelta: boolean;
  readonly hasBalance: boolean;
  readonly hasDailyAverage: boolean;
  readonly dataDate: number;
  readonly layouts: readonly SheetLayout[];
  readonly ledger: LedgerRows;
  readonly customers: Customers;
  readonly managers: readonly Manager[];
  /** True where the user named the own managers; false where they were assumed. */
  readonly ownNamed: boolean;
  /** Customer indexes in the order of the call list; customers not in the book are left out. */
  readonly callList: Uint32Array;
  /** Customer indexes by rank. */
  readonly byRank: Uint32Array;
  /** Customers to offer other managers for theirs (SPEC 8); computed when first asked. */
  exchanges(): readonly Exchange[];
  readonly pareto: {
    readonly top20Share: number;
    readonly top20Customers: number;
    readonly customersFor80: number;
  };
  readonly totals: Totals;
  readonly controlTotal: ControlTotal;
  /** What cleaning did; computed when first asked. */
  cleaning(): CleaningLog;
  /** What cleaning changes in the cells of the rows kept; computed when first asked. */
  edits(): readonly CellEdits[];
  readonly assumptions: readonly Problem[];
  readonly warnings: readonly Problem[];
}
