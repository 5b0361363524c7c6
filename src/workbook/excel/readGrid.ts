/** Reads large areas in blocks as large as Excel answers, measured as they come. */
import type { CellRange } from '../../core';
import { throwIfCancelled } from '../cancellation';
import type { OperationOptions } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { areaOf, type CellProperty } from './cells';
import { cellBytes, PAYLOAD_BYTES, READ_CELLS } from './payload';
import { isTooLarge } from './translateFailure';

/** An area of a sheet and which properties of its cells are wanted. */
export interface GridRequest {
  readonly sheet: string;
  readonly area: CellRange;
  readonly properties: readonly CellProperty[];
}

/** A piece that arrived: `cells.values[row][column]`, rows from `firstRow` of the sheet. */
export interface GridBlock {
  readonly request: GridRequest;
  readonly area: CellRange;
  readonly cells: Readonly<Partial<Record<CellProperty, readonly (readonly unknown[])[]>>>;
}

/** What is expected of a cell before any was measured. */
const FIRST_GUESS_BYTES = 24;
/** Room for a block that is larger than those before it. */
const CAUTION = 0.92;

/**
 * All requests, in blocks of rows, in order; several small ones share an answer. Blocks that are
 * too large for Excel are asked for again in halves.
 */
export async function readGrids(
  context: Excel.RequestContext,
  requests: readonly GridRequest[],
  take: (block: GridBlock) => void,
  options: OperationOptions = {},
): Promise<void> {
  const estimates = new Map<GridRequest, number>();
  const todo = requests.map((request) => ({ request, area: request.area }));
  while (todo.length > 0) {
    throwIfCancelled(options);
    const blocks = nextBlocks(todo, estimates);
    const before = todo.slice();
    todo.splice(0, todo.length, ...without(todo, blocks));
    const loaded = await load(context, blocks);
    if (loaded === 'too large') {
      todo.splice(0, todo.length, ...halved(before, blocks, estimates));
      continue;
    }
    for (const block of loaded) {
      measure(block, estimates);
      take(block);
    }
  }
}

interface Part {
  readonly request: GridRequest;
  readonly area: CellRange;
}

function widthOf({ firstColumn, lastColumn }: CellRange): number {
  return lastColumn - firstColumn + 1;
}

function bytesPerRow({ request, area }: Part, estimates: Map<GridRequest, number>): number {
  return estimates.get(request) ?? FIRST_GUESS_BYTES * widthOf(area) * request.properties.length;
}

/** As much of what is to be done as one answer holds; of something unmeasured a small part. */
function nextBlocks(todo: readonly Part[], estimates: Map<GridRequest, number>): Part[] {
  const blocks: Part[] = [];
  let bytes = 0;
  let cells = 0;
  for (const part of todo) {
    const perRow = bytesPerRow(part, estimates);
    const width = widthOf(part.area) * part.request.properties.length;
    const room = Math.min((PAYLOAD_BYTES * CAUTION - bytes) / perRow, (READ_CELLS - cells) / width);
    const { firstRow, lastRow } = part.area;
    const wanted = lastRow - firstRow + 1;
    let rows = Math.min(wanted, Math.floor(room));
    if (!estimates.has(part.request) && rows < wanted) rows = Math.ceil(rows / 4);
    if (rows < 1) {
      if (blocks.length > 0) break;
      rows = 1;
    }
    blocks.push({ ...part, area: { ...part.area, lastRow: firstRow + rows - 1 } });
    bytes += rows * perRow;
    cells += rows * width;
    if (rows < wanted) break;
  }
  return blocks;
}

/** What remains once the blocks, which are the beginnings of the first parts, are taken. */
function without(todo: readonly Part[], blocks: readonly Part[]): Part[] {
  return todo.flatMap((part, at) => {
    const block = blocks[at];
    if (block === undefined) return [part];
    if (block.area.lastRow >= part.area.lastRow) return [];
    return [{ ...part, area: { ...part.area, firstRow: block.area.lastRow + 1 } }];
  });
}

async function load(
  context: Excel.RequestContext,
  blocks: readonly Part[],
): Promise<readonly GridBlock[] | 'too large'> {
  const ranges = blocks.map(({ request, area }) => {
    const range = areaOf(context, request.sheet, area);
    range.load([...request.properties]);
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return 'too large';
    throw error;
  }
  const loaded = blocks.map(({ request, area }, at): GridBlock => {
    const range = ranges[at];
    const cells = Object.fromEntries(
      request.properties.map((property) => [property, range?.[property]]),
    ) as GridBlock['cells'];
    return { request, area, cells };
  });
  // Too many cells: Excel gives nothing instead of an error.
  const isWhole = loaded.every(({ cells }) =>
    Object.values(cells).every((rows) => Array.isArray(rows)),
  );
  return isWhole ? loaded : 'too large';
}

function halved(
  todo: readonly Part[],
  blocks: readonly Part[],
  estimates: Map<GridRequest, number>,
): readonly Part[] {
  const [only] = blocks;
  const rows = only === undefined ? 0 : only.area.lastRow - only.area.firstRow + 1;
  if (blocks.length === 1 && rows < 2) {
    throw new WorkbookFailure('host.refused', { reason: 'ResponsePayloadSizeLimitExceeded' });
  }
  for (const part of blocks) {
    estimates.set(part.request, 2.2 * bytesPerRow(part, estimates));
  }
  return todo;
}

/** The larger of what was measured and, fading, what was measured before. */
function measure({ request, area, cells }: GridBlock, estimates: Map<GridRequest, number>): void {
  let bytes = 0;
  for (const rows of Object.values(cells)) {
    for (const row of rows) {
      bytes += 2;
      for (const cell of row) bytes += cellBytes(cell) + 1;
    }
  }
  const perRow = bytes / (area.lastRow - area.firstRow + 1);
  estimates.set(request, Math.max(1, perRow));
}
