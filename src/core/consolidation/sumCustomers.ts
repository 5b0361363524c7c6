import { NO_DAY } from '../analysis';
import { civilOf, dayOf } from '../cleaning/parseDay';
import type { ReadLedger } from '../cleaning/readLedger';
import { splitAmount } from '../ownership/splitAmount';
import type { ManagerDirectory } from '../ownership/resolveManagers';
import type { DepositPart, Deposits } from './findDeposits';
import type { IdentifiedCustomers } from './identifyCustomers';
import { addPart, createPartTable, type PartTable } from './partTable';
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
  const parts = createPartTable(count + (count >> 2));
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
    const firstPart = parts.count;
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
      if (group === DEMAND) demand += balance;
      else if (group === TERM) term += balance;
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
    if (parts.count - firstPart === 1) parts.accounts[firstPart] = accounts;
    else countAccounts(parts, firstPart, customer, ledger, customers, directory);
    partStart[customer + 1] = parts.count;
  }
  return {
    ...sums,
    partStart,
    partManager: parts.manager.slice(0, parts.count),
    partAccounts: parts.accounts.slice(0, parts.count),
    partBalanceFen: parts.balanceFen.slice(0, parts.count),
    partDailyAverageFen: parts.dailyAverageFen.slice(0, parts.count),
  };
}

const GROUPS: readonly ProductGroup[] = ['other', 'demand', 'term'];
const DEMAND = GROUPS.indexOf('demand');
const TERM = GROUPS.indexOf('term');

/** Products are few: each is grouped once, unless a second product column has to help. */
function createGroupReader({ product, productHint }: ReadLedger): (row: number) => number {
  const codeOf = (name: string, hint?: string) => GROUPS.indexOf(groupProduct(name, hint));
  const groups = Uint8Array.from(product.values, (name) => codeOf(name));
  const { codes } = product;
  if (productHint.values.length === 1) return (row) => groups[codes[row] ?? 0] ?? 0;
  return (row) => {
    const hint = productHint.values[productHint.codes[row] ?? 0];
    return codeOf(product.values[codes[row] ?? 0] ?? '', hint);
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
  parts: PartTable,
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

/** Where several managers have a part, each one's accounts: those of the rows that name him; a row without number is one of its own. */
function countAccounts(
  parts: PartTable,
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
      for (let i = from; i < parts.count; i++) {
        if (parts.manager[i] === manager) parts.accounts[i] = (parts.accounts[i] ?? 0) + 1;
      }
    }
  }
}
