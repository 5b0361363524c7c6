import { NOTHING_CHOSEN } from '../../src/app/chosenSettings';
import { runHandover } from '../../src/app/runHandover';
import { messages, type Language } from '../../src/messages';
import {
  createMemoryWorkbook,
  type MemoryWorkbook,
} from '../../src/workbook/memory/createMemoryWorkbook';
import type { CellContent, SheetContent } from '../../src/workbook/memory/workbookContent';
import { CUSTOMER_COLUMNS } from '../../src/report/customerColumns';
import { SAMPLE_ROWS } from '../report/handoverSample';

type Rows = readonly (readonly CellContent[])[];

async function run(workbook: MemoryWorkbook, language: Language = 'zh-CN'): Promise<void> {
  const outcome = await runHandover({
    workbook,
    today: 45991,
    chosen: { ...NOTHING_CHOSEN, settings: { me: '陈新任', predecessors: ['李前任'] } },
    words: messages(language),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
}

function ledgerWorkbook(rows: Rows, others: readonly SheetContent[] = []): MemoryWorkbook {
  const ledger = { name: '存款明细', rows };
  return createMemoryWorkbook({ name: '存款明细.xlsx', sheets: [ledger, ...others] });
}

/** The workbook as the user leaves it: her ledger sheet holds other rows, other sheets stay. */
function pasted(workbook: MemoryWorkbook, change: (rows: Rows) => Rows): MemoryWorkbook {
  return createMemoryWorkbook({
    name: '存款明细.xlsx',
    sheets: workbook.sheets.map((sheet) =>
      sheet.mark === undefined ? { ...sheet, rows: change(sheet.rows) } : sheet,
    ),
  });
}

function sheetOf(workbook: MemoryWorkbook, mark: string) {
  const sheet = workbook.snapshot().find((candidate) => candidate.mark === mark);
  if (sheet === undefined) throw new Error(`no sheet ${mark}`);
  return sheet;
}

function withCell(row: readonly CellContent[], column: number, value: CellContent) {
  return row.map((cell, at) => (at === column ? value : cell));
}

const NEWER_TITLE: readonly CellContent[] = ['数据日期：2025-12-31', null, null, null, '单位：元'];
const CUSTOMER_ID = CUSTOMER_COLUMNS.indexOf('customerId');
const REMARK = CUSTOMER_COLUMNS.indexOf('remark');
const WITHOUT_WANG: Rows = [
  SAMPLE_ROWS[0] ?? [],
  NEWER_TITLE,
  ...SAMPLE_ROWS.slice(2, 3),
  ...SAMPLE_ROWS.slice(5, 12),
];

function rowOf(workbook: MemoryWorkbook, id: string): readonly string[] {
  const rows = sheetOf(workbook, 'customers').rows;
  return rows.find((row) => row[CUSTOMER_ID]?.replace("'", '') === id) ?? [];
}

async function type(workbook: MemoryWorkbook, id: string, column: number, value: string) {
  const { name, rows } = sheetOf(workbook, 'customers');
  const row = rows.findIndex((cells) => cells[CUSTOMER_ID]?.replace("'", '') === id);
  await workbook.putCells([{ sheet: name, row, column, value }]);
}

describe('The untouched copy (SPEC 10)', () => {
  test('is made of each ledger sheet at the first run, with what stood there', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    const [before] = workbook.snapshot();
    await run(workbook);
    const copy = sheetOf(workbook, 'original');
    expect(copy).toMatchObject({ name: '原始数据·存款明细', hidden: true });
    expect(copy.rows).toEqual(before?.rows);
  });

  test('stays the first one when the same export is analysed again, in any language', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    await run(workbook);
    const first = sheetOf(workbook, 'original').rows;
    const ledger = workbook.snapshot().find(({ name }) => name === '存款明细');
    await run(workbook);
    expect(workbook.snapshot().find(({ name }) => name === '存款明细')).toEqual(ledger);
    await run(workbook, 'en');
    expect(workbook.snapshot().filter(({ mark }) => mark === 'original')).toHaveLength(1);
    expect(sheetOf(workbook, 'original').rows).toEqual(first);
    const english = workbook.snapshot().find(({ name }) => name === '存款明细');
    expect(english?.rows[2]).toHaveLength(ledger?.rows[2]?.length ?? 0);
  });

  test('stays when the user has corrected a row', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    await run(workbook);
    const first = sheetOf(workbook, 'original').rows;
    const corrected = pasted(workbook, (rows) =>
      rows.map((row, at) => (at === 3 ? withCell(row, 5, 1) : row)),
    );
    await run(corrected);
    expect(sheetOf(corrected, 'original').rows).toEqual(first);
  });

  test.each([
    ['over the whole sheet', (): Rows => WITHOUT_WANG],
    [
      'beside our columns',
      (rows: Rows): Rows =>
        rows.map((row, at) => [
          ...(WITHOUT_WANG[at] ?? Array<CellContent>(13).fill(null)),
          ...row.slice(13),
        ]),
    ],
    [
      'with the same titles but other amounts',
      (rows: Rows): Rows =>
        rows.map((row, at) =>
          at < 3 ? row : withCell(row, 6, typeof row[6] === 'number' ? row[6] + 7 : 9),
        ),
    ],
  ])('is made anew of a newer export, pasted %s', async (_, change) => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    await run(workbook);
    const first = sheetOf(workbook, 'original').rows;
    const newer = pasted(workbook, change);
    const expected = newer.snapshot().find(({ name }) => name === '存款明细')?.rows;
    await run(newer);
    const copy = sheetOf(newer, 'original');
    expect(copy.rows).not.toEqual(first);
    const firstColumns = expected?.map((row) => row.slice(0, 13).join('|').replace(/\|+$/, ''));
    expect(copy.rows.map((row) => row.join('|'))).toEqual(firstColumns?.slice(0, copy.rows.length));
  });

  test('is left out on request, and the request is kept', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    const words = messages('zh-CN');
    const chosen = { ...NOTHING_CHOSEN, settings: { keepOriginal: false } };
    await runHandover({ workbook, today: 45991, chosen, words });
    await runHandover({ workbook, today: 45991, chosen: NOTHING_CHOSEN, words });
    expect(workbook.snapshot().some(({ mark }) => mark === 'original')).toBe(false);
  });

  test('has a name that is valid and free', async () => {
    const name = '城东支行二〇二五年十一月存款明细（全部客户）A'.padEnd(31, '表');
    const workbook = createMemoryWorkbook({
      name: 'a.xlsx',
      sheets: [
        { name, rows: SAMPLE_ROWS },
        { name: `原始数据·${name}`.slice(0, 31), rows: [['自己的']] },
      ],
    });
    await run(workbook);
    const copy = sheetOf(workbook, 'original');
    expect(copy.name).toHaveLength(31);
    expect(copy.name.endsWith(' (2)')).toBe(true);
  });

  test('is never read as a ledger, also when the user shows it', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    await run(workbook);
    const shown = createMemoryWorkbook({
      name: '存款明细.xlsx',
      sheets: workbook.sheets.map((sheet) => ({ ...sheet, hidden: false })),
    });
    const before = sheetOf(shown, 'customers').rows;
    await run(shown);
    expect(sheetOf(shown, 'customers').rows).toEqual(before);
  });
});

