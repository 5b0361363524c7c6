import type { ReadLedger } from '../cleaning/readLedger';
import type { CustomerLists } from '../names/readCustomerLists';

/** Who each kept row belongs to. */
export interface IdentifiedCustomers {
  readonly count: number;
  /** Customer index per row, -1 for rows set aside. */
  readonly customer: Int32Array;
  /** Code of the id per customer, 0 where the customer is known by name only. */
  readonly idCode: Int32Array;
  /** Customers known by their name alone: namesakes may be one. */
  readonly byNameOnly: number;
  /** Kept rows by customer, in reading order. */
  readonly rowStart: Uint32Array;
  readonly rows: Uint32Array;
}

/** True where the customer of a row can be known (SPEC 3). */
export function createHasKey(ledger: ReadLedger, lists: CustomerLists): (row: number) => boolean {
  return (row) =>
    (ledger.customerId.codes[row] ?? 0) > 0 ||
    (ledger.customerName.codes[row] ?? 0) > 0 ||
    lists.idOfAccount(ledger.accountNo.codes[row] ?? 0) > 0;
}

/**
 * One customer per id; without an id, the id that a list gives for the account; without that name
 * and document number; without that the name alone (SPEC 3).
 */
export function identifyCustomers(
  ledger: ReadLedger,
  kept: Uint8Array,
  lists: CustomerLists,
): IdentifiedCustomers {
  const { rowCount } = ledger;
  const customer = new Int32Array(rowCount).fill(-1);
  const byId = new Int32Array(ledger.ids.size).fill(-1);
  const byName = new Map<string, number>();
  const idCodes: number[] = [];
  let byNameOnly = 0;
  const documents = ledger.details.idNo;
  for (let row = 0; row < rowCount; row++) {
    if (kept[row] !== 0) continue;
    const id = ledger.customerId.codes[row] || lists.idOfAccount(ledger.accountNo.codes[row] ?? 0);
    if (id > 0) {
      if ((byId[id] ?? -1) < 0) byId[id] = idCodes.push(id) - 1;
      customer[row] = byId[id] ?? -1;
      continue;
    }
    const document = documents.codes[row] ?? 0;
    const key = `${String(ledger.customerName.codes[row] ?? 0)}|${String(document)}`;
    let index = byName.get(key);
    if (index === undefined) {
      index = idCodes.push(0) - 1;
      byName.set(key, index);
      if (document === 0) byNameOnly++;
    }
    customer[row] = index;
  }
  const count = idCodes.length;
  return {
    count,
    customer,
    idCode: Int32Array.from(idCodes),
    byNameOnly,
    ...groupRows(customer, count),
  };
}

/** Counting sort of row numbers by customer. */
function groupRows(
  customer: Int32Array,
  count: number,
): { rowStart: Uint32Array; rows: Uint32Array } {
  const rowStart = new Uint32Array(count + 1);
  for (let row = 0; row < customer.length; row++) {
    const index = customer[row] ?? -1;
    if (index >= 0) rowStart[index + 1] = (rowStart[index + 1] ?? 0) + 1;
  }
  for (let i = 0; i < count; i++) rowStart[i + 1] = (rowStart[i + 1] ?? 0) + (rowStart[i] ?? 0);
  const next = rowStart.slice(0, count);
  const rows = new Uint32Array(rowStart[count] ?? 0);
  for (let row = 0; row < customer.length; row++) {
    const index = customer[row] ?? -1;
    if (index < 0) continue;
    const at = next[index] ?? 0;
    rows[at] = row;
    next[index] = at + 1;
  }
  return { rowStart, rows };
}
