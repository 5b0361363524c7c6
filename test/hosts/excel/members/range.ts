import { columnLetter, type CellRange } from '../../../../src/core';
import { areaAddress, MAX_COLUMN, MAX_ROW, overlaps, quotedName } from '../address';
import {
  cellAt,
  forEachCell,
  GENERAL,
  putCell,
  usedArea,
  withFormat,
  type Cell,
  type Scalar,
  type Sheet,
} from '../book';
import { valueOf } from '../formulas';
import { HostError } from '../hostError';
import { cellOfInput, formulaCell } from '../inputText';
import { conditionalFormatsType } from './conditionalFormats';
import { dataValidationType } from './dataValidation';
import { defineType, NULL_OBJECT, type HostObject } from './hostType';
import { checkUnprotected, rangeArgument, type Range } from './rangeArea';
import { rangeFormatType } from './rangeFormat';
import { sortRange, type SortField } from './sortRange';

/** Cells that one read may ask for; beyond it values are null. */
const MAX_READ_CELLS = 5_000_000;

const rangeType = defineType<Range>({
  name: 'Range',
  get: {
    values: (range, { book }) => grid(range, (cell) => valueOf(book, range.sheet, cell)),
    formulas: (range, { book }) =>
      grid(range, (cell) => cell?.formula ?? valueOf(book, range.sheet, cell)),
    numberFormat: (range) => grid(range, (cell) => cell?.format.numberFormat ?? 'General'),
    address: ({ sheet, area }) => `${quotedName(sheet.name)}!${areaAddress(area)}`,
    rowIndex: ({ area }) => area.firstRow,
    columnIndex: ({ area }) => area.firstColumn,
    rowCount: ({ area }) => area.lastRow - area.firstRow + 1,
    columnCount: ({ area }) => area.lastColumn - area.firstColumn + 1,
    rowHidden: ({ sheet, area }) => sameForRows(sheet, area),
    format: (range) => rangeFormatType.of(range),
    sort: (range) => rangeSortType.of(range),
    conditionalFormats: (range) => conditionalFormatsType.of(range),
    dataValidation: (range) => dataValidationType.of(range),
  },
  set: {
    values: (range, value) => {
      write(range, value, (input, cell) => cellOfInput(input, cell?.format ?? GENERAL));
    },
    formulas: (range, value) => {
      write(range, value, (input, cell) =>
        typeof input === 'string' && input.startsWith('=')
          ? formulaCell(input, cell?.format ?? GENERAL)
          : cellOfInput(input, cell?.format ?? GENERAL),
      );
    },
    numberFormat: (range, value) => {
      write(range, value, (code, cell) => ({
        ...(cell ?? { value: '' }),
        format: withFormat(cell?.format ?? GENERAL, { numberFormat: String(code) }),
      }));
    },
    rowHidden: ({ sheet, area }, isHidden) => {
      for (let row = area.firstRow; row <= Math.min(area.lastRow, sheet.rows.length); row++) {
        if (isHidden === true) sheet.hiddenRows.add(row);
        else sheet.hiddenRows.delete(row);
      }
    },
    hyperlink: (range, value) => {
      const { documentReference = '', textToDisplay } = value as Record<string, string>;
      forEachCell(range.sheet, range.area, (row, column, cell) => {
        const format = withFormat(cell?.format ?? GENERAL, { color: '#0563C1' });
        const shown = textToDisplay ?? cell?.value;
        putCell(range.sheet, row, column, {
          ...(cell ?? { value: '' }),
          value: shown ?? '',
          format,
          link: documentReference,
        });
      });
    },
  },
  call: {
    getRow: ({ sheet, area }, [index]) => {
      const row = area.firstRow + Number(index);
      return rangeOf(sheet, { ...area, firstRow: row, lastRow: row });
    },
    getBoundingRect: ({ sheet, area }, [other]) => {
      const { area: second } = rangeArgument(other, sheet);
      return rangeOf(sheet, {
        firstRow: Math.min(area.firstRow, second.firstRow),
        lastRow: Math.max(area.lastRow, second.lastRow),
        firstColumn: Math.min(area.firstColumn, second.firstColumn),
        lastColumn: Math.max(area.lastColumn, second.lastColumn),
      });
    },
    getEntireRow: ({ sheet, area }) =>
      rangeOf(sheet, { ...area, firstColumn: 0, lastColumn: MAX_COLUMN }),
    getEntireColumn: ({ sheet, area }) =>
      rangeOf(sheet, { ...area, firstRow: 0, lastRow: MAX_ROW }),
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      checkSize(area, Number(rows), Number(columns));
    },
    merge: ({ sheet, area }) => {
      sheet.merges = sheet.merges.filter((merged) => !overlaps(merged, area));
      sheet.merges.push(area);
    },
    unmerge: ({ sheet, area }) => {
      sheet.merges = sheet.merges.filter((merged) => !overlaps(merged, area));
    },
    delete: deleteCells,
    clear: ({ sheet, area }, [applyTo]) => {
      clearCells(sheet, area, typeof applyTo === 'string' ? applyTo : 'All');
    },
    select: ({ sheet, area }, _args, { book }) => {
      if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
      book.activeSheetId = sheet.id;
      book.selection = withMerged(sheet, area);
    },
    getMergedAreasOrNullObject: ({ sheet, area }) => {
      const areas = sheet.merges.filter((merged) => overlaps(merged, area));
      return areas.length === 0 ? NULL_OBJECT : rangeAreasType.of({ sheet, areas });
    },
    getSpecialCellsOrNullObject: ({ sheet, area }, [kind]) => {
      if (kind !== 'Formulas') throw new HostError('NotSimulated', `special cells ${String(kind)}`);
      const areas: CellRange[] = [];
      forEachCell(sheet, area, (row, column, cell) => {
        if (cell?.formula === undefined) return;
        areas.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
      });
      return areas.length === 0 ? NULL_OBJECT : rangeAreasType.of({ sheet, areas: joined(areas) });
    },
  },
});

