import {
  cellText,
  idKey,
  parseAmount,
  type Analysis,
  type RawSheet,
  type RawWorkbook,
  type SheetLayout,
} from '../core';
import type { OriginalPlan } from '../workbook/sheetPlan';
import { findAddedColumn } from './addedColumns';
import type { SheetNames } from './nameSheets';
import type { ReportWords } from './reportWords';

interface Source {
  readonly analysis: Analysis;
  readonly workbook: RawWorkbook;
  readonly words: ReportWords;
  readonly sheetNames: SheetNames;
}

/**
 * The untouched copies to make (SPEC 10): of each ledger sheet that has none yet, and of one that
 * now holds another export than its copy. A copy of the same export stays as it is.
 */
export function planOriginals(source: Source): readonly OriginalPlan[] {
  const { analysis, workbook, words, sheetNames } = source;
  if (!analysis.settings.keepOriginal) return [];
  const taken = new Set([
    ...workbook.sheets
      .filter(({ mark }) => mark === undefined || mark === 'original')
      .map(({ name }) => name.toLowerCase()),
    ...Object.values(sheetNames).map((name) => name.toLowerCase()),
  ]);
  return analysis.layouts.flatMap((layout, index): OriginalPlan[] => {
    const ledger = workbook.sheets[layout.sheetIndex];
    if (layout.role !== 'ledger' || ledger === undefined) return [];
    const copy = workbook.sheets.find(
      ({ mark, copyOf }) => mark === 'original' && copyOf === layout.name,
    );
    const added = findAddedColumn(layout, words);
    if (copy !== undefined) {
      const sameExport = added !== undefined && holdsSameExport(analysis, { ledger, copy, index });
      if (sameExport) return [];
      taken.delete(copy.name.toLowerCase());
    }
    const copyName = findFreeName(words.report.untouchedCopy(layout.name), taken);
    taken.add(copyName.toLowerCase());
    return [
      { sheetName: layout.name, copyName, ...(added === undefined ? {} : { columnLimit: added }) },
    ];
  });
}

/** Rows of the copy that are looked for in the ledger, spread over the whole copy. */
const SAMPLE = 500;
/** A user corrects some rows; a newer export has other averages in most of them. */
const SAME_EXPORT_SHARE = 0.8;

interface Pair {
  readonly ledger: RawSheet;
  readonly copy: RawSheet;
  /** The ledger's index into `Analysis.layouts`. */
  readonly index: number;
}

/**
 * Whether the ledger still holds the export that the copy was made of: the same lines above the data
 * (titles with the data date, headers), and most of the copy's rows, by customer and amounts.
 */
function holdsSameExport(analysis: Analysis, pair: Pair): boolean {
  const layout = analysis.layouts[pair.index];
  if (layout === undefined || !haveSameHead(pair, layout)) return false;
  const rows = sampleRows(pair.copy, layout);
  if (rows.length === 0) return true;
  const known = describeLedger(analysis, pair.index, new Set(rows.map(({ key }) => key)));
  const found = rows.filter(({ key, amounts }) => known.get(key)?.has(amounts) === true).length;
  return found >= SAME_EXPORT_SHARE * rows.length;
}

function haveSameHead({ ledger, copy }: Pair, { headerRow, headerRows, lastColumn }: SheetLayout) {
  for (let row = 0; row < headerRow + headerRows; row++) {
    for (let column = 0; column <= lastColumn; column++) {
      const before = cellText(copy, copy.columns[column], row).trim();
      // What the copy has not is what an earlier run added.
      if (before !== '' && before !== cellText(ledger, ledger.columns[column], row).trim()) {
        return false;
      }
    }
  }
  return true;
}

interface SampleRow {
  readonly key: string;
  /** Balance and daily average in fen. */
  readonly amounts: string;
}

/** Rows of the copy with a key and readable amounts; total rows have no key. */
function sampleRows(copy: RawSheet, layout: SheetLayout): readonly SampleRow[] {
  const { columns, headerRow, headerRows } = layout;
  const textAt = (field: 'accountNo' | 'customerId' | 'balance' | 'dailyAverage', row: number) => {
    const column = columns[field]?.[0];
    return column === undefined ? '' : cellText(copy, copy.columns[column], row);
  };
  const keyField = columns.customerId === undefined ? 'accountNo' : 'customerId';
  const first = headerRow + headerRows;
  const step = Math.max(1, Math.floor((copy.rowCount - first) / SAMPLE));
  const rows: SampleRow[] = [];
  for (let row = first; row < copy.rowCount; row += step) {
    const key = idKey(textAt(keyField, row));
    const balance = parseAmount(textAt('balance', row), layout.balanceUnit);
    const dailyAverage = parseAmount(textAt('dailyAverage', row), layout.dailyAverageUnit);
    if (/\d/.test(key) && !Number.isNaN(balance) && !Number.isNaN(dailyAverage)) {
      rows.push({ key, amounts: describeAmounts(balance, dailyAverage) });
    }
  }
  return rows;
}

/** The amounts of the ledger's rows by key, for the keys that are asked for. */
function describeLedger(
  { ledger, layouts }: Analysis,
  index: number,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const field = layouts[index]?.columns.customerId === undefined ? 'accountNo' : 'customerId';
  const { codes, shown } = ledger[field];
  const keyOfCode: string[] = [];
  const known = new Map<string, Set<string>>();
  for (let row = 0; row < ledger.rowCount; row++) {
    if (ledger.layout[row] !== index) continue;
    const code = codes[row] ?? 0;
    const key = (keyOfCode[code] ??= idKey(shown(code)));
    if (!keys.has(key)) continue;
    const amounts = describeAmounts(ledger.balanceFen[row] ?? 0, ledger.dailyAverageFen[row] ?? 0);
    const list = known.get(key);
    if (list === undefined) known.set(key, new Set([amounts]));
    else list.add(amounts);
  }
  return known;
}

/** A blank amount counts as 0. */
function describeAmounts(balance: number, dailyAverage: number): string {
  const fen = (amount: number): string => (Number.isFinite(amount) ? String(amount) : '0');
  return `${fen(balance)} ${fen(dailyAverage)}`;
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
