import type { Analysis } from '../core';
import { CUSTOMER_HEADER_ROW } from './customerColumns';

/** By customer index, the 0-based row of 客户汇总 where the customer stands; -1 for none. */
export function findListRows({ callList, customers }: Analysis): Int32Array {
  const rows = new Int32Array(customers.count).fill(-1);
  callList.forEach((customer, position) => {
    rows[customer] = CUSTOMER_HEADER_ROW + 1 + position;
  });
  return rows;
}
