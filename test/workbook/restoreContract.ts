/** What every adapter that can restore does (SPEC 10), as one suite that each of them runs. */
import type { OriginalPlan, SheetPlan, WorkbookPlan } from '../../src/workbook/sheetPlan';
import type { RestorableWorkbook } from '../../src/workbook/workbook';
import {
  fromRawWorkbook,
  type SheetContent,
  type WorkbookContent,
} from '../../src/workbook/memory/workbookContent';
import {
  asRead,
  CONTENT,
  customers,
  LEDGER,
  LIST,
  overview,
  planFor,
  WRITTEN_CUSTOMERS,
  WRITTEN_LEDGER,
} from './contractContent';

export interface RestoreFixture {
  /** Opens the workbook as it is now, anew: what was written before is there. */
  open(): Promise<RestorableWorkbook>;
}

const ORIGINAL: OriginalPlan = { sheetName: '明细', copyName: '原始数据·明细' };

function planWithCopy(changes: Partial<WorkbookPlan> = {}): WorkbookPlan {
  return { ...planFor(), originals: [ORIGINAL], ...changes };
}

/** Sheets of a run: no ledger is edited, nothing is copied. */
function sheetsOnly(sheets: readonly SheetPlan[]): WorkbookPlan {
  return { ...planFor(sheets), ledgers: [] };
}

/**
 * @param options.hasFormulas False where the fixture can hold their values only.
 * @param options.seesHiddenMerges False where the host does not tell of merged cells in hidden
 * sheets.
 */
export function describeRestoreContract(
  name: string,
  createFixture: (content: WorkbookContent) => Promise<RestoreFixture>,
  {
    hasFormulas = true,
    seesHiddenMerges = true,
  }: { readonly hasFormulas?: boolean; readonly seesHiddenMerges?: boolean } = {},
): void {
  const ledger = asRead(LEDGER, hasFormulas);
  const list = asRead(LIST, hasFormulas);
  const readSheets = async (fixture: RestoreFixture): Promise<readonly SheetContent[]> =>
    fromRawWorkbook(await (await fixture.open()).read()).sheets;
  const written = async (plan: WorkbookPlan): Promise<RestoreFixture> => {
    const fixture = await createFixture(CONTENT);
    await (await fixture.open()).write(plan);
    return fixture;
  };

  describe(`${name} keeps untouched copies and restores them`, () => {
    test('a copy is hidden, carries our mark and its ledger’s name, and holds what was there', async () => {
      const sheets = await readSheets(await written(planWithCopy()));
      const { merges, ...cells } = ledger;
      expect(sheets.find(({ mark }) => mark === 'original')).toEqual({
        ...cells,
        ...(seesHiddenMerges && { merges }),
        name: '原始数据·明细',
        hidden: true,
        mark: 'original',
        copyOf: '明细',
      });
      expect(sheets.find((sheet) => sheet.name === '明细')).toEqual(WRITTEN_LEDGER);
    });

    test('restore brings back the sheets, their order and nothing else', async () => {
      const fixture = await written(planWithCopy());
      expect(await (await fixture.open()).restore()).toEqual({ restored: ['明细'] });
      expect(await readSheets(fixture)).toEqual([ledger, list]);
    });

    test('restore after a second run that made no copy brings back the state before the first', async () => {
      const fixture = await written(planWithCopy());
      const [first] = planFor().ledgers;
      const again = first && { ...first, order: Uint32Array.of(4, 2), edits: [] };
      await (
        await fixture.open()
      ).write({ ...planFor([overview('概览')]), ledgers: again ? [again] : [] });
      await (await fixture.open()).restore();
      expect(await readSheets(fixture)).toEqual([ledger, list]);
    });

    test('a second copy of the same ledger replaces the first, without our added columns', async () => {
      const fixture = await written(planWithCopy());
      const [first] = planFor().ledgers;
      const again = first && { ...first, order: Uint32Array.of(4, 2), edits: [] };
      await (
        await fixture.open()
      ).write(
        planWithCopy({
          ledgers: again ? [again] : [],
          originals: [{ ...ORIGINAL, columnLimit: 7 }],
        }),
      );
      const copies = (await readSheets(fixture)).filter(({ mark }) => mark === 'original');
      expect(copies).toHaveLength(1);
      expect(copies[0]?.rows).toEqual(
        WRITTEN_LEDGER.rows.map((cells) => {
          const kept = cells.slice(0, 7);
          while (kept.at(-1) === null) kept.pop();
          return kept;
        }),
      );
    });

    test('without a copy, restore changes nothing and says so', async () => {
      const fixture = await written(planFor());
      const before = await readSheets(fixture);
      expect(await (await fixture.open()).restore()).toEqual({ restored: [] });
      expect(await readSheets(fixture)).toEqual(before);
    });

    test('restore refuses once cancelled, and leaves the workbook as it was', async () => {
      const fixture = await written(planWithCopy());
      const before = await readSheets(fixture);
      const workbook = await fixture.open();
      const refused = workbook.restore({ signal: AbortSignal.abort() });
      await expect(refused).rejects.toMatchObject({ code: 'operation.cancelled' });
      expect(await readSheets(fixture)).toEqual(before);
    });

    test('a partial plan replaces the sheets it names and leaves the other ones of ours', async () => {
      const fixture = await written(planWithCopy());
      await (await fixture.open()).write({ ...sheetsOnly([overview('概览 2')]), partial: true });
      const sheets = await readSheets(fixture);
      expect(sheets.map(({ mark }) => mark).sort()).toEqual(
        ['customers', 'original', 'overview', undefined, undefined].sort(),
      );
      expect(sheets.find(({ mark }) => mark === 'overview')?.name).toBe('概览 2');
      expect(sheets.find(({ mark }) => mark === 'customers')).toEqual(WRITTEN_CUSTOMERS);
      expect(sheets.find((sheet) => sheet.name === '明细')).toEqual(WRITTEN_LEDGER);
    });

    test('a sheet that is to be hidden is read as hidden', async () => {
      const hidden: SheetPlan = {
        ...customers('设置'),
        role: 'settings',
        visibility: 'veryHidden',
      };
      const fixture = await written(sheetsOnly([{ ...hidden, tables: [] }]));
      const found = (await readSheets(fixture)).find(({ mark }) => mark === 'settings');
      expect(found?.hidden).toBe(true);
    });
  });
}
