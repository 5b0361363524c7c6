/** Excel's number formats: the built-in ids, and what kind of value a code shows. */
import { isBuiltInDateFormat, isDateFormat } from '../../../dateFormat';

const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

export const GENERAL_FORMAT = 0;
export const TEXT_FORMAT = 49;

/** The id of a format code that every spreadsheet knows; undefined for one that must be defined. */
export function builtInFormatId(code: string): number | undefined {
  return BUILT_IN[code];
}

/** What a format shows: `code` is undefined for a built-in id. */
export function formatKind(
  id: number,
  code: string | undefined,
): 'general' | 'text' | 'date' | 'number' {
  if (code !== undefined) {
    if (code === 'General' || code === 'G/通用格式') return 'general';
    if (code.trim() === '@') return 'text';
    return isDateFormat(code) ? 'date' : 'number';
  }
  if (id === GENERAL_FORMAT) return 'general';
  if (id === TEXT_FORMAT) return 'text';
  return isBuiltInDateFormat(id) ? 'date' : 'number';
}
