import axe from 'axe-core';
import { startWorkbenchSite, type Workbench, type WorkbenchSite } from './openWorkbench';
import { ledgerText, sampleExport, SAMPLE_SHEETS } from './sampleFiles';
import { analyze, dropFiles, openFiles, waitForSheets } from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test('axe finds nothing on the page, whatever it shows', async () => {
    const language = colorScheme === 'dark' ? 'en' : 'zh-CN';
    const bench = await site.open({ language, colorScheme });
    const { page, words } = bench;
    const found: string[] = [];
    const look = async (step: string) => {
      for (const fault of await findViolations(bench)) found.push(`${step}: ${fault}`);
    };
    await look('welcome');
    const sample = await sampleExport();
    await dropFiles(bench, [{ name: 'half.xlsx', bytes: sample.bytes.slice(0, 9000) }]);
    await page.getByText(words.workbench.failed.title).waitFor();
    await look('failure');
    await openFiles(bench, [sample]);
    await waitForSheets(bench, SAMPLE_SHEETS);
    await look('opened');
    await analyze(bench);
    await page
      .getByText(words.workbench.drawings({ sheets: [words.report.sheetNames.overview] }))
      .waitFor();
    await look('analysed');
    await dropFiles(bench, [ledgerText()]);
    await page.getByRole('alertdialog', { name: words.workbench.replace.title }).waitFor();
    await look('question');
    expect(found).toEqual([]);
  });
});

test('where charts are is said again of the next workbook', async () => {
  const bench = await site.open();
  const { page, words } = bench;
  const { drawings, failed, replace } = words.workbench;
  const notice = page.getByText(drawings({ sheets: [words.report.sheetNames.overview] }));
  await openFiles(bench, [ledgerText()]);
  await analyze(bench);
  await notice.waitFor();
  await page.getByRole('button', { name: failed.close, exact: true }).click();
  await notice.waitFor({ state: 'hidden' });
  await dropFiles(bench, [await sampleExport()]);
  await page.getByRole('button', { name: replace.discard }).click();
  await waitForSheets(bench, SAMPLE_SHEETS);
  await analyze(bench);
  await notice.waitFor();
});

/** What axe finds wrong with the page but the grid itself, which is drawn. */
async function findViolations({ page }: Workbench): Promise<string[]> {
  await page.evaluate(axe.source);
  const context = JSON.stringify({ exclude: [['[data-tabster-dummy]'], ['.bench-grid']] });
  // The pane is a page of its own elsewhere, with a main part; here it stands beside the sheets.
  const rules = { 'landmark-main-is-top-level': { enabled: false } };
  const options = JSON.stringify({ resultTypes: ['violations'], rules });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${context}, ${options})`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}
