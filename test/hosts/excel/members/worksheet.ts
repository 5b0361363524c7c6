import { parseArea } from '../address';
import { createSheet, findSheet, nextId, type Book, type Sheet } from '../book';
import { followRename, loseReferences } from '../formulas';
import { HostError } from '../hostError';
import { chartsType } from './charts';
import { defineType, NULL_OBJECT, type HostObject, type TypeOf } from './hostType';
import { namesType } from './names';
import { pageLayoutType } from './pageLayout';
import { rangeOf, usedRange } from './range';
import { rangeArgument } from './rangeArea';
import { tablesType } from './tables';

const LONGEST_NAME = 31;

export const worksheetsType = defineType<Book>({
  name: 'WorksheetCollection',
  items: ({ sheets }) => sheets.map((sheet) => worksheetType.of(sheet)),
  item: (book, key) => {
    const sheet = findSheet(book, String(key));
    return sheet && worksheetType.of(sheet);
  },
  call: {
    add: (book, [name]) => {
      checkStructure(book);
      const sheet = createSheet(book, freeName(book, 'Sheet'));
      if (name !== null && name !== undefined) rename(book, sheet, name);
      book.sheets.push(sheet);
      return worksheetType.of(sheet);
    },
    getItemOrNullObject: (book, [key]) => {
      const sheet = findSheet(book, String(key));
      return sheet ? worksheetType.of(sheet) : NULL_OBJECT;
    },
    getActiveWorksheet: (book) => {
      const sheet = book.sheets.find(({ id }) => id === book.activeSheetId) ?? book.sheets[0];
      return sheet ? worksheetType.of(sheet) : NULL_OBJECT;
    },
  },
});

const worksheetType: TypeOf<Sheet> = defineType<Sheet>({
  name: 'Worksheet',
  get: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    visibility: ({ visibility }) => visibility,
    position: (sheet, { book }) => book.sheets.indexOf(sheet),
    tabColor: ({ tabColor }) => tabColor,
    names: (sheet) => namesType.of({ owner: sheet }),
    tables: (sheet) => tablesType.of({ sheets: () => [sheet] }),
    charts: (sheet) => chartsType.of(sheet),
    protection: (sheet) => protectionType.of(sheet),
    freezePanes: (sheet) => freezePanesType.of(sheet),
    pageLayout: (sheet) => pageLayoutType.of(sheet),
    autoFilter: (sheet) => autoFilterType.of(sheet),
  },
  set: {
    name: (sheet, value, { book }) => {
      rename(book, sheet, value);
    },
    visibility: (sheet, value, { book }) => {
      checkStructure(book);
      const others = book.sheets.filter((other) => other !== sheet);
      if (value !== 'Visible' && !others.some(({ visibility }) => visibility === 'Visible')) {
        throw new HostError('InvalidOperation', 'One sheet must stay visible');
      }
      sheet.visibility = value as Sheet['visibility'];
    },
    position: (sheet, value, { book }) => {
      checkStructure(book);
      const at = Number(value);
      if (at < 0 || at >= book.sheets.length) throw new HostError('InvalidArgument', 'position');
      book.sheets = book.sheets.filter((other) => other !== sheet);
      book.sheets.splice(at, 0, sheet);
    },
    tabColor: (sheet, value) => {
      sheet.tabColor = String(value);
    },
    showGridlines: (sheet, value) => {
      sheet.showGridlines = value === true;
    },
  },
  call: {
    getRange: (sheet, [address]) => rangeOf(sheet, parseArea(String(address))),
    getRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      rangeOf(sheet, {
        firstRow: Number(row),
        lastRow: Number(row) + Number(rows) - 1,
        firstColumn: Number(column),
        lastColumn: Number(column) + Number(columns) - 1,
      }),
    getUsedRangeOrNullObject: (sheet, [valuesOnly]) => usedRange(sheet, valuesOnly === true),
    activate: (sheet, _args, { book }) => {
      if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
      book.activeSheetId = sheet.id;
    },
    copy: (sheet, [position, relative], { book }) => {
      checkStructure(book);
      const copy = copySheet(book, sheet);
      const target = (relative as HostObject | undefined)?.self as Sheet | undefined;
      const at = target ? book.sheets.indexOf(target) : 0;
      if (position === 'End') book.sheets.push(copy);
      else if (position === 'After') book.sheets.splice(at + 1, 0, copy);
      else if (position === 'Before') book.sheets.splice(at, 0, copy);
      else throw new HostError('NotSimulated', `a copy at ${String(position)}`);
      return worksheetType.of(copy);
    },
    delete: (sheet, _args, { book }) => {
      checkStructure(book);
      if (sheet.visibility === 'VeryHidden') throw new HostError('InvalidOperation');
      const others = book.sheets.filter((other) => other !== sheet);
      if (!others.some(({ visibility }) => visibility === 'Visible')) {
        throw new HostError('InvalidOperation', 'One sheet must stay visible');
      }
      book.sheets = others;
      loseReferences(book, sheet.name);
      if (book.activeSheetId === sheet.id) {
        book.activeSheetId = others.find(({ visibility }) => visibility === 'Visible')?.id ?? '';
      }
    },
  },
});

