import { idKey } from '../core';
import { MATURITY_COLUMNS, MATURITY_HEADER_ROW } from './maturityColumns';
import { readTypedRows, type OwnCell } from './readTypedRows';
import type { ReportInput } from './reportInput';

/** What tells a deposit on 到期提醒 from others. */
export interface MaturityKey {
  readonly customerId: string;
  readonly name: string;
  readonly account: string;
  /** `2025-12-03`. */
  readonly maturity: string;
}

/** What the manager noted about a maturing deposit in an earlier run's sheet. */
export interface TrackedMaturity extends MaturityKey {
  readonly product: string;
  readonly done: string;
  readonly remark: string;
  /** What stands in columns of her own, by header. */
  readonly own: ReadonlyMap<string, OwnCell>;
}

/** What was typed on 到期提醒. */
export interface TrackedMaturities {
  /** The next note on such a deposit; each is given out once. */
  take(deposit: MaturityKey): TrackedMaturity | undefined;
  /** Those that no deposit has taken, in their earlier order. */
  left(): readonly TrackedMaturity[];
  readonly all: readonly TrackedMaturity[];
}

/**
 * What was typed in an earlier run's 到期提醒, by deposit: customer, account and day. Deposits that
 * agree in all three take what was typed beside them in the order of their rows.
 */
export function findTrackedMaturities({ workbook, words }: ReportInput): TrackedMaturities {
  const { columns } = words.report.maturities;
  const column = (key: (typeof MATURITY_COLUMNS)[number]): number => MATURITY_COLUMNS.indexOf(key);
  const rows = readTypedRows(workbook, {
    role: 'maturities',
    headers: {
      customerId: columns.customerId,
      name: columns.name,
      account: columns.account,
      maturity: columns.maturity,
      product: columns.product,
      done: columns.done,
      remark: columns.remark,
    },
    typed: ['done', 'remark'],
    known: MATURITY_COLUMNS.map((key) => columns[key]),
    headerRow: MATURITY_HEADER_ROW,
    columns: {
      customerId: column('customerId'),
      name: column('name'),
      account: column('account'),
      maturity: column('maturity'),
      product: column('product'),
      done: column('done'),
      remark: column('remark'),
    },
  });
  const all = rows
    .filter(({ texts }) => texts.customerId !== '' || texts.name !== '')
    .map(({ texts, own }): TrackedMaturity => ({ ...texts, own }));
  const byKey = new Map<string, TrackedMaturity[]>();
  for (const noted of all) {
    const list = byKey.get(keyOf(noted));
    if (list === undefined) byKey.set(keyOf(noted), [noted]);
    else list.push(noted);
  }
  const taken = new Set<TrackedMaturity>();
  return {
    take: (deposit) => {
      const noted = byKey.get(keyOf(deposit))?.shift();
      if (noted !== undefined) taken.add(noted);
      return noted;
    },
    left: () => all.filter((noted) => !taken.has(noted)),
    all,
  };
}

function keyOf({ customerId, name, account, maturity }: MaturityKey): string {
  const customer = customerId === '' ? name : idKey(customerId);
  return JSON.stringify([customer, account, maturity]);
}
