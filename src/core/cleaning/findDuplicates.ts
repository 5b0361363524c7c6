import { cellText } from '../columns/cellText';
import { readHeaderText } from '../columns/headerText';
import { CellKind, KIND_MASK } from '../columns/rawWorkbook';
import { cleanText, idKey, isPlaceholder } from './cleanText';
import { dayFromNumber, parseDay } from './parseDay';
import { findEqualRows } from './findEqualRows';
import type { LedgerSheet, ReadLedger } from './readLedger';

/**
 * Rows that repeat an earlier kept row in every cell but a running number, compared cleaned,
 * across all ledger sheets (SPEC 2). Ascending.
 */
export function findDuplicates(ledger: ReadLedger, kept: Uint8Array): number[] {
  const duplicates: number[] = [];
  const firstBySignature = new Set<string>();
  const signatureOf = createSignature(ledger);
  const first = findTwins(ledger, kept);
  for (const row of listCandidates(first)) {
    const signature = `${String(first[row])}|${signatureOf(row)}`;
    if (firstBySignature.has(signature)) duplicates.push(row);
    else firstBySignature.add(signature);
  }
  return duplicates;
}

/** For each kept row the first one that equals it in all that was cleaned already. */
function findTwins(ledger: ReadLedger, kept: Uint8Array): Int32Array {
  return findEqualRows(ledger.rowCount, (row) => kept[row] === 0, [
    ledger.customerId.codes,
    ledger.accountNo.codes,
    ledger.balanceFen,
    ledger.dailyAverageFen,
    ledger.customerName.codes,
    ledger.managerCell,
    ledger.acquirerCell,
    ledger.openDay,
    ledger.maturityDay,
  ]);
}

/** Rows that have a twin; ascending. */
function listCandidates(first: Int32Array): number[] {
  const isCandidate = new Uint8Array(first.length);
  const candidates: number[] = [];
  for (let row = 0; row < first.length; row++) {
    const earlier = first[row] ?? -1;
    if (earlier < 0 || earlier === row) continue;
    isCandidate[earlier] = 1;
    isCandidate[row] = 1;
  }
  for (let row = 0; row < first.length; row++) if (isCandidate[row] === 1) candidates.push(row);
  return candidates;
}

/** Texts that are equal exactly where two twins are equal in all else, whatever the columns' order. */
function createSignature(ledger: ReadLedger): (row: number) => string {
  const plans = ledger.sheets.map((sheet) => planColumns(sheet));
  return (row) => {
    const index = ledger.sheets.findIndex((s) => row >= s.offset && row < s.offset + s.rowCount);
    const sheet = ledger.sheets[index];
    const plan = plans[index];
    if (!sheet || !plan) return '';
    const cells = plan.map(({ label, column }) => {
      const text = canonicalCell(sheet, column, sheet.firstRow + row - sheet.offset);
      return text === '' ? '' : `${label}=${text}`;
    });
    const filled = cells.filter((cell) => cell !== '');
    return filled.sort().join('\u0001');
  };
}

/** Fields that twins have equal. */
const CLEANED = [
  'customerId',
  'accountNo',
  'customerName',
  'balance',
  'dailyAverage',
  'manager',
  'managerCode',
  'acquirer',
  'acquirerCode',
  'openDate',
  'maturityDate',
] as const;

function planColumns({ layout }: LedgerSheet): { label: string; column: number }[] {
  const done = new Set<number>(layout.sequenceColumns);
  for (const field of CLEANED) layout.columns[field]?.forEach((column) => done.add(column));
  const seen = new Map<string, number>();
  return layout.headers.flatMap((header, column) => {
    if (done.has(column)) return [];
    const key = readHeaderText(header).key;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return [{ label: `${key}#${String(nth)}`, column }];
  });
}

function canonicalCell({ sheet }: LedgerSheet, index: number, row: number): string {
  const column = sheet.columns[index];
  const kind = (column?.kinds[row] ?? 0) & KIND_MASK;
  if (!column || kind === CellKind.empty) return '';
  const value = column.values[row] ?? 0;
  if (kind === CellKind.date) return `d${String(dayFromNumber(value, sheet.date1904))}`;
  const text = cleanText(cellText(sheet, column, row)).replace(/\s/g, '');
  if (isPlaceholder(text)) return '';
  const day = /^\d{4}[-/.年]|^(?:19|20)\d{6}$/.test(text) ? parseDay(text) : -1;
  if (day > 0) return `d${String(day)}`;
  const plain = text.replace(/^[¥]|元$|,/g, '');
  return /^-?\d{1,15}(?:\.\d+)?$/.test(plain) ? `n${String(Number(plain))}` : `t${idKey(text)}`;
}
