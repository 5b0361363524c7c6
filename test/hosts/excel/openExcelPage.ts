import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { findChromium } from '../../e2e/findChromium.mjs';
import type { SimulatedExcel } from './createSimulatedExcel';
import { createWebHost, type HostMessage } from './createWebHost';

/** A page that stands for Excel on the web: a frame for the pane, and a wire to the host in Node. */
export const HOST_PAGE = `<!doctype html><meta charset="utf-8" /><title>Excel</title>
<style>html, body { height: 100%; margin: 0 } iframe { width: 350px; height: 100%; border: 0 }</style>
<script>
  addEventListener('message', async ({ data, source, origin }) => {
    const reply = await answerHost(String(data));
    if (reply !== null) source.postMessage(reply, origin);
  });
  async function openPane(name, url) {
    const frame = document.createElement('iframe');
    // Office.js reads the name as it starts.
    frame.name = name;
    frame.src = url;
    document.body.replaceChildren(frame);
  }
</script>`;

export interface OpenedPane {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Addresses asked for that are not of the pane's own origin. */
  readonly foreign: readonly string[];
  /** What the page's console said of errors and of the security policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface PaneOptions {
  readonly origin: string;
  readonly locale?: 'zh-CN' | 'en-US';
  readonly isLoggingOff?: boolean;
  readonly step?: string;
}

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium on this machine: test/e2e/install.sh installs it.');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** Opens the pane's page in a frame of the simulated Excel on the web. */
export async function openExcelPage(
  browser: Browser,
  excel: SimulatedExcel,
  { origin, locale = 'zh-CN', isLoggingOff = true, step }: PaneOptions,
): Promise<OpenedPane> {
  const opened = await openPage(browser, origin);
  const host = createWebHost(excel, locale, { origin, isLoggingOff });
  await opened.page.exposeFunction('answerHost', (text: string) => {
    const reply = host.receive(JSON.parse(text) as HostMessage);
    return reply === undefined ? null : JSON.stringify(reply);
  });
  await opened.page.goto(`${origin}/host.html`);
  const url = `${origin}/taskpane.html${step === undefined ? '' : `?step=${step}`}`;
  await opened.page.evaluate(`openPane(${JSON.stringify(host.frameName)}, ${JSON.stringify(url)})`);
  return { ...opened, pane: opened.page.frameLocator('iframe') };
}

/** A page that listens to what is asked for and complained of. */
export async function openPage(browser: Browser, origin: string, locale = 'zh-CN') {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 350, height: 700 },
    locale,
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) foreign.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, foreign, complaints, close: () => context.close() };
}
