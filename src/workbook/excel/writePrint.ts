import { columnLetter } from '../../core';
import { splitFooter } from '../printFooter';
import type { SheetPlan } from '../sheetPlan';
import { areaAddress } from './cells';
import { ACTION_BYTES } from './payload';
import type { WriteQueue } from './writeQueue';

/** How the sheet is printed; needs ExcelApi 1.9. */
export async function writePrint(queue: WriteQueue, { name, print }: SheetPlan): Promise<void> {
  if (print === undefined) return;
  await queue.add({
    bytes: 9 * ACTION_BYTES,
    run(context) {
      const { pageLayout } = context.workbook.worksheets.getItem(name);
      pageLayout.orientation = print.landscape ? 'Landscape' : 'Portrait';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = {
        horizontalFitToPages: print.pagesWide ?? 1,
        ...(print.pagesHigh === undefined ? {} : { verticalFitToPages: print.pagesHigh }),
      };
      const { repeatRows, repeatColumns, areas } = print;
      if (areas) pageLayout.setPrintArea(areas.map(areaAddress).join(','));
      if (repeatRows) {
        pageLayout.setPrintTitleRows(
          `$${String(repeatRows.first + 1)}:$${String(repeatRows.last + 1)}`,
        );
      }
      if (repeatColumns) {
        const { first, last } = repeatColumns;
        pageLayout.setPrintTitleColumns(`$${columnLetter(first)}:$${columnLetter(last)}`);
      }
      const { left, center, right } = splitFooter(print);
      const footers = pageLayout.headersFooters.defaultForAllPages;
      if (left !== '') footers.leftFooter = left;
      if (center !== '') footers.centerFooter = center;
      if (right !== '') footers.rightFooter = right;
    },
  });
}
