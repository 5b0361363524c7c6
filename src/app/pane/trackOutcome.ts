import { NO_DAY } from '../../core';
import type { CustomerColumn } from '../../report';
import type { CellPut, LiveWorkbook } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import {
  customerKeyOf,
  findCustomerRow,
  findCustomersSheet,
  type CustomerKey,
} from './customersSheet';

/** What is noted about a customer in the columns that the manager fills in. */
export interface Outcome {
  readonly callResult: string;
  readonly weChat: string;
  readonly invitation: string;
  /** A 1900-system serial, or {@link NO_DAY}. */
  readonly nextContact: number;
  readonly remark: string;
}

export const NO_OUTCOME: Outcome = {
  callResult: '',
  weChat: '',
  invitation: '',
  nextContact: NO_DAY,
  remark: '',
};

/** The customers' sheet of the last run: its name, the headers as written, and how many rows. */
export interface TrackedSheet {
  readonly name: string;
  readonly headers: Readonly<Record<CustomerColumn, string>>;
  readonly count: number;
}

export interface TrackedCustomer {
  readonly customer: CustomerKey;
  /** 0-based place in the call list, where its row was written. */
  readonly position: number;
}

/**
 * Writes what has changed about a customer into the tracking columns of the row that holds her now.
 * @throws WorkbookFailure `customer.rowMissing` where no single row holds her, or when the host
 * refuses; nothing is written then.
 */
export async function trackOutcome(
  workbook: LiveWorkbook,
  sheet: TrackedSheet,
  { customer, position, change }: TrackedCustomer & { readonly change: Partial<Outcome> },
): Promise<void> {
  const found = await findCustomersSheet(workbook, sheet.name, sheet.headers);
  const row = await findCustomerRow(workbook, found, { customer, position, count: sheet.count });
  if (row === undefined) throw new WorkbookFailure('customer.rowMissing', { sheet: sheet.name });
  const puts = TEXT_COLUMNS.flatMap((column): CellPut[] => {
    const value = change[column];
    if (value === undefined) return [];
    return [{ sheet: sheet.name, row, column: found.columns[column], value: value || null }];
  });
  const day = change.nextContact;
  if (day !== undefined) {
    const value = day === NO_DAY ? null : day;
    const at = { sheet: sheet.name, row, column: found.columns.nextContact };
    puts.push({ ...at, value, isDate: true });
  }
  await workbook.putCells(puts);
}

const TEXT_COLUMNS = ['callResult', 'weChat', 'invitation', 'remark'] as const;

/**
 * What the tracking columns hold now, by {@link customerKeyOf}; customers without a note are left out.
 * @throws WorkbookFailure when the host refuses.
 */
export async function readOutcomes(
  workbook: LiveWorkbook,
  sheet: TrackedSheet,
): Promise<ReadonlyMap<string, Outcome>> {
  const { columns, headerRow } = await findCustomersSheet(workbook, sheet.name, sheet.headers);
  const used = Object.values(columns);
  const firstColumn = Math.min(...used);
  const outcomes = new Map<string, Outcome>();
  const last = headerRow + sheet.count + EXTRA_ROWS;
  for (let firstRow = headerRow + 1; firstRow <= last; firstRow += CHUNK_ROWS) {
    const lastRow = Math.min(last, firstRow + CHUNK_ROWS - 1);
    const area = { firstRow, lastRow, firstColumn, lastColumn: Math.max(...used) };
    for (const cells of await workbook.readCells(sheet.name, area)) {
      const text = (column: keyof typeof columns): string =>
        String(cells[columns[column] - firstColumn] ?? '').trim();
      const day = cells[columns.nextContact - firstColumn];
      const outcome: Outcome = {
        callResult: text('callResult'),
        weChat: text('weChat'),
        invitation: text('invitation'),
        nextContact: typeof day === 'number' ? day : NO_DAY,
        remark: text('remark'),
      };
      if (!isNoted(outcome)) continue;
      outcomes.set(customerKeyOf({ id: text('customerId'), name: text('name') }), outcome);
    }
  }
  return outcomes;
}

const CHUNK_ROWS = 5000;
const EXTRA_ROWS = 500;

function isNoted({ callResult, weChat, invitation, nextContact, remark }: Outcome): boolean {
  return callResult + weChat + invitation + remark !== '' || nextContact !== NO_DAY;
}
