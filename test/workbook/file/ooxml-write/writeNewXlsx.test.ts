import * as XLSX from '@e965/xlsx';
import { CellKind, type CellColumn, type RawSheet, type RawWorkbook } from '../../../../src/core';
import { writeNewXlsx } from '../../../../src/workbook/file/ooxml/write/writeNewXlsx';
import { EditKind, type WorkbookPlan } from '../../../../src/workbook/sheetPlan';
import { cellOf, formatOf, textOf } from './annotateRich';
import { compression, memorySink, unzip } from './memory';
import { richPlan } from './richLedger';

type Value = string | number | boolean | Date | null;

/** A sheet as a reader of another format gives it; `Date` stands for a date cell. */
function rawSheet(name: string, rows: readonly (readonly Value[])[], more = {}): RawSheet {
  const texts: string[] = [];
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c): CellColumn => {
    const kinds = new Uint8Array(rows.length);
    const values = new Float64Array(rows.length);
    rows.forEach((row, r) => {
      const value = row[c] ?? null;
      if (typeof value === 'string') {
        kinds[r] = CellKind.text;
        values[r] = texts.push(value) - 1;
      } else if (typeof value === 'number' || typeof value === 'boolean') {
        kinds[r] = typeof value === 'number' ? CellKind.number : CellKind.boolean;
        values[r] = Number(value);
      } else if (value !== null) {
        kinds[r] = CellKind.date;
        values[r] = value.getTime() / 86_400_000 + 25_569;
      }
    });
    return { kinds, values };
  });
  return {
    name,
    hidden: false,
    rowCount: rows.length,
    columns,
    texts: { size: texts.length, get: (index) => texts[index] ?? '' },
    merges: [],
    date1904: false,
    ...more,
  };
}

const DAY = new Date(Date.UTC(2025, 10, 30));

const RAW: RawWorkbook = {
  name: 'ledger.xls',
  sheets: [
    rawSheet(
      '明细',
      [
        ['存款明细', null, null, null, null],
        ['客户号', '客户名称', '余额', '开户日', '流水号'],
        ['C1', '张三', '1,234.50', DAY, 622202100000],
        ['C2', '=李四', 20.5, new Date(DAY.getTime() + 43_200_000), 622202100001],
        ['合计', null, 21.5, null, null],
      ],
      { merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 4 }] },
    ),
    rawSheet(
      '客户',
      [
        ['客户号', '电话'],
        ['C1', '13800000000'],
        ['C2', true],
      ],
      { hidden: true },
    ),
  ],
};

const PLAN: WorkbookPlan = {
  ...richPlan(),
  ledgers: [
    {
      sheetName: '明细',
      headerRow: 1,
      order: Uint32Array.of(3, 2),
      edits: [
        {
          column: 2,
          kinds: Uint8Array.of(EditKind.keep, EditKind.number),
          values: Float64Array.of(0, 1234.5),
          texts: [],
        },
      ],
      firstAddedColumn: 5,
      added: richPlan().ledgers[0]?.added ?? [],
    },
  ],
};

async function write(raw = RAW, plan = PLAN): Promise<Uint8Array> {
  const sink = memorySink();
  await writeNewXlsx({ raw, plan, sink, compression });
  expect(sink.state).toEqual({ closed: true, aborted: false });
  return sink.bytes();
}

