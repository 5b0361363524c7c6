import type { SheetLayout } from '../analysis';
import type { CellColumn, RawSheet } from '../columns/rawWorkbook';
import type { Field } from '../columns/fields';
import { cleanId, cleanName, cleanText } from '../cleaning/cleanText';
import { createDictionary, type Dictionary } from '../cleaning/dictionaries';
import type { IdDictionary } from '../cleaning/idDictionary';
import { DETAIL_FIELDS, type DetailField } from '../cleaning/readLedger';
import { createIdReader, createTextReader } from '../cleaning/readFields';
import { areOneName } from './resolveName';

/** What the customer lists say, by the code of the customer's id. */
export interface CustomerLists {
  /** Distinct names given for an id, in the order of the lists. */
  names(idCode: number): readonly string[];
  detail(idCode: number, field: DetailField): string;
  /** Code of the id that a list gives for an account, 0 for none. */
  idOfAccount(accountCode: number): number;
  /** Ids that the lists give with different names. */
  readonly conflictingIds: number;
}

/**
 * Reads the customer lists. Ids share the ledger's dictionaries, so that text meets number and
 * leading zeros do not matter (SPEC 2 Ids, 4).
 */
export function readCustomerLists(
  sheets: readonly RawSheet[],
  layouts: readonly SheetLayout[],
  ids: IdDictionary,
  accounts: IdDictionary,
): CustomerLists {
  const lists = layouts.flatMap((layout) => {
    const sheet = sheets[layout.sheetIndex];
    return sheet && layout.role === 'customers' ? [openList(sheet, layout)] : [];
  });
  const idCodes = lists.map((list) => list.readIds('customerId', ids));
  const accountCodes = lists.map((list) => list.readIds('accountNo', accounts));
  const count = ids.size;
  const idByAccount = new Int32Array(accounts.size);
  accountCodes.forEach((codes, i) => {
    const ofList = idCodes[i];
    for (let row = 0; row < codes.length; row++) {
      const account = codes[row] ?? 0;
      const id = ofList?.[row] ?? 0;
      if (account > 0 && id > 0) idByAccount[account] ||= id;
    }
  });
  const names = collectNames(lists, idCodes, count);
  const details = Object.fromEntries(
    DETAIL_FIELDS.map((field) => [
      field,
      whenAsked(() => collectDetails(lists, idCodes, field, count)),
    ]),
  ) as Record<DetailField, (id: number) => string>;
  return {
    names: names.of,
    detail: (id, field) => details[field](id),
    idOfAccount: (account) => idByAccount[account] ?? 0,
    conflictingIds: names.conflicting,
  };
}

/** A look-up that is made when first asked: not everybody who wants the figures wants phones. */
function whenAsked(make: () => (id: number) => string): (id: number) => string {
  let made: ((id: number) => string) | undefined;
  return (id) => (made ??= make())(id);
}

/** Names by id: one code each, and the further ones of the few ids that have several. */
function collectNames(lists: readonly OpenList[], idCodes: readonly Int32Array[], count: number) {
  const into = createDictionary();
  const first = new Int32Array(count);
  const several = new Map<number, string[]>();
  lists.forEach((list, i) => {
    const codes = list.readTexts('customerName', cleanName, into);
    const ids = idCodes[i];
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      const id = ids?.[row] ?? 0;
      if (id === 0 || code === 0 || first[id] === code) continue;
      if (first[id] === 0) first[id] = code;
      else {
        const known = several.get(id) ?? [into.values[first[id] ?? 0] ?? ''];
        const name = into.values[code] ?? '';
        if (!known.includes(name)) several.set(id, [...known, name]);
      }
    }
  });
  const none: readonly string[] = [];
  const of = (id: number): readonly string[] => {
    const code = first[id] ?? 0;
    return code === 0 ? none : (several.get(id) ?? [into.values[code] ?? '']);
  };
  let conflicting = 0;
  for (const list of several.values()) if (!areOneName(list)) conflicting++;
  return { of, conflicting };
}

/** The first text that the lists give for an id. */
function collectDetails(
  lists: readonly OpenList[],
  idCodes: readonly Int32Array[],
  field: DetailField,
  count: number,
): (id: number) => string {
  const having = lists
    .map((list, i) => ({ list, ids: idCodes[i] }))
    .filter(({ list }) => list.has(field));
  if (having.length === 0) return () => '';
  const into = createDictionary();
  const first = new Int32Array(count);
  const clean = field === 'phone' || field === 'idNo' ? cleanId : cleanText;
  for (const { list, ids } of having) {
    const codes = list.readTexts(field, clean, into);
    for (let row = 0; row < codes.length; row++) {
      const id = ids?.[row] ?? 0;
      if (id > 0) first[id] ||= codes[row] ?? 0;
    }
  }
  return (id) => into.values[first[id] ?? 0] ?? '';
}

type OpenList = ReturnType<typeof openList>;

function openList(sheet: RawSheet, layout: SheetLayout) {
  const first = layout.headerRow + layout.headerRows;
  const count = Math.max(0, sheet.rowCount - first);
  const columnOf = (field: Field): CellColumn | undefined => {
    const index = layout.columns[field]?.[0];
    return index === undefined ? undefined : sheet.columns[index];
  };
  return {
    has: (field: Field) => columnOf(field) !== undefined,
    readIds(field: Field, into: IdDictionary): Int32Array {
      const codes = new Int32Array(count);
      const column = columnOf(field);
      if (column)
        createIdReader(sheet.texts, into)({ sheet, column, first, count, offset: 0 }, codes);
      return codes;
    },
    readTexts(field: Field, clean: (text: string) => string, into: Dictionary): Int32Array {
      const codes = new Int32Array(count);
      const column = columnOf(field);
      const window = column && { sheet, column, first, count, offset: 0 };
      if (window) createTextReader(sheet.texts, clean, into)(window, codes);
      return codes;
    },
  };
}
