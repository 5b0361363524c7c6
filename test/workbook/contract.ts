/** What every adapter of the `Workbook` port does, as one suite that each of them runs. */
import { EditKind, type SheetPlan, type WorkbookPlan } from '../../src/workbook/sheetPlan';
import type { Workbook } from '../../src/workbook/workbook';
import { WorkbookFailure } from '../../src/workbook/workbookFailure';
import { CELL_STYLES } from '../../src/report/cellStyles';
import {
  fromRawWorkbook,
  type CellContent,
  type SheetContent,
  type WorkbookContent,
} from '../../src/workbook/memory/workbookContent';

/** A workbook of some host with known content. */
export interface ContractFixture {
  /** Opens the workbook as it is now, anew: what was written before is there. */
  open(): Promise<Workbook>;
  /** Opens it so that the next write fails on the way. */
  openFailing(): Promise<Workbook>;
  /** Names of the tables and number of validated areas on a sheet, as the host holds them. */
  inspect(sheetName: string): Promise<{ readonly tables: string[]; readonly validations: number }>;
}

export type CreateFixture = (content: WorkbookContent) => Promise<ContractFixture>;

const LEDGER: SheetContent = {
  name: '明细',
  rows: [
    ['城东支行存款明细'],
    ['客户号', '姓名', '余额', '到期日', '倍数', '状态', '标志'],
    [
      '0012345678',
      '张三',
      1234.5,
      { date: 45991 },
      { formula: 'C3*2', result: 2469 },
      '正常',
      true,
    ],
    ['6222021234567890123', '欧阳·娜娜😀', -0.07, { date: 45992.75 }, null, { error: '#N/A' }],
    [],
    ['=1+1', ' 前后 空格 ', 0, null, { formula: 'A6&"x"', result: '甲x' }, '多\n行', false],
  ],
  merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 }],
};

const LIST: SheetContent = {
  name: '客户清单',
  hidden: true,
  rows: [
    ['客户号', '姓名'],
    [12345678, '张三'],
  ],
};

const CONTENT: WorkbookContent = { name: 'ledger.xlsx', sheets: [LEDGER, LIST] };

/** The data rows in reverse, with edits, an added value, an added text and an added formula. */
function planFor(
  sheets: readonly SheetPlan[] = [overview('概览'), customers('客户汇总')],
): WorkbookPlan {
  return {
    ledgers: [
      {
        sheetName: '明细',
        headerRow: 1,
        order: Uint32Array.of(5, 3, 2),
        edits: [
          {
            column: 1,
            kinds: Uint8Array.of(EditKind.text, EditKind.keep, EditKind.empty),
            values: Float64Array.of(1, 0, 0),
            texts: ['', '-前后空格'],
          },
          {
            column: 2,
            kinds: Uint8Array.of(EditKind.number, EditKind.keep, EditKind.date),
            values: Float64Array.of(99.25, 0, 45000),
            texts: [],
          },
        ],
        firstAddedColumn: 7,
        added: [
          {
            header: '优先级',
            width: 8,
            column: { kind: 'text', values: ['=P1', '', '@P3'], style: 'text' },
          },
          {
            header: '差额',
            width: 12,
            column: { kind: 'number', values: Float64Array.of(1.5, NaN, -2), style: 'amount' },
          },
          {
            header: '两倍',
            width: 12,
            column: {
              kind: 'formula',
              formula: 'C{r}*2',
              values: Float64Array.of(198.5, -0.14, 90000),
              style: 'amount',
            },
          },
        ],
      },
    ],
    sheets,
    styles: CELL_STYLES,
    language: 'zh-CN',
  };
}

const EMPTY_SHEET = {
  widths: [12, 20],
  frozenRows: 1,
  frozenColumns: 0,
  tables: [],
  validations: [],
  merges: [],
};

function overview(name: string): SheetPlan {
  return {
    ...EMPTY_SHEET,
    role: 'overview',
    name,
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: '概览', style: 'title' }],
          [{ value: '=合计' }, { value: 3, formula: "COUNTA('明细'!A3:A5)", style: 'integer' }],
          [{ value: null }, { value: true }, { value: 45991, style: 'date' }],
        ],
      },
    ],
    merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
  };
}

