import { type CellRange, columnLetter } from '../../core';
import type { SheetPlan } from '../sheetPlan';
import { actOn } from './cells';
import type { WriteQueue } from './writeQueue';

/** Each link is an action of its own: beyond this many, the rows at the end go without. */
const MOST_LINKS = 6_000;

/** The jumps from cells to places of other sheets. */
export async function writeLinks(queue: WriteQueue, plan: SheetPlan): Promise<void> {
  let left = MOST_LINKS;
  for (const [area, target] of linksOf(plan)) {
    if (left-- === 0) return;
    await queue.add(
      actOn(
        plan.name,
        area,
        (range) => {
          range.hyperlink = { documentReference: target };
          range.format.font.underline = 'None';
        },
        2,
      ),
    );
  }
}

function* linksOf({ blocks }: SheetPlan): Generator<[CellRange, string]> {
  for (const block of blocks) {
    if (block.kind === 'cells') {
      for (const [down, line] of block.cells.entries()) {
        for (const [right, { link }] of line.entries()) {
          if (link)
            yield [at(block.row + down, block.column + right), target(link.sheet, link.cell)];
        }
      }
      continue;
    }
    for (const [right, { links }] of block.columns.entries()) {
      if (!links) continue;
      for (let index = 0; index < block.rowCount; index++) {
        const row = links.rows[index] ?? -1;
        if (row < 0) continue;
        const cell = `${columnLetter(links.column)}${String(row + 1)}`;
        yield [at(block.row + index, block.column + right), target(links.sheet, cell)];
      }
    }
  }
}

function at(row: number, column: number): CellRange {
  return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}

function target(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}
