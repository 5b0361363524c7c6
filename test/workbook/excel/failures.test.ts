/** Whatever a request of a run meets: the workbook is as it was, or analysed; nothing is lost. */
import { createExcelWorkbook } from '../../../src/workbook/excel/createExcelWorkbook';
import type { WorkbookPlan } from '../../../src/workbook/sheetPlan';
import type { WorkbookContent } from '../../../src/workbook/memory/workbookContent';
import { WorkbookFailure } from '../../../src/workbook/workbookFailure';
import { GENERAL, putCell, withFormat } from '../../hosts/excel/book';
import {
  createSimulatedExcel,
  sheetOf,
  type InjectedFailure,
} from '../../hosts/excel/createSimulatedExcel';
import { describeBook } from '../../hosts/excel/describeBook';
import { loadOfficeJs, withSet, type OfficeWindow } from '../../hosts/excel/loadOfficeJs';
import { CONTENT, planFor } from '../contractContent';

jest.setTimeout(240_000);

/** What can come between; `code` is what Office.js then says. */
const MISHAPS: readonly (readonly [string, Omit<InjectedFailure, 'after'>])[] = [
  ['is too large', { kind: 'refused', code: 'RequestPayloadSizeLimitExceeded' }],
  ['finds Excel busy', { kind: 'refused', code: 'HostIsBusy' }],
  ['meets protection halfway', { kind: 'halfway', code: 'AccessDenied' }],
  ['is done, and its answer lost', { kind: 'lost', code: 'ConnectionLost' }],
  ['is the last before Excel goes', { kind: 'halfway', code: 'HostRestartNeeded', forGood: true }],
];

const PLAN: WorkbookPlan = {
  ...planFor(),
  originals: [{ sheetName: '明细', copyName: '原始数据·明细' }],
};

/** The contract's workbook with a sheet of the user's that refers to the ledger. */
const NOTES: WorkbookContent = {
  ...CONTENT,
  sheets: [
    ...CONTENT.sheets,
    { name: '备忘', rows: [['余额合计', { formula: "SUM('明细'!C3:C6)", result: 1234.43 }]] },
  ],
};

const excel = createSimulatedExcel();
let office: OfficeWindow;
beforeAll(async () => {
  office = await loadOfficeJs(excel);
});
afterAll(() => {
  office.close();
});

describe.each([
  ['Excel 2019', 7],
  ['Microsoft 365', 17],
] as const)('%s', (_name, apiSet) => {
  const open = () => createExcelWorkbook(withSet(office, apiSet));
  const run = async (): Promise<void> => {
    const workbook = open();
    await workbook.read();
    await workbook.write(PLAN);
  };
  let before: ReturnType<typeof describeBook>;
  let analysed: ReturnType<typeof describeBook>;
  let requests: number;

  beforeAll(async () => {
    reset();
    before = describeBook(excel.book);
    await run();
    analysed = describeBook(excel.book);
    requests = excel.requests.length;
  });

  afterEach(() => {
    expect(excel.defects).toEqual([]);
  });

  function reset(): void {
    excel.reset(NOTES, { apiSet });
    const sheet = sheetOf(excel, '明细');
    sheet.columnWidths.set(0, 130);
    sheet.conditionals.push({
      kind: 'Custom',
      area: { firstRow: 2, lastRow: 5, firstColumn: 2, lastColumn: 2 },
      settings: { 'rule.formula': '=C3<0' },
    });
    putCell(sheet, 3, 1, {
      value: '欧阳·娜娜😀',
      format: withFormat(GENERAL, { fill: '#FFEE00' }),
    });
  }

  test.each(MISHAPS)('each request of a run in turn %s', async (_mishap, mishap) => {
    let undone = 0;
    for (let at = 0; at < requests; at++) {
      reset();
      excel.fail({ ...mishap, after: at });
      const failure = await run().catch((error: unknown) => error);
      excel.restart();
      if (failure !== undefined) {
        expect(failure).toBeInstanceOf(WorkbookFailure);
        // Whoever opens the workbook next settles what was left.
        await open().read();
        if (excel.book.sheets.length === before.sheets.length) {
          undone++;
          expect({ at, ...describeBook(excel.book) }).toEqual({ at, ...before });
          await run();
        }
      }
      expect({ at, ...describeBook(excel.book) }).toEqual({ at, ...analysed });
      await open().restore();
      expect({ at, ...describeBook(excel.book) }).toEqual({ at, ...before });
    }
    expect(undone).toBeGreaterThan(0);
  });

  test.each(MISHAPS)('each request of Restore in turn %s', async (_mishap, mishap) => {
    reset();
    await run();
    const book = structuredClone(excel.book);
    const first = excel.requests.length;
    await open().restore();
    const ofRestore = excel.requests.length - first;
    for (let at = 0; at < ofRestore; at++) {
      reset();
      excel.book = structuredClone(book);
      excel.fail({ ...mishap, after: at });
      const failure = await open()
        .restore()
        .catch((error: unknown) => error);
      excel.restart();
      if (failure instanceof Error) {
        expect(failure).toBeInstanceOf(WorkbookFailure);
        await open().restore();
      }
      expect({ at, ...describeBook(excel.book) }).toEqual({ at, ...before });
    }
  });
});
