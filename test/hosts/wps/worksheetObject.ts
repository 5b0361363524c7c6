import type { CellRange } from '../../../src/core';
import { hostError, property, type Member, type Members } from './bridge';
import { chartsOf, shapesOf } from './chartObjects';
import { requireWritable, type BookModel, type HostState } from './hostState';
import { contextOf, createRange, createRangeOn, oneBased } from './rangeObject';
import {
  copyCells,
  createSheetModel,
  MAX_COLUMNS,
  overlaps,
  usedArea,
  type NameModel,
  type SheetModel,
} from './sheetModel';

const FORBIDDEN = /[:\\/?*[\]]/;
const LONGEST_NAME = 31;

const objects = new WeakMap<SheetModel, object>();
const models = new WeakMap<object, SheetModel>();

export function createWorksheet(host: HostState, book: BookModel, sheet: SheetModel): object {
  const known = objects.get(sheet);
  if (known !== undefined) return known;
  const { bridge, build } = host;
  const whole: CellRange = {
    firstRow: 0,
    lastRow: 1_048_575,
    firstColumn: 0,
    lastColumn: MAX_COLUMNS - 1,
  };
  const range = (area: CellRange) => createRange({ host, book, sheet, areas: [area] });
  const object = bridge.expose('Worksheet', {
    Name: property(
      () => sheet.name,
      (name: unknown) => {
        requireName(book, sheet, name);
        rename(book, sheet, name as string);
      },
    ),
    Index: property(() => book.sheets.indexOf(sheet) + 1),
    Visible: property(
      () => sheet.visible,
      (visible: unknown) => {
        requireStructure(host, book);
        const others = book.sheets.filter((other) => other !== sheet && other.visible === -1);
        if (visible !== -1 && others.length === 0) throw hostError('one sheet must be shown');
        sheet.visible = Number(visible);
        if (visible !== -1 && book.active === sheet) book.active = others[0] ?? sheet;
      },
    ),
    ProtectContents: property(() => sheet.isProtected),
    Tab: property(() =>
      bridge.expose('Tab', {
        Color: property(
          () => sheet.tabColor,
          (color: number | undefined) => {
            sheet.tabColor = color;
          },
        ),
      }),
    ),
    UsedRange: property(() => range(usedArea(sheet))),
    Cells: property(() => {
      const cells = range(whole);
      return cells;
    }),
    Range: { call: (address) => createRangeOn(host, book, sheet, address) },
    Activate: {
      call: () => {
        if (sheet.visible !== -1) throw hostError('a hidden sheet cannot be shown');
        book.active = sheet;
        host.activeBook = book;
      },
    },
    Copy: {
      call: (before, after) => {
        requireStructure(host, book);
        if (sheet.visible === 2) throw hostError('a very hidden sheet cannot be copied');
        copySheet(book, sheet, placeOf(book, before, after));
      },
    },
    Move: {
      call: (before, after) => {
        requireStructure(host, book);
        const target = placeOf(book, before, after);
        const at = book.sheets.indexOf(sheet);
        book.sheets.splice(at, 1);
        book.sheets.splice(target > at ? target - 1 : target, 0, sheet);
      },
    },
    Delete: {
      call: () => {
        requireStructure(host, book);
        if (host.flags.DisplayAlerts) throw hostError('a question is open before the user');
        deleteSheet(book, sheet);
      },
    },
    Names: property(() => namesOf(host, book, sheet)),
    Hyperlinks: property(() =>
      bridge.expose('Hyperlinks', {
        Add: {
          call: (anchor, address, subAddress) => {
            requireWritable(host, sheet);
            const area = contextOf(anchor).areas[0];
            if (area === undefined || address !== '') throw hostError('links within the workbook');
            sheet.links.set(area.firstRow * MAX_COLUMNS + area.firstColumn, String(subAddress));
          },
        },
      }),
    ),
    AutoFilterMode: property(
      () => sheet.filter !== undefined,
      (on: unknown) => {
        if (on !== false) throw hostError('AutoFilterMode can be turned off only');
        sheet.filter = undefined;
        unfilter(sheet);
      },
    ),
    AutoFilter: property(() =>
      sheet.filter === undefined
        ? undefined
        : bridge.expose('AutoFilter', { Range: property(() => range(sheet.filter ?? whole)) }),
    ),
    FilterMode: property(() => sheet.isFiltered),
    ShowAllData: {
      call: () => {
        if (!sheet.isFiltered) throw hostError('nothing is filtered');
        unfilter(sheet);
      },
    },
    // A member that a build lacks is read as undefined.
    ListObjects: property(() =>
      build.withoutTables === true ? undefined : tablesOf(host, book, sheet),
    ),
    PageSetup: property(() => pageSetupOf(host, sheet)),
    ChartObjects: { call: () => chartsOf(host, sheet) },
    Shapes: property(() => shapesOf(host, sheet)),
  });
  objects.set(sheet, object);
  models.set(object, sheet);
  return object;
}

