/** What every adapter of the `Workbook` port does, as one suite that each of them runs. */
import type { SheetPlan } from '../../src/workbook/sheetPlan';
import type { Workbook } from '../../src/workbook/workbook';
import { WorkbookFailure } from '../../src/workbook/workbookFailure';
import {
  fromRawWorkbook,
  type SheetContent,
  type WorkbookContent,
} from '../../src/workbook/memory/workbookContent';
import {
  asRead,
  computed,
  CONTENT,
  customers,
  LEDGER,
  LIST,
  overview,
  planFor,
  WRITTEN_CUSTOMERS,
  WRITTEN_LEDGER,
  WRITTEN_OVERVIEW,
} from './contractContent';

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

async function readSheets(fixture: ContractFixture): Promise<readonly SheetContent[]> {
  const workbook = await fixture.open();
  return fromRawWorkbook(await workbook.read()).sheets;
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
      const computedAgain = Float64Array.of(90000, -0.14);
      const added = ledger?.added.map(({ column, ...rest }) =>
        column.kind === 'formula'
          ? { ...rest, column: { ...column, values: computedAgain } }
          : { ...rest, column },
      );
      const again = ledger && {
        ...ledger,
        order: Uint32Array.of(4, 3),
        edits: [],
        added: added ?? [],
      };
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
        ['=P1', 1.5, computed(90000)],
        [null, null, computed(-0.14)],
      ]);
    });

    test('gives the same workbook for the same plan (SPEC 10)', async () => {
      const run = async () => {
        const fixture = await createFixture(CONTENT);
        await (await fixture.open()).write(planFor());
        return readSheets(fixture);
      };
      const first = await run();
      expect(await run()).toEqual(first);
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
