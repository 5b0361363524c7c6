import type { CellRange } from '../../../src/core';
import { addressOf, checked, parseAddress } from './addresses';
import { hostError, property } from './bridge';
import { enterValue } from './enterValue';
import { requireWritable, shownValue, type BookModel, type HostState } from './hostState';
import { hiddenRows, type RangeContext } from './rangeContext';
import { formatMembers } from './rangeFormats';
import { ruleMembers } from './rangeRules';
import {
  clearArea,
  columnAt,
  copyCells,
  formatAt,
  internFormat,
  isWithin,
  MAX_COLUMNS,
  overlaps,
  usedArea,
  type SheetModel,
  type StoredValue,
} from './sheetModel';
import { sortRows } from './sortRows';

/** What stands behind a range object, for methods that take ranges. */
const contexts = new WeakMap<object, RangeContext>();

export function contextOf(range: unknown): RangeContext {
  const context = typeof range === 'object' && range !== null ? contexts.get(range) : undefined;
  if (context === undefined) throw hostError('a range is expected');
  return context;
}

export function createRange(context: RangeContext): object {
  const { host, sheet, areas } = context;
  const first = areas[0] ?? checked(0, 0, 0, 0);
  const height = first.lastRow - first.firstRow + 1;
  const width = first.lastColumn - first.firstColumn + 1;
  const sub = (area: CellRange): object => createRange({ ...context, areas: [area] });
  const single = (): CellRange => {
    if (areas.length > 1) throw hostError('not on several areas');
    return first;
  };
  const range = host.bridge.expose('Range', {
    Row: property(() => first.firstRow + 1),
    Column: property(() => first.firstColumn + 1),
    Rows: property(() => rowsOf(context, single())),
    Columns: property(() => columnsOf(context, single())),
    Cells: property(() => cellsOf(context, single())),
    Address: {
      call: (rowAbsolute = true) =>
        areas.map((area) => addressOf(area, rowAbsolute !== false)).join(','),
    },
    Resize: {
      call: (rows = height, columns = width) =>
        sub(
          checked(
            first.firstRow,
            first.firstRow + Number(rows) - 1,
            first.firstColumn,
            first.firstColumn + Number(columns) - 1,
          ),
        ),
    },
    Offset: {
      call: (rows = 0, columns = 0) =>
        sub(
          checked(
            first.firstRow + Number(rows),
            first.lastRow + Number(rows),
            first.firstColumn + Number(columns),
            first.lastColumn + Number(columns),
          ),
        ),
    },
    EntireRow: property(() => sub(checked(first.firstRow, first.lastRow, 0, MAX_COLUMNS - 1))),
    EntireColumn: property(() => sub(checked(0, 1_048_575, first.firstColumn, first.lastColumn))),
    Value2: {
      get: () => readBlock(context, single(), (row, column) => pageValue(context, row, column)),
      set: (value) => {
        writeBlock(context, single(), value, 'value');
      },
    },
    Value: {
      call: () => readBlock(context, single(), (row, column) => pageValue(context, row, column)),
    },
    Formula: {
      get: () => readBlock(context, single(), (row, column) => formulaText(context, row, column)),
      set: (value) => {
        writeBlock(context, single(), value, 'formula');
      },
    },
    HasFormula: property(() => hasFormula(sheet, single())),
    MergeCells: property(() => mergeState(sheet, single())),
    MergeArea: property(() => {
      const cell = { ...first, lastRow: first.firstRow, lastColumn: first.firstColumn };
      return sub(sheet.merges.find((merge) => overlaps(merge, cell)) ?? cell);
    }),
    Merge: {
      call: () => {
        requireWritable(host, sheet);
        sheet.merges = [...sheet.merges.filter((merge) => !overlaps(merge, first)), single()];
        for (let row = first.firstRow; row <= first.lastRow; row++) {
          for (let column = first.firstColumn; column <= first.lastColumn; column++) {
            if (row !== first.firstRow || column !== first.firstColumn) {
              clearArea(sheet, checked(row, row, column, column), 'contents');
            }
          }
        }
      },
    },
    UnMerge: {
      call: () => {
        requireWritable(host, sheet);
        sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, first));
      },
    },
    Clear: {
      call: () => {
        requireWritable(host, sheet);
        for (const area of areas) clearArea(sheet, area, 'all');
      },
    },
    ClearContents: {
      call: () => {
        requireWritable(host, sheet);
        requireWholeMerges(sheet, areas);
        for (const area of areas) clearArea(sheet, area, 'contents');
      },
    },
    Copy: {
      call: (destination) => {
        copyTo(context, single(), contextOf(destination));
      },
    },
    Sort: {
      call: (key, order, ...rest) => {
        requireWritable(host, sheet);
        if (host.build.sortDoesNothing === true) return;
        sortRows(sheet, single(), contextOf(key).areas[0] ?? first, { order, rest });
      },
    },
    AutoFilter: {
      call: (field) => {
        requireWritable(host, sheet);
        if (field !== undefined) throw hostError('the simulated filter takes no criteria');
        sheet.filter = sheet.filter === undefined ? single() : undefined;
      },
    },
    Select: {
      call: () => {
        if (host.activeBook !== context.book || context.book.active !== sheet) {
          throw hostError('Select works on the active sheet');
        }
        context.book.selection = { sheet, area: single() };
      },
    },
    SpecialCells: {
      call: () => {
        throw hostError('no cells were found');
      },
    },
    Left: property(() => leftOf(sheet, first.firstColumn)),
    Top: property(() => topOf(sheet, first.firstRow)),
    Width: property(() => leftOf(sheet, first.lastColumn + 1) - leftOf(sheet, first.firstColumn)),
    Height: property(() => topOf(sheet, first.lastRow + 1) - topOf(sheet, first.firstRow)),
    ...formatMembers(context),
    ...ruleMembers(context),
  });
  contexts.set(range, context);
  return range;
}

