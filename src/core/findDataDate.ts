import { NO_DAY, type SheetLayout } from './analysis';
import { cellText } from './columns/cellText';
import { findDate } from './columns/detectTitle';
import { dayFromNumber, dayOf, parseDay } from './cleaning/parseDay';
import { CellKind, KIND_MASK, type RawWorkbook } from './columns/rawWorkbook';
import type { Problem } from './problems';
import type { Settings } from './settings';

export interface DataDate {
  readonly day: number;
  readonly assumptions: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const SAMPLED_ROWS = 50;

/**
 * The data date: the user's, the title rows', a date column's, eight digits in a sheet's or the
 * file's name, else today (SPEC 1).
 */
export function findDataDate(
  workbook: RawWorkbook,
  layouts: readonly SheetLayout[],
  settings: Settings,
): DataDate {
  const none = { assumptions: [], warnings: [] };
  if (settings.asOf !== undefined) return { day: settings.asOf, ...none };
  const ledgers = layouts.filter(({ role }) => role === 'ledger');
  const stated = [...new Set(ledgers.map(({ dataDate }) => dataDate))].filter(
    (day) => day > NO_DAY,
  );
  const latest = Math.max(NO_DAY, ...stated);
  if (latest > NO_DAY) {
    const differ = stated.length > 1 ? [{ code: 'dataDate.differ', days: stated } as const] : [];
    return { day: latest, assumptions: [], warnings: differ };
  }
  const column = findInColumns(workbook, ledgers);
  if (column > NO_DAY) return { day: column, ...none };
  for (const name of [...ledgers.map((ledger) => ledger.name), workbook.name]) {
    const day = findDayInName(name);
    if (day > NO_DAY) {
      return { day, assumptions: [{ code: 'dataDate.fromName', day, name }], warnings: [] };
    }
  }
  const day = settings.today;
  return { day, assumptions: [{ code: 'dataDate.today', day }], warnings: [] };
}

function findDayInName(name: string): number {
  for (const match of name.matchAll(/(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g)) {
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (day > NO_DAY) return day;
  }
  return findDate(name);
}

/** The latest day in a column 数据日期. */
function findInColumns(workbook: RawWorkbook, ledgers: readonly SheetLayout[]): number {
  let latest = NO_DAY;
  for (const layout of ledgers) {
    const sheet = workbook.sheets[layout.sheetIndex];
    const column = sheet?.columns[layout.columns.dataDate?.[0] ?? -1];
    if (!sheet || !column) continue;
    const first = layout.headerRow + layout.headerRows;
    for (let row = first; row < Math.min(sheet.rowCount, first + SAMPLED_ROWS); row++) {
      const kind = (column.kinds[row] ?? 0) & KIND_MASK;
      const day =
        kind === CellKind.text
          ? parseDay(cellText(sheet, column, row))
          : kind === CellKind.empty
            ? NO_DAY
            : dayFromNumber(column.values[row] ?? 0, sheet.date1904);
      latest = Math.max(latest, day);
    }
  }
  return latest;
}
