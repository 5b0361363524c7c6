import { columnIndex } from '../../../core';
import type { FindSecrets } from './findSecrets';
import { maskText } from './maskText';

/** The masked columns of a sheet (of the formula's own where none is named); all of one that is gone. */
export type MaskedColumns = (sheet: string | undefined) => ReadonlySet<number> | 'all' | undefined;

const STRING = /"(?:[^"]|"")*"/g;
const SHEET = String.raw`(?:('(?:[^']|'')+'|[\p{L}\p{N}_.\\]+)!)?`;
const AREA = new RegExp(
  `${SHEET}(?:\\$?([A-Z]{1,3})\\$?\\d{1,7}(?::\\$?([A-Z]{1,3})\\$?\\d{1,7})?|\\$?([A-Z]{1,3}):\\$?([A-Z]{1,3})|\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\p{L}\\p{N}_(!])`,
  'giu',
);
const BARE = new RegExp(`^${SHEET}\\$?[A-Z]{1,3}\\$?\\d{1,7}$`, 'iu');

/** A formula with the secrets in its texts masked. */
export function maskStrings(formula: string, find: FindSecrets): string {
  return formula.replace(STRING, (constant) => {
    const text = constant.slice(1, -1).replaceAll('""', '"');
    return `"${maskText(text, find(text, 'text')).replaceAll('"', '""')}"`;
  });
}

/** The formula of a name, rule or list, where a number itself becomes a masked text. */
export function maskConstants(formula: string, find: FindSecrets): string {
  const masked = maskStrings(formula, find);
  const secrets = find(masked, 'text');
  if (secrets.length === 0) return masked;
  const hidden = maskText(masked, secrets);
  return /^\d[\d.]*$/.test(masked.trim()) ? `"${hidden.trim()}"` : hidden.replaceAll('*', 'X');
}

/** Whether a formula would bring a secret back: one that is put together of texts and numbers. */
export function tellsSecret(formula: string, find: FindSecrets): boolean {
  return find(formula.replace(/["&]/g, ' '), 'text').length > 0;
}

/** Whether it is a mere reference to one cell, and so shows whatever stands there. */
export function isBareReference(formula: string): boolean {
  return BARE.test(formula.trim());
}

/**
 * Whether a formula looks at a column that is masked, so that it would compute something else;
 * `columns` more than it says, for a formula that others share to its right.
 */
export function readsMasked(formula: string, maskedColumns: MaskedColumns, columns = 0): boolean {
  const plain = formula.replace(STRING, '""');
  // `Table[账号]`: which column that is, only the table knows.
  if (/\[(?!\d+\])/.test(plain)) return true;
  for (const match of plain.matchAll(AREA)) {
    const [, sheet, first, last = first, firstWhole = first, lastWhole = last] = match;
    const name = sheet?.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
    const masked = maskedColumns(name);
    if (masked === 'all') return true;
    if (masked === undefined || masked.size === 0) continue;
    const from = columnIndex(firstWhole ?? 'A') ?? 0;
    const to = (columnIndex(lastWhole ?? 'XFD') ?? 0) + columns;
    for (const column of masked) {
      if (column >= Math.min(from, to) && column <= Math.max(from, to)) return true;
    }
  }
  return false;
}
