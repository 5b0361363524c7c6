/** What a user's workbook may be in the middle of: found before the first write, or undone. */
import { createExcelWorkbook } from '../../../src/workbook/excel/createExcelWorkbook';
import type { WorkbookPlan } from '../../../src/workbook/sheetPlan';
import { GENERAL, putCell, type Book } from '../../hosts/excel/book';
import { createSimulatedExcel, sheetOf } from '../../hosts/excel/createSimulatedExcel';
import { describeBook } from '../../hosts/excel/describeBook';
import { loadOfficeJs, withSet, type OfficeWindow } from '../../hosts/excel/loadOfficeJs';
import { CONTENT, planFor } from '../contractContent';

jest.setTimeout(120_000);

const PLAN: WorkbookPlan = {
  ...planFor(),
  originals: [{ sheetName: '明细', copyName: '原始数据·明细' }],
};

const excel = createSimulatedExcel();
let office: OfficeWindow;
beforeAll(async () => {
  office = await loadOfficeJs(excel);
});
afterAll(() => {
  office.close();
});
afterEach(() => {
  expect(excel.defects).toEqual([]);
});

/** Reads, lets `happen` come in between, and writes; the failure, if there is one. */
async function write(apiSet: number, happen: (book: Book) => void = () => undefined) {
  const workbook = createExcelWorkbook(withSet(office, apiSet));
  await workbook.read();
  happen(excel.book);
  const before = describeBook(excel.book);
  const failure = await workbook.write(PLAN).catch((error: unknown) => error);
  return { failure, before };
}

const ledger = () => sheetOf(excel, '明细');
const idsOf = () => [2, 3, 4].map((row) => ledger().rows[row]?.[0]?.value);
const SORTED = ['=1+1', '6222021234567890123', '0012345678'];

describe.each([7, 17])('ExcelApi 1.%d', (apiSet) => {
  beforeEach(() => {
    excel.reset(CONTENT, { apiSet });
  });

  const refusals: readonly (readonly [string, string, (book: Book) => void])[] = [
    ['a protected ledger', 'workbook.protected', () => (ledger().isProtected = true)],
    ['a protected workbook', 'workbook.protected', (book) => (book.isProtected = true)],
    [
      'a co-author’s edit since it was read',
      'workbook.changed',
      () => {
        putCell(ledger(), 2, 2, { value: 1235, format: GENERAL });
      },
    ],
    [
      'a co-author’s rows less',
      'workbook.changed',
      () => {
        ledger().rows.splice(3);
      },
    ],
    [
      'a ledger of another name',
      'workbook.sheetMissing',
      () => {
        ledger().name = '明细（改）';
      },
    ],
    [
      'a sheet of the user’s in the way',
      'workbook.changed',
      () => {
        sheetOf(excel, '客户清单').name = '概览';
      },
    ],
  ];
  test.each(refusals)('%s is found before the first write', async (_what, code, happen) => {
    const { failure, before } = await write(apiSet, happen);
    expect(failure).toMatchObject({ code });
    expect(describeBook(excel.book)).toEqual(before);
  });

  test('a workbook that was closed is said to be, and nothing of it is lost', async () => {
    const { failure, before } = await write(apiSet, () => {
      excel.fail({ after: 3, kind: 'refused', code: 'SessionClosed', forGood: true });
    });
    expect(failure).toMatchObject({ code: 'workbook.closed' });
    excel.restart();
    await createExcelWorkbook(withSet(office, apiSet)).read();
    expect(describeBook(excel.book)).toEqual(before);
  });

  test('rows hidden by hand are sorted with the others, and shown', async () => {
    ledger().hiddenRows.add(3);
    expect((await write(apiSet)).failure).toBeUndefined();
    expect(idsOf()).toEqual(SORTED);
    expect(ledger().hiddenRows.size).toBe(0);
  });

  test('rows that a filter hides: shown where Excel can, else said, and nothing changed', async () => {
    ledger().filteredRows.add(3);
    const { failure, before } = await write(apiSet);
    if (apiSet >= 9) {
      expect(failure).toBeUndefined();
      expect(idsOf()).toEqual(SORTED);
    } else {
      expect(failure).toMatchObject({ code: 'workbook.filtered', facts: { sheet: '明细' } });
      expect(describeBook(excel.book)).toEqual(before);
    }
  });

  test('merged cells among the rows are taken apart; Restore merges them again', async () => {
    const untouched = () => ledger().merges;
    const merge = { firstRow: 2, lastRow: 3, firstColumn: 6, lastColumn: 6 };
    ledger().merges.push(merge);
    expect((await write(apiSet)).failure).toBeUndefined();
    expect(idsOf()).toEqual(SORTED);
    expect(untouched()).not.toContainEqual(merge);
    await createExcelWorkbook(withSet(office, apiSet)).restore();
    expect(untouched()).toContainEqual(merge);
  });

  test('a cell being edited: the user is told, and the run goes on once she has finished', async () => {
    const told: boolean[] = [];
    const onCellEdit = (isEditing: boolean) => told.push(isEditing);
    const workbook = createExcelWorkbook(withSet(office, apiSet), { onCellEdit });
    excel.isEditingCell = true;
    await workbook.read();
    expect(told).toEqual([true, false]);
    excel.isEditingCell = true;
    await workbook.write(PLAN);
    expect(told).toEqual([true, false, true, false]);
    expect(idsOf()).toEqual(SORTED);
  });
});
