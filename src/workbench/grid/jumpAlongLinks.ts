import type { FUniver } from '@univerjs/core/facade';
import type { CellRange } from '../../core';
import type { LinkLook } from '../../workbook/file/appearance/appearance';
import type { ShownWorkbook } from '../engine/shownWorkbook';

const COLUMNS = 16_384;

/** A click on a cell that holds a jump within the workbook goes there. */
export function jumpAlongLinks(
  api: FUniver,
  shown: () => ShownWorkbook | undefined,
  select: (sheet: string, area: CellRange) => void,
): void {
  const maps = new WeakMap<ShownWorkbook, ReadonlyMap<string, ReadonlyMap<number, LinkLook>>>();
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const workbook = shown();
    if (!workbook) return;
    const links = maps.get(workbook) ?? linksOf(workbook);
    maps.set(workbook, links);
    const link = links.get(worksheet.getSheetName())?.get(row * COLUMNS + column);
    if (link) select(link.sheet, link.target);
  });
}

function linksOf({ sheets }: ShownWorkbook) {
  return new Map(
    sheets.map(({ name, appearance }) => [
      name,
      new Map((appearance?.links ?? []).map((link) => [link.row * COLUMNS + link.column, link])),
    ]),
  );
}
