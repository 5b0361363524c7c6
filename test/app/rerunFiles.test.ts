import { utils, write } from '@e965/xlsx';
import { NOTHING_CHOSEN } from '../../src/app/chosenSettings';
import { joinWorkbooks } from '../../src/app/joinWorkbooks';
import { runHandover } from '../../src/app/runHandover';
import { messages } from '../../src/messages';
import { machineReport } from '../../src/report';
import { CUSTOMER_HEADER_ROW, customerColumnIndex } from '../../src/report/customerColumns';
import { createFileWorkbook } from '../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../src/workbook/file/nodeCompression';
import { fromRawWorkbook } from '../../src/workbook/memory/workbookContent';
import type { CellPut } from '../../src/workbook/workbook';
import { SAMPLE_ROWS } from '../report/handoverSample';
import { sinkTo, sourceOf } from '../workbook/bytesInMemory';
import { unzip } from '../workbook/file/ooxml-write/memory';

jest.setTimeout(60_000);

const LEDGER = '存款明细';
const CUSTOMER_ID = customerColumnIndex('customerId');
const REMARK = customerColumnIndex('remark');

/** A file as the user has it; each step gives the next one. */
function open(bytes: Uint8Array) {
  let written = bytes;
  const workbook = createFileWorkbook({
    inputs: [{ name: '存款明细.xlsx', source: sourceOf(bytes) }],
    join: joinWorkbooks,
    openSink: () => Promise.resolve(sinkTo((result) => (written = result.slice()))),
    compression: createNodeCompression(),
  });
  return { workbook, result: () => written };
}

async function analyze(bytes: Uint8Array): Promise<{ bytes: Uint8Array; report: unknown }> {
  const { workbook, result } = open(bytes);
  const words = messages('zh-CN');
  const outcome = await runHandover({
    workbook,
    today: 45991,
    chosen: { ...NOTHING_CHOSEN, settings: { me: '陈新任', predecessors: ['李前任'] } },
    words,
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const report: unknown = JSON.parse([...machineReport(outcome.analysis, words)].join(''));
  return { bytes: result(), report };
}

async function put(bytes: Uint8Array, cells: readonly CellPut[]): Promise<Uint8Array> {
  const { workbook, result } = open(bytes);
  await workbook.putCells(cells);
  return result();
}

async function rowsOf(bytes: Uint8Array, sheet: string) {
  const { sheets } = fromRawWorkbook(await open(bytes).workbook.read());
  const found = sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return found.rows;
}

async function rowOfCustomer(bytes: Uint8Array, id: string): Promise<number> {
  return (await rowsOf(bytes, '客户汇总')).findIndex((row) => row[CUSTOMER_ID] === id);
}

async function typeRemark(bytes: Uint8Array, id: string, value: string): Promise<Uint8Array> {
  const row = await rowOfCustomer(bytes, id);
  return put(bytes, [{ sheet: '客户汇总', row, column: REMARK, value }]);
}

async function remarkOf(bytes: Uint8Array, id: string): Promise<unknown> {
  return (await rowsOf(bytes, '客户汇总'))[await rowOfCustomer(bytes, id)]?.[REMARK];
}

function createExport(): Uint8Array {
  const book = utils.book_new();
  const rows = SAMPLE_ROWS.map((row) => [...row]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), LEDGER);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

type Parts = ReadonlyMap<string, string>;

/** Cells that hold nothing, not even a format, are as good as none. */
function partsOf(bytes: Uint8Array): Parts {
  return new Map(
    [...unzip(bytes)].map(([name, { text }]) => [
      name,
      text.replaceAll(/<c r="[A-Z]+\d+"\/>/g, ''),
    ]),
  );
}

/** The parts that hold the order in which sheets were added. */
const ORDER = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'];

describe('Running again on an annotated file (SPEC 10)', () => {
  test('gives the same figures and the same bytes, whatever was typed', async () => {
    const first = await analyze(createExport());
    const typed = await typeRemark(first.bytes, '0010001', '=周三上午来');
    const second = await analyze(typed);
    const third = await analyze(second.bytes);
    expect(second.report).toEqual(first.report);
    expect(third.report).toEqual(first.report);
    expect(Buffer.compare(third.bytes, second.bytes)).toBe(0);
    expect(await remarkOf(third.bytes, '0010001')).toBe('=周三上午来');
  });

  test('changes no part of a file in which nothing was typed', async () => {
    const first = await analyze(createExport());
    const second = await analyze(first.bytes);
    const [before, after] = [partsOf(first.bytes), partsOf(second.bytes)];
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const changed = [...before.keys()].filter((name) => after.get(name) !== before.get(name));
    expect(changed.filter((name) => !ORDER.includes(name))).toEqual([]);
  });

  test('keeps what was typed with its customer when a newer export is pasted in', async () => {
    const first = await analyze(createExport());
    const typed = await typeRemark(
      await typeRemark(first.bytes, '0010001', '已约周三'),
      '0010004',
      '不要打扰',
    );
    const before = await rowOfCustomer(typed, '0010004');
    // Another day; the amounts turned around, so that the list has another order.
    const rows = SAMPLE_ROWS.slice(3).filter((row) => row[1] !== '0010001');
    const cells = (await rowsOf(typed, LEDGER)).flatMap((row, at): CellPut[] =>
      row.map((_, column) => ({ sheet: LEDGER, row: at, column, value: null })),
    );
    const pasted = [
      SAMPLE_ROWS[0] ?? [],
      ['数据日期：2025-12-31', null, null, null, '单位：元'],
      SAMPLE_ROWS[2] ?? [],
      ...rows.map((row) =>
        row.map((cell, column) =>
          column === 6 && typeof cell === 'number' ? cell + 500_000 : cell,
        ),
      ),
    ].flatMap((row, at): CellPut[] =>
      row.flatMap((value, column) =>
        typeof value === 'object' ? [] : [{ sheet: LEDGER, row: at, column, value }],
      ),
    );
    const newer = await analyze(await put(typed, [...cells, ...pasted]));
    expect(newer.report).toMatchObject({ dataDate: '2025-12-31' });
    expect(await remarkOf(newer.bytes, '0010004')).toBe('不要打扰');
    expect(await rowOfCustomer(newer.bytes, '0010004')).not.toBe(before);
    // Who left stands below the table, with what was typed.
    const left = await rowOfCustomer(newer.bytes, '0010001');
    const list = await rowsOf(newer.bytes, '客户汇总');
    const ids = new Set(rows.map((row) => row[1]));
    expect(left).toBeGreaterThan(CUSTOMER_HEADER_ROW + 1 + ids.size - 4);
    expect(list[left]).toContain('不在本次导出的名单里');
    expect(await remarkOf(newer.bytes, '0010001')).toBe('已约周三');
  });

  test('counts amounts that the user has changed, and keeps what was typed', async () => {
    const first = await analyze(createExport());
    const typed = await typeRemark(first.bytes, '0010004', '不要打扰');
    const ledger = await rowsOf(typed, LEDGER);
    const row = ledger.findIndex((cells) => cells[1] === '0010004');
    const changed = await analyze(
      await put(typed, [{ sheet: LEDGER, row, column: 5, value: 123_456.78 }]),
    );
    const balance = (report: unknown) =>
      (report as { customers: { customerId: string; balance: number }[] }).customers.find(
        ({ customerId }) => customerId === '0010004',
      )?.balance;
    expect(balance(changed.report)).not.toBe(balance(first.report));
    expect(await remarkOf(changed.bytes, '0010004')).toBe('不要打扰');
  });
});
