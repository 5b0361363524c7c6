import { cleanId } from '../cleaning/cleanText';
import { cellText } from './cellText';
import type { DetectedHeader } from './detectHeader';
import type { RawSheet } from './rawWorkbook';

const SAMPLED_ROWS = 400;

/** Columns that hold a running number, by header or by their contents (SPEC 1). */
export function findSequenceColumns(
  sheet: RawSheet,
  header: DetectedHeader,
  mapped: ReadonlySet<number>,
): number[] {
  return sheet.columns.flatMap((_, column) => {
    if (header.meanings[column]?.field === 'sequence') return [column];
    return !mapped.has(column) && countsUp(sheet, header, column) ? [column] : [];
  });
}

/** Whole numbers of which nine in ten follow their predecessor by one. */
function countsUp(sheet: RawSheet, header: DetectedHeader, column: number): boolean {
  const first = header.headerRow + header.headerRows;
  let numbers = 0;
  let steps = 0;
  let filled = 0;
  let previous = NaN;
  for (let row = first; row < sheet.rowCount && row < first + SAMPLED_ROWS; row++) {
    const text = cleanId(cellText(sheet, sheet.columns[column], row));
    if (text === '') continue;
    filled++;
    if (!/^\d{1,9}$/.test(text)) continue;
    const value = Number(text);
    numbers++;
    if (value === previous + 1) steps++;
    previous = value;
  }
  return numbers >= 3 && numbers >= 0.8 * filled && steps >= 0.9 * (numbers - 1) - 1 && steps >= 2;
}
