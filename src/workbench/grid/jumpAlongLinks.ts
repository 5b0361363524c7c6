import type { FUniver } from '@univerjs/core/facade';
import { CellKind, FORMULA_FLAG, type CellRange } from '../../core';
import type { LinkLook } from '../../workbook/file/appearance/appearance';
import type { SheetArea } from '../../workbook/file/appearance/linkLocation';
import type { CellPlace } from '../engine/engine';
import type { ShownWorkbook } from '../engine/shownWorkbook';

const COLUMNS = 16_384;

export type FollowLink = (cell: CellPlace) => Promise<SheetArea | null>;

export interface JumpOptions {
  readonly shown: () => ShownWorkbook | undefined;
  /** Where the formula of a cell leads to within the workbook; null where nowhere. */
  readonly followLink: FollowLink;
  readonly select: (sheet: string, area: CellRange) => void;
}

/** A click on a cell that holds a jump within the workbook goes there. */
export function jumpAlongLinks(api: FUniver, { shown, followLink, select }: JumpOptions): void {
  const maps = new WeakMap<ShownWorkbook, ReadonlyMap<string, ReadonlyMap<number, LinkLook>>>();
  let clicks = 0;
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const click = ++clicks;
    const workbook = shown();
    if (!workbook) return;
    const links = maps.get(workbook) ?? linksOf(workbook);
    maps.set(workbook, links);
    const sheet = worksheet.getSheetName();
    const link = links.get(sheet)?.get(row * COLUMNS + column);
    if (link) select(link.sheet, link.target);
    else if (isFormulaOfText(workbook, { sheet, row, column })) {
      void followLink({ sheet, row, column }).then(
        (area) => {
          // Whoever has clicked elsewhere meanwhile wants to be there.
          if (area && click === clicks) select(area.sheet, area.target);
        },
        // A click that leads nowhere is a click on a cell.
        () => undefined,
      );
    }
  });
}

/** What a link shows is a text; only the file knows the formulas themselves. */
function isFormulaOfText(
  { sheets }: ShownWorkbook,
  { sheet: name, row, column }: CellPlace,
): boolean {
  const sheet = sheets.find((other) => other.name === name);
  return sheet?.columns[column]?.kinds[row] === (CellKind.text | FORMULA_FLAG);
}

function linksOf({ sheets }: ShownWorkbook) {
  return new Map(
    sheets.map(({ name, appearance }) => [
      name,
      new Map((appearance?.links ?? []).map((link) => [link.row * COLUMNS + link.column, link])),
    ]),
  );
}
