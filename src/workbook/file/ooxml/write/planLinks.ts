import type { ColumnsBlock, CellsBlock, SheetPlan } from '../../../sheetPlan';
import { cellName, quotedSheetName } from './cellReference';
import { escapeAttribute, toXstring } from './xmlText';

/** Excel takes no more hyperlinks on a sheet. */
const LINK_LIMIT = 65_530;

/** The jumps of a sheet's cells, as many as Excel takes. */
export function linksXml(plan: SheetPlan): string {
  const links: string[] = [];
  for (const block of plan.blocks) {
    if (block.kind === 'cells') pushCellLinks(links, block);
    else pushColumnLinks(links, block);
  }
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

function pushCellLinks(links: string[], block: CellsBlock): void {
  block.cells.forEach((row, r) => {
    row.forEach(({ link }, c) => {
      if (link === undefined || links.length >= LINK_LIMIT) return;
      links.push(linkXml(cellName(block.row + r, block.column + c), link.sheet, link.cell));
    });
  });
}

/** Row by row, so that a limit cuts all columns at one row. */
function pushColumnLinks(links: string[], block: ColumnsBlock): void {
  const columns = block.columns.flatMap(({ links: targets }, c) =>
    targets === undefined ? [] : [{ targets, column: block.column + c }],
  );
  if (columns.length === 0) return;
  for (let row = 0; row < block.rowCount; row++) {
    for (const { targets, column } of columns) {
      const target = targets.rows[row] ?? -1;
      if (target < 0) continue;
      if (links.length >= LINK_LIMIT) return;
      const cell = cellName(target, targets.column);
      links.push(linkXml(cellName(block.row + row, column), targets.sheet, cell));
    }
  }
}

function linkXml(at: string, sheet: string, cell: string): string {
  const location = escapeAttribute(toXstring(`${quotedSheetName(sheet)}!${cell}`));
  return `<hyperlink ref="${at}" location="${location}"/>`;
}