function unfilter(sheet: SheetModel): void {
  if (sheet.isFiltered) sheet.hiddenRows.clear();
  sheet.isFiltered = false;
}

export function requireStructure(host: HostState, book: BookModel): void {
  if (host.isEditing) throw hostError('a cell is being edited');
  if (book.isStructureProtected) throw hostError('the workbook is protected');
  host.version++;
}

function requireName(book: BookModel, sheet: SheetModel, name: unknown): void {
  const isValid =
    typeof name === 'string' &&
    name !== '' &&
    name.length <= LONGEST_NAME &&
    !FORBIDDEN.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'");
  if (!isValid) throw hostError('no name for a sheet');
  const same = (other: SheetModel) => other.name.toLowerCase() === name.toLowerCase();
  if (book.sheets.some((other) => other !== sheet && same(other))) {
    throw hostError('the name is taken');
  }
}

/** Formulas and names follow the sheet's new name. */
function rename(book: BookModel, sheet: SheetModel, name: string): void {
  const from = `${quoted(sheet.name)}!`;
  const to = `${quoted(name)}!`;
  sheet.name = name;
  replaceReferences(book, from, to);
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function replaceReferences(book: BookModel, from: string, to: string): void {
  for (const other of book.sheets) {
    for (const item of other.names.values()) item.refersTo = item.refersTo.replaceAll(from, to);
    for (const { formulas } of other.columns) {
      for (const [row, formula] of formulas) {
        if (formula.text.includes(from)) {
          formulas.set(row, { ...formula, text: formula.text.replaceAll(from, to) });
        }
      }
    }
  }
}

function deleteSheet(book: BookModel, sheet: SheetModel): void {
  const others = book.sheets.filter((other) => other !== sheet);
  if (!others.some(({ visible }) => visible === -1)) throw hostError('one sheet must be shown');
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  replaceReferences(book, `${quoted(sheet.name)}!`, '#REF!');
  if (book.active === sheet)
    book.active = others.find(({ visible }) => visible === -1) ?? book.active;
}

function copySheet(book: BookModel, sheet: SheetModel, place: number): void {
  const copy = createSheetModel(freeName(book, sheet.name));
  copyCells(sheet, copy);
  Object.assign(copy, {
    visible: sheet.visible,
    tabColor: sheet.tabColor,
    filter: sheet.filter,
    isFiltered: sheet.isFiltered,
    hiddenRows: new Set(sheet.hiddenRows),
    frozen: sheet.frozen,
    tables: sheet.tables.map((table) => ({ ...table, name: `${table.name}_${String(place)}` })),
    charts: sheet.charts.map((chart) => ({ ...chart })),
    names: new Map([...sheet.names].map(([key, item]) => [key, { ...item }])),
    pageSetup: { ...sheet.pageSetup },
  });
  book.sheets.splice(place, 0, copy);
  if (copy.visible === -1) book.active = copy;
}

function freeName(book: BookModel, name: string): string {
  for (let n = 2; ; n++) {
    const suffix = ` (${String(n)})`;
    const candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!book.sheets.some((other) => other.name === candidate)) return candidate;
  }
}

/** Where a sheet goes; without either argument before the active one. */
export function placeOf(book: BookModel, before: unknown, after: unknown): number {
  const place = (sheet: unknown) => {
    const model = typeof sheet === 'object' && sheet !== null ? models.get(sheet) : undefined;
    if (model === undefined || !book.sheets.includes(model)) throw hostError('no such sheet');
    return book.sheets.indexOf(model);
  };
  if (before !== undefined && before !== null) return place(before);
  if (after !== undefined && after !== null) return place(after) + 1;
  return book.sheets.indexOf(book.active);
}

