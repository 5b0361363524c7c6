import type { CellRange } from '../../../../core';
import type { LedgerPlan } from '../../../sheetPlan';
import { LAST_ROW } from './cellReference';
import { filterRange } from './ledgerTail';
import type { RowMap } from './rowMap';

/** Where the filter or print area of a ledger reaches after the edit. */
export function mapLedgerName(
  name: '_xlnm._FilterDatabase' | '_xlnm.Print_Area',
  range: CellRange,
  plan: LedgerPlan,
  map: RowMap,
): CellRange {
  if (range.lastRow < map.headerRow) return range;
  if (name === '_xlnm._FilterDatabase') return filterRange(range, plan, map);
  const lastAdded = plan.firstAddedColumn + plan.added.length - 1;
  const touchesAdded = range.lastColumn >= plan.firstAddedColumn - 1;
  return {
    ...range,
    lastRow: range.lastRow === LAST_ROW ? LAST_ROW : Math.min(range.lastRow, map.lastDataRow),
    lastColumn: touchesAdded ? Math.max(range.lastColumn, lastAdded) : range.lastColumn,
  };
}
