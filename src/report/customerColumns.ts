import { columnLetter, type Analysis } from '../core';
import type { RowSpan } from './sheetReference';

/**
 * The columns of 客户汇总 from A on (SPEC 10): whom and why first, then what the manager fills in
 * while she is on the phone, then the figures; what only formulas need stands at the far right.
 */
export const CUSTOMER_COLUMNS = [
  'priority',
  'contactOrder',
  'customerId',
  'name',
  'phone',
  'script',
  'reasons',
  'callResult',
  'weChat',
  'invitation',
  'nextContact',
  'remark',
  'trend',
  'delta',
  'notes',
  'balance',
  'dailyAverage',
  'valueClass',
  'rank',
  'cumulativeShare',
  'accounts',
  'demand',
  'term',
  'other',
  'nextMaturity',
  'maturing30',
  'crossOwned',
  'ownShare',
  'stance',
  'branch',
  'ownBalance',
  'ownDailyAverage',
  'ownAccounts',
  'position',
] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

/** Columns that the user fills in. */
export const TRACKING_COLUMNS = [
  'callResult',
  'weChat',
  'invitation',
  'nextContact',
  'remark',
] as const satisfies readonly CustomerColumn[];
export type TrackingColumn = (typeof TRACKING_COLUMNS)[number];

/** The first columns, up to the name, stay in view and are printed on each page. */
export const CUSTOMER_FROZEN_COLUMNS = CUSTOMER_COLUMNS.indexOf('name') + 1;

/** 0-based header row; the first customer stands in the next one. */
export const CUSTOMER_HEADER_ROW = 2;

/** 0-based. */
export function customerColumnIndex(column: CustomerColumn): number {
  return CUSTOMER_COLUMNS.indexOf(column);
}

export function customerColumnLetter(column: CustomerColumn): string {
  return columnLetter(customerColumnIndex(column));
}

/** 1-based rows of the customers on their sheet. */
export function customerRows({ callList }: Analysis): RowSpan {
  const first = CUSTOMER_HEADER_ROW + 2;
  return { first, last: first + callList.length - 1 };
}
