import { findEqualRows } from '../cleaning/findEqualRows';
import type { ReadLedger } from '../cleaning/readLedger';
import type { ManagerDirectory, ManagerShare } from '../ownership/resolveManagers';

/** How each deposit stands in the rows, and whose it is. */
export interface Deposits {
  /** Per row the first row of its deposit; -1 for rows set aside. */
  readonly head: Int32Array;
  /** Parts of deposits that are not simply one manager's: by head row. */
  readonly splits: ReadonlyMap<number, readonly DepositPart[]>;
  /** Deposits that stand in several rows. */
  readonly shared: number;
  /** Deposits whose shares did not sum to 1 and were scaled. */
  readonly scaled: number;
  /** Deposits of which an unnamed other holds the rest. */
  readonly withUnnamedOther: number;
}

export interface DepositPart {
  /** Index into the manager directory, -1 for the unnamed other. */
  readonly manager: number;
  readonly weight: number;
}

/**
 * Finds the deposits that several managers share: rows of one customer with the same account,
 * amounts, product and dates under different managers are one deposit (SPEC 2). Rows without an
 * account number are never shared.
 */
export function findDeposits(
  ledger: ReadLedger,
  customer: Int32Array,
  directory: ManagerDirectory,
): Deposits {
  const head = new Int32Array(ledger.rowCount).fill(-1);
  const occurs = countOccurrences(ledger, customer);
  const first = findEqualRows(
    ledger.rowCount,
    (row) => (customer[row] ?? -1) >= 0 && (occurs[ledger.accountNo.codes[row] ?? 0] ?? 0) > 1,
    [
      ledger.accountNo.codes,
      customer,
      ledger.balanceFen,
      ledger.dailyAverageFen,
      ledger.product.codes,
      ledger.openDay,
      ledger.maturityDay,
    ],
  );
  const groups = new Map<number, number[]>();
  const managersOf = sameManagers(directory);
  for (let row = 0; row < first.length; row++) {
    if ((customer[row] ?? -1) < 0) continue;
    head[row] = row;
    const earlier = first[row] ?? -1;
    if (earlier < 0 || earlier === row) continue;
    const group = groups.get(earlier);
    if (group) group.push(row);
    else groups.set(earlier, [earlier, row]);
  }
  const splits = new Map<number, DepositPart[]>();
  const counts = { shared: 0, scaled: 0, withUnnamedOther: 0 };
  const shareOf = createShareReader(ledger);
  for (const group of groups.values()) {
    for (const rows of separateDeposits(
      group,
      (row) => managersOf[ledger.managerCell[row] ?? 0] ?? 0,
    )) {
      for (const row of rows) head[row] = rows[0] ?? row;
      if (rows.length < 2) continue;
      counts.shared++;
      splits.set(rows[0] ?? 0, splitShared(rows, ledger.managerCell, directory, shareOf, counts));
    }
  }
  // A cell with one manager and no shares anywhere is nothing to split: nearly all rows.
  const isPlain = Uint8Array.from(directory.cells, (cell) => (isSimple(cell) ? 1 : 0));
  const hasShares = ledger.share.values.length > 1;
  for (let row = 0; row < head.length; row++) {
    if (head[row] !== row) continue;
    const code = ledger.managerCell[row] ?? 0;
    if ((!hasShares && isPlain[code] === 1) || splits.has(row)) continue;
    const cell = directory.cells[code] ?? [];
    const share = cell.length === 1 ? (cell[0]?.share ?? shareOf(row)) : undefined;
    if (cell.length > 1) splits.set(row, splitCell(cell, counts));
    else if (share !== undefined && share > 0 && share < 1) {
      counts.withUnnamedOther++;
      splits.set(row, [
        { manager: cell[0]?.manager ?? -1, weight: share },
        { manager: -1, weight: 1 - share },
      ]);
    }
  }
  return { head, splits, ...counts };
}

function isSimple(cell: readonly ManagerShare[]): boolean {
  return cell.length < 2 && cell[0]?.share === undefined;
}

