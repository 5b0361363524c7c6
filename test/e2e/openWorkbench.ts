import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { messages, type Language, type Messages } from '../../src/messages';
import { serveSite, SITE } from '../../src/workbench/server/staticServer.mjs';
import { findChromium } from './findChromium.mjs';
import { watchPage, type Watch } from './watchPage';

export interface Workbench {
  readonly page: Page;
  readonly words: Messages;
  /** What must not happen on any page, so far. */
  readonly watch: Watch;
}

export interface WorkbenchSite {
  /**
   * The workbench in a page of its own, with nothing kept from another; the one before is closed,
   * because a page that nobody looks at still draws.
   */
  open(options?: OpenOptions): Promise<Workbench>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  /** False: a browser without workers. */
  readonly workers?: boolean;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The built site behind its own server, and a browser to open it in. */
export async function startWorkbenchSite(): Promise<WorkbenchSite> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium on this machine: node test/e2e/prepare.mjs installs it.');
  }
  if (!existsSync(join(SITE, 'index.html'))) {
    throw new Error('The workbench is not built: node test/e2e/prepare.mjs builds it.');
  }
  const site = await serveSite(0);
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  return {
    async open(options = {}) {
      await Promise.all(browser.contexts().map((context) => context.close()));
      return openPage(browser, site.url, options);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  { language = 'zh-CN', width = 1280, height = 900, workers = true }: OpenOptions,
): Promise<Workbench> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const watch = await watchPage(page, url);
  await page.addInitScript(prepareWindow, { workers });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return { page, words: messages(language), watch };
}

/** Runs in the page before its scripts: the dialog for saving cannot be worked from here. */
function prepareWindow({ workers }: { readonly workers: boolean }): void {
  Reflect.deleteProperty(window, 'showSaveFilePicker');
  if (!workers) Reflect.deleteProperty(window, 'Worker');
}
