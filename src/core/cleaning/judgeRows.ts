import { SET_ASIDE_REASONS, type SetAsideReason } from '../analysis';
import { cellText } from '../columns/cellText';
import { readHeaderText } from '../columns/headerText';
import { CellKind, KIND_MASK, type RawSheet } from '../columns/rawWorkbook';
import { cleanText } from './cleanText';
import { BLANK_AMOUNT } from './parseAmount';
import type { LedgerSheet, ReadLedger } from './readLedger';
import { isFooterLabel, isGrandTotalLabel, isTotalLabel } from './rowLabels';

export interface JudgedRows {
  /** Index into SET_ASIDE_REASONS per row; duplicates are not judged here. */
  readonly reason: Uint8Array;
  /** The last row that bears the export's own total, per ledger sheet; -1 where there is none. */
  readonly grandTotals: readonly number[];
}

const REASON = Object.fromEntries(
  SET_ASIDE_REASONS.map((reason, index) => [reason, index]),
) as Record<SetAsideReason | 'kept', number>;
const DOMESTIC = /^(?:cny|rmb|cnh|人民币.*|.*\(?(?:cny|rmb)\)?|本币|本位币|156|0?1|¥|元)$/i;
const CLOSED = /销户|注销|已结清|closed|cancell?ed/i;
const NOT_CLOSED = /未|非|正常|否|not/i;
const HEADER_SHARE = 0.6;

/**
 * Why each row is set aside, the first reason that fits in the order of SPEC 2. `hasKey` tells
 * whether the customer of a row can be known.
 */
export function judgeRows(ledger: ReadLedger, hasKey: (row: number) => boolean): JudgedRows {
  const reason = new Uint8Array(ledger.rowCount);
  const foreign = ledger.currency.values.map((text) => text !== '' && !DOMESTIC.test(text));
  const closed = ledger.status.values.map((text) => CLOSED.test(text) && !NOT_CLOSED.test(text));
  const { balanceFen, dailyAverageFen } = ledger;
  const { codes: ids } = ledger.customerId;
  const { codes: accounts } = ledger.accountNo;
  const { codes: currencies } = ledger.currency;
  const { codes: statuses } = ledger.status;
  const grandTotals = ledger.sheets.map((sheet) => {
    const headers = collectHeaders(sheet);
    let grandTotal = -1;
    for (let row = sheet.offset; row < sheet.offset + sheet.rowCount; row++) {
      const balance = balanceFen[row] ?? NaN;
      const average = dailyAverageFen[row] ?? NaN;
      const hasId = (ids[row] ?? 0) > 0;
      const identified = hasId || (accounts[row] ?? 0) > 0;
      const readable = balance === balance && average === average;
      if (!identified || !readable) {
        const line = judgeLine(ledger, sheet, headers, row);
        if (line === 'total' && hasGrandTotalLabel(sheet, row)) grandTotal = row;
        if (line) {
          reason[row] = REASON[line];
          continue;
        }
      }
      if (!hasId && !hasKey(row)) reason[row] = REASON['no key'];
      else if (foreign[currencies[row] ?? 0]) reason[row] = REASON['foreign currency'];
      else if (closed[statuses[row] ?? 0] && isNothing(balance) && isNothing(average)) {
        reason[row] = REASON.closed;
      } else if (balance === BLANK_AMOUNT && average === BLANK_AMOUNT) {
        reason[row] = REASON['no amount'];
      } else if (!readable) reason[row] = REASON['invalid amount'];
    }
    return grandTotal;
  });
  return { reason, grandTotals };
}

/** Rows that are no deposits at all: blank, header, total, footer. */
function judgeLine(
  ledger: ReadLedger,
  sheet: LedgerSheet,
  headers: Headers,
  row: number,
): 'blank' | 'repeated header' | 'total' | 'footer' | undefined {
  const identified =
    (ledger.customerId.codes[row] ?? 0) > 0 || (ledger.accountNo.codes[row] ?? 0) > 0;
  const balance = ledger.balanceFen[row] ?? NaN;
  const average = ledger.dailyAverageFen[row] ?? NaN;
  if (repeatsHeaderCells(sheet, headers, row)) return 'repeated header';
  const cells = textsOfRow(sheet, row);
  if (cells.length === 0) return 'blank';
  if (isHeaderLine(cells, headers)) return 'repeated header';
  if (identified) return undefined;
  const texts = cells.filter((cell) => cell.isText).map((cell) => cell.text);
  if (texts.some(isTotalLabel)) return 'total';
  const hasAmount = Number.isFinite(balance) || Number.isFinite(average);
  return !hasAmount && texts.some(isFooterLabel) ? 'footer' : undefined;
}

