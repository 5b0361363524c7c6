import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { messages, type Language, type Messages } from '../../src/messages';
import { serveSite, SITE } from '../../src/workbench/server/staticServer.mjs';
import type { EngineMethod } from '../../src/workbench/engine/callEngine';
import { findChromium } from './findChromium.mjs';
import { PATIENCE_MS } from './workbenchActions';
import { watchPage, type Watch } from './watchPage';

export interface Workbench {
  readonly page: Page;
  readonly words: Messages;
  /** What must not happen on any page, so far. */
  readonly watch: Watch;
  /** Calls of this method of the engine in the worker wait from now on, until released. */
  holdEngine(method: EngineMethod): Promise<void>;
  releaseEngine(): Promise<void>;
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
  readonly colorScheme?: 'light' | 'dark';
  /** False: a browser without workers. */
  readonly workers?: boolean;
  /** Another address of the workbench than that of its own server. */
  readonly url?: string;
}

export const ARGUMENTS = [
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
      return openPage(browser, options.url ?? site.url, options);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function openPage(browser: Browser, url: string, options: OpenOptions): Promise<Workbench> {
  const { language = 'zh-CN', width = 1280, height = 900, colorScheme = 'light' } = options;
  const { workers = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const watch = await watchPage(page, url);
  await page.addInitScript(prepareWindow, { workers });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return {
    page,
    words: messages(language),
    watch,
    holdEngine: (method) =>
      page.evaluate((held) => {
        (window as HoldingWindow).heldMethod = held;
      }, method),
    releaseEngine: () =>
      page.evaluate(() => {
        const holding = window as HoldingWindow;
        delete holding.heldMethod;
        holding.release?.();
      }),
  };
}

/** What {@link prepareWindow} adds to a window. */
type HoldingWindow = Window & { heldMethod?: EngineMethod; release?: () => void };

/** Runs in the page before its scripts: the dialog for saving cannot be worked from here. */
function prepareWindow({ workers }: { readonly workers: boolean }): void {
  Reflect.deleteProperty(window, 'showSaveFilePicker');
  if (!workers) Reflect.deleteProperty(window, 'Worker');
  else {
    const post = Reflect.get(Worker.prototype, 'postMessage') as (message: unknown) => void;
    Worker.prototype.postMessage = function (message: { readonly method?: EngineMethod }) {
      const holding = window as HoldingWindow;
      const send = () => {
        post.call(this, message);
      };
      if (message.method === undefined || message.method !== holding.heldMethod) send();
      else holding.release = send;
    };
  }
}