interface RangeAreas {
  readonly sheet: Sheet;
  readonly areas: readonly CellRange[];
}

const rangeAreasType = defineType<RangeAreas>({
  name: 'RangeAreas',
  get: {
    areas: (self) => rangeCollectionType.of(self),
    areaCount: ({ areas }) => areas.length,
    address: ({ sheet, areas }) =>
      areas.map((area) => `${quotedName(sheet.name)}!${areaAddress(area)}`).join(','),
  },
});

const rangeCollectionType = defineType<RangeAreas>({
  name: 'RangeCollection',
  items: ({ sheet, areas }) => areas.map((area) => rangeOf(sheet, area)),
});

const rangeSortType = defineType<Range>({
  name: 'RangeSort',
  call: {
    apply: ({ sheet, area }, [fields, , hasHeaders]) => {
      if (hasHeaders === true) throw new HostError('NotSimulated', 'sorting below a header');
      checkUnprotected(sheet);
      sortRange(sheet, area, fields as readonly SortField[]);
    },
  },
});

export function rangeOf(sheet: Sheet, area: CellRange): HostObject {
  const isInside =
    area.firstRow >= 0 &&
    area.firstColumn >= 0 &&
    area.lastRow >= area.firstRow &&
    area.lastColumn >= area.firstColumn &&
    area.lastRow <= MAX_ROW &&
    area.lastColumn <= MAX_COLUMN;
  if (!isInside) throw new HostError('InvalidArgument', 'The area lies outside the sheet');
  return rangeType.of({ sheet, area });
}

export function usedRange(sheet: Sheet, valuesOnly: boolean): HostObject | symbol {
  const area = usedArea(sheet, valuesOnly);
  return area === undefined ? NULL_OBJECT : rangeOf(sheet, area);
}

function grid<T>({ sheet, area }: Range, read: (cell: Cell | undefined) => T): T[][] | null {
  const rows = area.lastRow - area.firstRow + 1;
  const columns = area.lastColumn - area.firstColumn + 1;
  if (rows * columns > MAX_READ_CELLS) return null;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      read(cellAt(sheet, area.firstRow + row, area.firstColumn + column)),
    ),
  );
}

