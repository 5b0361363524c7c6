import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator } from 'playwright-core';
import { readLanguage } from '../../src/excel/readLook';
import { messages } from '../../src/messages';
import { createSimulatedExcel, sheetOf } from '../hosts/excel/createSimulatedExcel';
import { describeBook } from '../hosts/excel/describeBook';
import { findViolations } from '../hosts/excel/findViolations';
import {
  HOST_PAGE,
  launchChromium,
  openExcelPage,
  openPage,
  type OpenedPane,
} from '../hosts/excel/openExcelPage';
import { serveOverHttps, type HttpsSite } from '../hosts/excel/serveOverHttps';
import { SAMPLE_ROWS } from '../report/handoverSample';

const BUILT = path.join(__dirname, '../../dist/excel');
const PATIENCE = 60_000;
const WORDS = messages('zh-CN');
const CONTENT = { name: '存款明细.xlsx', sheets: [{ name: '明细', rows: SAMPLE_ROWS }] };

const excel = createSimulatedExcel();
let site: HttpsSite;
let browser: Browser;
let opened: Pick<OpenedPane, 'close'> | undefined;

beforeAll(async () => {
  if (!existsSync(path.join(BUILT, 'office/office.js'))) {
    throw new Error('The pane with its own Office.js is not built: npm run build:excel builds it.');
  }
  site = await serveOverHttps(BUILT, { '/host.html': HOST_PAGE });
  browser = await launchChromium();
}, 600_000);

afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each([
  ['Excel 2019', 7, true],
  ['Microsoft 365', 17, false],
] as const)('The pane in %s', (name, apiSet, isLoggingOff) => {
  test('analyses, calls, restores and analyses again; nothing leaves its origin', async () => {
    excel.reset(CONTENT, { apiSet });
    const before = describeBook(excel.book);
    const page = await openExcelPage(browser, excel, { origin: site.origin, isLoggingOff });
    opened = page;
    const { pane } = page;
    await press(pane, 'button', WORDS.pane.start.analyze);
    await seen(pane, WORDS.pane.result.title);
    await picture(page, `${name} result`);
    if (name === 'Excel 2019') expect(await findViolations(page.page)).toEqual([]);
    expect(excel.book.sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['概览', '客户汇总', '话术', '明细']),
    );

    await press(pane, 'tab', WORDS.pane.places.call);
    await press(pane, 'button', WORDS.report.customers.callResults[0] ?? '');
    await pane.getByText(WORDS.pane.call.saved).first().waitFor({ timeout: PATIENCE });
    await picture(page, `${name} call`);
    if (name === 'Excel 2019') expect(await findViolations(page.page)).toEqual([]);
    expect(columnOf('客户汇总', WORDS.report.customers.columns.callResult)).toContain(
      WORDS.report.customers.callResults[0],
    );

    await press(pane, 'button', WORDS.pane.more.label);
    await press(pane, 'menuitem', WORDS.pane.more.share);
    const elsewhere = WORDS.failures['sharing.elsewhere']();
    await pane.getByText(elsewhere).waitFor({ timeout: PATIENCE });
    await picture(page, `${name} share`);

    await press(pane, 'button', WORDS.pane.more.label);
    await press(pane, 'menuitem', WORDS.pane.more.restore);
    await press(pane, 'button', WORDS.pane.more.restoreConfirm);
    await seen(pane, WORDS.pane.start.headline);
    expect(describeBook(excel.book)).toEqual(before);

    await press(pane, 'button', WORDS.pane.start.analyze);
    await seen(pane, WORDS.pane.result.title);
    expect(excel.book.sheets.map((sheet) => sheet.name)).toContain('客户汇总');
    expect(page.foreign).toEqual([]);
    expect(excel.defects).toEqual([]);
    expect(page.complaints.filter((text) => !isMissingTelemetry(text))).toEqual([]);
  }, 600_000);
});

test('the ribbon’s 客户名单 opens the list, 拨打 the calls, 恢复原表 asks and restores', async () => {
  excel.reset(CONTENT);
  const before = describeBook(excel.book);
  const list = await openExcelPage(browser, excel, { origin: site.origin, step: 'customers' });
  const search = list.pane.getByRole('searchbox', { name: WORDS.pane.customers.search });
  await search.waitFor({ timeout: PATIENCE });
  await list.pane.getByText(firstCustomer()).first().waitFor({ timeout: PATIENCE });
  await picture(list, 'customers');
  expect(await findViolations(list.page)).toEqual([]);
  await list.close();

  const calls = await openExcelPage(browser, excel, { origin: site.origin, step: 'call' });
  await calls.pane
    .getByRole('button', { name: WORDS.pane.call.skip })
    .waitFor({ timeout: PATIENCE });
  await calls.close();

  const restore = await openExcelPage(browser, excel, { origin: site.origin, step: 'restore' });
  opened = restore;
  await seen(restore.pane, WORDS.pane.more.restoreTitle);
  await picture(restore, 'restore');
  expect(await findViolations(restore.page)).toEqual([]);
  expect(excel.book.sheets.length).toBeGreaterThan(1);
  await press(restore.pane, 'button', WORDS.pane.more.restoreConfirm);
  await restore.pane.getByText(WORDS.pane.start.restored(['明细'])).waitFor({ timeout: PATIENCE });
  expect(describeBook(excel.book)).toEqual(before);
}, 600_000);

