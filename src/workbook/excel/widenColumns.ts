import type { LedgerPlan } from '../sheetPlan';
import { actOn, areaOf } from './cells';
import type { WriteQueue } from './writeQueue';
import { cellArea, columnPoints } from './writeSheet';

/** Gives a ledger's columns the room that cleaned cells need; hidden ones have no width and keep it. */
export async function widenColumns(
  context: Excel.RequestContext,
  queue: WriteQueue,
  { sheetName, headerRow, leastWidths = new Map<number, number>() }: LedgerPlan,
): Promise<void> {
  if (leastWidths.size === 0) return;
  const columns = [...leastWidths].map(([column, characters]) => {
    const { format } = areaOf(context, sheetName, cellArea(headerRow, column));
    format.load('columnWidth');
    return { column, format, least: columnPoints(characters) };
  });
  await context.sync();
  for (const { column, format, least } of columns) {
    const { columnWidth } = format;
    if (columnWidth === 0 || columnWidth >= least) continue;
    await queue.add(
      actOn(sheetName, cellArea(headerRow, column), (range) => {
        range.format.columnWidth = least;
      }),
    );
  }
}
