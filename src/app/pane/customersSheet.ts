import { idKey, type CellRange } from '../../core';
import { CUSTOMER_COLUMNS, type CustomerColumn, type TrackingColumn } from '../../report';
import type { LiveWorkbook } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';

/** A customer as its sheet names it. */
export interface CustomerKey {
  readonly id: string;
  readonly name: string;
}

/** The customers' sheet as it stands now; rows and columns are 0-based. */
export interface CustomersSheet {
  readonly name: string;
  readonly headerRow: number;
  readonly columns: Readonly<Record<WantedColumn, number>>;
}

type WantedColumn = 'customerId' | 'name' | TrackingColumn;

const WANTED: readonly WantedColumn[] = [
  'customerId',
  'name',
  'callResult',
  'weChat',
  'invitation',
  'nextContact',
  'remark',
];
const ROWS_SEARCHED = 20;
/** Columns that the user may have added or moved about. */
const COLUMNS_SEARCHED = CUSTOMER_COLUMNS.length + 20;

/**
 * Where the columns of the customers' sheet stand now, by their headers: the user may have moved
 * them, or put rows above.
 * @throws WorkbookFailure `workbook.sheetMissing`, `workbook.changed` where a header is gone.
 */
export async function findCustomersSheet(
  workbook: LiveWorkbook,
  name: string,
  headers: Readonly<Record<CustomerColumn, string>>,
): Promise<CustomersSheet> {
  const area = { firstRow: 0, lastRow: ROWS_SEARCHED - 1, firstColumn: 0 };
  const rows = await workbook.readCells(name, { ...area, lastColumn: COLUMNS_SEARCHED - 1 });
  for (const [headerRow, cells] of rows.entries()) {
    const texts = cells.map((cell) => String(cell ?? '').trim());
    const found = WANTED.map((column) => [column, texts.indexOf(headers[column])] as const);
    if (found.every(([, column]) => column >= 0)) {
      return { name, headerRow, columns: Object.fromEntries(found) as CustomersSheet['columns'] };
    }
  }
  throw new WorkbookFailure('workbook.changed', { sheet: name });
}

/** Rows read at a time: a host answers a few thousand cells at once, not a few million. */
const CHUNK_ROWS = 5000;
/** Rows that the user may have added below. */
const EXTRA_ROWS = 500;

/**
 * The row of a customer as the sheet stands now: the expected one where it still holds the
 * customer, else found by its id (without one, by its name), wherever the user has sorted it to.
 * Undefined where it is not there, or is there twice: nothing is written to a wrong row.
 */
export async function findCustomerRow(
  workbook: LiveWorkbook,
  sheet: CustomersSheet,
  { customer, position, count }: { customer: CustomerKey; position: number; count: number },
): Promise<number | undefined> {
  const expected = sheet.headerRow + 1 + position;
  const [there] = await readKeys(workbook, sheet, { first: expected, last: expected });
  if (there && isSame(there, customer)) return expected;
  const last = sheet.headerRow + count + EXTRA_ROWS;
  const rows: number[] = [];
  for (let first = sheet.headerRow + 1; first <= last; first += CHUNK_ROWS) {
    const to = Math.min(last, first + CHUNK_ROWS - 1);
    const keys = await readKeys(workbook, sheet, { first, last: to });
    keys.forEach((key, index) => {
      if (isSame(key, customer)) rows.push(first + index);
    });
  }
  return rows.length === 1 ? rows[0] : undefined;
}

async function readKeys(
  workbook: LiveWorkbook,
  { name, columns }: CustomersSheet,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<CustomerKey[]> {
  const column = (index: number): CellRange => {
    return { firstRow: first, lastRow: last, firstColumn: index, lastColumn: index };
  };
  const ids = await workbook.readCells(name, column(columns.customerId));
  const names = await workbook.readCells(name, column(columns.name));
  return ids.map((cells, index) => ({
    id: String(cells[0] ?? '').trim(),
    name: String(names[index]?.[0] ?? '').trim(),
  }));
}

function isSame(a: CustomerKey, b: CustomerKey): boolean {
  return customerKeyOf(a) === customerKeyOf(b);
}

/** By id where there is one, else by name; leading zeros do not matter. */
export function customerKeyOf({ id, name }: CustomerKey): string {
  return id === '' ? `name ${name}` : `id ${idKey(id)}`;
}
