import { idKey, NO_DAY, parseDay, UNREADABLE_DAY } from '../core';
import {
  CUSTOMER_COLUMNS,
  CUSTOMER_HEADER_ROW,
  TRACKING_COLUMNS,
  type TrackingColumn,
} from './customerColumns';
import { readTypedRows, type OwnCell, type TypedRow } from './readTypedRows';
import type { ReportInput } from './reportInput';

/** What the manager noted about a customer in an earlier run's sheet. */
export interface Tracked extends Readonly<Record<Exclude<TrackingColumn, 'nextContact'>, string>> {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string;
  /** A day, or `NO_DAY`. */
  readonly nextContact: number;
  /** What stands in columns of her own, by header. */
  readonly own: ReadonlyMap<string, OwnCell>;
}

/** What was typed on 客户汇总. */
export interface TrackedCustomers {
  /** By customer index. */
  find(customer: number): Tracked | undefined;
  /** Of customers who are not on the list now, in their earlier order; they come back with it. */
  readonly left: readonly Tracked[];
  readonly all: readonly Tracked[];
}

type Key = 'customerId' | 'name' | 'phone' | TrackingColumn;

/**
 * What was typed in an earlier run's 客户汇总: it stays with its customer, also when a newer export is
 * analysed (SPEC 10). A customer is known by id, without one by name.
 */
export function findTracked({ analysis, workbook, words }: ReportInput): TrackedCustomers {
  const { columns } = words.report.customers;
  const rows = readTypedRows(workbook, {
    role: 'customers',
    headers: pick((key) => columns[key]),
    typed: TRACKING_COLUMNS,
    known: CUSTOMER_COLUMNS.map((column) => columns[column]),
    headerRow: CUSTOMER_HEADER_ROW,
    columns: pick((key) => CUSTOMER_COLUMNS.indexOf(key)),
  });
  const tracked = new Map<string, Tracked>();
  for (const row of rows) {
    const { customerId, name } = row.texts;
    if (customerId !== '' || name !== '')
      tracked.set(customerKey(customerId, name), parseTracked(row));
  }
  if (tracked.size === 0) return { find: () => undefined, left: [], all: [] };
  const { customers, callList } = analysis;
  const keyAt = (customer: number): string =>
    customerKey(customers.id(customer), customers.name(customer));
  const here = new Set(Array.from(callList, keyAt));
  return {
    find: (customer) => tracked.get(keyAt(customer)),
    left: [...tracked].flatMap(([key, noted]) => (here.has(key) ? [] : [noted])),
    all: [...tracked.values()],
  };
}

function pick<Value>(valueOf: (key: Key) => Value): Record<Key, Value> {
  return {
    customerId: valueOf('customerId'),
    name: valueOf('name'),
    phone: valueOf('phone'),
    callResult: valueOf('callResult'),
    weChat: valueOf('weChat'),
    invitation: valueOf('invitation'),
    nextContact: valueOf('nextContact'),
    remark: valueOf('remark'),
  };
}

function customerKey(id: string, name: string): string {
  return id === '' ? `name ${name}` : `id ${idKey(id)}`;
}

/** 下次联系 is a date; anything else that was typed there goes to the remark, so that it is kept. */
function parseTracked({ texts, own }: TypedRow<Key>): Tracked {
  const day = parseDay(texts.nextContact);
  const unreadable = day === UNREADABLE_DAY;
  return {
    ...texts,
    own,
    nextContact: unreadable ? NO_DAY : day,
    remark: unreadable ? [texts.nextContact, texts.remark].filter(Boolean).join(' ') : texts.remark,
  };
}
