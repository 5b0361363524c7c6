import { analyzeByCommandLine, partsOf } from './commandLine';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { customerList, ledgerText, sampleExport } from './sampleFiles';
import { NOTHING } from './watchPage';
import {
  analyze,
  dropFiles,
  openFiles,
  paneOf,
  save,
  startAnalysis,
  waitForResult,
  waitForSheets,
} from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

test('a run that is cancelled leaves the workbook as it was; the next one is whole', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  const file = ledgerText(undefined, 20_000);
  await openFiles(bench, [file]);
  await waitForSheets(bench, ['明细']);
  await startAnalysis(bench);
  await paneOf(bench).getByRole('button', { name: words.pane.run.cancel }).click();
  const start = paneOf(bench).getByRole('button', { name: words.pane.start.analyze });
  await start.waitFor();
  await waitForSheets(bench, ['明细']);
  expect(await page.getByText(words.workbench.header.unsaved).count()).toBe(0);

  await analyze(bench);
  const [ours, theirs] = [await save(bench), await analyzeByCommandLine([file], 'zh-CN')];
  expect(await partsOf(ours.bytes)).toEqual(await partsOf(theirs));
  expect(watch).toEqual(NOTHING);
});

test('a broken file is refused with what to do; another one opens after it', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  const sample = await sampleExport();
  const half = sample.bytes.slice(0, sample.bytes.length / 2);
  await dropFiles(bench, [{ name: '半个.xlsx', bytes: half }]);
  await page.getByText(words.workbench.failed.title).waitFor();
  await page.getByText('文件“半个.xlsx”已损坏').waitFor();
  // The way out: another file, by the button or dropped.
  await page.getByRole('button', { name: words.workbench.failed.retry }).waitFor();
  await openFiles(bench, [sample]);
  expect(await page.getByText(words.workbench.failed.title).count()).toBe(0);
  await analyze(bench);
  expect(watch).toEqual(NOTHING);
});

test('a broken file does not take the place of the open one', async () => {
  const bench = await site.open();
  const { page, words } = bench;
  const sample = await sampleExport();
  await openFiles(bench, [sample]);
  await dropFiles(bench, [{ name: '空.xlsx', bytes: new Uint8Array(0) }]);
  await page.getByText(words.workbench.failed.title).waitFor();
  await page.getByRole('button', { name: words.workbench.failed.close }).click();
  await page.getByTitle(sample.name, { exact: true }).waitFor();
  await analyze(bench);
});

test('a folder is refused by its name', async () => {
  const bench = await site.open();
  const { page } = bench;
  await page.evaluate(() => {
    const folder = { isDirectory: true, name: '六月' } as FileSystemEntry;
    DataTransferItem.prototype.webkitGetAsEntry = () => folder;
  });
  await dropFiles(bench, [{ name: '六月', bytes: new Uint8Array(0) }]);
  await page.getByText('“六月”是一个文件夹。请选择文件夹里的文件。').waitFor();
});

test('a workbook without a ledger is answered with what is missing and a way back', async () => {
  const bench = await site.open();
  const { words } = bench;
  const text = new TextEncoder().encode('事项,日期\n开会,2025-11-30\n');
  await openFiles(bench, [{ name: '日程.csv', bytes: text }]);
  await startAnalysis(bench);
  const pane = paneOf(bench);
  await pane.getByRole('alert').waitFor();
  await pane.getByRole('button', { name: words.pane.failed.retry }).click();
  await pane.getByRole('alert').waitFor();
});

test('without a file the one button says what to do first', async () => {
  const bench = await site.open();
  await startAnalysis(bench);
  await paneOf(bench).getByText(bench.words.pane.failed.noWorkbook).waitFor();
  await openFiles(bench, [await sampleExport()]);
  await analyze(bench);
});

test('a column that was not recognised is chosen by hand', async () => {
  const bench = await site.open();
  const { words, watch } = bench;
  const file = ledgerText(['客户号', '客户名称', '账号', '数额', '均额', '管户经理']);
  await openFiles(bench, [file]);
  await startAnalysis(bench);
  const pane = paneOf(bench);
  const { confirm } = words.pane;
  const balance = pane.getByRole('combobox', { name: words.terms.fields.balance });
  await balance.waitFor();
  await balance.selectOption({ label: confirm.column('D', '数额') });
  await pane.getByText('1357.50').waitFor();
  await pane.getByRole('button', { name: confirm.go }).click();
  await waitForResult(bench);
  // 1,357.5 × (1 + … + 40)
  await pane.getByText('111.32万').first().waitFor();
  expect(watch).toEqual(NOTHING);
});

test('a ledger and a list of customers, opened together, become one workbook', async () => {
  const bench = await site.open();
  const { watch } = bench;
  const files = [ledgerText(), customerList()];
  await openFiles(bench, files);
  await waitForSheets(bench, ['明细', '客户清单']);
  await analyze(bench);
  const [ours, theirs] = [await save(bench), await analyzeByCommandLine(files, 'zh-CN')];
  expect(ours.name).toBe('明细-交接分析.xlsx');
  expect(await partsOf(ours.bytes)).toEqual(await partsOf(theirs));
  expect(watch).toEqual(NOTHING);
});

test('unsaved changes are asked about before another file takes their place', async () => {
  const bench = await site.open();
  const { page, words } = bench;
  const sample = await sampleExport();
  await openFiles(bench, [sample]);
  await analyze(bench);
  await dropFiles(bench, [ledgerText()]);
  const { replace } = words.workbench;
  const question = page.getByRole('alertdialog', { name: replace.title });
  await question.getByRole('button', { name: replace.keep }).click();
  await question.waitFor({ state: 'hidden' });
  await paneOf(bench).getByRole('heading', { name: words.pane.result.title }).waitFor();
  await dropFiles(bench, [ledgerText()]);
  await question.getByRole('button', { name: replace.discard }).click();
  await page.getByTitle('明细.csv', { exact: true }).waitFor();
  await paneOf(bench).getByRole('button', { name: words.pane.start.analyze }).waitFor();
});

test('a browser without workers does the same, on its own thread', async () => {
  const bench = await site.open({ workers: false });
  const file = await sampleExport();
  await openFiles(bench, [file]);
  await analyze(bench);
  const [ours, theirs] = [await save(bench), await analyzeByCommandLine([file], 'zh-CN')];
  expect(await partsOf(ours.bytes)).toEqual(await partsOf(theirs));
  expect(bench.watch).toEqual(NOTHING);
});
