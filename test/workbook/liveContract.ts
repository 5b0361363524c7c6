/** What every adapter of an open workbook does besides, as one suite that each of them runs. */
import type { CellRange } from '../../src/core';
import type { LiveWorkbook } from '../../src/workbook/workbook';
import { WorkbookFailure } from '../../src/workbook/workbookFailure';
import {
  fromRawWorkbook,
  type SheetContent,
  type WorkbookContent,
} from '../../src/workbook/memory/workbookContent';
import { CONTENT, planFor, WRITTEN_CUSTOMERS } from './contractContent';

export interface LiveFixture {
  readonly workbook: LiveWorkbook;
  /** What the user now sees selected. */
  selection(): Promise<{ readonly sheet: string; readonly area: CellRange } | undefined>;
}

const AREA: CellRange = { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2 };

export function describeLiveContract(
  name: string,
  createFixture: (content: WorkbookContent) => Promise<LiveFixture>,
): void {
  const customersOf = async ({ workbook }: LiveFixture): Promise<SheetContent | undefined> =>
    fromRawWorkbook(await workbook.read()).sheets.find(({ mark }) => mark === 'customers');

  describe(`${name} works on the open workbook`, () => {
    test('puts texts, numbers, dates and nothing into cells; text stays text (SPEC 10)', async () => {
      const fixture = await createFixture(CONTENT);
      await fixture.workbook.write(planFor());
      const put = (row: number, column: number, value: string | number | null, isDate = false) => ({
        ...{ sheet: '客户汇总', row, column, value },
        ...(isDate && { isDate }),
      });
      await fixture.workbook.putCells([
        put(1, 0, '=1+1'),
        put(1, 1, 12.5),
        put(2, 0, '0012345678901234567'),
        put(2, 2, 45993, true),
        put(3, 2, null),
      ]);
      expect(await customersOf(fixture)).toEqual({
        ...WRITTEN_CUSTOMERS,
        rows: [
          ['客户号', '余额', '下次联系'],
          ['=1+1', 12.5, { date: 45991 }],
          ['0012345678901234567', 2.5, { date: 45993 }],
          ['<&>"'],
        ],
      });
    });

    test('puts nothing where one of the sheets is not there, and names it', async () => {
      const fixture = await createFixture(CONTENT);
      await fixture.workbook.write(planFor());
      const puts = [
        { sheet: '客户汇总', row: 1, column: 0, value: 'x' },
        { sheet: '不在', row: 0, column: 0, value: 'x' },
      ];
      const failure = await fixture.workbook.putCells(puts).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(WorkbookFailure);
      expect(failure).toMatchObject({ code: 'workbook.sheetMissing', facts: { sheet: '不在' } });
      expect(await customersOf(fixture)).toEqual(WRITTEN_CUSTOMERS);
    });

    test('reads the values of an area as they stand now; beyond the used range they are empty', async () => {
      const { workbook } = await createFixture(CONTENT);
      await workbook.write(planFor());
      await workbook.putCells([
        { sheet: '客户汇总', row: 1, column: 0, value: '=1+1' },
        { sheet: '客户汇总', row: 1, column: 2, value: 45993, isDate: true },
      ]);
      const area = { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 };
      expect(await workbook.readCells('客户汇总', area)).toEqual([['=1+1', 1, 45993]]);
      const beyond = { firstRow: 200, lastRow: 201, firstColumn: 40, lastColumn: 41 };
      expect(await workbook.readCells('客户汇总', beyond)).toEqual([
        [null, null],
        [null, null],
      ]);
      await expect(workbook.readCells('不在', AREA)).rejects.toMatchObject({
        code: 'workbook.sheetMissing',
      });
    });

    test('selects an area of a sheet', async () => {
      const fixture = await createFixture(CONTENT);
      await fixture.workbook.write(planFor());
      await fixture.workbook.select('客户汇总', AREA);
      expect(await fixture.selection()).toEqual({ sheet: '客户汇总', area: AREA });
    });

    test('names a sheet that is to be shown and is not there', async () => {
      const { workbook } = await createFixture(CONTENT);
      await expect(workbook.select('不在', AREA)).rejects.toMatchObject({
        code: 'workbook.sheetMissing',
      });
    });
  });
}