test.each(['zh-CN', 'en-US'] as const)(
  '检查环境 runs by one click, in %s',
  async (locale) => {
    excel.reset(CONTENT);
    const before = describeBook(excel.book);
    const page = await openExcelPage(browser, excel, {
      origin: site.origin,
      locale,
      step: 'diagnostics',
    });
    opened = page;
    const { diagnostics } = messages(readLanguage(locale)).excelPane;
    await seen(page.pane, diagnostics.title);
    await picture(page, `check ${locale}`);
    await press(page.pane, 'button', diagnostics.start);
    const report = page.pane.getByRole('textbox', { name: diagnostics.report });
    await report.waitFor({ timeout: PATIENCE });
    await picture(page, `checked ${locale}`);
    expect(await report.inputValue()).not.toMatch(/DIFFERS|FAILED|stopped/);
    expect(await findViolations(page.page)).toEqual([]);
    expect(describeBook(excel.book)).toEqual(before);
  },
  300_000,
);

describe('A pane that cannot work says why', () => {
  test('in an Excel below ExcelApi 1.7', async () => {
    excel.reset(CONTENT, { apiSet: 6 });
    const page = await openExcelPage(browser, excel, { origin: site.origin, locale: 'en-US' });
    opened = page;
    await seen(page.pane, messages('en').excelPane.selfCheck.problems.tooOld.title);
    await picture(page, 'too old');
    expect(await findViolations(page.page)).toEqual([]);
  }, 300_000);

  test('in a browser, where Office’s own telemetry is stopped', async () => {
    const page = await openPage(browser, site.origin);
    opened = page;
    await page.page.goto(`${site.origin}/taskpane.html`);
    const { title } = WORDS.excelPane.selfCheck.problems.outside;
    await page.page.getByRole('heading', { name: title }).waitFor({ timeout: PATIENCE });
    await page.page.waitForTimeout(8_000);
    expect(page.foreign).toEqual([]);
  }, 300_000);

  test.each(['zh-CN', 'en-US'] as const)(
    'without Office’s script, in %s',
    async (locale) => {
      const page = await openPage(browser, site.origin, locale);
      opened = page;
      await page.page.route('**/office/office.js', (route) => route.abort());
      await page.page.goto(`${site.origin}/taskpane.html`);
      const { title } = messages(readLanguage(locale)).excelPane.selfCheck.problems.scriptMissing;
      await page.page.getByRole('heading', { name: title }).waitFor({ timeout: PATIENCE });
      await picture(page, `script missing ${locale}`);
      expect(await findViolations(page.page)).toEqual([]);
    },
    300_000,
  );

  test('without its own script', async () => {
    const page = await openPage(browser, site.origin);
    opened = page;
    await page.page.route('**/taskpane.js', (route) => route.abort());
    await page.page.goto(`${site.origin}/taskpane.html`);
    await page.page.getByText('窗格的程序没有载入').waitFor({ timeout: PATIENCE });
  }, 300_000);
});

async function press(pane: FrameLocator, role: 'button' | 'tab' | 'menuitem', name: string) {
  await pane.getByRole(role, { name, exact: true }).first().click({ timeout: PATIENCE });
}

async function seen(pane: FrameLocator, heading: string) {
  await pane.getByRole('heading', { name: heading, exact: true }).waitFor({ timeout: PATIENCE });
}

function firstCustomer(): string {
  return String(columnOf('客户汇总', WORDS.report.customers.columns.name)[0]);
}

/** The values of a column of one of our sheets, by its header. */
function columnOf(sheetName: string, header: string): unknown[] {
  const { rows } = sheetOf(excel, sheetName);
  const headerRow = rows.findIndex((cells) => cells.some((cell) => cell?.value === header));
  const column = rows[headerRow]?.findIndex((cell) => cell?.value === header) ?? -1;
  return rows.slice(headerRow + 1).map((cells) => cells[column]?.value);
}

/** Microsoft's telemetry script is not shipped: Office.js asks our own origin for it in vain. */
function isMissingTelemetry(text: string): boolean {
  return text.includes('404') || text.includes('telemetry');
}

/** For whoever wants to look: `PICTURES=FOLDER` keeps them. */
async function picture({ page }: Pick<OpenedPane, 'page'>, name: string): Promise<void> {
  const { PICTURES } = process.env;
  if (PICTURES === undefined) return;
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}
