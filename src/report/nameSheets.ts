import type { RawWorkbook } from '../core';
import type { SheetRole } from '../workbook/sheetPlan';

/** The tab name of each of our sheets. */
export type SheetNames = Readonly<Record<SheetRole, string>>;

/**
 * Tab names that no sheet of the user has: `客户汇总`, else `客户汇总 (2)` … Sheets that carry our mark
 * are replaced, so their names are free (SPEC 10).
 */
export function nameSheets(workbook: RawWorkbook, wanted: SheetNames): SheetNames {
  const taken = new Set(
    workbook.sheets.filter(({ mark }) => mark === undefined).map(({ name }) => keyOf(name)),
  );
  const name = (role: SheetRole): string => {
    const free = findFreeName(wanted[role], taken);
    taken.add(keyOf(free));
    return free;
  };
  return {
    overview: name('overview'),
    customers: name('customers'),
    scripts: name('scripts'),
    crossOwnership: name('crossOwnership'),
    maturities: name('maturities'),
    cleaningLog: name('cleaningLog'),
    setAside: name('setAside'),
    settings: name('settings'),
  };
}

function findFreeName(wanted: string, taken: ReadonlySet<string>): string {
  let free = wanted;
  for (let number = 2; taken.has(keyOf(free)); number++) free = `${wanted} (${String(number)})`;
  return free;
}

/** Tab names that differ only in case are one name to Excel. */
function keyOf(name: string): string {
  return name.toLowerCase();
}