function customers(name: string): SheetPlan {
  const range = { firstRow: 0, lastRow: 3, firstColumn: 0, lastColumn: 2 };
  return {
    ...EMPTY_SHEET,
    role: 'customers',
    name,
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [[{ value: '客户号' }, { value: '余额' }, { value: '下次联系' }]],
      },
      {
        kind: 'columns',
        row: 1,
        column: 0,
        rowCount: 3,
        columns: [
          { kind: 'text', values: (at) => ['001', '+86', '<&>"'][at] ?? '', style: 'text' },
          { kind: 'number', values: [1, 2.5, NaN], style: 'amount' },
          { kind: 'number', values: [45991, NaN, 45992], style: 'inputDate' },
        ],
      },
    ],
    tables: [{ name: 'Customers', range, columnNames: ['客户号', '余额', '下次联系'] }],
    validations: [
      {
        range: { firstRow: 1, lastRow: 3, firstColumn: 2, lastColumn: 2 },
        rule: { kind: 'date' },
        errorTitle: '日期',
        errorMessage: '请输入日期',
      },
    ],
  };
}

/** A formula's text is not read back; what was computed and that it is a formula are. */
function computed(result: string | number): CellContent {
  return { formula: '?', result };
}

const WRITTEN_LEDGER: SheetContent = {
  name: '明细',
  rows: [
    ['城东支行存款明细'],
    ['客户号', '姓名', '余额', '到期日', '倍数', '状态', '标志', '优先级', '差额', '两倍'],
    ['=1+1', '-前后空格', 99.25, null, '甲x', '多\n行', false, '=P1', 1.5, computed(198.5)],
    [
      '6222021234567890123',
      '欧阳·娜娜😀',
      -0.07,
      { date: 45992.75 },
      null,
      { error: '#N/A' },
      null,
      null,
      null,
      computed(-0.14),
    ],
    [
      '0012345678',
      null,
      { date: 45000 },
      { date: 45991 },
      2469,
      '正常',
      true,
      '@P3',
      -2,
      computed(90000),
    ],
  ],
  merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 }],
};

const WRITTEN_OVERVIEW: SheetContent = {
  name: '概览',
  rows: [['概览'], ['=合计', computed(3)], [null, true, { date: 45991 }]],
  merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
  mark: 'overview',
};

const WRITTEN_CUSTOMERS: SheetContent = {
  name: '客户汇总',
  rows: [
    ['客户号', '余额', '下次联系'],
    ['001', 1, { date: 45991 }],
    ['+86', 2.5],
    ['<&>"', null, { date: 45992 }],
  ],
  mark: 'customers',
};

async function readSheets(fixture: ContractFixture): Promise<readonly SheetContent[]> {
  const workbook = await fixture.open();
  return fromRawWorkbook(await workbook.read()).sheets;
}

/** The content as an adapter reads it: of formulas that they are some, and their values. */
function asRead({ rows, ...sheet }: SheetContent, hasFormulas: boolean): SheetContent {
  const readCell = (cell: CellContent): CellContent => {
    if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return cell;
    return hasFormulas ? { formula: '?', result: cell.result } : cell.result;
  };
  return { ...sheet, rows: rows.map((cells) => cells.map(readCell)) };
}

/**
 * Runs the contract on the adapter whose workbooks `createFixture` makes.
 * @param options.hasFormulas False where the fixture can hold their values only.
 */
