import { columnLetter } from '../../core';
import { splitFooter } from '../printFooter';
import type { PrintPlan } from '../sheetPlan';
import { addressOf } from './addresses';
import { attempt } from './hostFailure';
import { WPS, type WpsSheet } from './wpsTypes';

/** How a sheet is printed; without a printer some of it is refused and left out. */
export function setPrint(sheet: WpsSheet, print: PrintPlan | undefined): void {
  if (print === undefined) return;
  const { landscape, areas, pagesWide, pagesHigh, repeatRows, repeatColumns } = print;
  attempt(() => {
    const setup = sheet.PageSetup;
    setup.Orientation = landscape ? WPS.landscape : WPS.portrait;
    setup.Zoom = false;
    setup.FitToPagesWide = pagesWide ?? 1;
    setup.FitToPagesTall = pagesHigh ?? false;
    if (repeatRows) {
      setup.PrintTitleRows = `$${String(repeatRows.first + 1)}:$${String(repeatRows.last + 1)}`;
    }
    if (repeatColumns) {
      const { first, last } = repeatColumns;
      setup.PrintTitleColumns = `$${columnLetter(first)}:$${columnLetter(last)}`;
    }
    if (areas !== undefined) setup.PrintArea = areas.map(addressOf).join(',');
    const { left, center, right } = splitFooter(print);
    if (left !== '') setup.LeftFooter = left;
    if (center !== '') setup.CenterFooter = center;
    if (right !== '') setup.RightFooter = right;
    setup.PaperSize = WPS.a4;
  });
}
