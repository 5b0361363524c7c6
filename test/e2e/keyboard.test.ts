import type { Locator, Page } from 'playwright-core';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { SAMPLE_SHEETS } from './sampleFiles';
import { NOTHING } from './watchPage';
import { paneOf, waitForResult, waitForSheets } from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

test('the keyboard alone leads from the page to an outcome in the sheet', async () => {
  const bench = await site.open();
  const { page, words, watch } = bench;
  const { workbench, pane: wording, report } = words;
  const pane = paneOf(bench);
  const press = async (target: Locator) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  await press(page.getByRole('button', { name: workbench.welcome.sample }));
  await waitForSheets(bench, SAMPLE_SHEETS);
  await page.keyboard.press('F6');
  await press(pane.getByRole('button', { name: wording.start.analyze }));
  await waitForResult(bench);
  await press(pane.getByRole('button', { name: wording.result.startCalling(0).slice(0, 5) }));
  const { callResults } = report.customers;
  await pane.getByText(wording.call.progress(0, 20)).waitFor();
  await press(pane.getByRole('button', { name: callResults[0] ?? '', exact: true }));
  await pane.getByText(wording.call.progress(1, 20)).waitFor();
  await press(pane.getByRole('button', { name: wording.call.next, exact: true }));
  await pane.getByText(wording.call.saved).waitFor({ state: 'hidden' });
  expect(watch).toEqual(NOTHING);
});

test('F6 leads around the page, out of the grid as well', async () => {
  const bench = await site.open();
  const { page, words } = bench;
  await page.getByRole('button', { name: words.workbench.welcome.sample }).click();
  await waitForSheets(bench, SAMPLE_SHEETS);
  await page.locator('.bench-grid canvas[id^="univer-sheet-main-canvas"]').last().click();
  const within = (selector: string) =>
    page.evaluate((area) => document.activeElement?.closest(area) != null, selector);
  await page.keyboard.press('F6');
  expect(await within('.bench-pane')).toBe(true);
  await page.keyboard.press('F6');
  expect(await within('header')).toBe(true);
  await page.keyboard.press('F6');
  expect(await within('.bench-sheets')).toBe(true);
  await page.keyboard.press('Shift+F6');
  expect(await within('header')).toBe(true);
});

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}
