import type { OriginalPlan } from '../workbook/sheetPlan';
import { findAddedColumn } from './addedColumns';
import type { SheetNames } from './nameSheets';
import type { HandoverReport } from './planHandover';

/**
 * The untouched copies to make (SPEC 10): of each ledger sheet that has none yet, and of one that
 * now holds another export than its copy. A copy of the same export stays as it is.
 */
export function planOriginals(
  { analysis, workbook, reading, words }: HandoverReport,
  sheetNames: SheetNames,
): readonly OriginalPlan[] {
  if (!analysis.settings.keepOriginal) return [];
  const taken = new Set([
    ...workbook.sheets
      .filter(({ mark }) => mark === undefined || mark === 'original')
      .map(({ name }) => name.toLowerCase()),
    ...Object.values(sheetNames).map((name) => name.toLowerCase()),
  ]);
  return analysis.layouts.flatMap((layout): OriginalPlan[] => {
    if (layout.role !== 'ledger' || reading?.copied.has(layout.sheetIndex) === true) return [];
    const copy = workbook.sheets.find(
      ({ mark, copyOf }) => mark === 'original' && copyOf === layout.name,
    );
    if (copy !== undefined) taken.delete(copy.name.toLowerCase());
    const added = findAddedColumn(layout, words);
    const copyName = findFreeName(words.report.untouchedCopy(layout.name), taken);
    taken.add(copyName.toLowerCase());
    return [
      { sheetName: layout.name, copyName, ...(added === undefined ? {} : { columnLimit: added }) },
    ];
  });
}

const LONGEST_NAME = 31;

/** A valid tab name that is free: characters that Excel refuses replaced, at most 31 long. */
function findFreeName(wanted: string, taken: ReadonlySet<string>): string {
  const valid = wanted.replace(/[[\]:*?/\\]/g, '_').replace(/'$/, '_');
  const cut = (length: number): string =>
    valid
      .slice(0, length)
      .replace(/[\uD800-\uDBFF]$/, '')
      .replace(/'$/, '_');
  let free = cut(LONGEST_NAME);
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    const suffix = ` (${String(number)})`;
    free = cut(LONGEST_NAME - suffix.length) + suffix;
  }
  return free;
}
