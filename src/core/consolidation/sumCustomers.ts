import { NO_DAY } from '../analysis';
import { civilOf, dayOf } from '../cleaning/parseDay';
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
  const accountSeen = new Int32Array(ledger.accounts.size).fill(-1);
  const { year } = civilOf(window.dataDate);
  const firstOfYear = dayOf(year, 1, 1);
  const lastOfYear = dayOf(year, 12, 31);
  const lastMaturing = window.dataDate + window.maturingDays;
  const managerOf = Int32Array.from(directory.cells, (cell) => cell[0]?.manager ?? -1);
  const { head, splits } = deposits;
  const hasSplit = new Uint8Array(ledger.rowCount);
  for (const row of splits.keys()) hasSplit[row] = 1;
  const { balanceFen, dailyAverageFen } = amounts;
  const { openDay, maturityDay, managerCell } = ledger;
  const accountCodes = ledger.accountNo.codes;
  for (let customer = 0; customer < count; customer++) {
    const firstPart = parts.length;
    // Locals, not an object: sums of doubles in a field would be boxed at every addition.
    let accounts = 0;
    let held = 0;
    let balanceSum = 0;
    let averageSum = 0;
    let demand = 0;
    let term = 0;
    let nextMaturity = NO_DAY;
    let maturing30 = 0;
    let openedThisYear = 1;
    const end = rowStart[customer + 1] ?? 0;
    for (let at = rowStart[customer] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      if (head[row] !== row) continue;
      const balance = balanceFen[row] ?? 0;
      const average = dailyAverageFen[row] ?? 0;
      held++;
      balanceSum += balance;
      averageSum += average;
      const account = accountCodes[row] ?? 0;
      if (account === 0 || accountSeen[account] !== customer) {
        accountSeen[account] = customer;
        accounts++;
      }
      const group = groupOf(row);
      if (group === 'demand') demand += balance;
      else if (group === 'term') term += balance;
      const maturity = maturityDay[row] ?? NO_DAY;
      if (balance > 0 && maturity >= window.dataDate) {
        if (nextMaturity === NO_DAY || maturity < nextMaturity) nextMaturity = maturity;
        if (maturity <= lastMaturing) maturing30 += balance;
      }
      const opened = openDay[row] ?? NO_DAY;
      if (opened < firstOfYear || opened > lastOfYear) openedThisYear = 0;
      if (hasSplit[row] === 1) {
        addSplit(parts, firstPart, splits.get(row) ?? [], balance, average);
      } else {
        addPart(parts, firstPart, managerOf[managerCell[row] ?? 0] ?? -1, balance, average);
      }
    }
    sums.accounts[customer] = accounts;
    sums.deposits[customer] = held;
    sums.balanceFen[customer] = balanceSum;
    sums.dailyAverageFen[customer] = averageSum;
    sums.demandFen[customer] = demand;
    sums.termFen[customer] = term;
    sums.otherFen[customer] = balanceSum - demand - term;
    sums.nextMaturity[customer] = nextMaturity;
    sums.maturing30Fen[customer] = maturing30;
    sums.openedThisYear[customer] = openedThisYear;
    if (parts.length - firstPart === 1) {
      const only = parts[firstPart];
      if (only) only.accounts = accounts;
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
