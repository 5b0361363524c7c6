import {
  analyzeHandover,
  type Analysis,
  type Problem,
  type RawSheet,
  type RawWorkbook,
  type Settings,
} from '../../core';
import type { LedgerReading, ReportWords } from '../../report';
import { findChanges } from './findChanges';
import { layChanges, layCopy, type LedgerChanges } from './layCopy';
import { pairLedgers, type LedgerPair } from './pairLedgers';

export type WorkbookAnalysis =
  | { readonly ok: true; readonly analysis: Analysis; readonly reading: LedgerReading }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The analysis of a workbook, also of one that an earlier run has annotated (SPEC 10, running again):
 * a ledger that still holds what its untouched copy was made of is read with the copy's rows, so that
 * the rows set aside, the export's own total and the cells before cleaning are seen again. What the
 * user has changed in the ledger since counts: cells, rows deleted, rows added.
 */
export function analyzeWorkbook(
  workbook: RawWorkbook,
  settings: Settings,
  words: Pick<ReportWords, 'ledgerHeaders'>,
): WorkbookAnalysis {
  const asItStands = (copied: ReadonlySet<number>): WorkbookAnalysis => {
    const result = analyzeHandover(workbook, settings);
    return result.ok ? { ...result, reading: { workbook, rowsNow: new Map(), copied } } : result;
  };
  const pairs = pairLedgers(workbook, settings.mappings, words);
  if (pairs.length === 0) return asItStands(new Set());
  const laid = new Map(pairs.map((pair) => [pair, layCopy(pair)]));
  const first = analyzeHandover(withSheets(workbook, laid), settings);
  if (!first.ok) return asItStands(new Set());
  const found = new Map<LedgerPair, LedgerChanges>();
  for (const [pair, sheet] of laid) {
    const changes = findChanges(pair, sheet, first.analysis);
    if (changes !== undefined) found.set(pair, changes);
  }
  if (found.size === 0) return asItStands(new Set());
  const copied = new Set([...found.keys()].map(({ sheetIndex }) => sheetIndex));
  const isUnchanged =
    found.size === laid.size && [...found].every(([pair, changes]) => !hasChanges(pair, changes));
  const read = isUnchanged
    ? { workbook: withSheets(workbook, laid), analysis: first.analysis, changes: found }
    : analyzeChanged(workbook, settings, { laid, found });
  if (read === undefined) return asItStands(copied);
  const { analysis, changes } = read;
  const gone = [...changes].flatMap(([{ ledger }, { gone: rows }]): Problem[] =>
    rows.length === 0 ? [] : [{ code: 'ledger.rowsGone', sheet: ledger.name, rows: rows.length }],
  );
  const rowsNow = new Map(
    [...changes].map(([{ sheetIndex }, { rowsNow: rows }]) => [sheetIndex, rows]),
  );
  return {
    ok: true,
    analysis: { ...analysis, warnings: [...gone, ...analysis.warnings] },
    reading: { workbook: read.workbook, rowsNow, copied },
  };
}

type Changes = ReadonlyMap<LedgerPair, LedgerChanges>;

/** What was set aside can become a row to keep, which again can free others: a few times at most. */
const MOST_TURNS = 5;

/** The analysis with the user's changes; undefined where rows are kept that stand nowhere. */
function analyzeChanged(
  workbook: RawWorkbook,
  settings: Settings,
  { laid, found }: { readonly laid: ReadonlyMap<LedgerPair, RawSheet>; readonly found: Changes },
):
  | {
      readonly workbook: RawWorkbook;
      readonly analysis: Analysis;
      readonly changes: Changes;
    }
  | undefined {
  let changes = found;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const sheets = [...changes].map(
      ([pair, change]) => [pair, layChanges(laid.get(pair) ?? pair.ledger, pair, change)] as const,
    );
    const read = withSheets(workbook, new Map(sheets));
    const result = analyzeHandover(read, settings);
    if (!result.ok) return undefined;
    const missing = findMissing(result.analysis, changes);
    if (missing.size === 0) return { workbook: read, analysis: result.analysis, changes };
    changes = new Map(
      [...changes].map(([pair, change]) => {
        const rows = missing.get(pair.sheetIndex) ?? [];
        return [pair, { ...change, gone: [...change.gone, ...rows] }];
      }),
    );
  }
  return undefined;
}

/** Rows kept that do not stand on their sheet: they cannot be put into their place. By sheet. */
function findMissing({ ledger }: Analysis, changes: Changes): ReadonlyMap<number, number[]> {
  const rowsNow = new Map([...changes].map(([pair, change]) => [pair.sheetIndex, change.rowsNow]));
  const missing = new Map<number, number[]>();
  for (let row = 0; row < ledger.rowCount; row++) {
    if (ledger.reason[row] !== 0) continue;
    const sheet = ledger.layout[row] ?? 0;
    const read = ledger.sourceRow[row] ?? 0;
    const rows = rowsNow.get(sheet);
    if (rows === undefined || (rows[read] ?? -1) >= 0) continue;
    missing.set(sheet, [...(missing.get(sheet) ?? []), read]);
  }
  return missing;
}

function withSheets(workbook: RawWorkbook, sheets: ReadonlyMap<LedgerPair, RawSheet>): RawWorkbook {
  const byIndex = new Map([...sheets].map(([{ sheetIndex }, sheet]) => [sheetIndex, sheet]));
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, index) => byIndex.get(index) ?? sheet),
  };
}

function hasChanges({ copyColumns }: LedgerPair, { cells, gone, added }: LedgerChanges): boolean {
  return copyColumns.includes(-1) || cells.size > 0 || gone.length > 0 || added.length > 0;
}
