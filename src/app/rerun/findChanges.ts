import type { Analysis, RawSheet } from '../../core';
import { createCellCoder, EMPTY_CODE } from './cellCodes';
import type { LedgerChanges } from './layCopy';
import { findTwins } from './findTwins';
import { matchRows, type CodedRows } from './matchRows';
import type { LedgerPair } from './pairLedgers';

/**
 * What the user has changed on a ledger sheet since the run that made its copy; undefined where the
 * sheet holds another export by now. `analysis` is that of the laid copy.
 */
export function findChanges(
  pair: LedgerPair,
  laid: RawSheet,
  analysis: Analysis,
): LedgerChanges | undefined {
  const { ledger, layout, firstRow, copyColumns, sheetIndex } = pair;
  const compared = copyColumns.flatMap((at, column) => (at < 0 ? [] : [column]));
  const count = laid.rowCount - firstRow;
  const ledgerCount = Math.max(0, ledger.rowCount - firstRow);
  const edits = new Map(
    analysis
      .edits()
      .filter(({ layout }) => layout === sheetIndex)
      .map((edit) => [edit.column, edit]),
  );
  const coder = createCellCoder(ledger.texts);
  const rowsOf = (rowCount: number, code: (column: number) => Float64Array): CodedRows => ({
    rowCount,
    columnCount: compared.length,
    column: (index) => code(compared[index] ?? 0),
  });
  const emptyColumn = { kinds: new Uint8Array(0), values: new Float64Array(0) };
  const cleaned = rowsOf(count, (column) =>
    coder.codeCleaned(laid.columns[column] ?? emptyColumn, edits.get(column), {
      first: firstRow,
      count,
    }),
  );
  const now = rowsOf(ledgerCount, (column) =>
    coder.codeColumn(ledger.columns[column], firstRow, ledgerCount),
  );
  const raw = rowsOf(count, (column) => coder.codeColumn(laid.columns[column], firstRow, count));
  const setAside = readSetAside(analysis, pair, count);
  const matched = matchRows({
    cleaned,
    raw,
    setAside,
    ledger: now,
    anchors: findAnchors(pair, compared),
  });
  const same = measureSameness(pair, compared, { cleaned, now, matched });
  const kept = count - setAside.reduce((sum, flag) => sum + flag, 0);
  if (same < SAME_OF_COPY * kept || same < SAME_OF_LEDGER * countFilled(now)) return undefined;
  const changes = describeChanges(pair, compared, { cleaned, now, matched, setAside });
  if (!copyColumns.includes(-1)) return { ...changes, insertedFrom: matched };
  const unnumbered = compared.flatMap((column, index) =>
    layout.sequenceColumns.includes(column) ? [] : [index],
  );
  const rows = {
    rowCount: count,
    columnCount: unnumbered.length,
    column: (index: number) => raw.column(unnumbered[index] ?? 0),
  };
  return { ...changes, insertedFrom: findTwins(rows, matched, setAside) };
}

/** A user corrects some rows and deletes others; a newer export has other amounts in most rows. */
const SAME_OF_LEDGER = 0.8;
const SAME_OF_COPY = 0.5;

interface Compared {
  readonly cleaned: CodedRows;
  readonly now: CodedRows;
  readonly matched: Int32Array;
}

/** 1 for rows of the copy that are set aside. */
function readSetAside({ ledger }: Analysis, pair: LedgerPair, count: number): Uint8Array {
  const flags = new Uint8Array(count).fill(1);
  for (let row = 0; row < ledger.rowCount; row++) {
    if (ledger.layout[row] !== pair.sheetIndex || ledger.reason[row] !== 0) continue;
    flags[(ledger.sourceRow[row] ?? 0) - pair.firstRow] = 0;
  }
  return flags;
}

function findAnchors({ layout }: LedgerPair, compared: readonly number[]): readonly number[] {
  const { accountNo, customerId, customerName } = layout.columns;
  return [accountNo, customerId, customerName]
    .map((columns) => compared.indexOf(columns?.[0] ?? -1))
    .filter((index) => index >= 0);
}

/** Rows of the copy that the ledger still has with both amounts. */
function measureSameness(
  { layout }: LedgerPair,
  compared: readonly number[],
  { cleaned, now, matched }: Compared,
): number {
  const differs = new Uint8Array(matched.length);
  for (const columns of [layout.columns.balance, layout.columns.dailyAverage]) {
    const index = compared.indexOf(columns?.[0] ?? -1);
    if (index < 0) continue;
    const [before, after] = [cleaned.column(index), now.column(index)];
    matched.forEach((at, row) => {
      if (before[row] !== after[at]) differs[row] = 1;
    });
  }
  return matched.reduce((sum, at, row) => sum + Number(at >= 0 && differs[row] === 0), 0);
}

function countFilled(rows: CodedRows): number {
  return findFilled(rows).reduce((sum, flag) => sum + flag, 0);
}

/** 1 for rows with any content. */
function findFilled(rows: CodedRows): Uint8Array {
  const filled = new Uint8Array(rows.rowCount);
  for (let index = 0; index < rows.columnCount; index++) {
    rows.column(index).forEach((code, row) => {
      if (code !== EMPTY_CODE) filled[row] = 1;
    });
  }
  return filled;
}

function describeChanges(
  { firstRow }: LedgerPair,
  compared: readonly number[],
  { cleaned, now, matched, setAside }: Compared & { readonly setAside: Uint8Array },
): Omit<LedgerChanges, 'insertedFrom'> {
  const cells = new Map<number, number[]>();
  compared.forEach((column, index) => {
    const [before, after] = [cleaned.column(index), now.column(index)];
    const rows: number[] = [];
    matched.forEach((at, row) => {
      if (at >= 0 && before[row] !== after[at]) rows.push(firstRow + row);
    });
    if (rows.length > 0) cells.set(column, rows);
  });
  const filled = findFilled(now);
  matched.forEach((at) => {
    if (at >= 0) filled[at] = 0;
  });
  const added: number[] = [];
  filled.forEach((flag, row) => {
    if (flag === 1) added.push(firstRow + row);
  });
  const gone: number[] = [];
  matched.forEach((at, row) => {
    if (at < 0 && setAside[row] === 0) gone.push(firstRow + row);
  });
  const rowsNow = new Int32Array(firstRow + matched.length + added.length);
  for (let row = 0; row < firstRow; row++) rowsNow[row] = row;
  matched.forEach((at, row) => {
    rowsNow[firstRow + row] = at < 0 ? -1 : firstRow + at;
  });
  rowsNow.set(added, firstRow + matched.length);
  return { rowsNow, cells, gone, added };
}
