import { idKey } from '../core';
import { MATURITY_COLUMNS, MATURITY_HEADER_ROW } from './maturityColumns';
import { readTypedRows } from './readTypedRows';
import type { ReportInput } from './reportInput';

/** What the manager noted about a maturing deposit in an earlier run's sheet. */
export interface TrackedMaturity {
  readonly done: string;
  readonly remark: string;
}

/** What tells a deposit on 到期提醒 from others. */
export interface MaturityKey {
  readonly customerId: string;
  readonly name: string;
  readonly account: string;
  /** `2025-12-03`. */
  readonly maturity: string;
}

/**
 * What was typed in an earlier run's 到期提醒, by deposit: customer, account and day. Deposits that
 * agree in all three take what was typed beside them in the order of their rows.
 */
export function findTrackedMaturities({
  workbook,
  words,
}: ReportInput): (deposit: MaturityKey) => TrackedMaturity | undefined {
  const { columns } = words.report.maturities;
  const column = (key: (typeof MATURITY_COLUMNS)[number]): number => MATURITY_COLUMNS.indexOf(key);
  const rows = readTypedRows(workbook, {
    role: 'maturities',
    headers: {
      customerId: columns.customerId,
      name: columns.name,
      account: columns.account,
      maturity: columns.maturity,
      done: columns.done,
      remark: columns.remark,
    },
    typed: ['done', 'remark'],
    headerRow: MATURITY_HEADER_ROW,
    columns: {
      customerId: column('customerId'),
      name: column('name'),
      account: column('account'),
      maturity: column('maturity'),
      done: column('done'),
      remark: column('remark'),
    },
  });
  if (rows.length === 0) return () => undefined;
  const tracked = new Map<string, TrackedMaturity[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = tracked.get(key);
    if (list === undefined) tracked.set(key, [row]);
    else list.push(row);
  }
  return (deposit) => tracked.get(keyOf(deposit))?.shift();
}

function keyOf({ customerId, name, account, maturity }: MaturityKey): string {
  const customer = customerId === '' ? name : idKey(customerId);
  return JSON.stringify([customer, account, maturity]);
}