function isNothing(fen: number): boolean {
  return fen === 0 || fen === BLANK_AMOUNT;
}

interface RowCell {
  readonly column: number;
  readonly text: string;
  readonly isText: boolean;
}

function textsOfRow(sheet: LedgerSheet, row: number): RowCell[] {
  const raw = sheet.sheet;
  const sourceRow = sheet.firstRow + row - sheet.offset;
  const cells: RowCell[] = [];
  raw.columns.forEach((column, index) => {
    const kind = (column.kinds[sourceRow] ?? 0) & KIND_MASK;
    if (kind === CellKind.empty) return;
    const text = cleanText(cellText(raw, column, sourceRow));
    if (text !== '') cells.push({ column: index, text, isText: kind === CellKind.text });
  });
  return cells;
}

interface Headers {
  /** Normalised header texts by column: each header row's own, and the joined one. */
  readonly byColumn: readonly ReadonlySet<string>[];
  /** The texts of the last header row by column, as indexes into the sheet's texts; else -1. */
  readonly ownTexts: readonly number[];
  /** Cleaned texts of the title rows. */
  readonly titles: ReadonlySet<string>;
  /** Normalises a text as a header; a page's header repeats, so each text is read once. */
  readonly keyOf: (text: string) => string;
}

function collectHeaders({ sheet, layout }: LedgerSheet): Headers {
  const titles = new Set<string>();
  for (let row = 0; row < layout.headerRow; row++) {
    for (const text of rawTexts(sheet, row)) if (text !== '') titles.add(text);
  }
  const byColumn = sheet.columns.map((_, column) => {
    const keys = new Set<string>();
    if (layout.headers[column]) keys.add(readHeaderText(layout.headers[column]).key);
    for (let i = 0; i < layout.headerRows; i++) {
      keys.add(readHeaderText(rawTexts(sheet, layout.headerRow + i)[column] ?? '').key);
    }
    keys.delete('');
    return keys;
  });
  const keys = new Map<string, string>();
  const keyOf = (text: string) => {
    let key = keys.get(text);
    if (key === undefined) {
      key = readHeaderText(text).key;
      keys.set(text, key);
    }
    return key;
  };
  const lastRow = layout.headerRow + layout.headerRows - 1;
  const ownTexts = sheet.columns.map((column, index) => {
    const isText = ((column.kinds[lastRow] ?? 0) & KIND_MASK) === CellKind.text;
    const isHeader =
      isText && byColumn[index]?.has(keyOf(cleanText(cellText(sheet, column, lastRow))));
    return isHeader ? (column.values[lastRow] ?? -1) : -1;
  });
  return { byColumn, ownTexts, titles, keyOf };
}

function rawTexts(sheet: RawSheet, row: number): string[] {
  return sheet.columns.map((column) => cleanText(cellText(sheet, column, row)));
}

/** A page header again whose cells are the header's own texts: told without reading them. */
function repeatsHeaderCells({ sheet, ...at }: LedgerSheet, headers: Headers, row: number): boolean {
  const sourceRow = at.firstRow + row - at.offset;
  let filled = 0;
  let repeated = 0;
  for (let index = 0; index < sheet.columns.length; index++) {
    const column = sheet.columns[index];
    const kind = (column?.kinds[sourceRow] ?? 0) & KIND_MASK;
    if (kind === CellKind.empty) continue;
    filled++;
    if (kind === CellKind.text && column?.values[sourceRow] === headers.ownTexts[index]) repeated++;
  }
  return filled > 0 && repeated >= leastRepeated(filled);
}

/** How many of a line's cells must repeat their column's header. */
function leastRepeated(cells: number): number {
  return Math.max(Math.min(2, cells), HEADER_SHARE * cells);
}

/** A page header again: most cells repeat their column's header, or all repeat the title rows. */
function isHeaderLine(cells: readonly RowCell[], headers: Headers): boolean {
  const wanted = leastRepeated(cells.length);
  // Counted down, because most lines asked about are deposits with a flaw: a few cells tell.
  let possible = cells.length;
  for (const { column, text } of cells) {
    if (possible < wanted) break;
    if (!headers.byColumn[column]?.has(headers.keyOf(text))) possible--;
  }
  return possible >= wanted || cells.every(({ text }) => headers.titles.has(text));
}

function hasGrandTotalLabel(sheet: LedgerSheet, row: number): boolean {
  return textsOfRow(sheet, row).some(
    ({ text, isText }) => isText && isTotalLabel(text) && isGrandTotalLabel(text),
  );
}