function rowsOf(context: RangeContext, area: CellRange): object {
  const count = area.lastRow - area.firstRow + 1;
  return context.host.bridge.expose('Rows', {
    Count: property(() => count),
    Hidden: hiddenRows(context, area),
    Item: {
      call: (at) => {
        const row = area.firstRow + oneBased(at, count) - 1;
        return createRange({ ...context, areas: [{ ...area, firstRow: row, lastRow: row }] });
      },
    },
  });
}

function columnsOf(context: RangeContext, area: CellRange): object {
  const count = area.lastColumn - area.firstColumn + 1;
  return context.host.bridge.expose('Columns', {
    Count: property(() => count),
    Item: {
      call: (at) => {
        const column = area.firstColumn + oneBased(at, count) - 1;
        return createRange({
          ...context,
          areas: [{ ...area, firstColumn: column, lastColumn: column }],
        });
      },
    },
  });
}

function cellsOf(context: RangeContext, area: CellRange): object {
  return context.host.bridge.expose('Cells', {
    Item: {
      call: (row, column) => {
        if (column === undefined) throw hostError('Cells.Item takes a row and a column');
        const at = {
          row: area.firstRow + oneBased(row, 1_048_576) - 1,
          column: area.firstColumn + oneBased(column, MAX_COLUMNS) - 1,
        };
        return createRange({ ...context, areas: [checked(at.row, at.row, at.column, at.column)] });
      },
    },
    Clear: {
      call: () => {
        requireWritable(context.host, context.sheet);
        clearArea(context.sheet, area, 'all');
      },
    },
    Copy: {
      call: (destination) => {
        copyTo(context, area, contextOf(destination));
      },
    },
  });
}

export function oneBased(at: unknown, count: number): number {
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 1 || at > count) {
    throw hostError('Item counts from 1');
  }
  return at;
}

/** Points from the sheet's left edge to a column. */
export function leftOf({ widths }: SheetModel, column: number): number {
  return offsetOf(column, (at) => (widths.get(at) ?? 8.43) * 5.625 + 3.35);
}

/** Points from the sheet's upper edge to a row. */
export function topOf({ heights }: SheetModel, row: number): number {
  return offsetOf(row, (at) => heights.get(at) ?? 14.25);
}

function offsetOf(count: number, sizeAt: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += sizeAt(at);
  return sum;
}

/** A single cell as a scalar, a block as rows, or flat in an old build. */
function readBlock(
  { host }: RangeContext,
  area: CellRange,
  read: (row: number, column: number) => unknown,
): unknown {
  if (area.firstRow === area.lastRow && area.firstColumn === area.lastColumn) {
    return read(area.firstRow, area.firstColumn);
  }
  const rows: unknown[][] = [];
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    const cells: unknown[] = [];
    for (let column = area.firstColumn; column <= area.lastColumn; column++) {
      cells.push(read(row, column));
    }
    rows.push(cells);
  }
  return host.build.flatBlocks === true ? rows.flat() : rows;
}

function pageValue(context: RangeContext, row: number, column: number): unknown {
  const value = shownValue(context.host, context.book, context.sheet, row, column);
  return typeof value === 'object' ? value.error : value;
}

function formulaText({ sheet }: RangeContext, row: number, column: number): unknown {
  const model = sheet.columns[column];
  const formula = model?.formulas.get(row);
  if (formula !== undefined) return formula.text;
  const value = model?.values[row];
  return value === undefined ? '' : typeof value === 'object' ? '#N/A' : String(value);
}