export function describeWorkbookContract(
  name: string,
  createFixture: CreateFixture,
  { hasFormulas = true }: { readonly hasFormulas?: boolean } = {},
): void {
  describe(`${name} keeps the contract of the workbook port`, () => {
    test('reads texts, numbers, dates, booleans, errors, formulas, merges and hidden sheets', async () => {
      const fixture = await createFixture(CONTENT);
      expect(await readSheets(fixture)).toEqual([
        asRead(LEDGER, hasFormulas),
        asRead(LIST, hasFormulas),
      ]);
    });

    test('reads the same twice', async () => {
      const workbook = await (await createFixture(CONTENT)).open();
      const first = fromRawWorkbook(await workbook.read());
      expect(fromRawWorkbook(await workbook.read())).toEqual(first);
    });

    test('reads serials of the 1904 system as the sheet counts them', async () => {
      const sheet: SheetContent = { name: 'Mac', rows: [[{ date: 44529 }]], date1904: true };
      const fixture = await createFixture({ name: 'mac.xlsx', sheets: [sheet] });
      expect(await readSheets(fixture)).toEqual([sheet]);
    });

    test('reads a sheet without cells', async () => {
      const sheet: SheetContent = { name: '空', rows: [] };
      const fixture = await createFixture({ name: 'empty.xlsx', sheets: [sheet] });
      expect(await readSheets(fixture)).toEqual([sheet]);
    });

    test('writes ledger rows in the new order with edits and added columns (SPEC 10)', async () => {
      const fixture = await createFixture(CONTENT);
      await (await fixture.open()).write(planFor());
      const sheets = await readSheets(fixture);
      expect(sheets.find((sheet) => sheet.name === '明细')).toEqual(WRITTEN_LEDGER);
    });

    test('leaves the sheets alone that the plan does not name (SPEC 1)', async () => {
      const fixture = await createFixture(CONTENT);
      await (await fixture.open()).write(planFor());
      const sheets = await readSheets(fixture);
      expect(sheets.find((sheet) => sheet.name === '客户清单')).toEqual(asRead(LIST, hasFormulas));
    });

    test('adds sheets with values, cached results, dates, merges and their marks (SPEC 10)', async () => {
      const fixture = await createFixture(CONTENT);
      await (await fixture.open()).write(planFor());
      const sheets = await readSheets(fixture);
      expect(sheets.find((sheet) => sheet.mark === 'overview')).toEqual(WRITTEN_OVERVIEW);
      expect(sheets.find((sheet) => sheet.mark === 'customers')).toEqual(WRITTEN_CUSTOMERS);
      expect(sheets).toHaveLength(4);
    });

    test('keeps text that begins with = + - @ as text (SPEC 10)', async () => {
      const texts = ['=1+1', '+86', '-x', '@SUM(A1)', "'quoted", '＝全角', '\t=cmd'];
      const sheet: SheetPlan = {
        ...overview('文本'),
        merges: [],
        blocks: [
          { kind: 'cells', row: 0, column: 0, cells: texts.map((value) => [{ value }]) },
          {
            kind: 'columns',
            row: 0,
            column: 1,
            rowCount: texts.length,
            columns: [{ kind: 'text', values: texts, style: 'text' }],
          },
        ],
      };
      const fixture = await createFixture(CONTENT);
      await (await fixture.open()).write(planFor([sheet]));
      const written = (await readSheets(fixture)).find(({ mark }) => mark === 'overview');
      expect(written?.rows).toEqual(texts.map((text) => [text, text]));
    });

    test('replaces the sheets of an earlier run, whatever they are called now (SPEC 10)', async () => {
      const fixture = await createFixture(CONTENT);
      await (await fixture.open()).write(planFor([overview('概览'), customers('旧名')]));
      const [ledger] = planFor().ledgers;
      // Of the three rows that the first run left, the plan of the second keeps the last two.
      const again = ledger && { ...ledger, order: Uint32Array.of(4, 3), edits: [] };
      const sheetsAgain = [overview('概览'), customers('客户汇总')];
      await (
        await fixture.open()
      ).write({ ...planFor(sheetsAgain), ledgers: again ? [again] : [] });
      const sheets = await readSheets(fixture);
      expect(sheets.map((sheet) => sheet.name).sort()).toEqual(
        ['概览', '明细', '客户清单', '客户汇总'].sort(),
      );
      expect(sheets.find((sheet) => sheet.mark === 'customers')).toEqual(WRITTEN_CUSTOMERS);
      const rows = sheets.find((sheet) => sheet.name === '明细')?.rows ?? [];
      expect(rows.slice(0, 2)).toEqual(WRITTEN_LEDGER.rows.slice(0, 2));
      expect(rows.slice(2).map(([id]) => id)).toEqual(['0012345678', '6222021234567890123']);
      expect(rows.slice(2).map((cells) => cells.slice(7))).toEqual([
        ['=P1', 1.5, computed(198.5)],
        [null, null, computed(-0.14)],
      ]);
    });

    test('gives the same workbook for the same plan (SPEC 10)', async () => {
      const written = await Promise.all(
        [1, 2].map(async () => {
          const fixture = await createFixture(CONTENT);
          await (await fixture.open()).write(planFor());
          return readSheets(fixture);
        }),
      );
      expect(written[0]).toEqual(written[1]);
    });

    test('writes tables and validations as far as the host declares that it can', async () => {
      const fixture = await createFixture(CONTENT);
      const workbook = await fixture.open();
      await workbook.write(planFor());
      const held = await fixture.inspect('客户汇总');
      expect(held.tables).toEqual(workbook.capabilities.tables ? ['Customers'] : []);
      expect(held.validations).toBe(workbook.capabilities.validations ? 1 : 0);
    });

    test('refuses to read or write once cancelled, and leaves the workbook as it was', async () => {
      const fixture = await createFixture(CONTENT);
      const before = await readSheets(fixture);
      const workbook = await fixture.open();
      const signal = AbortSignal.abort();
      const cancelled = { code: 'operation.cancelled' };
      await expect(workbook.read({ signal })).rejects.toMatchObject(cancelled);
      await expect(workbook.write(planFor(), { signal })).rejects.toBeInstanceOf(WorkbookFailure);
      await expect(workbook.write(planFor(), { signal })).rejects.toMatchObject(cancelled);
      expect(await readSheets(fixture)).toEqual(before);
    });

    test('writes all or nothing when it is cancelled on the way', async () => {
      const fixture = await createFixture(CONTENT);
      const before = await readSheets(fixture);
      const controller = new AbortController();
      const onProgress = () => {
        controller.abort();
      };
      const options = { signal: controller.signal, onProgress };
      const workbook = await fixture.open();
      await workbook.read();
      const outcome = await workbook.write(planFor(), options).then(
        () => 'written',
        (error: unknown) => (error instanceof WorkbookFailure ? error.code : error),
      );
      const after = await readSheets(fixture);
      if (outcome === 'written') expect(after).toHaveLength(4);
      else {
        expect(outcome).toBe('operation.cancelled');
        expect(after).toEqual(before);
      }
    });

    test('leaves the workbook as it was when writing fails', async () => {
      const fixture = await createFixture(CONTENT);
      const before = await readSheets(fixture);
      const workbook = await fixture.openFailing();
      await expect(workbook.write(planFor())).rejects.toBeInstanceOf(WorkbookFailure);
      expect(await readSheets(fixture)).toEqual(before);
    });

    test('refuses a plan that was made from another workbook', async () => {
      const fixture = await createFixture(CONTENT);
      const before = await readSheets(fixture);
      const [ledger] = planFor().ledgers;
      const foreign = ledger === undefined ? [] : [{ ...ledger, sheetName: '别处' }];
      const workbook = await fixture.open();
      await expect(workbook.write({ ...planFor(), ledgers: foreign })).rejects.toThrow();
      expect(await readSheets(fixture)).toEqual(before);
    });

    test('reports progress that does not run backwards and ends complete', async () => {
      const workbook = await (await createFixture(CONTENT)).open();
      const seen: { stage: string; done: number; total: number }[] = [];
      const onProgress = (progress: (typeof seen)[number]) => {
        seen.push(progress);
      };
      await workbook.read({ onProgress });
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.every(({ stage }) => stage === 'read')).toBe(true);
      const shares = seen.map(({ done, total }) => done / total);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    });
  });
}
