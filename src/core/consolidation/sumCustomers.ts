import { NO_DAY } from '../analysis';
import { civilOf, dayOf } from '../cleaning/parseDay';
import type { ReadLedger } from '../cleaning/readLedger';
import type { ManagerDirectory } from '../ownership/resolveManagers';
import type { Deposits } from './findDeposits';
import type { IdentifiedCustomers } from './identifyCustomers';

import { groupProduct, type ProductGroup } from './productGroup';
import { NOBODY_YET, SEVERAL, sumParts } from './sumParts';

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

/** What is added up per customer, side by side in one array: a row touches one place in memory. */
const BALANCE = 0;
const AVERAGE = 1;
const DEMAND_BALANCE = 2;
const TERM_BALANCE = 3;
const MATURING = 4;
const DEPOSITS = 5;
const ACCOUNTS = 6;
const NEXT_MATURITY = 7;
const WIDTH = 8;

/** Adds up deposits per customer and manager (SPEC 3). */
export function sumCustomers(
  ledger: ReadLedger,
  amounts: KeptAmounts,
  customers: IdentifiedCustomers,
  deposits: Deposits,
  directory: ManagerDirectory,
  window: { readonly dataDate: number; readonly maturingDays: number },
): CustomerSums {
  const { count, customer: customerOf } = customers;
  const groupOf = createGroupReader(ledger);
  const sums = new Float64Array(WIDTH * count);
  const openedThisYear = new Uint8Array(count).fill(1);
  const managerOf = new Int32Array(count).fill(NOBODY_YET);
  const isNewAccount = createAccountCounter(ledger.accounts.size);
  const { year } = civilOf(window.dataDate);
  const firstOfYear = dayOf(year, 1, 1);
  const lastOfYear = dayOf(year, 12, 31);
  const lastMaturing = window.dataDate + window.maturingDays;
  const managerOfCell = Int32Array.from(directory.cells, (cell) => cell[0]?.manager ?? -1);
  const { head, splits } = deposits;
  const hasSplit = new Uint8Array(ledger.rowCount);
  for (const row of splits.keys()) hasSplit[row] = 1;
  const { balanceFen, dailyAverageFen } = amounts;
  const { openDay, maturityDay, managerCell } = ledger;
  const accountCodes = ledger.accountNo.codes;
  for (let row = 0; row < ledger.rowCount; row++) {
    const customer = customerOf[row] ?? -1;
    if (customer < 0 || head[row] !== row) continue;
    const at = WIDTH * customer;
    const balance = balanceFen[row] ?? 0;
    sums[at + BALANCE] = (sums[at + BALANCE] ?? 0) + balance;
    sums[at + AVERAGE] = (sums[at + AVERAGE] ?? 0) + (dailyAverageFen[row] ?? 0);
    sums[at + DEPOSITS] = (sums[at + DEPOSITS] ?? 0) + 1;
    if (isNewAccount(accountCodes[row] ?? 0, customer)) {
      sums[at + ACCOUNTS] = (sums[at + ACCOUNTS] ?? 0) + 1;
    }
    const group = groupOf(row);
    if (group === DEMAND) sums[at + DEMAND_BALANCE] = (sums[at + DEMAND_BALANCE] ?? 0) + balance;
    else if (group === TERM) sums[at + TERM_BALANCE] = (sums[at + TERM_BALANCE] ?? 0) + balance;
    const maturity = maturityDay[row] ?? NO_DAY;
    if (balance > 0 && maturity >= window.dataDate) {
      const next = sums[at + NEXT_MATURITY] ?? NO_DAY;
      if (next === NO_DAY || maturity < next) sums[at + NEXT_MATURITY] = maturity;
      if (maturity <= lastMaturing) sums[at + MATURING] = (sums[at + MATURING] ?? 0) + balance;
    }
    const opened = openDay[row] ?? NO_DAY;
    if (opened < firstOfYear || opened > lastOfYear) openedThisYear[customer] = 0;
    const manager = managerOfCell[managerCell[row] ?? 0] ?? -1;
    const known = managerOf[customer] ?? SEVERAL;
    if (hasSplit[row] === 1) managerOf[customer] = SEVERAL;
    else if (known === NOBODY_YET) managerOf[customer] = manager;
    else if (known !== manager) managerOf[customer] = SEVERAL;
  }
  const columns = toColumns(sums, count);
  const { accounts, balanceFen: balances, dailyAverageFen: averages } = columns;
  const whole = { managerOf, accounts, balanceFen: balances, dailyAverageFen: averages };
  const parts = sumParts({ ledger, amounts, customers, deposits, directory }, whole);
  return { ...columns, openedThisYear, ...parts };
}

/** Tells whether an account is new to a customer; an unknown one (0) always is. */
function createAccountCounter(accounts: number): (account: number, customer: number) => boolean {
  /** Customer + 1 who has the account; the few accounts of several customers have the rest below. */
  const owner = new Int32Array(accounts);
  const further = new Set<number>();
  return (account, customer) => {
    if (account === 0) return true;
    const known = owner[account] ?? 0;
    if (known === 0) {
      owner[account] = customer + 1;
      return true;
    }
    if (known === customer + 1) return false;
    const before = further.size;
    return further.add(customer * accounts + account).size > before;
  };
}

function toColumns(sums: Float64Array, count: number) {
  const columns = {
    accounts: new Int32Array(count),
    deposits: new Int32Array(count),
    balanceFen: new Float64Array(count),
    dailyAverageFen: new Float64Array(count),
    demandFen: new Float64Array(count),
    termFen: new Float64Array(count),
    otherFen: new Float64Array(count),
    nextMaturity: new Int32Array(count),
    maturing30Fen: new Float64Array(count),
  };
  for (let customer = 0; customer < count; customer++) {
    const at = WIDTH * customer;
    const balance = sums[at + BALANCE] ?? 0;
    const demand = sums[at + DEMAND_BALANCE] ?? 0;
    const term = sums[at + TERM_BALANCE] ?? 0;
    columns.accounts[customer] = sums[at + ACCOUNTS] ?? 0;
    columns.deposits[customer] = sums[at + DEPOSITS] ?? 0;
    columns.balanceFen[customer] = balance;
    columns.dailyAverageFen[customer] = sums[at + AVERAGE] ?? 0;
    columns.demandFen[customer] = demand;
    columns.termFen[customer] = term;
    columns.otherFen[customer] = balance - demand - term;
    columns.nextMaturity[customer] = sums[at + NEXT_MATURITY] ?? NO_DAY;
    columns.maturing30Fen[customer] = sums[at + MATURING] ?? 0;
  }
  return columns;
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
