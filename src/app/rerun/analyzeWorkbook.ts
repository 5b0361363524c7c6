import {
  analyzeHandover,
  type Analysis,
  type Problem,
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
  const sheets = new Map(
    [...found].map(([pair, changes]) => {
      const sheet = laid.get(pair) ?? pair.ledger;
      return [pair, hasChanges(pair, changes) ? layChanges(sheet, pair, changes) : sheet];
    }),
  );
  const isFirst = [...laid].every(([pair, sheet]) => sheets.get(pair) === sheet);
  const read = withSheets(workbook, sheets);
  const result = isFirst ? first : analyzeHandover(read, settings);
  const rowsNow = new Map([...found].map(([pair, changes]) => [pair.sheetIndex, changes.rowsNow]));
  const copied = new Set(rowsNow.keys());
  if (!result.ok || !standsNow(result.analysis, rowsNow)) return asItStands(copied);
  const gone = [...found].flatMap(([{ ledger }, changes]): Problem[] =>
    changes.gone.length === 0
      ? []
      : [{ code: 'ledger.rowsGone', sheet: ledger.name, rows: changes.gone.length }],
  );
  const warnings = [...gone, ...result.analysis.warnings];
  return {
    ok: true,
    analysis: { ...result.analysis, warnings },
    reading: { workbook: read, rowsNow, copied },
  };
}

function withSheets(
  workbook: RawWorkbook,
  sheets: ReadonlyMap<LedgerPair, RawWorkbook['sheets'][number]>,
): RawWorkbook {
  const byIndex = new Map([...sheets].map(([{ sheetIndex }, sheet]) => [sheetIndex, sheet]));
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, index) => byIndex.get(index) ?? sheet),
  };
}

function hasChanges({ copyColumns }: LedgerPair, { cells, gone, added }: LedgerChanges): boolean {
  return copyColumns.includes(-1) || cells.size > 0 || gone.length > 0 || added.length > 0;
}

/** Whether every row kept can be put into its place: it stands on the sheet. */
function standsNow({ ledger }: Analysis, rowsNow: LedgerReading['rowsNow']): boolean {
  for (let row = 0; row < ledger.rowCount; row++) {
    if (ledger.reason[row] !== 0) continue;
    const rows = rowsNow.get(ledger.layout[row] ?? 0);
    if (rows !== undefined && (rows[ledger.sourceRow[row] ?? 0] ?? -1) < 0) return false;
  }
  return true;
}
