import { TEXT } from '../editFormats';
import type { CellPut } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { areaOf, writeBlock, type Input } from './cells';
import type { Connection } from './excelHost';
import { findShift } from './findShift';
import { textInput } from './textInput';
import { createWriteQueue } from './writeQueue';
import { cellArea } from './writeSheet';

/** Puts values into single cells; formats stay. */
export async function putCells(
  context: Excel.RequestContext,
  connection: Connection,
  puts: readonly CellPut[],
): Promise<void> {
  await checkSheets(context, puts);
  const shift = await findShift(context);
  const ranges = puts.map(({ sheet, row, column }) => {
    const range = areaOf(context, sheet, cellArea(row, column));
    range.load('numberFormat');
    return range;
  });
  await context.sync();
  const queue = createWriteQueue(context, connection, { totalCells: puts.length });
  for (const [at, put] of puts.entries()) {
    const isTextCell = ranges[at]?.numberFormat[0]?.[0] === TEXT;
    await queue.add(writeBlock(put, 'values', [[inputOf(put, isTextCell, shift)]]));
  }
  await queue.flush();
}

async function checkSheets(context: Excel.RequestContext, puts: readonly CellPut[]): Promise<void> {
  const names = [...new Set(puts.map(({ sheet }) => sheet))];
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  await context.sync();
  const missing = names.find((_, at) => sheets[at]?.isNullObject ?? true);
  if (missing !== undefined) {
    throw new WorkbookFailure('workbook.sheetMissing', { sheet: missing });
  }
}

function inputOf({ value, isDate }: CellPut, isTextCell: boolean, shift: number): Input {
  if (value === null) return '';
  if (typeof value === 'string') return textInput(value, isTextCell);
  return isDate === true && typeof value === 'number' ? value - shift : value;
}
