import type { ReadLedger } from '../cleaning/readLedger';
import type { ManagerDirectory } from '../ownership/resolveManagers';
import { splitAmount } from '../ownership/splitAmount';
import type { DepositPart, Deposits } from './findDeposits';
import type { IdentifiedCustomers } from './identifyCustomers';
import { addPart, createPartTable, type PartTable } from './partTable';
import type { CustomerSums, KeptAmounts } from './sumCustomers';

/** In place of the one manager that all of a customer's deposits have. */
export const NOBODY_YET = -2;
export const SEVERAL = -3;

/** What customers hold as a whole: the one manager, if there is but one, has all of it. */
interface Wholes {
  /** By customer: the manager of all deposits, {@link NOBODY_YET} or {@link SEVERAL}. */
  readonly managerOf: Int32Array;
  readonly accounts: Int32Array;
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
}

interface Sources {
  readonly ledger: ReadLedger;
  readonly amounts: KeptAmounts;
  readonly customers: IdentifiedCustomers;
  readonly deposits: Deposits;
  readonly directory: ManagerDirectory;
}

/** What each manager has of each customer (SPEC 3), in the order of the customer's rows. */
export function sumParts(
  sources: Sources,
  wholes: Wholes,
): Pick<
  CustomerSums,
  'partStart' | 'partManager' | 'partAccounts' | 'partBalanceFen' | 'partDailyAverageFen'
> {
  const { count } = sources.customers;
  const { managerOf, accounts, balanceFen, dailyAverageFen } = wholes;
  const parts = createPartTable(count + (count >> 2));
  const partStart = new Uint32Array(count + 1);
  for (let customer = 0; customer < count; customer++) {
    const first = parts.count;
    const only = managerOf[customer] ?? SEVERAL;
    if (only === SEVERAL) addDeposits(parts, customer, sources);
    else if (only !== NOBODY_YET) {
      addPart(parts, first, only, balanceFen[customer] ?? 0, dailyAverageFen[customer] ?? 0);
    }
    if (parts.count - first === 1) parts.accounts[first] = accounts[customer] ?? 0;
    else countAccounts(parts, first, customer, sources);
    partStart[customer + 1] = parts.count;
  }
  return {
    partStart,
    partManager: parts.manager.slice(0, parts.count),
    partAccounts: parts.accounts.slice(0, parts.count),
    partBalanceFen: parts.balanceFen.slice(0, parts.count),
    partDailyAverageFen: parts.dailyAverageFen.slice(0, parts.count),
  };
}

function addDeposits(parts: PartTable, customer: number, sources: Sources): void {
  const { ledger, amounts, deposits, directory } = sources;
  const { rowStart, rows } = sources.customers;
  const { head, splits } = deposits;
  const first = parts.count;
  const end = rowStart[customer + 1] ?? 0;
  for (let at = rowStart[customer] ?? 0; at < end; at++) {
    const row = rows[at] ?? 0;
    if (head[row] !== row) continue;
    const balance = amounts.balanceFen[row] ?? 0;
    const average = amounts.dailyAverageFen[row] ?? 0;
    const split = splits.get(row);
    const manager = directory.cells[ledger.managerCell[row] ?? 0]?.[0]?.manager ?? -1;
    if (split) addSplit(parts, first, split, balance, average);
    else addPart(parts, first, manager, balance, average);
  }
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
  { ledger, customers, directory }: Sources,
): void {
  const { rowStart, rows } = customers;
  const start = rowStart[customer] ?? 0;
  const end = rowStart[customer + 1] ?? 0;
  // A row without number follows the accounts, each manager has numbers of his own.
  const numbers = ledger.accounts.size + ledger.rowCount;
  const seen = new Set<number>();
  for (let at = start; at < end; at++) {
    const row = rows[at] ?? 0;
    const account = ledger.accountNo.codes[row] ?? 0;
    const cell = directory.cells[ledger.managerCell[row] ?? 0] ?? [];
    const number = account > 0 ? account : ledger.accounts.size + row;
    for (let i = 0; i < Math.max(1, cell.length); i++) {
      const manager = cell[i]?.manager ?? -1;
      const key = (manager + 1) * numbers + number;
      if (seen.has(key)) continue;
      seen.add(key);
      for (let part = from; part < parts.count; part++) {
        if (parts.manager[part] === manager) parts.accounts[part] = (parts.accounts[part] ?? 0) + 1;
      }
    }
  }
}
