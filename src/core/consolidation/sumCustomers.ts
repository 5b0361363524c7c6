import { NO_DAY } from '../analysis';
import { civilOf } from '../cleaning/parseDay';
import type { ReadLedger } from '../cleaning/readLedger';
import { splitAmount } from '../ownership/splitAmount';
import type { ManagerDirectory } from '../ownership/resolveManagers';
import type { Deposits } from './findDeposits';
import type { IdentifiedCustomers } from './identifyCustomers';
import { groupProduct } from './productGroup';

/** One entry per customer (see `Customers`); amounts in fen, shared deposits counted once. */
export interface CustomerSums {
  readonly accounts: Int32Array;
  readonly deposits: Int32Array;
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
  readonly demandFen: Float64Array;
  readonly termFen: Float64Array;
  readonly otherFen: Float64Array;
  readonly nextMaturity: Int32Array;
  readonly maturing30Fen: Float64Array;
  /** 1 where all deposits were opened in the data date's year. */
  readonly openedThisYear: Uint8Array;
  readonly partStart: Uint32Array;
  readonly partManager: Int32Array;
  readonly partAccounts: Int32Array;
  readonly partBalanceFen: Float64Array;
  readonly partDailyAverageFen: Float64Array;
}

/** Amounts of rows kept: a blank amount counts as 0. */
export interface KeptAmounts {
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
}

interface Part {
  manager: number;
  accounts: number;
  balanceFen: number;
  dailyAverageFen: number;
}

/** Adds up deposits per customer and manager (SPEC 3). */
export function sumCustomers(
  ledger: ReadLedger,
  amounts: KeptAmounts,
  customers: IdentifiedCustomers,
  deposits: Deposits,
  directory: ManagerDirectory,
  window: { readonly dataDate: number; readonly maturingDays: number },
): CustomerSums {
  const { count, rowStart, rows } = customers;
  const groups = ledger.product.values.map((product) => groupProduct(product));
  const needsHint = ledger.productHint.values.length > 1;
  const sums = createSums(count);
  const partStart = new Uint32Array(count + 1);
  const parts: Part[] = [];
  const accountSeen = new Int32Array(ledger.accounts.values.length).fill(-1);
  const { year } = civilOf(window.dataDate);
  const openYear = createYearReader(ledger.openDay);
  for (let customer = 0; customer < count; customer++) {
    const firstPart = parts.length;
    let opened = 1;
    for (let at = rowStart[customer] ?? 0; at < (rowStart[customer + 1] ?? 0); at++) {
      const row = rows[at] ?? 0;
      if (deposits.head[row] !== row) continue;
      const balance = amounts.balanceFen[row] ?? 0;
      const average = amounts.dailyAverageFen[row] ?? 0;
      add(sums.deposits, customer, 1);
      add(sums.balanceFen, customer, balance);
      add(sums.dailyAverageFen, customer, average);
      const account = ledger.accountNo.codes[row] ?? 0;
      if (account === 0 || accountSeen[account] !== customer) {
        accountSeen[account] = customer;
        add(sums.accounts, customer, 1);
      }
      const code = ledger.product.codes[row] ?? 0;
      const group = needsHint
        ? groupProduct(
            ledger.product.values[code] ?? '',
            ledger.productHint.values[ledger.productHint.codes[row] ?? 0],
          )
        : (groups[code] ?? 'other');
      if (group === 'demand') add(sums.demandFen, customer, balance);
      else if (group === 'term') add(sums.termFen, customer, balance);
      else add(sums.otherFen, customer, balance);
      const maturity = ledger.maturityDay[row] ?? NO_DAY;
      if (balance > 0 && maturity >= window.dataDate) {
        const next = sums.nextMaturity[customer] ?? NO_DAY;
        if (next === NO_DAY || maturity < next) sums.nextMaturity[customer] = maturity;
        if (maturity <= window.dataDate + window.maturingDays) {
          add(sums.maturing30Fen, customer, balance);
        }
      }
      if (openYear(row) !== year) opened = 0;
      const split = deposits.splits.get(row);
      if (split) {
        const weights = split.map(({ weight }) => weight);
        const balances = splitAmount(balance, weights);
        const averages = splitAmount(average, weights);
        split.forEach(({ manager }, i) => {
          addPart(parts, firstPart, manager, balances[i] ?? 0, averages[i] ?? 0);
        });
      } else {
        const manager = directory.cells[ledger.managerCell[row] ?? 0]?.[0]?.manager ?? -1;
        addPart(parts, firstPart, manager, balance, average);
      }
    }
    sums.openedThisYear[customer] = opened;
    countAccounts(parts, firstPart, customer, ledger, customers, directory);
    partStart[customer + 1] = parts.length;
  }
  return {
    ...sums,
    partStart,
    partManager: Int32Array.from(parts, (part) => part.manager),
    partAccounts: Int32Array.from(parts, (part) => part.accounts),
    partBalanceFen: Float64Array.from(parts, (part) => part.balanceFen),
    partDailyAverageFen: Float64Array.from(parts, (part) => part.dailyAverageFen),
  };
}

function add(column: Int32Array | Float64Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}

function createSums(count: number) {
  return {
    accounts: new Int32Array(count),
    deposits: new Int32Array(count),
    balanceFen: new Float64Array(count),
    dailyAverageFen: new Float64Array(count),
    demandFen: new Float64Array(count),
    termFen: new Float64Array(count),
    otherFen: new Float64Array(count),
    nextMaturity: new Int32Array(count).fill(NO_DAY),
    maturing30Fen: new Float64Array(count),
    openedThisYear: new Uint8Array(count),
  };
}

function addPart(parts: Part[], from: number, manager: number, balance: number, average: number) {
  let part: Part | undefined;
  for (let i = from; i < parts.length && !part; i++) {
    if (parts[i]?.manager === manager) part = parts[i];
  }
  if (!part) {
    part = { manager, accounts: 0, balanceFen: 0, dailyAverageFen: 0 };
    parts.push(part);
  }
  part.balanceFen += balance;
  part.dailyAverageFen += average;
}

/** Each manager's accounts: those of the rows that name him; a row without number is one of its own. */
function countAccounts(
  parts: readonly Part[],
  from: number,
  customer: number,
  ledger: ReadLedger,
  { rowStart, rows }: IdentifiedCustomers,
  directory: ManagerDirectory,
): void {
  const start = rowStart[customer] ?? 0;
  const end = rowStart[customer + 1] ?? 0;
  if (end - start === 1 && parts.length - from === 1) {
    const only = parts[from];
    if (only) only.accounts = 1;
    return;
  }
  const seen = new Set<string>();
  for (let at = start; at < end; at++) {
    const row = rows[at] ?? 0;
    const account = ledger.accountNo.codes[row] ?? 0;
    const cell = directory.cells[ledger.managerCell[row] ?? 0] ?? [];
    for (const manager of cell.length > 0 ? cell.map((c) => c.manager) : [-1]) {
      const key = `${String(manager)}|${account > 0 ? String(account) : `row${String(row)}`}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (let i = from; i < parts.length; i++) {
        const part = parts[i];
        if (part?.manager === manager) part.accounts++;
      }
    }
  }
}

function createYearReader(days: Int32Array): (row: number) => number {
  let lastDay = NO_DAY;
  let lastYear = 0;
  return (row) => {
    const day = days[row] ?? NO_DAY;
    if (day <= NO_DAY) return 0;
    if (day !== lastDay) {
      lastDay = day;
      lastYear = civilOf(day).year;
    }
    return lastYear;
  };
}
