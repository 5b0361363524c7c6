import type { CellRange } from '../../core';
import { findCopyOf, findSheetMarks, type MarkName } from '../sheetMark';
import type { Connection } from './excelHost';
import { SERIAL_2000 } from './findShift';

/** What is known of a sheet before its cells are read. */
export interface ListedSheet {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly isProtected: boolean;
  /** The mark of a sheet of ours. */
  readonly mark: string | undefined;
  /** Of an untouched copy: its ledger's name. */
  readonly copyOf: string | undefined;
  /** Names in the sheet's scope. */
  readonly names: readonly MarkName[];
  /** The smallest area with all values; none where the sheet is empty. */
  readonly used: CellRange | undefined;
  readonly merges: readonly CellRange[];
  /** Cells with formulas; not known where Excel does not tell. */
  readonly formulas: readonly CellRange[] | undefined;
  readonly tables: readonly ListedTable[];
}

export interface ListedTable {
  readonly name: string;
  readonly area: CellRange;
}

export interface ListedWorkbook {
  readonly name: string;
  readonly date1904: boolean;
  readonly isProtected: boolean;
  /** Names in the workbook's scope. */
  readonly names: readonly MarkName[];
  readonly sheets: readonly ListedSheet[];
}

/** More areas than this are read cell by cell instead. */
const MOST_AREAS = 1_000;

const AREA = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount'];

/** The workbook's sheets, names and areas, in two or three requests whatever their number. */
export async function listSheets(
  context: Excel.RequestContext,
  { has }: Connection,
): Promise<ListedWorkbook> {
  const { workbook } = context;
  const { worksheets, names, protection, functions } = workbook;
  workbook.load('name');
  worksheets.load('items/name,items/visibility');
  names.load('items/name,items/formula');
  protection.load('protected');
  const serial = functions.date(2000, 1, 1);
  serial.load('value');
  await context.sync();

  const parts = worksheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(AREA);
    sheet.names.load('items/name,items/formula');
    sheet.protection.load('protected');
    sheet.tables.load('items/name');
    const merged = has(13) ? used.getMergedAreasOrNullObject() : undefined;
    merged?.areas.load(AREA);
    const formulas = has(9) ? used.getSpecialCellsOrNullObject('Formulas') : undefined;
    formulas?.load('areaCount');
    return { sheet, used, merged, formulas };
  });
  await context.sync();

  const areas = parts.map(({ sheet, formulas }) => {
    const ranges = sheet.tables.items.map((table) => table.getRange().untrack());
    for (const range of ranges) range.load(AREA);
    const isListed = formulas?.isNullObject === false && formulas.areaCount <= MOST_AREAS;
    if (isListed) formulas.areas.load(AREA);
    return { ranges, isListed };
  });
  if (areas.some(({ ranges, isListed }) => ranges.length > 0 || isListed)) await context.sync();

  const tabNames = worksheets.items.map(({ name }) => name);
  const scoped = worksheets.items.map((sheet, tab) => marksOf(sheet.names.items, tab));
  const marks = findSheetMarks(scoped.flat(), tabNames);
  const sheets = parts.map(({ sheet, used, merged, formulas }, tab): ListedSheet => {
    const ownNames = scoped[tab] ?? [];
    const mark = marks.get(tab);
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.protection.protected,
      mark,
      copyOf: mark === 'original' ? findCopyOf(ownNames, tab) : undefined,
      names: ownNames,
      used: used.isNullObject ? undefined : toArea(used),
      merges: merged?.isNullObject === false ? merged.areas.items.map(toArea) : [],
      formulas: formulaAreas(formulas, areas[tab]?.isListed ?? false),
      tables: sheet.tables.items.map((table, at) => ({
        name: table.name,
        area: toArea(areas[tab]?.ranges[at]),
      })),
    };
  });
  return {
    name: workbook.name,
    date1904: serial.value !== SERIAL_2000,
    isProtected: protection.protected,
    names: marksOf(names.items),
    sheets,
  };
}

function marksOf(items: readonly Excel.NamedItem[], tab?: number): MarkName[] {
  return items.map(({ name, formula }) => ({
    name,
    value: String(formula),
    ...(tab === undefined ? {} : { tab }),
  }));
}

function formulaAreas(
  formulas: Excel.RangeAreas | undefined,
  isListed: boolean,
): readonly CellRange[] | undefined {
  if (formulas?.isNullObject === true) return [];
  return isListed && formulas ? formulas.areas.items.map(toArea) : undefined;
}

function toArea(range: Excel.Range | undefined): CellRange {
  const { rowIndex = 0, columnIndex = 0, rowCount = 1, columnCount = 1 } = range ?? {};
  return {
    firstRow: rowIndex,
    lastRow: rowIndex + rowCount - 1,
    firstColumn: columnIndex,
    lastColumn: columnIndex + columnCount - 1,
  };
}