describe('Customers who leave the list (SPEC 10, running again)', () => {
  test('keep what was typed, below the table, and take it back when they return', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    await run(workbook);
    await type(workbook, '0010001', REMARK, '=下周来');
    const newer = pasted(workbook, () => WITHOUT_WANG);
    await run(newer);
    await run(newer);
    const { rows } = sheetOf(newer, 'customers');
    const last = rows.at(-1) ?? [];
    expect([last[CUSTOMER_ID], last[REMARK]]).toEqual(["'0010001", "'=下周来"]);
    expect(rows.filter((row) => row[CUSTOMER_ID] === "'0010001")).toHaveLength(1);
    expect(rows[1]?.join()).toContain(`第 ${String(rows.length - 1)} 行`);
    const back = pasted(newer, () => SAMPLE_ROWS);
    await run(back);
    expect(rowOf(back, '0010001')[REMARK]).toBe("'=下周来");
    expect(sheetOf(back, 'customers').rows).toHaveLength(
      sheetOf(workbook, 'customers').rows.length,
    );
  });

  test('columns that the user added stay with the customers, numbers as numbers', async () => {
    const workbook = ledgerWorkbook(SAMPLE_ROWS);
    await run(workbook);
    const { name, rows } = sheetOf(workbook, 'customers');
    const own = CUSTOMER_COLUMNS.length;
    const row = rows.findIndex((cells) => cells[CUSTOMER_ID] === "'0010004");
    await workbook.putCells([
      { sheet: name, row: 2, column: own, value: '礼品' },
      { sheet: name, row: 2, column: own + 1, value: '家里几口人' },
      { sheet: name, row, column: own, value: '茶叶' },
      { sheet: name, row, column: own + 1, value: 4 },
    ]);
    const newer = pasted(workbook, () => WITHOUT_WANG);
    await run(newer);
    expect(sheetOf(newer, 'customers').rows[2]?.slice(own)).toEqual(['礼品', '家里几口人']);
    expect(rowOf(newer, '0010004').slice(own)).toEqual(['茶叶', '4']);
  });
});
