import { analyzeByCommandLine, partsOf } from './commandLine';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { sampleExport, SAMPLE_SHEETS } from './sampleFiles';
import { NOTHING } from './watchPage';
import { analyze, goTo, openFiles, paneOf, save, waitForSheets } from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('from a dropped export to the call list and the saved workbook', async () => {
    const bench = await site.open({ language });
    const { page, words, watch } = bench;
    const file = await sampleExport();
    await openFiles(bench, [file]);
    await waitForSheets(bench, SAMPLE_SHEETS);
    await analyze(bench);
    const { overview, customers, scripts, crossOwnership, maturities, cleaningLog, setAside } =
      words.report.sheetNames;
    const added = [customers, scripts, crossOwnership, maturities, cleaningLog, setAside];
    await waitForSheets(bench, [overview, ...SAMPLE_SHEETS, ...added]);

    const saved = await save(bench);
    expect(saved.name).toBe(
      language === 'en' ? '存款明细-handover.xlsx' : '存款明细-交接分析.xlsx',
    );
    const [ours, theirs] = [saved.bytes, await analyzeByCommandLine([file], language)];
    expect(await partsOf(ours)).toEqual(await partsOf(theirs));

    // The figures of the list lead to the customer's row in the sheet.
    await goTo(bench, words.pane.places.customers);
    const pane = paneOf(bench);
    await pane.getByRole('searchbox').fill('毛鹏国');
    await pane.getByRole('option', { name: /毛鹏国/ }).click();
    await page.getByText(words.pane.customers.call('毛鹏国')).waitFor();

    await goTo(bench, words.pane.places.call);
    await pane.getByRole('heading', { name: '毛鹏国' }).waitFor();
    await pane.getByText(words.pane.call.progress(0, 20)).waitFor();
    expect(await pane.getByRole('alert').count()).toBe(0);
    expect(watch).toEqual(NOTHING);
  });
});
