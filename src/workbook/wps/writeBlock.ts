import type { CellRange } from '../../core';
import { isDateFormat } from '../dateFormat';
import { TEXT } from '../editFormats';
import { columnValue, rowFormula, styleRegions } from '../planContent';
import type { CellsBlock, ColumnsBlock, PlanColumn, StyleName, WorkbookPlan } from '../sheetPlan';
import { addressOf, columnArea, packAddresses } from './addresses';
import { applyStyle } from './applyStyle';
import { rowStripes, writeRows, type Scalar } from './blocks';
import type { Session } from './session';
import { needsTextFormat } from './textEntry';
import type { WpsSheet } from './wpsTypes';

export interface BlockWrite<Block = CellsBlock | ColumnsBlock> {
  readonly block: Block;
  readonly styles: WorkbookPlan['styles'];
  readonly date1904: boolean;
}

/** Days by which serials of the 1904 system are smaller. */
export const DAYS_TO_1904 = 1462;
/** Formulas are long: fewer of them cross the bridge at once. */
const FORMULA_CELLS = 30_000;

/** Styles first, then values, so that the text format is there before the texts; formulas last. */
export async function writeBlock(
  session: Session,
  sheet: WpsSheet,
  write: BlockWrite,
): Promise<void> {
  const { block, styles } = write;
  const regions = new Map<StyleName, CellRange[]>();
  for (const { style, area } of styleRegions([block])) {
    regions.set(style, [...(regions.get(style) ?? []), area]);
  }
  for (const [style, areas] of regions) {
    for (const address of packAddresses(areas)) applyStyle(sheet.Range(address), styles[style]);
  }
  if (block.kind === 'cells') writeCells(sheet, { ...write, block });
  else await writeColumns(session, sheet, { ...write, block });
}

function writeCells(sheet: WpsSheet, { block, styles, date1904 }: BlockWrite<CellsBlock>): void {
  const width = block.cells.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width === 0) return;
  const shift = createShift(styles, date1904);
  const texts: CellRange[] = [];
  const rows = block.cells.map((cells, down) =>
    Array.from({ length: width }, (_, right): Scalar => {
      const { value = null, style = 'plain', formula } = cells[right] ?? {};
      if (formula !== undefined) return null;
      if (needsFormat(value, styles[style].numberFormat)) {
        texts.push(columnArea(block.column + right, block.row + down, block.row + down));
      }
      return typeof value === 'number' ? shift(value, style) : value;
    }),
  );
  setTextFormat(sheet, texts);
  const { row, column } = block;
  const lastRow = row + rows.length - 1;
  writeRows(
    sheet,
    { firstRow: row, lastRow, firstColumn: column, lastColumn: column + width - 1 },
    rows,
  );
  block.cells.forEach((cells, down) => {
    cells.forEach(({ formula }, right) => {
      if (formula === undefined) return;
      const cell = columnArea(column + right, row + down, row + down);
      sheet.Range(addressOf(cell)).Formula = rowFormula(formula, row + down);
    });
  });
}

async function writeColumns(
  session: Session,
  sheet: WpsSheet,
  { block, styles, date1904 }: BlockWrite<ColumnsBlock>,
): Promise<void> {
  const { row, column, rowCount, columns } = block;
  if (rowCount === 0 || columns.length === 0) return;
  const shift = createShift(styles, date1904);
  const area: CellRange = {
    firstRow: row,
    lastRow: row + rowCount - 1,
    firstColumn: column,
    lastColumn: column + columns.length - 1,
  };
  for (const stripe of rowStripes(area)) {
    const texts: CellRange[] = [];
    const rows = Array.from({ length: stripe.lastRow - stripe.firstRow + 1 }, (_, down) =>
      columns.map((source, right): Scalar => {
        const value =
          source.kind === 'formula' ? null : columnValue(source, stripe.firstRow - row + down);
        if (needsFormat(value, styles[source.style].numberFormat)) {
          texts.push(columnArea(column + right, stripe.firstRow + down, stripe.firstRow + down));
        }
        return typeof value === 'number' ? shift(value, source.style) : value;
      }),
    );
    setTextFormat(sheet, texts);
    writeRows(sheet, stripe, rows);
    await session.pause(rows.length * columns.length);
  }
  for (const [right, source] of columns.entries()) {
    if (source.kind !== 'formula') continue;
    await writeFormulas(session, sheet, source, columnArea(column + right, row, area.lastRow));
  }
}

async function writeFormulas(
  session: Session,
  sheet: WpsSheet,
  { formula }: Extract<PlanColumn, { kind: 'formula' }>,
  area: CellRange,
): Promise<void> {
  for (const stripe of rowStripes(area, FORMULA_CELLS)) {
    const rows = Array.from({ length: stripe.lastRow - stripe.firstRow + 1 }, (_, down) => [
      rowFormula(formula, stripe.firstRow + down),
    ]);
    const range = sheet.Range(addressOf(stripe));
    range.Formula = rows.length === 1 ? rows[0]?.[0] : rows;
    await session.pause(rows.length);
  }
}

/** Whether a text would become something else in a cell of this format. */
function needsFormat(value: unknown, format: string | undefined): boolean {
  return typeof value === 'string' && format !== TEXT && needsTextFormat(value);
}

function setTextFormat(sheet: WpsSheet, cells: readonly CellRange[]): void {
  for (const address of packAddresses(joinRows(cells))) sheet.Range(address).NumberFormat = TEXT;
}

/** Cells below each other as one area. */
function joinRows(cells: readonly CellRange[]): CellRange[] {
  const joined: CellRange[] = [];
  const open = new Map<number, number>();
  for (const cell of cells) {
    const at = open.get(cell.firstColumn);
    const above = at === undefined ? undefined : joined[at];
    if (at !== undefined && above?.lastRow === cell.firstRow - 1) {
      joined[at] = { ...above, lastRow: cell.lastRow };
    } else {
      open.set(cell.firstColumn, joined.length);
      joined.push(cell);
    }
  }
  return joined;
}

/** Serials as the workbook counts them. */
function createShift(styles: WorkbookPlan['styles'], date1904: boolean) {
  return (value: number, style: StyleName): number =>
    date1904 && isDateFormat(styles[style].numberFormat ?? '') ? value - DAYS_TO_1904 : value;
}
