import { NO_DAY, type IdColumn, type SheetLayout, type TextColumn } from '../analysis';
import type { Field } from '../columns/fields';
import type { CellColumn, RawSheet } from '../columns/rawWorkbook';
import { parseManagers, type NamedManager } from '../ownership/parseManagers';
import { cleanId, cleanName, cleanText } from './cleanText';
import { createDictionary } from './dictionaries';
import { fillMergedCells } from './fillMergedCells';
import { createIdDictionary, type IdDictionary } from './idDictionary';
import { BLANK_AMOUNT } from './parseAmount';
import {
  createDayReader,
  createIdReader,
  createTextReader,
  readAmounts,
  type AmountColumn,
  type RowWindow,
} from './readFields';

/** A ledger sheet with its place among all ledger rows. */
export interface LedgerSheet {
  readonly layout: SheetLayout;
  /** The sheet with values of merged cells filled down. */
  readonly sheet: RawSheet;
  /** 0-based worksheet row of the first data row. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** Index of its first row in the arrays over all rows. */
  readonly offset: number;
}

/** The ledger's columns, cleaned but not yet judged: one entry per row of all ledger sheets. */
export interface ReadLedger {
  readonly sheets: readonly LedgerSheet[];
  readonly rowCount: number;
  readonly layout: Uint16Array;
  readonly sourceRow: Uint32Array;
  readonly hasBalance: boolean;
  readonly hasDailyAverage: boolean;
  /** Fen; Infinity where blank, NaN where unreadable. */
  readonly balanceFen: Float64Array;
  readonly dailyAverageFen: Float64Array;
  /** 1 where decimals beyond the fen were rounded away. */
  readonly balanceRounded: Uint8Array;
  readonly dailyAverageRounded: Uint8Array;
  readonly openDay: Int32Array;
  readonly maturityDay: Int32Array;
  readonly ids: IdDictionary;
  readonly customerId: IdColumn;
  readonly accounts: IdDictionary;
  readonly accountNo: IdColumn;
  readonly customerName: TextColumn;
  readonly product: TextColumn;
  /** Second product-like column, for the product group where the first does not tell it. */
  readonly productHint: TextColumn;
  readonly share: TextColumn;
  readonly currency: TextColumn;
  readonly status: TextColumn;
  readonly details: Readonly<Record<DetailField, TextColumn>>;
  /** Index into `managerCells` of who manages, and of who acquired, each row; 0 is nobody. */
  readonly managerCell: Int32Array;
  readonly acquirerCell: Int32Array;
  readonly managerCells: readonly (readonly NamedManager[])[];
  /** Acquirers stand for managers because there is no managing column. */
  readonly acquirerAsManager: boolean;
}

