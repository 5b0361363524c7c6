import { ERROR_TEXTS, type CellRange } from '../../core';
import { isDateFormat } from '../dateFormat';
import type { CellValue } from '../sheetPlan';
import { WorkbookFailure } from '../workbookFailure';
import { findShift } from './findShift';
import { readGrids } from './readGrid';

const ERRORS: ReadonlySet<unknown> = new Set<unknown>(ERROR_TEXTS);

/** The values of an area as they stand now, row by row; a date is a 1900-system serial. */
export async function readCells(
  context: Excel.RequestContext,
  sheet: string,
  area: CellRange,
): Promise<CellValue[][]> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  const shift = await findShift(context);
  if (worksheet.isNullObject) throw new WorkbookFailure('workbook.sheetMissing', { sheet });
  const rows: CellValue[][] = [];
  const request = { sheet, area, properties: ['values' as const, 'numberFormat' as const] };
  await readGrids(context, [request], ({ cells: { values = [], numberFormat = [] } }) => {
    for (const [down, line] of values.entries()) {
      rows.push(
        line.map((value, right) => valueOf(value, String(numberFormat[down]?.[right]), shift)),
      );
    }
  });
  return rows;
}

function valueOf(value: unknown, format: string, shift: number): CellValue {
  if (value === '' || ERRORS.has(value)) return null;
  if (typeof value === 'number') return isDateFormat(format) ? value + shift : value;
  return typeof value === 'boolean' ? value : String(value);
}
