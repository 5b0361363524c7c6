import { NOTHING_CHOSEN } from '../../src/app/chosenSettings';
import { runHandover } from '../../src/app/runHandover';
import type { Analysis, Settings } from '../../src/core';
import { messages, type Language } from '../../src/messages';
import { machineReport } from '../../src/report';
import {
  createMemoryWorkbook,
  type MemoryWorkbook,
} from '../../src/workbook/memory/createMemoryWorkbook';
import type { CellContent, SheetContent } from '../../src/workbook/memory/workbookContent';
import { SAMPLE_ROWS } from '../report/handoverSample';

type Rows = readonly (readonly CellContent[])[];

const LEDGER = '存款明细';
const BALANCE = 5;
const PRODUCT = 4;

async function run(
  workbook: MemoryWorkbook,
  language: Language = 'zh-CN',
  settings: Partial<Settings> = {},
): Promise<Analysis> {
  const outcome = await runHandover({
    workbook,
    today: 45991,
    chosen: {
      ...NOTHING_CHOSEN,
      settings: { me: '陈新任', predecessors: ['李前任'], ...settings },
    },
    words: messages(language),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.analysis;
}

function reportOf(analysis: Analysis): unknown {
  return JSON.parse([...machineReport(analysis, messages('zh-CN'))].join(''));
}

function createLedger(rows: Rows = SAMPLE_ROWS): MemoryWorkbook {
  return createMemoryWorkbook({ name: '存款明细.xlsx', sheets: [{ name: LEDGER, rows }] });
}

/** The workbook as the user leaves it. */
function changed(workbook: MemoryWorkbook, change: (rows: Rows) => Rows): MemoryWorkbook {
  return createMemoryWorkbook({
    name: '存款明细.xlsx',
    sheets: workbook.sheets.map((sheet): SheetContent =>
      sheet.name === LEDGER ? { ...sheet, rows: change(sheet.rows) } : sheet,
    ),
  });
}

/** All sheets; the hidden copy's place among the tabs is the host's. */
function sheetsOf(workbook: MemoryWorkbook) {
  return workbook.snapshot().sort((a, b) => (a.name < b.name ? -1 : 1));
}

function ledgerOf(workbook: MemoryWorkbook) {
  return workbook.snapshot().find(({ name }) => name === LEDGER);
}

function copyOf(workbook: MemoryWorkbook) {
  return workbook.snapshot().filter(({ mark }) => mark === 'original');
}

const withCell = (row: readonly CellContent[], at: number, value: CellContent): CellContent[] =>
  row.map((cell, column) => (column === at ? value : cell));

const isOf =
  (account: string) =>
  (row: readonly CellContent[]): boolean =>
    row[3] === account;

describe('Running again on the annotated workbook (SPEC 10)', () => {
  test('gives the same report and the same sheets, twice and thrice', async () => {
    const workbook = createLedger();
    const first = reportOf(await run(workbook));
    const sheets = sheetsOf(workbook);
    expect(first).toMatchObject({ controlTotal: 'differs', rows: { read: 18 } });
    for (let time = 0; time < 2; time++) {
      expect(reportOf(await run(workbook))).toEqual(first);
      expect(sheetsOf(workbook)).toEqual(sheets);
    }
  });

  test('gives the same in the other language and back', async () => {
    const workbook = createLedger();
    const first = reportOf(await run(workbook));
    const sheets = sheetsOf(workbook);
    expect(reportOf(await run(workbook, 'en'))).toEqual(first);
    const english = sheetsOf(workbook);
    expect(english).toHaveLength(sheets.length);
    expect(reportOf(await run(workbook))).toEqual(first);
    expect(sheetsOf(workbook)).toEqual(sheets);
    await run(workbook, 'en');
    expect(sheetsOf(workbook)).toEqual(english);
  });

  test('gives the same for several ledgers and rows in another order', async () => {
    const half = 9;
    const head = SAMPLE_ROWS.slice(0, 3);
    const workbook = createMemoryWorkbook({
      name: '存款明细.xlsx',
      sheets: [
        { name: LEDGER, rows: SAMPLE_ROWS.slice(0, half) },
        { name: '存款明细二', rows: [...head, ...SAMPLE_ROWS.slice(half)] },
      ],
    });
    const first = reportOf(await run(workbook));
    const sheets = sheetsOf(workbook);
    const shuffled = changed(workbook, (rows) => [...rows.slice(0, 3), ...rows.slice(3).reverse()]);
    expect(reportOf(await run(shuffled))).toEqual(first);
    expect(sheetsOf(shuffled)).toEqual(sheets);
  });

  test('counts a cell that the user has changed, and keeps the untouched copy', async () => {
    const workbook = createLedger();
    const first = await run(workbook);
    const before = copyOf(workbook);
    const account = '6222020000000050001';
    const corrected = changed(workbook, (rows) =>
      rows.map((row) => (isOf(account)(row) ? withCell(row, BALANCE, 60000) : row)),
    );
    const second = await run(corrected);
    // The equal row that was set aside as a repetition is none any more, and cannot come back.
    expect(second.totals.balanceFen - first.totals.balanceFen).toBe(1_000_000);
    expect(second.totals.rowsRead).toBe(first.totals.rowsRead);
    expect(ledgerOf(corrected)?.rows.find((row) => row[3]?.endsWith(account))?.[BALANCE]).toBe(
      '60000',
    );
    expect(copyOf(corrected)).toEqual(before);
    const third = await run(corrected);
    expect(reportOf(third)).toEqual(reportOf(second));
  });

  test('counts a text that the user has changed', async () => {
    const workbook = createLedger();
    await run(workbook);
    const account = '6222020000000040001';
    const corrected = changed(workbook, (rows) =>
      rows.map((row) => (isOf(account)(row) ? withCell(row, PRODUCT, '定期存款') : row)),
    );
    const second = await run(corrected);
    const customer = second.callList.find((index) => second.customers.id(index) === '0010004');
    expect(second.customers.termFen[customer ?? -1]).toBe(95_000_000);
    const row = ledgerOf(corrected)?.rows.find((cells) => cells[3]?.endsWith(account));
    expect(row?.[PRODUCT]).toContain('定期存款');
  });

  test('leaves out rows that the user has deleted, and says so', async () => {
    const workbook = createLedger();
    const first = await run(workbook);
    const before = copyOf(workbook);
    const shorter = changed(workbook, (rows) => rows.filter((row) => row[1] !== '0010008'));
    const second = await run(shorter);
    expect(second.totals.customers).toBe(first.totals.customers - 1);
    expect(second.totals.rowsRead).toBe(first.totals.rowsRead);
    expect(second.totals.setAside.blank).toBe(2);
    expect(second.warnings).toContainEqual({ code: 'ledger.rowsGone', sheet: LEDGER, rows: 2 });
    expect(second.controlTotal.state).toBe(first.controlTotal.state);
    expect(copyOf(shorter)).toEqual(before);
    const sheets = sheetsOf(shorter);
    expect(reportOf(await run(shorter))).toEqual(reportOf(second));
    expect(sheetsOf(shorter)).toEqual(sheets);
  });

  test('takes in rows that the user has added', async () => {
    const workbook = createLedger();
    const first = await run(workbook);
    const added = withCell(withCell(SAMPLE_ROWS[3] ?? [], 3, '6222020000000010009'), BALANCE, 500);
    const longer = changed(workbook, (rows) => [...rows, added]);
    const second = await run(longer);
    expect(second.totals.balanceFen - first.totals.balanceFen).toBe(50_000);
    expect(second.totals.rowsRead).toBe(first.totals.rowsRead + 1);
    expect(second.totals.setAside).toEqual(first.totals.setAside);
    expect(ledgerOf(longer)?.rows).toHaveLength((ledgerOf(workbook)?.rows.length ?? 0) + 1);
    expect(reportOf(await run(longer))).toEqual(reportOf(second));
  });

  test('keeps a column that the user has inserted among those of the export', async () => {
    const workbook = createLedger();
    const first = reportOf(await run(workbook));
    const before = copyOf(workbook);
    const wider = changed(workbook, (rows) =>
      rows.map((row, at) => [
        ...row.slice(0, 3),
        at === 2 ? '我的分组' : at > 2 && typeof row[0] === 'number' ? `组${String(row[0])}` : null,
        ...row.slice(3),
      ]),
    );
    const second = reportOf(await run(wider)) as { rows: unknown; customers: unknown };
    expect(second).toMatchObject({
      rows: (first as { rows: unknown }).rows,
      customers: (first as { customers: unknown }).customers,
    });
    expect(copyOf(wider)).toEqual(before);
    for (const row of ledgerOf(wider)?.rows.slice(3) ?? []) {
      expect(row[3]).toBe(`组${String(row[0])}`);
    }
  });

  test('reads the same export pasted over the ledger once more', async () => {
    const workbook = createLedger();
    const first = reportOf(await run(workbook));
    const sheets = sheetsOf(workbook);
    const again = changed(workbook, () => SAMPLE_ROWS);
    expect(reportOf(await run(again))).toEqual(first);
    expect(sheetsOf(again)).toEqual(sheets);
  });

  test('says which rows cannot come back when repeated rows are to be kept afterwards', async () => {
    const workbook = createLedger();
    const first = await run(workbook);
    expect(first.totals.setAside.duplicate).toBe(1);
    const second = await run(workbook, 'zh-CN', { keepDuplicates: true });
    expect(second.totals.balanceFen).toBe(first.totals.balanceFen);
    expect(second.warnings).toContainEqual({ code: 'ledger.rowsGone', sheet: LEDGER, rows: 1 });
  });
});
