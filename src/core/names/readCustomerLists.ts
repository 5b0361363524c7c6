import type { SheetLayout } from '../analysis';
import type { CellColumn, RawSheet, TextTable } from '../columns/rawWorkbook';
import type { Field } from '../columns/fields';
import { cleanId, cleanName, cleanText } from '../cleaning/cleanText';
import { createDictionary, type IdDictionary } from '../cleaning/dictionaries';
import { DETAIL_FIELDS, type DetailField } from '../cleaning/readLedger';
import { createIdReader, createTextReader } from '../cleaning/readFields';

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
  const names = new Map<number, string[]>();
  const details = new Map<DetailField, Map<number, string>>();
  const idByAccount = new Map<number, number>();
  for (const layout of layouts) {
    const sheet = sheets[layout.sheetIndex];
    if (!sheet || layout.role !== 'customers') continue;
    const list = openList(sheet, layout);
    const idCodes = list.readIds('customerId', ids);
    const accountCodes = list.readIds('accountNo', accounts);
    const nameTexts = list.readTexts('customerName', cleanName);
    for (let row = 0; row < list.count; row++) {
      const id = idCodes[row] ?? 0;
      if (id === 0) continue;
      const account = accountCodes[row] ?? 0;
      if (account > 0 && !idByAccount.has(account)) idByAccount.set(account, id);
      const name = nameTexts(row);
      const known = names.get(id);
      if (name === '') continue;
      if (!known) names.set(id, [name]);
      else if (!known.includes(name)) known.push(name);
    }
    for (const field of DETAIL_FIELDS) {
      if (!layout.columns[field]) continue;
      const values = details.get(field) ?? new Map<number, string>();
      details.set(field, values);
      const textOf = list.readTexts(
        field,
        field === 'phone' || field === 'idNo' ? cleanId : cleanText,
      );
      for (let row = 0; row < list.count; row++) {
        const id = idCodes[row] ?? 0;
        const text = textOf(row);
        if (id > 0 && text !== '' && !values.has(id)) values.set(id, text);
      }
    }
  }
  let conflictingIds = 0;
  for (const list of names.values()) if (list.filter(isFullName).length > 1) conflictingIds++;
  return {
    names: (id) => names.get(id) ?? [],
    detail: (id, field) => details.get(field)?.get(id) ?? '',
    idOfAccount: (account) => idByAccount.get(account) ?? 0,
    conflictingIds,
  };
}

/** A name without mask characters. */
export function isFullName(name: string): boolean {
  return name !== '' && !/[*某]/.test(name);
}

function openList(sheet: RawSheet, layout: SheetLayout) {
  const first = layout.headerRow + layout.headerRows;
  const count = Math.max(0, sheet.rowCount - first);
  const columnOf = (field: Field): CellColumn | undefined => {
    const index = layout.columns[field]?.[0];
    return index === undefined ? undefined : sheet.columns[index];
  };
  const texts: TextTable = sheet.texts;
  return {
    count,
    readIds(field: Field, into: IdDictionary): Int32Array {
      const codes = new Int32Array(count);
      const column = columnOf(field);
      if (column) createIdReader(texts, into)({ sheet, column, first, count, offset: 0 }, codes);
      return codes;
    },
    readTexts(field: Field, clean: (text: string) => string): (row: number) => string {
      const codes = new Int32Array(count);
      const column = columnOf(field);
      const into = createDictionary();
      if (column)
        createTextReader(texts, clean, into)({ sheet, column, first, count, offset: 0 }, codes);
      return (row) => into.values[codes[row] ?? 0] ?? '';
    },
  };
}
