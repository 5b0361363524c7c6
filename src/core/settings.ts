/** What the user can change; every number the rules mention. Amounts in fen, shares 0–1, days whole. */
export interface Settings {
  /** Amount that customers are ranked by (SPEC 5). */
  readonly basis: 'balance' | 'dailyAverage';
  /** Data date as a 1900-system serial; absent: found in the workbook. */
  readonly asOf?: number;
  /** Today as a 1900-system serial, used only where the workbook states no data date. */
  readonly today: number;
  /** The new manager: a name, a code, or both as `张三(01234)`. */
  readonly me?: string;
  readonly predecessors: readonly string[];
  /** Class A reaches this share of the basis, class B the next (SPEC 5). */
  readonly classAShare: number;
  readonly classBShare: number;
  /** Stable band: |delta| ≤ max(floor, min(share × larger, cap)) (SPEC 6). */
  readonly stableFloorFen: number;
  readonly stableShare: number;
  readonly stableCapFen: number;
  /** Own share from which the stance is claim, and from which it is negotiate (SPEC 8). */
  readonly claimShare: number;
  readonly negotiateShare: number;
  /** Days ahead that count as maturing for the 30-day columns, the reminders and the priority. */
  readonly maturingDays: number;
  readonly reminderDays: number;
  readonly urgentMaturityDays: number;
  /** Keep repeated rows as genuine deposits (SPEC 2). */
  readonly keepDuplicates: boolean;
  /** Column choices made by the user, by header layout key; see `SheetLayout.layoutKey`. */
  readonly mappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Cleaning log entries kept cell by cell; the rest is only counted. */
  readonly cleaningLogCap: number;
  /** Customers that get a script (SPEC 9). */
  readonly scriptCap: number;
  /** Keep a hidden, untouched copy of each ledger sheet (SPEC 10). */
  readonly keepOriginal: boolean;
}

export const DEFAULT_SETTINGS: Omit<Settings, 'today'> = {
  basis: 'balance',
  predecessors: [],
  classAShare: 0.8,
  classBShare: 0.95,
  stableFloorFen: 1_000_00,
  stableShare: 0.05,
  stableCapFen: 50_000_00,
  claimShare: 0.6,
  negotiateShare: 0.3,
  maturingDays: 30,
  reminderDays: 90,
  urgentMaturityDays: 7,
  keepDuplicates: false,
  mappings: {},
  cleaningLogCap: 10_000,
  scriptCap: 5_000,
  keepOriginal: true,
};
