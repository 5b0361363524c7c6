import { NO_DAY, type SheetLayout } from '../analysis';
import type { Problem } from '../problems';
import { detectHeader } from './detectHeader';
import { detectTitle } from './detectTitle';
import type { Field } from './fields';
import { findSequenceColumns } from './findSequenceColumns';
import { mapColumns } from './mapColumns';
import { isKnown, type HeaderMeaning } from './readHeader';
import type { RawSheet } from './rawWorkbook';

export interface DetectedLayout {
  readonly layout: SheetLayout;
  /** False where neither the title nor a header states the unit. */
  readonly unitStated: boolean;
  readonly problems: readonly Problem[];
}

/** How a sheet is to be read: its role, header, columns, unit and data date (SPEC 1). */
export function detectLayout(
  sheet: RawSheet,
  sheetIndex: number,
  mappings: Readonly<Record<string, Readonly<Record<string, string>>>>,
): DetectedLayout {
  const header = sheet.mark === undefined ? detectHeader(sheet) : undefined;
  if (!header) return { layout: unknownLayout(sheet, sheetIndex), unitStated: true, problems: [] };
  const layoutKey = keyOf(header.meanings);
  const chosen = { ...mappings['*'], ...mappings[sheet.name], ...mappings[layoutKey] };
  const { columns, problems } = mapColumns(sheet, header, chosen);
  const role = findRole(columns);
  const title = detectTitle(sheet, header.headerRow);
  const unitOf = (field: 'balance' | 'dailyAverage') => {
    const column = columns[field]?.[0];
    return (column === undefined ? undefined : header.meanings[column]?.unit) ?? title.unit;
  };
  const mapped = new Set(Object.values(columns).flat());
  const layout: SheetLayout = {
    sheetIndex,
    name: sheet.name,
    role,
    headerRow: header.headerRow,
    headerRows: header.headerRows,
    columns,
    headers: header.texts,
    balanceUnit: unitOf('balance') ?? 0,
    dailyAverageUnit: unitOf('dailyAverage') ?? 0,
    sequenceColumns: findSequenceColumns(sheet, header, mapped),
    lastColumn: sheet.columns.length - 1,
    dataDate: title.dataDate,
    layoutKey,
  };
  const unitStated = (unitOf('balance') ?? unitOf('dailyAverage')) !== undefined;
  return { layout, unitStated, problems: role === 'ledger' ? problems : [] };
}

function findRole(
  columns: Readonly<Partial<Record<Field, readonly number[]>>>,
): SheetLayout['role'] {
  const amount = columns.balance ?? columns.dailyAverage;
  const key = columns.customerId ?? columns.accountNo ?? columns.customerName;
  if (amount && key) return 'ledger';
  const facts = [columns.customerName, columns.phone, columns.birthDate, columns.idNo];
  const listKey = columns.customerId;
  return listKey && (columns.accountNo ?? facts.some((fact) => fact !== undefined))
    ? 'customers'
    : 'other';
}

function unknownLayout(sheet: RawSheet, sheetIndex: number): SheetLayout {
  return {
    sheetIndex,
    name: sheet.name,
    ...(sheet.mark === undefined ? {} : { ours: true }),
    role: 'other',
    headerRow: -1,
    headerRows: 1,
    columns: {},
    headers: [],
    balanceUnit: 0,
    dailyAverageUnit: 0,
    sequenceColumns: [],
    lastColumn: sheet.columns.length - 1,
    dataDate: NO_DAY,
    layoutKey: '',
  };
}

/** Up to the last column that is known: at the right of it an earlier run has added its own. */
function keyOf(meanings: readonly HeaderMeaning[]): string {
  const last = meanings.reduce((found, meaning, column) => (isKnown(meaning) ? column : found), -1);
  return hash(
    meanings
      .slice(0, last + 1)
      .map(({ key }) => key)
      .join('|'),
  );
}

/** FNV-1a, 32 bits, as eight hex digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