function checkStructure(book: Book): void {
  if (book.isProtected) throw new HostError('AccessDenied', 'The workbook is protected');
}

function rename(book: Book, sheet: Sheet, value: unknown): void {
  checkStructure(book);
  const name = String(value);
  const isValid = name !== '' && name.length <= LONGEST_NAME && !/[[\]:*?/\\]|^'|'$/.test(name);
  if (!isValid) throw new HostError('InvalidArgument', 'This is no name for a sheet');
  const other = findSheet(book, name);
  if (other && other !== sheet) throw new HostError('ItemAlreadyExists');
  followRename(book, sheet.name, name);
  sheet.name = name;
}

function freeName(book: Book, stem: string): string {
  for (let number = 1; ; number++) {
    const name = `${stem}${String(number)}`;
    if (!findSheet(book, name)) return name;
  }
}

/** All that stands on the sheet; its tables get names of their own. */
function copySheet(book: Book, sheet: Sheet): Sheet {
  let name = '';
  for (let number = 2; name === '' || findSheet(book, name); number++) {
    const end = ` (${String(number)})`;
    name = sheet.name.slice(0, LONGEST_NAME - end.length) + end;
  }
  const { rows, ...rest } = sheet;
  const copy: Sheet = {
    ...structuredClone(rest),
    id: nextId(book),
    name,
    // Cells are never changed, only replaced.
    rows: rows.map((cells) => cells.slice()),
    tables: sheet.tables.map((table) => ({
      ...table,
      id: nextId(book),
      name: `${table.name}_${String(book.lastId)}`,
    })),
  };
  return copy;
}

const protectionType = defineType<Sheet>({
  name: 'WorksheetProtection',
  get: { protected: ({ isProtected }) => isProtected },
  call: {
    protect: (sheet) => {
      sheet.isProtected = true;
    },
  },
});

const freezePanesType = defineType<Sheet>({
  name: 'WorksheetFreezePanes',
  call: {
    freezeAt: (sheet, [corner]) => {
      const { area } = rangeArgument(corner, sheet);
      sheet.frozen = { rows: area.lastRow + 1, columns: area.lastColumn + 1 };
    },
    freezeRows: (sheet, [count]) => {
      sheet.frozen = { rows: Number(count), columns: 0 };
    },
    freezeColumns: (sheet, [count]) => {
      sheet.frozen = { rows: 0, columns: Number(count) };
    },
  },
});

const autoFilterType = defineType<Sheet>({
  name: 'AutoFilter',
  get: { isDataFiltered: ({ filteredRows }) => filteredRows.size > 0 },
  call: {
    clearCriteria: (sheet) => {
      sheet.filteredRows.clear();
    },
    remove: (sheet) => {
      sheet.filteredRows.clear();
      sheet.filter = undefined;
    },
  },
});
