import type { Book } from '../book';
import { HostError } from '../hostError';
import { defineType } from './hostType';
import { namesType } from './names';
import { rangeOf } from './range';
import { tablesType } from './tables';
import { worksheetsType } from './worksheet';

const DAYS_TO_1904 = 1462;

export const workbookType = defineType<Book>({
  name: 'Workbook',
  get: {
    name: ({ name }) => name,
    worksheets: (book) => worksheetsType.of(book),
    names: (book) => namesType.of({ owner: book }),
    tables: (book) => tablesType.of({ sheets: () => book.sheets }),
    application: (book) => applicationType.of(book),
    protection: (book) => protectionType.of(book),
    functions: (book) => functionsType.of(book),
  },
  call: {
    getSelectedRange: (book) => {
      const sheet = book.sheets.find(({ id }) => id === book.activeSheetId);
      if (!sheet) throw new HostError('InvalidSelection');
      return rangeOf(sheet, book.selection);
    },
    _RemoveReference: (_book, [id], { kept }) => {
      kept.delete(String(id));
    },
  },
});

const applicationType = defineType<Book>({
  name: 'Application',
  call: {
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
});

const protectionType = defineType<Book>({
  name: 'WorkbookProtection',
  get: { protected: ({ isProtected }) => isProtected },
});

/** Worksheet functions that are called without a cell. */
const functionsType = defineType<Book>({
  name: 'Functions',
  call: {
    date: (book, [year, month, day]) => {
      const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
      return functionResultType.of(serial - (book.date1904 ? DAYS_TO_1904 : 0));
    },
  },
});

const functionResultType = defineType<number>({
  name: 'FunctionResult',
  get: {
    value: (serial) => serial,
    error: () => null,
  },
});