/** `null` in an array leaves its cell alone; one value is written into every cell. */
function write(
  { sheet, area }: Range,
  value: unknown,
  put: (input: Scalar, cell: Cell | undefined) => Cell,
): void {
  checkUnprotected(sheet);
  const inputs = Array.isArray(value) ? (value as (Scalar | null)[][]) : undefined;
  if (inputs) checkSize(area, inputs.length, inputs[0]?.length ?? 0);
  forEachCell(sheet, area, (row, column, cell) => {
    const input = inputs
      ? inputs[row - area.firstRow]?.[column - area.firstColumn]
      : (value as Scalar | null);
    if (input === null || input === undefined) return;
    if (typeof input === 'string' && input.length > 32_767) {
      throw new HostError('InvalidArgument', 'A text is too long for a cell');
    }
    const covered = sheet.merges.find(
      (merged) =>
        overlaps(merged, {
          firstRow: row,
          lastRow: row,
          firstColumn: column,
          lastColumn: column,
        }) &&
        (merged.firstRow !== row || merged.firstColumn !== column),
    );
    if (covered && input !== '') {
      throw new HostError(
        'NotSimulated',
        `writing under the merged cell at ${columnLetter(column)}`,
      );
    }
    putCell(sheet, row, column, put(input, cell));
  });
}

function checkSize(area: CellRange, rows: number, columns: number): void {
  const fits =
    rows === area.lastRow - area.firstRow + 1 && columns === area.lastColumn - area.firstColumn + 1;
  if (!fits) {
    throw new HostError('InvalidArgument', 'The array does not have the size of the range');
  }
}

function sameForRows(sheet: Sheet, area: CellRange): boolean | null {
  const last = Math.min(area.lastRow, sheet.rows.length);
  let hidden = 0;
  for (let row = area.firstRow; row <= last; row++) {
    if (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row)) hidden++;
  }
  if (hidden === 0) return false;
  return hidden === area.lastRow - area.firstRow + 1 ? true : null;
}

/** Only whole rows up to the last one with content: formulas above keep what they refer to. */
function deleteCells({ sheet, area }: Range, [shift]: readonly unknown[]): void {
  checkUnprotected(sheet);
  const isWholeRows = area.firstColumn === 0 && area.lastColumn === MAX_COLUMN;
  if (!isWholeRows || shift !== 'Up') throw new HostError('NotSimulated', 'deleting cells');
  const count = area.lastRow - area.firstRow + 1;
  sheet.rows.splice(area.firstRow, count);
  const move = (row: number) => (row > area.lastRow ? row - count : row);
  const stays = (row: number) => row < area.firstRow || row > area.lastRow;
  sheet.hiddenRows = new Set([...sheet.hiddenRows].filter(stays).map(move));
  sheet.rowHeights = new Map([...sheet.rowHeights].filter(([row]) => stays(row)));
  for (const table of sheet.tables) {
    if (table.area.lastRow >= area.firstRow && table.area.firstRow < area.firstRow) {
      const removed = Math.min(table.area.lastRow, area.lastRow) - area.firstRow + 1;
      table.area = { ...table.area, lastRow: table.area.lastRow - removed };
    }
  }
}

function clearCells(sheet: Sheet, area: CellRange, applyTo: string): void {
  checkUnprotected(sheet);
  forEachCell(sheet, area, (row, column, cell) => {
    if (cell === undefined) return;
    if (applyTo === 'All') putCell(sheet, row, column, undefined);
    else if (applyTo === 'Contents')
      putCell(sheet, row, column, { value: '', format: cell.format });
    else if (applyTo === 'Formats') putCell(sheet, row, column, { ...cell, format: GENERAL });
    else throw new HostError('NotSimulated', `clearing ${applyTo}`);
  });
}

/** Who selects a part of merged cells selects them all. */
function withMerged(sheet: Sheet, area: CellRange): CellRange {
  return sheet.merges
    .filter((merged) => overlaps(merged, area))
    .reduce(
      (all, merged) => ({
        firstRow: Math.min(all.firstRow, merged.firstRow),
        lastRow: Math.max(all.lastRow, merged.lastRow),
        firstColumn: Math.min(all.firstColumn, merged.firstColumn),
        lastColumn: Math.max(all.lastColumn, merged.lastColumn),
      }),
      area,
    );
}

/** Cells that stand one below the other, as one area. */
function joined(cells: readonly CellRange[]): CellRange[] {
  const areas: CellRange[] = [];
  const byColumn = [...cells].sort(
    (a, b) => a.firstColumn - b.firstColumn || a.firstRow - b.firstRow,
  );
  for (const cell of byColumn) {
    const last = areas.at(-1);
    if (last?.firstColumn === cell.firstColumn && last.lastRow + 1 === cell.firstRow) {
      areas[areas.length - 1] = { ...last, lastRow: cell.lastRow };
    } else areas.push(cell);
  }
  return areas;
}
