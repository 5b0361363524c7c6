import { columnValue, rowFormula } from '../planContent';
import type {
  CellsBlock,
  CellValue,
  ColumnsBlock,
  PlanCell,
  PlanColumn,
  StyleName,
  StyleSpec,
} from '../sheetPlan';
import { isDateFormat } from '../dateFormat';
import { writeBlock, type Input, type Place } from './cells';
import { cellBytes } from './payload';
import { fitsTextCell, textInput } from './textInput';
import type { WriteQueue, WriteStep } from './writeQueue';

/** What turns a plan's value into what Excel is given. */
export interface ContentContext {
  readonly styles: Readonly<Record<StyleName, StyleSpec>>;
  /** Days that are taken off a plan's serials, which count from 1900. */
  readonly shift: number;
}

/** Days by which serials of the 1904 system are smaller. */
export const DAYS_TO_1904 = 1462;
/** Rows are gathered into blocks of about this size, so that requests are well filled. */
const BLOCK_BYTES = 256 * 1024;

/** Writes a block's values and formulas; its cells have their number formats already. */
export async function writeContent(
  queue: WriteQueue,
  sheet: string,
  block: CellsBlock | ColumnsBlock,
  context: ContentContext,
): Promise<void> {
  if (block.kind === 'cells') await writeCells(queue, sheet, block, context);
  else await writeColumns(queue, sheet, block, context);
}

/** Columns side by side of one kind go together: texts never pass as formulas. */
async function writeColumns(
  queue: WriteQueue,
  sheet: string,
  block: ColumnsBlock,
  context: ContentContext,
): Promise<void> {
  for (const { first, columns, isFormula } of runsOf(block.columns)) {
    const place = { sheet, row: block.row, column: block.column + first };
    const property = isFormula ? 'formulas' : 'values';
    let cells: Input[][] = [];
    let bytes = 0;
    for (let index = 0; index < block.rowCount; index++) {
      const row = columns.map((column) => columnInput(column, index, block.row + index, context));
      for (const [right, { style }] of columns.entries()) {
        const at = { ...place, row: block.row + index, column: place.column + right };
        if (isException(row[right], style, context)) await queue.add(makeGeneral(at));
      }
      for (const cell of row) bytes += cellBytes(cell) + 1;
      cells.push(row);
      if (bytes < BLOCK_BYTES && index < block.rowCount - 1) continue;
      const top = place.row + index + 1 - cells.length;
      await queue.add(writeBlock({ ...place, row: top }, property, cells));
      cells = [];
      bytes = 0;
    }
  }
}

interface Run {
  readonly first: number;
  readonly columns: PlanColumn[];
  readonly isFormula: boolean;
}

function runsOf(columns: readonly PlanColumn[]): Run[] {
  const runs: Run[] = [];
  for (const [first, column] of columns.entries()) {
    const isFormula = column.kind === 'formula';
    const last = runs.at(-1);
    if (last?.isFormula === isFormula) last.columns.push(column);
    else runs.push({ first, columns: [column], isFormula });
  }
  return runs;
}

function columnInput(
  column: PlanColumn,
  index: number,
  row: number,
  context: ContentContext,
): Input {
  if (column.kind === 'formula') return rowFormula(column.formula, row);
  return inputOf(columnValue(column, index), column.style, context);
}

/** Formulas are written one by one: among cells of all kinds there are few. */
async function writeCells(
  queue: WriteQueue,
  sheet: string,
  block: CellsBlock,
  context: ContentContext,
): Promise<void> {
  const width = Math.max(0, ...block.cells.map(({ length }) => length));
  if (width === 0) return;
  const formulas: [Place, string][] = [];
  const cells = block.cells.map((line, down) =>
    Array.from({ length: width }, (_, right): Input => {
      const cell: PlanCell | undefined = line[right];
      if (cell?.formula === undefined) {
        return inputOf(cell?.value ?? null, cell?.style ?? 'plain', context);
      }
      const place = { sheet, row: block.row + down, column: block.column + right };
      formulas.push([place, `=${cell.formula}`]);
      return null;
    }),
  );
  for (const [down, line] of cells.entries()) {
    for (const [right, input] of line.entries()) {
      const style = block.cells[down]?.[right]?.style ?? 'plain';
      const at = { sheet, row: block.row + down, column: block.column + right };
      if (isException(input, style, context)) await queue.add(makeGeneral(at));
    }
  }
  await queue.add(writeBlock({ sheet, row: block.row, column: block.column }, 'values', cells));
  for (const [place, formula] of formulas) {
    await queue.add(writeBlock(place, 'formulas', [[formula]]));
  }
}

function inputOf(value: CellValue, style: StyleName, { styles, shift }: ContentContext): Input {
  // Not `null`, which leaves alone what stands there.
  if (value === null) return '';
  const { numberFormat = '' } = styles[style];
  if (typeof value === 'number') return isDateFormat(numberFormat) ? value - shift : value;
  if (typeof value === 'boolean') return value;
  return textInput(value, numberFormat === '@' && fitsTextCell(value));
}

/** A text in a text cell that had to be written as for a general one. */
function isException(
  input: Input | undefined,
  style: StyleName,
  { styles }: ContentContext,
): boolean {
  return typeof input === 'string' && input.startsWith("''") && styles[style].numberFormat === '@';
}

function makeGeneral(place: Place): WriteStep {
  return writeBlock(place, 'numberFormat', [['General']]);
}