export const DETAIL_FIELDS = [
  'phone',
  'branch',
  'gender',
  'idNo',
  'address',
  'employer',
  'customerType',
  'birthDate',
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** Reads and cleans the columns of all ledger sheets into arrays over their rows together. */
export function readLedger(
  sheets: readonly RawSheet[],
  layouts: readonly SheetLayout[],
): ReadLedger {
  const ledgers = placeSheets(sheets, layouts);
  const rowCount = ledgers.reduce((total, { rowCount: rows }) => total + rows, 0);
  const texts = ledgers[0]?.sheet.texts ?? { size: 0, get: () => '' };
  const windowsOf = (field: Field, position: number) => findWindows(ledgers, field, position);

  const readTexts = (field: Field, clean: (text: string) => string, position = 0): TextColumn => {
    const windows = windowsOf(field, position);
    // No array for a column that no sheet has: most of the personal data is missing in most ledgers.
    if (windows.length === 0) return { codes: new Int32Array(0), values: [''] };
    const into = createDictionary();
    const codes = new Int32Array(rowCount);
    const read = createTextReader(texts, clean, into);
    for (const window of windows) read(window, codes);
    return { codes, values: into.values };
  };
  const readIds = (field: Field, into: IdDictionary): IdColumn => {
    const codes = new Int32Array(rowCount);
    const read = createIdReader(texts, into);
    for (const window of windowsOf(field, 0)) read(window, codes);
    return { codes, shown: into.shown };
  };
  const readDays = (field: Field): Int32Array => {
    const days = new Int32Array(rowCount).fill(NO_DAY);
    const read = createDayReader(texts);
    for (const window of windowsOf(field, 0)) read(window, days);
    return days;
  };
  const readFen = (field: 'balance' | 'dailyAverage'): AmountColumn => {
    const amounts = {
      fen: new Float64Array(rowCount).fill(BLANK_AMOUNT),
      rounded: new Uint8Array(rowCount),
    };
    for (const ledger of ledgers) {
      const unit = field === 'balance' ? ledger.layout.balanceUnit : ledger.layout.dailyAverageUnit;
      const window = toWindow(ledger, field, 0);
      if (window) readAmounts(window, unit, amounts);
    }
    return amounts;
  };
  const has = (field: Field) => windowsOf(field, 0).length > 0;

  const layout = new Uint16Array(rowCount);
  const sourceRow = new Uint32Array(rowCount);
  for (const ledger of ledgers) {
    for (let i = 0; i < ledger.rowCount; i++) {
      layout[ledger.offset + i] = ledger.layout.sheetIndex;
      sourceRow[ledger.offset + i] = ledger.firstRow + i;
    }
  }
  const acquirerAsManager =
    !has('manager') && !has('managerCode') && (has('acquirer') || has('acquirerCode'));
  const cells = createManagerCells();
  const managerCell = readPeople(
    ledgers,
    rowCount,
    acquirerAsManager ? 'acquirer' : 'manager',
    cells.codeOf,
  );
  const acquirerCell = acquirerAsManager
    ? new Int32Array(rowCount)
    : readPeople(ledgers, rowCount, 'acquirer', cells.codeOf);
  const balance = readFen('balance');
  const dailyAverage = readFen('dailyAverage');
  const ids = createIdDictionary(rowCount / 2);
  const accounts = createIdDictionary(rowCount);
  const shareField = acquirerAsManager && !has('managerShare') ? 'acquirerShare' : 'managerShare';
  return {
    sheets: ledgers,
    rowCount,
    layout,
    sourceRow,
    hasBalance: has('balance'),
    hasDailyAverage: has('dailyAverage'),
    balanceFen: balance.fen,
    balanceRounded: balance.rounded,
    dailyAverageFen: dailyAverage.fen,
    dailyAverageRounded: dailyAverage.rounded,
    openDay: readDays('openDate'),
    maturityDay: readDays('maturityDate'),
    ids,
    customerId: readIds('customerId', ids),
    accounts,
    accountNo: readIds('accountNo', accounts),
    customerName: readTexts('customerName', cleanName),
    product: readTexts('product', cleanText),
    productHint: readTexts('product', cleanText, 1),
    share: readTexts(shareField, cleanText),
    currency: readTexts('currency', cleanText),
    status: readTexts('status', cleanText),
    details: readDetails(readTexts),
    managerCell,
    acquirerCell,
    managerCells: cells.values,
    acquirerAsManager,
  };
}

function readDetails(
  readTexts: (field: Field, clean: (text: string) => string) => TextColumn,
): Record<DetailField, TextColumn> {
  return {
    phone: readTexts('phone', cleanId),
    branch: readTexts('branch', cleanText),
    gender: readTexts('gender', cleanText),
    idNo: readTexts('idNo', cleanId),
    address: readTexts('address', cleanText),
    employer: readTexts('employer', cleanText),
    customerType: readTexts('customerType', cleanText),
    birthDate: readTexts('birthDate', cleanText),
  };
}

function placeSheets(sheets: readonly RawSheet[], layouts: readonly SheetLayout[]): LedgerSheet[] {
  const ledgers: LedgerSheet[] = [];
  let offset = 0;
  for (const layout of layouts) {
    const raw = sheets[layout.sheetIndex];
    if (!raw || layout.role !== 'ledger') continue;
    const firstRow = layout.headerRow + layout.headerRows;
    const rowCount = Math.max(0, raw.rowCount - firstRow);
    ledgers.push({ layout, sheet: fillMergedCells(raw, layout), firstRow, rowCount, offset });
    offset += rowCount;
  }
  return ledgers;
}

function findWindows(ledgers: readonly LedgerSheet[], field: Field, position: number): RowWindow[] {
  return ledgers.flatMap((ledger) => toWindow(ledger, field, position) ?? []);
}

function toWindow(ledger: LedgerSheet, field: Field, position: number): RowWindow | undefined {
  const index = ledger.layout.columns[field]?.[position];
  const column: CellColumn | undefined =
    index === undefined ? undefined : ledger.sheet.columns[index];
  return (
    column && {
      sheet: ledger.sheet,
      column,
      first: ledger.firstRow,
      count: ledger.rowCount,
      offset: ledger.offset,
    }
  );
}

/** Distinct combinations of manager texts and code texts, parsed once each; 0 is nobody. */
function createManagerCells() {
  const values: NamedManager[][] = [[]];
  const codes = new Map<string, number>();
  return {
    values,
    codeOf(names: readonly string[], staffCodes: readonly string[]): number {
      const key = `${names.join('\u0001')}\u0002${staffCodes.join('\u0001')}`;
      let code = codes.get(key);
      if (code === undefined) {
        const managers = namePeople(names, staffCodes);
        code = managers.length === 0 ? 0 : values.push(managers) - 1;
        codes.set(key, code);
      }
      return code;
    },
  };
}

/** Joins names with the codes of a column of their own: one code per name, in their order. */
function namePeople(names: readonly string[], staffCodes: readonly string[]): NamedManager[] {
  const people: NamedManager[] = [];
  const columns = Math.max(names.length, staffCodes.length);
  for (let column = 0; column < columns; column++) {
    const coded = parseManagers(staffCodes[column] ?? '').filter(({ code }) => code !== '');
    const named = parseManagers(names[column] ?? '');
    if (named.length === 0) people.push(...coded);
    named.forEach((person, i) => {
      const code =
        person.code === '' && coded.length === named.length ? (coded[i]?.code ?? '') : person.code;
      people.push({ ...person, code });
    });
  }
  return people;
}

function readPeople(
  ledgers: readonly LedgerSheet[],
  rowCount: number,
  role: 'manager' | 'acquirer',
  codeOf: (names: readonly string[], staffCodes: readonly string[]) => number,
): Int32Array {
  const target = new Int32Array(rowCount);
  const codeField: Field = role === 'manager' ? 'managerCode' : 'acquirerCode';
  for (const ledger of ledgers) {
    const nameColumns = readPeopleColumns(ledger, role);
    const codeColumns = readPeopleColumns(ledger, codeField);
    const memo = new Map<number, number>();
    const codeOfRow = (i: number) => codeOf(textsAt(nameColumns, i), textsAt(codeColumns, i));
    for (let i = 0; i < ledger.rowCount; i++) {
      // Mixed radix over the columns' own codes: distinct combinations are few.
      let combination = 0;
      for (const { codes, values } of nameColumns)
        combination = combination * values.length + (codes[i] ?? 0);
      for (const { codes, values } of codeColumns)
        combination = combination * values.length + (codes[i] ?? 0);
      if (combination === 0) continue;
      const known = Number.isSafeInteger(combination) ? memo.get(combination) : undefined;
      const code = known ?? codeOfRow(i);
      if (known === undefined) memo.set(combination, code);
      target[ledger.offset + i] = code;
    }
  }
  return target;
}

function textsAt(columns: readonly TextColumn[], i: number): string[] {
  return columns.map(({ codes, values }) => values[codes[i] ?? 0] ?? '');
}

function readPeopleColumns(ledger: LedgerSheet, field: Field): TextColumn[] {
  return (ledger.layout.columns[field] ?? []).flatMap((_, position) => {
    const window = toWindow(ledger, field, position);
    if (!window) return [];
    const into = createDictionary();
    const codes = new Int32Array(ledger.rowCount);
    createTextReader(ledger.sheet.texts, cleanText, into)({ ...window, offset: 0 }, codes);
    return [{ codes, values: into.values }];
  });
}
