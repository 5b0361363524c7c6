import { idKey, NO_DAY, parseDay, UNREADABLE_DAY } from '../core';
import {
  CUSTOMER_COLUMNS,
  CUSTOMER_HEADER_ROW,
  TRACKING_COLUMNS,
  type TrackingColumn,
} from './customerColumns';
import { readTypedRows } from './readTypedRows';
import type { ReportInput } from './reportInput';

/** What the manager noted about a customer in an earlier run's sheet. */
export interface Tracked extends Readonly<Record<Exclude<TrackingColumn, 'nextContact'>, string>> {
  /** A day, or `NO_DAY`. */
  readonly nextContact: number;
}

type Key = 'customerId' | 'name' | TrackingColumn;

/**
 * What was typed in an earlier run's 客户汇总, by customer index: it stays with its customer, also
 * when a newer export is analysed (SPEC 10). A customer is known by id, without one by name.
 */
export function findTracked({
  analysis,
  workbook,
  words,
}: ReportInput): (customer: number) => Tracked | undefined {
  const { columns } = words.report.customers;
  const rows = readTypedRows(workbook, {
    role: 'customers',
    headers: pick((key) => columns[key]),
    typed: TRACKING_COLUMNS,
    headerRow: CUSTOMER_HEADER_ROW,
    columns: pick((key) => CUSTOMER_COLUMNS.indexOf(key)),
  });
  if (rows.length === 0) return () => undefined;
  const tracked = new Map<string, Tracked>();
  for (const row of rows) tracked.set(customerKey(row.customerId, row.name), parseTracked(row));
  const { customers } = analysis;
  return (customer) => tracked.get(customerKey(customers.id(customer), customers.name(customer)));
}

function pick<Value>(valueOf: (key: Key) => Value): Record<Key, Value> {
  return {
    customerId: valueOf('customerId'),
    name: valueOf('name'),
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
function parseTracked(row: Readonly<Record<Key, string>>): Tracked {
  const day = parseDay(row.nextContact);
  const unreadable = day === UNREADABLE_DAY;
  return {
    callResult: row.callResult,
    weChat: row.weChat,
    invitation: row.invitation,
    nextContact: unreadable ? NO_DAY : day,
    remark: unreadable ? [row.nextContact, row.remark].filter(Boolean).join(' ') : row.remark,
  };
}
