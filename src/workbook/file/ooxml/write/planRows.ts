import type { CellsBlock, ColumnsBlock, SheetPlan } from '../../../sheetPlan';
import { closeRow, openRow, type CellPen } from './cellPen';
import { createColumnWriter, putPlanCell, type CellContext, type ColumnWriter } from './planCells';
import type { RowWriter } from './rowChunks';
import type { NewTable } from './tableParts';
import { stampOf, type Stamp } from './xmlOutput';

/** A block ready to write the cells of a row; blocks come in the order of their columns. */
interface PlacedBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
  /**
   * Writes the block's cells of a row from column `from` on, so that no cell is there twice where
   * blocks overlap; returns the column after its last.
   */
  put(pen: CellPen, row: number, from: number): number;
}

/** Writes the rows of a sheet of the plan: blocks beside each other, stacked or both. */
export function createPlanRowWriter(
  plan: SheetPlan,
  tables: readonly NewTable[],
  context: CellContext,
): RowWriter {
  const headers = tableHeaders(tables);
  const blocks = plan.blocks
    .map((block) =>
      block.kind === 'cells' ? placeCells(block, headers, context) : placeColumns(block, context),
    )
    .sort((a, b) => a.column - b.column);
  let active: readonly PlacedBlock[] = [];
  let activeUntil = -1;
  const close = stampOf('">');
  const heightOf = heightAttributes();

  return (pen, row) => {
    if (row > activeUntil) {
      active = blocks.filter((block) => block.firstRow <= row && row <= block.lastRow);
      // Until a block ends or another begins, the same ones are active.
      activeUntil = blocks.reduce(
        (until, block) =>
          Math.min(
            until,
            block.firstRow > row
              ? block.firstRow - 1
              : block.lastRow >= row
                ? block.lastRow
                : until,
          ),
        Infinity,
      );
    }
    const height = plan.rowHeights?.get(row);
    if (active.length === 0 && height === undefined) return;
    openRow(pen, row + 1, height === undefined ? close : heightOf(height));
    let from = 0;
    for (const block of active) from = Math.max(from, block.put(pen, row, from));
    closeRow(pen);
  };
}

/** The end of a row's start tag by the row's height: few heights, many rows. */
function heightAttributes(): (height: number) => Stamp {
  const stamps = new Map<number, Stamp>();
  return (height) => {
    let stamp = stamps.get(height);
    if (stamp === undefined) {
      stamp = stampOf(`" ht="${String(height)}" customHeight="1">`);
      stamps.set(height, stamp);
    }
    return stamp;
  };
}

/** Header texts of tables by row and column: a table and its header cells must agree exactly. */
function tableHeaders(tables: readonly NewTable[]): ReadonlyMap<number, string> {
  const headers = new Map<number, string>();
  for (const { range, columnNames } of tables) {
    columnNames.forEach((name, i) => {
      headers.set(range.firstRow * 16_384 + range.firstColumn + i, name);
    });
  }
  return headers;
}

function placeCells(
  block: CellsBlock,
  headers: ReadonlyMap<number, string>,
  context: CellContext,
): PlacedBlock {
  return {
    firstRow: block.row,
    lastRow: block.row + block.cells.length - 1,
    column: block.column,
    put(pen, row, from) {
      const cells = block.cells[row - block.row] ?? [];
      cells.forEach((cell, i) => {
        const column = block.column + i;
        if (column < from) return;
        const header = headers.get(row * 16_384 + column);
        const { style } = cell;
        const written =
          header === undefined
            ? cell
            : { value: header, ...(style === undefined ? {} : { style }) };
        putPlanCell(pen, written, column, context);
      });
      return block.column + cells.length;
    },
  };
}

function placeColumns(block: ColumnsBlock, context: CellContext): PlacedBlock {
  const writers: ColumnWriter[] = block.columns.map((column, i) =>
    createColumnWriter(column, block.column + i, context),
  );
  return {
    firstRow: block.row,
    lastRow: block.row + block.rowCount - 1,
    column: block.column,
    put(pen, row, from) {
      const index = row - block.row;
      for (let i = Math.max(0, from - block.column); i < writers.length; i++) {
        writers[i]?.(pen, index);
      }
      return block.column + writers.length;
    },
  };
}
