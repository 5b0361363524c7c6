import { NO_DAY } from '../analysis';
import { civilOf } from '../cleaning/parseDay';
import type { ReadLedger } from '../cleaning/readLedger';
import { splitAmount } from '../ownership/splitAmount';
import type { ManagerDirectory } from '../ownership/resolveManagers';
import type { DepositPart, Deposits } from './findDeposits';
import type { IdentifiedCustomers } from './identifyCustomers';
import { groupProduct, type ProductGroup } from './productGroup';

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
  const groupOf = createGroupReader(ledger);
  const sums = createSums(count);
  const partStart = new Uint32Array(count + 1);
  const parts: Part[] = [];
  const accountSeen = new Int32Array(ledger.accounts.values.length).fill(-1);
  const { year } = civilOf(window.dataDate);
  const openYear = createYearReader(ledger.openDay);
  for (let customer = 0; customer < count; customer++) {
    const firstPart = parts.length;
    const sum = emptySum();
    for (let at = rowStart[customer] ?? 0; at < (rowStart[customer + 1] ?? 0); at++) {
      const row = rows[at] ?? 0;
      if (deposits.head[row] !== row) continue;
      const balance = amounts.balanceFen[row] ?? 0;
      const average = amounts.dailyAverageFen[row] ?? 0;
      sum.deposits++;
      sum.balance += balance;
      sum.average += average;
      const account = ledger.accountNo.codes[row] ?? 0;
      if (account === 0 || accountSeen[account] !== customer) {
        accountSeen[account] = customer;
        sum.accounts++;
      }
      const group = groupOf(row);
      if (group === 'demand') sum.demand += balance;
      else if (group === 'term') sum.term += balance;
      const maturity = ledger.maturityDay[row] ?? NO_DAY;
      if (balance > 0 && maturity >= window.dataDate) {
        if (sum.nextMaturity === NO_DAY || maturity < sum.nextMaturity) sum.nextMaturity = maturity;
        if (maturity <= window.dataDate + window.maturingDays) sum.maturing30 += balance;
      }
      if (openYear(row) !== year) sum.openedThisYear = 0;
      const split = deposits.splits.get(row);
      if (split) addSplit(parts, firstPart, split, balance, average);
      else {
        const manager = directory.cells[ledger.managerCell[row] ?? 0]?.[0]?.manager ?? -1;
        addPart(parts, firstPart, manager, balance, average);
      }
    }
    sums.accounts[customer] = sum.accounts;
    sums.deposits[customer] = sum.deposits;
    sums.balanceFen[customer] = sum.balance;
    sums.dailyAverageFen[customer] = sum.average;
    sums.demandFen[customer] = sum.demand;
    sums.termFen[customer] = sum.term;
    sums.otherFen[customer] = sum.balance - sum.demand - sum.term;
    sums.nextMaturity[customer] = sum.nextMaturity;
    sums.maturing30Fen[customer] = sum.maturing30;
    sums.openedThisYear[customer] = sum.openedThisYear;
    if (parts.length - firstPart === 1) {
      const only = parts[firstPart];
      if (only) only.accounts = sum.accounts;
    } else countAccounts(parts, firstPart, customer, ledger, customers, directory);
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

/** What a customer's deposits add up to, in fen and days. */
function emptySum() {
  return {
    accounts: 0,
    deposits: 0,
    balance: 0,
    average: 0,
    demand: 0,
    term: 0,
    nextMaturity: NO_DAY,
    maturing30: 0,
    openedThisYear: 1,
  };
}

/** Products are few: each is grouped once, unless a second product column has to help. */
function createGroupReader({ product, productHint }: ReadLedger): (row: number) => ProductGroup {
  const groups = product.values.map((name) => groupProduct(name));
  if (productHint.values.length === 1) return (row) => groups[product.codes[row] ?? 0] ?? 'other';
  return (row) => {
    const name = product.values[product.codes[row] ?? 0] ?? '';
    return groupProduct(name, productHint.values[productHint.codes[row] ?? 0]);
  };
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

function addSplit(
  parts: Part[],
  from: number,
  split: readonly DepositPart[],
  balance: number,
  average: number,
): void {
  const weights = split.map(({ weight }) => weight);
  const balances = splitAmount(balance, weights);
  const averages = splitAmount(average, weights);
  split.forEach(({ manager }, i) => {
    addPart(parts, from, manager, balances[i] ?? 0, averages[i] ?? 0);
  });
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

/** Where several managers have a part, each one's accounts: those of the rows that name him; a row without number is one of its own. */
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
