import { NAME_SOURCES, NO_DAY, type Customers } from '../analysis';
import { dayOf, parseDay } from '../cleaning/parseDay';
import type { DetailField, ReadLedger } from '../cleaning/readLedger';
import type { CustomerLists } from '../names/readCustomerLists';
import { resolveName } from '../names/resolveName';
import type { IdentifiedCustomers } from './identifyCustomers';

export interface CustomerTexts extends Pick<
  Customers,
  'id' | 'name' | 'nameSource' | 'detail' | 'birthDay'
> {
  readonly conflicts: number;
  readonly missing: number;
}

/** Names and personal data per customer: the ledger's, else the customer list's (SPEC 4). */
export function viewCustomers(
  ledger: ReadLedger,
  customers: IdentifiedCustomers,
  lists: CustomerLists,
): CustomerTexts {
  const { count, idCode, rowStart, rows } = customers;
  const nameSource = new Uint8Array(count);
  const names: string[] = [];
  let conflicts = 0;
  let missing = 0;
  for (let customer = 0; customer < count; customer++) {
    const ledgerNames = distinctNames(
      ledger,
      rows,
      rowStart[customer] ?? 0,
      rowStart[customer + 1] ?? 0,
    );
    const resolved = resolveName(ledgerNames, lists.names(idCode[customer] ?? 0));
    names.push(resolved.name);
    nameSource[customer] = NAME_SOURCES.indexOf(resolved.source);
    if (resolved.source === 'conflict') conflicts++;
    if (resolved.source === 'missing') missing++;
  }
  const detail = (customer: number, field: DetailField): string => {
    const { codes, values } = ledger.details[field];
    if (values.length > 1) {
      for (let at = rowStart[customer] ?? 0; at < (rowStart[customer + 1] ?? 0); at++) {
        const code = codes[rows[at] ?? 0] ?? 0;
        if (code > 0) return values[code] ?? '';
      }
    }
    return lists.detail(idCode[customer] ?? 0, field);
  };
  return {
    id: (customer) => ledger.ids.shown(idCode[customer] ?? 0),
    name: (customer) => names[customer] ?? '',
    nameSource,
    detail: (customer, field) =>
      detail(customer, field) ||
      (field === 'gender' ? genderOfDocument(detail(customer, 'idNo')) : ''),
    birthDay: (customer) => {
      const stated = Math.max(NO_DAY, parseDay(detail(customer, 'birthDate')));
      return stated || birthDayOfDocument(detail(customer, 'idNo'));
    },
    conflicts,
    missing,
  };
}

function distinctNames(ledger: ReadLedger, rows: Uint32Array, from: number, to: number): string[] {
  const { codes, values } = ledger.customerName;
  const first = codes[rows[from] ?? 0] ?? 0;
  let same = true;
  for (let at = from + 1; at < to && same; at++) same = codes[rows[at] ?? 0] === first;
  if (same) return first > 0 ? [values[first] ?? ''] : [];
  const seen = new Set<number>();
  for (let at = from; at < to; at++) seen.add(codes[rows[at] ?? 0] ?? 0);
  seen.delete(0);
  return [...seen].map((code) => values[code] ?? '');
}

/** Digits 7–14 of a resident's 18-digit document number. */
function birthDayOfDocument(document: string): number {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(document);
  return match
    ? Math.max(NO_DAY, dayOf(Number(match[1]), Number(match[2]), Number(match[3])))
    : NO_DAY;
}

/** The 17th digit of a resident's document number: odd is male (GB 11643). */
function genderOfDocument(document: string): string {
  const match = /^\d{16}(\d)[\dXx]$/.exec(document);
  return match ? (Number(match[1]) % 2 === 1 ? '男' : '女') : '';
}
