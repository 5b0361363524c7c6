import { CellKind, KIND_MASK, type CellRange, type RawSheet } from '../../core';
import { areaOf } from './cells';

/** Rows in which titles and headers stand: all that may be merged there is asked about. */
const HEAD_ROWS = 40;
/** Of the rows below: if none of so many is merged, none is taken to be. */
const SAMPLE = 300;
const MOST = 20_000;
const PER_REQUEST = 1_500;

/**
 * Merged cells, where Excel has no member that tells (below ExcelApi 1.13): who selects a cell of
 * a merged area selects it whole. Cells beside or above an empty one are asked about, in few
 * requests; what the user had selected is selected again.
 */
export async function probeMerges(
  context: Excel.RequestContext,
  sheets: readonly RawSheet[],
): Promise<ReadonlyMap<string, readonly CellRange[]>> {
  const found = new Map<string, readonly CellRange[]>();
  // In a hidden sheet nothing can be selected; it is no ledger either.
  const probed = sheets.filter(({ hidden }) => !hidden);
  const candidates = probed.map((sheet) => findCandidates(sheet));
  if (candidates.every((list) => list.length === 0)) return found;
  const before = context.workbook.getSelectedRange();
  before.load('address');
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load('name');
  await context.sync();
  for (const [at, sheet] of probed.entries()) {
    found.set(sheet.name, await probe(context, sheet.name, candidates[at] ?? []));
  }
  const worksheet = context.workbook.worksheets.getItem(active.name);
  worksheet.activate();
  worksheet.getRange(before.address.slice(before.address.lastIndexOf('!') + 1)).select();
  await context.sync();
  return found;
}

interface Candidate {
  readonly row: number;
  readonly column: number;
}

/** Cells with something in them whose right or lower neighbour is empty, titles first. */
function findCandidates({ columns, rowCount }: RawSheet): Candidate[] {
  const isEmpty = (row: number, column: number) =>
    row >= rowCount || ((columns[column]?.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty;
  const candidates: Candidate[] = [];
  for (let row = 0; row < rowCount && candidates.length < MOST; row++) {
    for (let column = 0; column < columns.length; column++) {
      if (isEmpty(row, column)) continue;
      const isTitle = row < HEAD_ROWS && isEmpty(row, column + 1);
      // Below the last row everything is empty, and nothing that matters is merged.
      if (isTitle || (row + 1 < rowCount && isEmpty(row + 1, column))) {
        candidates.push({ row, column });
      }
    }
  }
  return candidates;
}

async function probe(
  context: Excel.RequestContext,
  sheet: string,
  candidates: readonly Candidate[],
): Promise<CellRange[]> {
  const head = candidates.filter(({ row }) => row < HEAD_ROWS);
  const rest = candidates.slice(head.length);
  const merges = await select(context, sheet, head);
  const sample = await select(context, sheet, rest.slice(0, SAMPLE));
  if (sample.length === 0) return merges;
  const others = await select(context, sheet, rest.slice(SAMPLE));
  return [...merges, ...sample, ...others];
}

async function select(
  context: Excel.RequestContext,
  sheet: string,
  candidates: readonly Candidate[],
): Promise<CellRange[]> {
  const merges: CellRange[] = [];
  for (let at = 0; at < candidates.length; at += PER_REQUEST) {
    context.workbook.worksheets.getItem(sheet).activate();
    const ranges = candidates.slice(at, at + PER_REQUEST).map(({ row, column }) => {
      const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      areaOf(context, sheet, cell).select();
      const selected = context.workbook.getSelectedRange().untrack();
      selected.load('rowIndex,columnIndex,rowCount,columnCount');
      return selected;
    });
    await context.sync();
    for (const { rowIndex, columnIndex, rowCount, columnCount } of ranges) {
      if (rowCount * columnCount === 1) continue;
      merges.push({
        firstRow: rowIndex,
        lastRow: rowIndex + rowCount - 1,
        firstColumn: columnIndex,
        lastColumn: columnIndex + columnCount - 1,
      });
    }
  }
  return merges;
}
