import { type Priority, type Trend, PRIORITIES, TRENDS } from '../../../core';
import type { PaneCustomers } from '../paneAnalysis';
import { pinyinInitials } from './pinyinInitials';

/** What the list of customers shows; empty sets leave nothing out. */
export interface CustomerFilter {
  /** Part of a name, pinyin initials, the beginning of an id, or digits of a phone or id. */
  readonly text: string;
  readonly priorities: readonly Priority[];
  readonly trends: readonly Trend[];
  readonly shared: boolean;
}

export const EVERY_CUSTOMER: CustomerFilter = {
  text: '',
  priorities: [],
  trends: [],
  shared: false,
};

/** Finds positions in the call list, in its order. */
export type CustomerSearch = (filter: CustomerFilter) => Uint32Array;

/** A search over the customers of an analysis; pinyin is worked out when first needed. */
export function createCustomerSearch(customers: PaneCustomers): CustomerSearch {
  let initials: readonly (readonly string[])[] | undefined;
  const matcher = (text: string): ((position: number) => boolean) => {
    const wanted = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '');
    if (wanted === '') return () => true;
    const { id, name, phone } = customers;
    if (/^\d+$/.test(wanted)) {
      return (position) =>
        (id[position] ?? '').includes(wanted) || (phone[position] ?? '').endsWith(wanted);
    }
    if (!/^[a-z0-9]+$/.test(wanted)) {
      return (position) => (name[position] ?? '').toLowerCase().includes(wanted);
    }
    const spelled = (initials ??= name.map(pinyinInitials));
    return (position) =>
      (id[position] ?? '').toLowerCase().startsWith(wanted) ||
      (name[position] ?? '').toLowerCase().replace(/\s+/g, '').includes(wanted) ||
      (spelled[position] ?? []).some((letters) => letters.includes(wanted));
  };
  return ({ text, priorities, trends, shared }) => {
    const matches = matcher(text);
    const wantedPriorities = PRIORITIES.map((priority) => priorities.includes(priority));
    const wantedTrends = TRENDS.map((trend) => trends.includes(trend));
    const found: number[] = [];
    for (let position = 0; position < customers.count; position++) {
      if (priorities.length > 0 && !wantedPriorities[customers.priority[position] ?? 0]) continue;
      if (trends.length > 0 && !wantedTrends[customers.trend[position] ?? 0]) continue;
      if (shared && customers.crossOwned[position] !== 1) continue;
      if (matches(position)) found.push(position);
    }
    return Uint32Array.from(found);
  };
}
