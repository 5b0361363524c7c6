import type { CellRange } from '../../../src/core';
import { createBridge, hostError, property, type Bridge, type Member } from './bridge';
import type { BookModel, HostState, WpsBuild } from './hostState';
import { loadContent, type HostContent } from './loadContent';
import { createRange, oneBased } from './rangeObject';
import { createSheetModel } from './sheetModel';
import { createTaskPanes, type TaskPanes } from './taskPanes';
import { createWorksheet, placeOf, requireStructure } from './worksheetObject';

/** A WPS spreadsheet program without a window. */
export interface WpsHost {
  /** What pages find at `window.Application`, or at `window.wps` in an old build. */
  readonly root: object;
  readonly bridge: Bridge;
  readonly state: HostState;
  readonly book: BookModel;
  readonly panes: TaskPanes;
  /** Another workbook comes to the front. */
  openOther(): void;
}

/** The program with one workbook open. */
export function createWpsHost(content: HostContent | BookModel, build: WpsBuild = {}): WpsHost {
  const bridge = createBridge();
  const book = 'active' in content ? content : loadContent(content);
  const state: HostState = {
    bridge,
    build,
    books: [book],
    activeBook: book,
    isEditing: false,
    version: 0,
    flags: {
      ScreenUpdating: true,
      EnableEvents: true,
      DisplayAlerts: true,
      Calculation: -4105,
      StatusBar: false,
      CutCopyMode: false,
      CopyObjectsWithCells: true,
    },
  };
  const panes = createTaskPanes(bridge, build);
  const root = createApplication(state, panes);
  return {
    root:
      build.onlyEtApplication === true
        ? bridge.expose('Wps', { EtApplication: { call: () => root }, ...panes.members })
        : root,
    bridge,
    state,
    book,
    panes,
    openOther() {
      const other = loadContent({ name: '另一本.xlsx', sheets: [{ name: 'Sheet1', rows: [] }] });
      state.books.push(other);
      state.activeBook = other;
    },
  };
}

function createApplication(host: HostState, panes: TaskPanes): object {
  const flag = (key: keyof HostState['flags'], values: readonly string[]): Member => ({
    get: () => host.flags[key],
    set: (value) => {
      if (host.isEditing) throw hostError('a cell is being edited');
      if (!values.includes(typeof value)) throw hostError(`${key} takes ${values.join(', ')}`);
      Object.assign(host.flags, { [key]: value });
    },
  });
  return host.bridge.expose('Application', {
    // WPS says so for the sake of macros that ask.
    Name: property(() => 'Microsoft Excel'),
    Version: property(() => '12.1.0'),
    Build: property(() => '12.1.0.99999'),
    Ready: property(() => !host.isEditing),
    ActiveWorkbook: property(() =>
      host.activeBook === undefined ? null : createBook(host, host.activeBook),
    ),
    Workbooks: property(() => workbooksOf(host)),
    ActiveWindow: property(() =>
      host.activeBook === undefined ? null : windowOf(host, host.activeBook),
    ),
    ActiveSheet: property(() =>
      host.activeBook === undefined
        ? null
        : createWorksheet(host, host.activeBook, host.activeBook.active),
    ),
    Selection: property(() => {
      const book = host.activeBook;
      const area = book?.selection?.area;
      return book === undefined || area === undefined
        ? null
        : createRange({ host, book, sheet: book.active, areas: [area] });
    }),
    ScreenUpdating: flag('ScreenUpdating', ['boolean']),
    EnableEvents: flag('EnableEvents', ['boolean']),
    DisplayAlerts: flag('DisplayAlerts', ['boolean']),
    Calculation: flag('Calculation', ['number']),
    StatusBar: flag('StatusBar', ['string', 'boolean']),
    CutCopyMode: flag('CutCopyMode', ['boolean', 'number']),
    CopyObjectsWithCells: flag('CopyObjectsWithCells', ['boolean']),
    ...panes.members,
  });
}

const books = new WeakMap<BookModel, object>();

function createBook(host: HostState, book: BookModel): object {
  const known = books.get(book);
  if (known !== undefined) return known;
  const object = host.bridge.expose('Workbook', {
    Name: property(() => book.name),
    FullName: property(() => book.fullName),
    ReadOnly: property(() => book.isReadOnly),
    ProtectStructure: property(() => book.isStructureProtected),
    Date1904: property(() => book.date1904),
    Worksheets: property(() => worksheetsOf(host, book)),
    ActiveSheet: property(() => createWorksheet(host, book, book.active)),
    Activate: {
      call: () => {
        host.activeBook = book;
      },
    },
    Close: {
      call: () => {
        host.books.splice(host.books.indexOf(book), 1);
        if (host.activeBook === book) host.activeBook = host.books[0];
      },
    },
  });
  books.set(book, object);
  return object;
}

function workbooksOf(host: HostState): object {
  return host.bridge.expose('Workbooks', {
    Count: property(() => host.books.length),
    Item: {
      call: (at) => {
        const book = host.books[oneBased(at, host.books.length) - 1];
        if (book === undefined) throw hostError('no such workbook');
        return createBook(host, book);
      },
    },
    Add: {
      call: () => {
        const book = loadContent({ name: '工作簿1', sheets: [{ name: 'Sheet1', rows: [] }] });
        host.books.push(book);
        host.activeBook = book;
        return createBook(host, book);
      },
    },
  });
}

function worksheetsOf(host: HostState, book: BookModel): object {
  return host.bridge.expose('Worksheets', {
    Count: property(() => book.sheets.length),
    Item: {
      call: (key) => {
        const sheet =
          typeof key === 'string'
            ? book.sheets.find(({ name }) => name.toLowerCase() === key.toLowerCase())
            : book.sheets[oneBased(key, book.sheets.length) - 1];
        if (sheet === undefined) throw hostError('no such sheet');
        return createWorksheet(host, book, sheet);
      },
    },
    Add: {
      call: (before, after, count, type) => {
        requireStructure(host, book);
        if (count !== undefined || type !== undefined) throw hostError('one worksheet at a time');
        const place = placeOf(book, before, after);
        const sheet = createSheetModel(freeSheetName(book));
        book.sheets.splice(place, 0, sheet);
        book.active = sheet;
        return createWorksheet(host, book, sheet);
      },
    },
  });
}

function freeSheetName(book: BookModel): string {
  for (let n = 1; ; n++) {
    const name = `Sheet${String(n)}`;
    if (!book.sheets.some((sheet) => sheet.name === name)) return name;
  }
}

function windowOf(host: HostState, book: BookModel): object {
  let split = { rows: 0, columns: 0 };
  return host.bridge.expose('Window', {
    FreezePanes: property(
      () => book.active.frozen !== undefined,
      (on: boolean) => {
        book.active.frozen = on ? split : undefined;
      },
    ),
    SplitRow: property(
      () => split.rows,
      (rows: number) => {
        split = { ...split, rows };
      },
    ),
    SplitColumn: property(
      () => split.columns,
      (columns: number) => {
        split = { ...split, columns };
      },
    ),
    ScrollRow: property(
      () => 1,
      () => undefined,
    ),
    ScrollColumn: property(
      () => 1,
      () => undefined,
    ),
    RangeSelection: property(() => {
      const area: CellRange | undefined = book.selection?.area;
      if (area === undefined) throw hostError('nothing is selected');
      return createRange({ host, book, sheet: book.active, areas: [area] });
    }),
  });
}
