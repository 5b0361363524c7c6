import type { SheetLayout } from '../core';
import type { ReportWords } from './reportWords';

/** The columns added at the right of a ledger, in their order (SPEC 10). */
export const ADDED_COLUMNS = [
  'priority',
  'rowDelta',
  'customerDelta',
  'trend',
  'crossOwned',
] as const;

/** The 0-based first column that an earlier run added, in any language; undefined where none is. */
export function findAddedColumn(
  { headers }: SheetLayout,
  { ledgerHeaders }: Pick<ReportWords, 'ledgerHeaders'>,
): number | undefined {
  const at = headers.findIndex((_, start) =>
    ledgerHeaders.some((labels) =>
      ADDED_COLUMNS.every((column, i) => headers[start + i] === labels[column]),
    ),
  );
  return at < 0 ? undefined : at;
}
