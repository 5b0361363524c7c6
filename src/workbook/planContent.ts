/** What a plan's blocks put into which cells, for hosts that write areas. */
import type { CellRange } from '../core';
import type {
  CellsBlock,
  CellValue,
  ColumnsBlock,
  PlanColumn,
  SheetPlan,
  StyleName,
} from './sheetPlan';

/** Cells that look the same. */
export interface StyleRegion {
  readonly style: StyleName;
  readonly area: CellRange;
}

/** A column's value at the 0-based index within its block; `null` is an empty cell. */
export function columnValue({ values }: PlanColumn, index: number): CellValue {
  const value = typeof values === 'function' ? values(index) : (values[index] ?? null);
  return value === '' || (typeof value === 'number' && Number.isNaN(value)) ? null : value;
}

/** A formula with its `=`, for the 0-based worksheet row. */
export function rowFormula(formula: string, row: number): string {
  return `=${formula.replaceAll('{r}', String(row + 1))}`;
}

/** Rectangles of cells of one style, neighbours joined; together they cover all blocks. */
export function styleRegions(blocks: SheetPlan['blocks']): readonly StyleRegion[] {
  return blocks.flatMap((block) =>
    block.kind === 'columns' ? columnRegions(block) : cellRegions(block),
  );
}

function columnRegions(block: ColumnsBlock): StyleRegion[] {
  if (block.rowCount === 0) return [];
  const regions: StyleRegion[] = [];
  for (const [at, { style }] of block.columns.entries()) {
    const column = block.column + at;
    const last = regions.at(-1);
    if (last?.style === style) {
      regions[regions.length - 1] = { style, area: { ...last.area, lastColumn: column } };
      continue;
    }
    const lastRow = block.row + block.rowCount - 1;
    const area = { firstRow: block.row, lastRow, firstColumn: column, lastColumn: column };
    regions.push({ style, area });
  }
  return regions;
}

function cellRegions({ row, column, cells }: CellsBlock): StyleRegion[] {
  const regions: StyleRegion[] = [];
  /** Regions that end in the row above, by style and columns. */
  let above = new Map<string, number>();
  for (const [down, line] of cells.entries()) {
    const current = new Map<string, number>();
    for (const { style, first, last } of spansOf(line.map((cell) => cell.style ?? 'plain'))) {
      const key = `${style} ${String(first)} ${String(last)}`;
      const at = above.get(key);
      const region = at === undefined ? undefined : regions[at];
      if (at !== undefined && region) {
        regions[at] = { style, area: { ...region.area, lastRow: row + down } };
        current.set(key, at);
        continue;
      }
      const firstRow = row + down;
      const area = { firstRow, lastRow: firstRow, ...columnsFrom(column, first, last) };
      current.set(key, regions.length);
      regions.push({ style, area });
    }
    above = current;
  }
  return regions;
}

function columnsFrom(column: number, first: number, last: number) {
  return { firstColumn: column + first, lastColumn: column + last };
}

interface Span {
  readonly style: StyleName;
  readonly first: number;
  readonly last: number;
}

function spansOf(styles: readonly StyleName[]): Span[] {
  const spans: Span[] = [];
  for (const [at, style] of styles.entries()) {
    const last = spans.at(-1);
    if (last?.style === style) spans[spans.length - 1] = { ...last, last: at };
    else spans.push({ style, first: at, last: at });
  }
  return spans;
}
