import { dayOf } from '../../src/core';
import { cellsOf, readBytes, type Cell } from '../workbook/file/ooxml-read/readCells';
import { analyzeByCommandLine } from './commandLine';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { ledgerText, ledgerWorkbook, sampleExport, SAMPLE_SHEETS } from './sampleFiles';
import { NOTHING } from './watchPage';
import {
  analyze,
  chooseMore,
  goTo,
  openFiles,
  paneOf,
  save,
  shownSheets,
  typeIntoCell,
  waitForResult,
  waitForSheets,
} from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

test('what is typed into the grid is analysed and saved', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  await openFiles(bench, [ledgerWorkbook('xlsx')]);
  // Row 3 is the first deposit: 客户号 0010001, whose deposits are rows 3 and 28.
  await typeIntoCell(bench, { row: 2, column: 3 }, '50000000');
  await page.getByText(words.workbench.header.unsaved).waitFor();
  const edited = await sheetsOf((await save(bench)).bytes);
  expect(edited['存款明细']?.[2]).toEqual([
    '0010001',
    '客户一',
    '62220000100001',
    50_000_000,
    60_000,
    '李四(0002)',
  ]);
  await page.getByText(words.workbench.header.unsaved).waitFor({ state: 'hidden' });

  await typeIntoCell(bench, { row: 2, column: 1 }, '王改名');
  await analyze(bench);
  const customer = await customerRow((await save(bench)).bytes, '0010001');
  expect(customer).toEqual(expect.arrayContaining(['王改名', 50_000_000 + 26 * 1357.5]));
  expect(watch).toEqual(NOTHING);
});

test('outcomes of calls are in the saved workbook, and stay with their customers', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  const { pane: wording, report } = words;
  await openFiles(bench, [await sampleExport()]);
  await analyze(bench);
  await goTo(bench, wording.places.call);
  const pane = paneOf(bench);
  const name = (await pane.getByRole('heading', { level: 1 }).innerText()).trim();
  const { callResults, weChatStates, invitations, columns } = report.customers;
  for (const choice of [callResults[0], weChatStates[1], invitations[0]]) {
    await pane.getByRole('button', { name: choice ?? '', exact: true }).click();
  }
  await pane.getByRole('textbox', { name: columns.nextContact }).fill('2025-12-08');
  await pane.getByRole('textbox', { name: columns.remark }).fill('=下周三上午来，带存单');
  await pane.getByRole('textbox', { name: columns.remark }).blur();
  await pane.getByText(wording.call.progress(1, 20)).waitFor();
  await page.getByText(words.workbench.header.unsaved).waitFor();
  const outcome = [
    callResults[0],
    weChatStates[1],
    invitations[0],
    { date: dayOf(2025, 12, 8) },
    '=下周三上午来，带存单',
  ];
  await pane.getByText(wording.call.saved).waitFor();
  expect(await customerRow((await save(bench)).bytes, name)).toEqual(
    expect.arrayContaining(outcome),
  );

  // Run again: nothing doubles, and what was written down is still there.
  const sheets = await shownSheets(bench);
  await chooseMore(bench, wording.more.again);
  await goTo(bench, wording.places.result);
  await waitForResult(bench);
  await waitForSheets(bench, sheets);
  expect(await customerRow((await save(bench)).bytes, name)).toEqual(
    expect.arrayContaining(outcome),
  );
  expect(watch).toEqual(NOTHING);
});

test('everything can be undone, and the analysis be run again', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  const file = await sampleExport();
  await openFiles(bench, [file]);
  const before = await sheetsOf(file.bytes);
  await analyze(bench);
  const first = await save(bench);
  await chooseMore(bench, words.pane.more.restore);
  await page.getByRole('button', { name: words.pane.more.restoreConfirm, exact: true }).click();
  await paneOf(bench).getByRole('button', { name: words.pane.start.analyze }).waitFor();
  await waitForSheets(bench, SAMPLE_SHEETS);
  expect(await sheetsOf((await save(bench)).bytes)).toEqual(before);
  await analyze(bench);
  expect(await sheetsOf((await save(bench)).bytes)).toEqual(await sheetsOf(first.bytes));
  expect(watch).toEqual(NOTHING);
});

test('other settings rank again what was read, and are written when asked', async () => {
  const bench = await site.open();
  const { words, watch } = bench;
  const { result } = words.pane;
  const pane = paneOf(bench);
  const file = ledgerText();
  await openFiles(bench, [file]);
  await analyze(bench);
  await pane.getByRole('radio', { name: words.terms.fields.dailyAverage }).click();
  await pane.getByRole('button', { name: result.writeSheets }).click();
  await pane.getByRole('button', { name: result.startCalling(0).slice(0, 4) }).waitFor();
  const ours = await customersOf((await save(bench)).bytes);
  const theirs = await customersOf(
    await analyzeByCommandLine([file], 'zh-CN', ['--basis', 'dailyAverage']),
  );
  expect(ours).toEqual(theirs);
  expect(watch).toEqual(NOTHING);
});

async function sheetsOf(xlsx: Uint8Array): Promise<Record<string, Cell[][]>> {
  const { workbook } = await readBytes(xlsx);
  return Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
}

async function customersOf(xlsx: Uint8Array): Promise<Cell[][]> {
  return (await sheetsOf(xlsx))['客户汇总'] ?? [];
}

/** The cells of a customer on 客户汇总, found by one of them. */
async function customerRow(xlsx: Uint8Array, cell: string): Promise<Cell[] | undefined> {
  return (await customersOf(xlsx)).find((cells) => cells.includes(cell));
}