/** Kept rows per account code; rows without an account are not counted. */
function countOccurrences(ledger: ReadLedger, customer: Int32Array): Uint32Array {
  const occurs = new Uint32Array(ledger.accounts.size);
  const { codes } = ledger.accountNo;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    if (code > 0 && (customer[row] ?? -1) >= 0) occurs[code] = (occurs[code] ?? 0) + 1;
  }
  return occurs;
}

/** A number per manager cell that is the same where the same managers are meant; 0 for nobody. */
function sameManagers({ cells }: ManagerDirectory): number[] {
  const known = new Map<string, number>([['', 0]]);
  return cells.map((cell) => {
    const key = cell.map(({ manager }) => manager).join();
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
}

/**
 * The same manager twice means two deposits: the n-th row of each manager is the n-th deposit's.
 * A row that names nobody is a deposit of its own.
 */
function separateDeposits(
  group: readonly number[],
  managersOf: (row: number) => number,
): number[][] {
  const seen = new Map<number, number>();
  const deposits: number[][] = [];
  const unmanaged: number[][] = [];
  for (const row of group) {
    const managers = managersOf(row);
    if (managers === 0) {
      unmanaged.push([row]);
      continue;
    }
    const nth = seen.get(managers) ?? 0;
    seen.set(managers, nth + 1);
    const deposit = deposits[nth];
    if (deposit) deposit.push(row);
    else deposits[nth] = [row];
  }
  return [...deposits, ...unmanaged];
}

interface Counts {
  shared: number;
  scaled: number;
  withUnnamedOther: number;
}

function splitShared(
  rows: readonly number[],
  managerCell: Int32Array,
  directory: ManagerDirectory,
  shareOf: (row: number) => number | undefined,
  counts: Counts,
): DepositPart[] {
  const cells = rows.map((row) => directory.cells[managerCell[row] ?? 0] ?? []);
  const given = rows.map((row, i) => {
    const [only, ...others] = cells[i] ?? [];
    return (others.length === 0 ? only?.share : undefined) ?? shareOf(row);
  });
  const weights = completeShares(given, counts);
  return rows.flatMap((_, i) => {
    const cell = cells[i] ?? [];
    const weight = weights[i] ?? 0;
    if (cell.length === 1) return [{ manager: cell[0]?.manager ?? -1, weight }];
    return splitCell(cell, counts).map((part) => ({ ...part, weight: part.weight * weight }));
  });
}

function splitCell(
  cell: readonly { manager: number; share: number | undefined }[],
  counts: Counts,
): DepositPart[] {
  const weights = completeShares(
    cell.map(({ share }) => share),
    counts,
  );
  return cell.map(({ manager }, i) => ({ manager, weight: weights[i] ?? 0 }));
}

/** Shares that sum to 1: equal where none is given, the rest shared equally where some are. */
function completeShares(given: readonly (number | undefined)[], counts: Counts): number[] {
  const known = given.filter((share) => share !== undefined);
  const sum = known.reduce((total, share) => total + share, 0);
  if (known.length === 0 || sum <= 0) return given.map(() => 1 / given.length);
  const missing = given.length - known.length;
  const rest = missing > 0 ? Math.max(0, 1 - sum) / missing : 0;
  const total = sum + rest * missing;
  if (Math.abs(total - 1) <= 1e-9) return given.map((share) => share ?? rest);
  counts.scaled++;
  return given.map((share) => (share ?? rest) / total);
}

/** A sheet's column of shares is on the scale of 0–100 if any of its values is above 1 (SPEC 1). */
function createShareReader(ledger: ReadLedger): (row: number) => number | undefined {
  const { codes } = ledger.share;
  const numbers = ledger.share.values.map((text) => {
    const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.replace(/\s/g, ''));
    return match ? { value: Number(match[1]), percent: match[2] === '%' } : undefined;
  });
  const isLarge = numbers.map((number) => number && !number.percent && number.value > 1);
  const hundred = ledger.sheets.map(({ offset, rowCount }) =>
    codes.subarray(offset, offset + rowCount).some((code) => isLarge[code]),
  );
  return (row) => {
    const number = numbers[codes[row] ?? 0];
    if (!number) return undefined;
    const sheet = ledger.sheets.findIndex((s) => row >= s.offset && row < s.offset + s.rowCount);
    return number.percent || hundred[sheet] ? number.value / 100 : number.value;
  };
}