describe('a new workbook from a file of another format (SPEC 10)', () => {
  test('SheetJS reads it: the ledger annotated, the other sheet as it was, ours around', async () => {
    const book = XLSX.read(await write(), { type: 'buffer' });
    expect(book.SheetNames).toEqual(['概览', '明细', '客户', "客户'汇总"]);
    const rows = (name: string): unknown =>
      XLSX.utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 });
    expect(rows('明细')).toEqual([
      ['存款明细'],
      ['客户号', '客户名称', '余额', '开户日', '流水号', '客户优先级', '账户差额'],
      ['C2', '=李四', 20.5, 45991.5, 622202100001, 'P1', 1],
      ['C1', '张三', 1234.5, 45991, 622202100000, 'P2', -2.5],
    ]);
    expect(rows('客户')).toEqual([
      ['客户号', '电话'],
      ['C1', '13800000000'],
      ['C2', true],
    ]);
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 0, 1, 0]);
  });

  test('cells have the format of their kind', async () => {
    const entries = unzip(await write());
    const ledger = 'xl/worksheets/sheet1.xml';
    const id = (code: string): string =>
      new RegExp(`numFmtId="(\\d+)" formatCode="${code}"`).exec(
        textOf(entries, 'xl/styles.xml'),
      )?.[1] ?? '';
    expect(formatOf(entries, ledger, 'A3')).toContain('numFmtId="49"');
    expect(formatOf(entries, ledger, 'C3')).toContain('numFmtId="4"');
    expect(formatOf(entries, ledger, 'C4')).toContain('numFmtId="4"');
    expect(formatOf(entries, ledger, 'D4')).toContain(`numFmtId="${id('yyyy-mm-dd')}"`);
    expect(formatOf(entries, ledger, 'D3')).toContain(`numFmtId="${id('yyyy-mm-dd hh:mm:ss')}"`);
    // A long number in full, not as 6.2E+11.
    expect(formatOf(entries, ledger, 'E3')).toContain('numFmtId="1"');
    expect(textOf(entries, 'xl/styles.xml')).toContain('<name val="等线"/>');
    expect(textOf(entries, 'docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>');
  });

  test('the header is marked, frozen and filtered; widths follow the contents', async () => {
    const entries = unzip(await write());
    const xml = textOf(entries, 'xl/worksheets/sheet1.xml');
    expect(formatOf(entries, 'xl/worksheets/sheet1.xml', 'A2')).toContain('horizontal="center"');
    expect(cellOf(xml, 'G2')).toContain('账户差额');
    expect(xml).toContain('<pane ySplit="2" topLeftCell="A3"');
    expect(xml).toContain('<autoFilter ref="A2:G4"/>');
    expect(xml).toContain('<mergeCell ref="A1:E1"/>');
    expect(xml).toContain('<dimension ref="A1:G4"/>');
    const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map((match) =>
      Math.floor(Number(match[1])),
    );
    expect(widths).toEqual([8, 9, 9, 20, 17, 10, 14]);
  });

  test('the header of a sheet that is no ledger is found by its contents', async () => {
    const xml = textOf(unzip(await write()), 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
  });

  test('names that Excel refuses are made valid, and the plan still finds its sheet', async () => {
    const [ledger, customers] = RAW.sheets;
    if (ledger === undefined || customers === undefined) throw new Error('There are two sheets.');
    const name = 'a/b:很长的名字'.repeat(5);
    const raw = { name: 'x', sheets: [{ ...ledger, name }, customers] };
    const plan = {
      ...PLAN,
      ledgers: PLAN.ledgers.map((item) => ({ ...item, sheetName: name })),
    };
    const book = XLSX.read(await write(raw, plan), { type: 'buffer' });
    expect(book.SheetNames[1]).toHaveLength(31);
    expect(book.SheetNames[1]).toMatch(/^a_b_/);
    expect(book.Sheets[book.SheetNames[1] ?? '']?.G3?.v).toBe(1);
  });

  test('dates counted from 1904 are counted from 1900, beside sheets that always were', async () => {
    const day = new Date(DAY.getTime() - 1462 * 86_400_000);
    const old = rawSheet(
      '旧',
      [
        ['客户号', '到期日'],
        ['C1', day],
        ['C2', '2025-11-30'],
      ],
      { date1904: true },
    );
    const edit = {
      column: 1,
      kinds: Uint8Array.of(EditKind.keep, EditKind.date),
      values: Float64Array.of(0, 45_991 - 1462),
      texts: [],
    };
    const ledger = {
      sheetName: '旧',
      headerRow: 0,
      order: Uint32Array.of(1, 2),
      edits: [edit],
      firstAddedColumn: 2,
      added: [],
    };
    const plan = { ...PLAN, ledgers: [...PLAN.ledgers, ledger] };
    const book = XLSX.read(await write({ name: 'x', sheets: [...RAW.sheets, old] }, plan), {
      type: 'buffer',
    });
    expect(book.Workbook?.WBProps?.date1904).toBeFalsy();
    expect(book.Sheets['旧']?.B2?.v).toBe(45_991);
    expect(book.Sheets['旧']?.B3?.v).toBe(45_991);
    expect(book.Sheets['明细']?.D4?.v).toBe(45_991);
  });

  test('an empty sheet and one without a header are written too', async () => {
    const empty = { ...rawSheet('空', [[null]]), rowCount: 0, columns: [] };
    const numbers = rawSheet('数', [[1, 2]]);
    const book = XLSX.read(await write({ name: 'x', sheets: [...RAW.sheets, empty, numbers] }), {
      type: 'buffer',
    });
    expect(book.SheetNames).toContain('空');
    expect(book.Sheets['数']?.B1?.v).toBe(2);
  });

  test('the same input gives the same bytes', async () => {
    expect(await write()).toEqual(await write());
  });

  test('a failure leaves nothing behind', async () => {
    const sink = memorySink();
    await expect(
      writeNewXlsx({ raw: RAW, plan: PLAN, sink, compression, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'operation.cancelled' });
    expect(sink.state).toEqual({ closed: false, aborted: true });
  });
});
