import { overlaps } from '../address';
import { nextId, type Book, type Sheet, type Table } from '../book';
import { valueOf } from '../formulas';
import { HostError } from '../hostError';
import { defineType, type HostObject } from './hostType';
import { rangeOf } from './range';
import { checkUnprotected, rangeArgument } from './rangeArea';

export const tablesType = defineType<{ readonly sheets: () => readonly Sheet[] }>({
  name: 'TableCollection',
  items: ({ sheets }) =>
    sheets().flatMap((sheet) => sheet.tables.map((table) => tableType.of({ sheet, table }))),
  item: ({ sheets }, key) => findTable(sheets(), key),
  call: {
    add: ({ sheets }, [address, hasHeaders], { book }) => {
      const [sheet] = sheets();
      if (!sheet) throw new HostError('ItemNotFound');
      return addTable(book, rangeArgument(address, sheet).sheet, {
        area: rangeArgument(address, sheet).area,
        hasHeaders,
      });
    },
  },
});

function addTable(
  book: Book,
  sheet: Sheet,
  { area, hasHeaders }: { area: Table['area']; hasHeaders: unknown },
): HostObject {
  checkUnprotected(sheet);
  if (hasHeaders !== true) throw new HostError('NotSimulated', 'a table without a header');
  if (sheet.tables.some((table) => overlaps(table.area, area))) {
    throw new HostError('InvalidArgument', 'A table cannot overlap another');
  }
  if (sheet.merges.some((merged) => overlaps(merged, area))) {
    throw new HostError('NotSimulated', 'a table over merged cells');
  }
  const headers = new Set<string>();
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const header = valueOf(book, sheet, sheet.rows[area.firstRow]?.[column]);
    if (typeof header !== 'string' || header === '' || headers.has(header)) {
      throw new HostError('NotSimulated', 'headers of a table that Excel would change');
    }
    headers.add(header);
  }
  const table = {
    id: nextId(book),
    name: `Table${String(book.lastId)}`,
    area: { ...area, lastRow: Math.max(area.lastRow, area.firstRow + 1) },
    style: 'TableStyleMedium2',
    isFiltered: false,
  };
  sheet.tables.push(table);
  return tableType.of({ sheet, table });
}

function findTable(sheets: readonly Sheet[], key: unknown): HostObject | undefined {
  for (const sheet of sheets) {
    const table = sheet.tables.find(({ id, name }) => id === key || name === key);
    if (table) return tableType.of({ sheet, table });
  }
  return undefined;
}

const tableType = defineType<{ readonly sheet: Sheet; readonly table: Table }>({
  name: 'Table',
  get: {
    id: ({ table }) => table.id,
    name: ({ table }) => table.name,
    style: ({ table }) => table.style,
    showTotals: () => false,
  },
  set: {
    name: ({ table }, value, { book }) => {
      const isTaken = book.sheets.some(({ tables }) =>
        tables.some((other) => other !== table && other.name === value),
      );
      if (isTaken) throw new HostError('InvalidArgument', 'A table has this name');
      table.name = String(value);
    },
    style: ({ table }, value) => {
      table.style = String(value);
    },
    showTotals: () => undefined,
  },
  call: {
    getRange: ({ sheet, table }) => rangeOf(sheet, table.area),
    getDataBodyRange: ({ sheet, table }) =>
      rangeOf(sheet, { ...table.area, firstRow: table.area.firstRow + 1 }),
    clearFilters: ({ sheet, table }) => {
      if (!table.isFiltered) return;
      table.isFiltered = false;
      for (let row = table.area.firstRow; row <= table.area.lastRow; row++) {
        sheet.filteredRows.delete(row);
      }
    },
    convertToRange: ({ sheet, table }) => {
      sheet.tables = sheet.tables.filter((other) => other !== table);
      return rangeOf(sheet, table.area);
    },
    delete: ({ sheet, table }) => {
      sheet.tables = sheet.tables.filter((other) => other !== table);
    },
  },
});
