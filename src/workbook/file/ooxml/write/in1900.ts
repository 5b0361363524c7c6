import { CellKind, KIND_MASK, type EditValues, type RawSheet } from '../../../../core';
import { EditKind, type LedgerPlan } from '../../../sheetPlan';

/** Days from 1900-01-00 to 1904-01-01. */
export const DAYS_TO_1904 = 1462;

/**
 * A sheet and its plan with dates counted from 1900, whatever they were counted from: sheets of
 * several files come together in one workbook, which has one date system.
 */
export function in1900(
  sheet: RawSheet,
  plan: LedgerPlan,
): { readonly sheet: RawSheet; readonly plan: LedgerPlan } {
  if (!sheet.date1904) return { sheet, plan };
  const isDate = (kind: number): boolean => (kind & KIND_MASK) === CellKind.date;
  const columns = sheet.columns.map(({ kinds, values }) => ({
    kinds,
    values: shifted(kinds, values, isDate),
  }));
  const edits = plan.edits.map((edit) => ({
    ...edit,
    values: shifted(edit.kinds, edit.values, (kind) => kind === EditKind.date),
  }));
  return { sheet: { ...sheet, columns, date1904: false }, plan: { ...plan, edits } };
}

function shifted<T extends EditValues>(
  kinds: Uint8Array,
  values: T,
  isDate: (kind: number) => boolean,
): T | Float64Array {
  if (!kinds.some(isDate)) return values;
  return Float64Array.from(values, (value, i) =>
    isDate(kinds[i] ?? 0) ? value + DAYS_TO_1904 : value,
  );
}