function namesOf(host: HostState, book: BookModel, sheet: SheetModel): object {
  return host.bridge.expose('Names', {
    Count: property(() => sheet.names.size),
    Item: {
      call: (key) => {
        const found =
          typeof key === 'number'
            ? [...sheet.names.values()][oneBased(key, sheet.names.size) - 1]
            : sheet.names.get(String(key).toUpperCase());
        if (found === undefined) throw hostError('no such name');
        return nameOf(host, sheet, found);
      },
    },
    Add: {
      call: (name, refersTo, visible) => {
        requireStructure(host, book);
        if (typeof refersTo !== 'string' || !refersTo.startsWith('=')) throw hostError('RefersTo');
        sheet.names.set(String(name).toUpperCase(), {
          name: String(name),
          refersTo,
          visible: visible !== false,
        });
      },
    },
  });
}

function nameOf(host: HostState, sheet: SheetModel, item: NameModel): object {
  return host.bridge.expose('Name', {
    Name: property(() => `${quoted(sheet.name)}!${item.name}`),
    RefersTo: property(() => item.refersTo),
    Delete: {
      call: () => {
        sheet.names.delete(item.name.toUpperCase());
      },
    },
  });
}

function tablesOf(host: HostState, book: BookModel, sheet: SheetModel): object {
  return host.bridge.expose('ListObjects', {
    Count: property(() => sheet.tables.length),
    Item: {
      call: (at) => {
        const table = sheet.tables[oneBased(at, sheet.tables.length) - 1];
        if (table === undefined) throw hostError('no such table');
        return tableOf(host, book, sheet, table);
      },
    },
    Add: {
      call: (source, target, _link, hasHeaders) => {
        requireWritable(host, sheet);
        const area = contextOf(target).areas[0];
        if (source !== 1 || hasHeaders !== 1 || area === undefined)
          throw hostError('ListObjects.Add');
        const clash =
          sheet.tables.some((other) => overlaps(other.area, area)) ||
          sheet.merges.some((merge) => overlaps(merge, area)) ||
          (sheet.filter !== undefined && overlaps(sheet.filter, area));
        if (clash) throw hostError('a table cannot lie there');
        const number = book.sheets.reduce((sum, { tables }) => sum + tables.length, 1);
        const table = { name: `表${String(number)}`, area, style: '' };
        sheet.tables.push(table);
        return tableOf(host, book, sheet, table);
      },
    },
  });
}

function tableOf(
  host: HostState,
  book: BookModel,
  sheet: SheetModel,
  table: SheetModel['tables'][number],
): object {
  return host.bridge.expose('ListObject', {
    Name: property(
      () => table.name,
      (name: string) => {
        const taken = book.sheets.some(({ tables }) =>
          tables.some((other) => other !== table && other.name === name),
        );
        if (taken) throw hostError('the name is taken');
        table.name = name;
      },
    ),
    TableStyle: property(
      () => table.style,
      (style: string) => {
        table.style = style;
      },
    ),
    Range: property(() => createRange({ host, book, sheet, areas: [table.area] })),
    ShowAutoFilter: property(() => true),
    Resize: {
      call: (range) => {
        requireWritable(host, sheet);
        table.area = contextOf(range).areas[0] ?? table.area;
      },
    },
    Unlist: {
      call: () => {
        requireWritable(host, sheet);
        sheet.tables = sheet.tables.filter((other) => other !== table);
      },
    },
  });
}

const PAGE_SETUP = [
  'Orientation',
  'PaperSize',
  'Zoom',
  'FitToPagesWide',
  'FitToPagesTall',
  'PrintTitleRows',
  'PrintTitleColumns',
  'PrintArea',
  'LeftFooter',
  'CenterFooter',
  'RightFooter',
];

function pageSetupOf(host: HostState, sheet: SheetModel): object {
  const member = (key: string): Member => ({
    get: () => sheet.pageSetup[key],
    set: (value) => {
      sheet.pageSetup[key] = value;
    },
  });
  const members: Members = Object.fromEntries(PAGE_SETUP.map((key) => [key, member(key)]));
  return host.bridge.expose('PageSetup', members);
}