function writeBlock(
  { host, sheet }: RangeContext,
  area: CellRange,
  given: unknown,
  kind: 'value' | 'formula',
): void {
  requireWritable(host, sheet);
  const height = area.lastRow - area.firstRow + 1;
  const width = area.lastColumn - area.firstColumn + 1;
  if (Array.isArray(given)) {
    const fits =
      given.length === height &&
      given.every((cells) => Array.isArray(cells) && cells.length === width);
    if (!fits) throw hostError('the block does not have the size of the range');
  } else if (kind === 'formula' && height * width > 1) {
    throw hostError('the simulated WPS fills no formulas');
  }
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const value: unknown = Array.isArray(given) ? (given as unknown[][])[r]?.[c] : given;
      enterCell(sheet, area.firstRow + r, area.firstColumn + c, value);
    }
  }
}

function enterCell(sheet: SheetModel, row: number, column: number, given: unknown): void {
  const model = columnAt(sheet, column);
  const format = formatAt(sheet, row, column);
  const { value, formula, numberFormat } = enterValue(given, format.numberFormat);
  const target = sheet.merges.find((merge) => overlaps(merge, checked(row, row, column, column)));
  const isCovered =
    target !== undefined && (target.firstRow !== row || target.firstColumn !== column);
  // What is put behind the first cell of a merged area is lost.
  if (isCovered) return;
  model.formulas.delete(row);
  model.values[row] = undefined;
  if (formula !== undefined) model.formulas.set(row, formula);
  else model.values[row] = value;
  if (numberFormat !== undefined && format.numberFormat === 'General') {
    model.formats[row] = internFormat({ ...format, numberFormat });
  }
}

function hasFormula(sheet: SheetModel, area: CellRange): boolean | null {
  let count = 0;
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    for (const row of sheet.columns[column]?.formulas.keys() ?? []) {
      if (row >= area.firstRow && row <= area.lastRow) count++;
    }
  }
  const cells = (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1);
  return count === 0 ? false : count === cells ? true : null;
}

function mergeState(sheet: SheetModel, area: CellRange): boolean | null {
  if (!sheet.merges.some((merge) => overlaps(merge, area))) return false;
  return sheet.merges.some((merge) => isWithin(area, merge)) ? true : null;
}

function requireWholeMerges(sheet: SheetModel, areas: readonly CellRange[]): void {
  for (const area of areas) {
    const cut = sheet.merges.some((merge) => overlaps(merge, area) && !isWithin(merge, area));
    if (cut) throw hostError('part of a merged cell');
  }
}

/** Copies cells; a whole sheet brings its widths and heights along. */
function copyTo(from: RangeContext, area: CellRange, to: RangeContext): void {
  requireWritable(to.host, to.sheet);
  const target = to.areas[0];
  if (target === undefined) throw hostError('no destination');
  const isWhole = area.firstRow === 0 && area.firstColumn === 0 && area.lastRow === 1_048_575;
  if (isWhole) {
    if (target.firstRow !== 0 || target.firstColumn !== 0) throw hostError('does not fit');
    if (from.sheet.isFiltered) throw hostError('a filtered sheet copies visible rows only');
    if (from.host.flags.CopyObjectsWithCells) {
      to.sheet.charts.push(...from.sheet.charts.map((chart) => ({ ...chart })));
    }
    copyCells(from.sheet, to.sheet);
    return;
  }
  const used = usedArea(from.sheet);
  const height = area.lastRow - area.firstRow + 1;
  const width = area.lastColumn - area.firstColumn + 1;
  for (
    let row = target.firstRow;
    row <= Math.max(target.lastRow, target.firstRow + height - 1);
    row++
  ) {
    for (
      let column = target.firstColumn;
      column <= Math.max(target.lastColumn, target.firstColumn + width - 1);
      column++
    ) {
      const sourceRow = area.firstRow + ((row - target.firstRow) % height);
      const sourceColumn = area.firstColumn + ((column - target.firstColumn) % width);
      if (sourceRow > used.lastRow) continue;
      const source = columnAt(from.sheet, sourceColumn);
      const model = columnAt(to.sheet, column);
      const value: StoredValue | undefined = source.values[sourceRow];
      model.values[row] = value;
      model.formats[row] = source.formats[sourceRow];
    }
  }
}

export function createRangeOn(
  host: HostState,
  book: BookModel,
  sheet: SheetModel,
  address: unknown,
): object {
  return createRange({ host, book, sheet, areas: parseAddress(address) });
}
