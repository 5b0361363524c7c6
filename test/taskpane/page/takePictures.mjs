/**
 * Takes pictures of every screen of the pane: `node test/taskpane/page/takePictures.mjs FOLDER
 * [width,…] [language,…] [theme,…] [name,…]`, after `npx webpack --env target=pane`. Says where a
 * screen is wider than the window.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { SCREENS } from './screens.mjs';

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../dist/pane');
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const HEIGHT = 740;

const [folder = 'pictures', ...lists] = process.argv.slice(2);
const [widths, languages, themes, names] = [
  ['350'],
  ['zh-CN', 'en'],
  ['light', 'dark', 'forced'],
  Object.keys(SCREENS),
].map((all, index) => lists[index]?.split(',').filter(Boolean) ?? all);

await mkdir(folder, { recursive: true });
const server = await serve();
const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
for (const theme of themes) {
  for (const width of widths.map(Number)) {
    for (const language of languages) {
      for (const name of names) await takePicture({ theme, width, language, name });
    }
  }
}
await browser.close();
server.close();

async function takePicture({ theme, width, language, name }) {
  const { query = '', act = async () => undefined } = SCREENS[name];
  const page = await browser.newPage({
    viewport: { width, height: HEIGHT },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const shown = theme === 'forced' ? 'light' : theme;
  const { port } = server.address();
  const picture = `${theme}-${String(width)}-${language}-${name}`;
  page.on('pageerror', (error) => {
    if (!query.includes('fail=')) console.error(`${picture}: ${error.message}`);
  });
  try {
    await page.goto(`http://127.0.0.1:${port}/?lang=${language}&theme=${shown}&${query}`);
    await act(page, language);
    await page.waitForTimeout(350);
  } catch (error) {
    console.error(`${picture}: ${String(error).split('\n')[0]}`);
  }
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.scrollWidth}/${element.clientWidth}`),
  );
  if (wide.length > 0) console.error(`${picture}: wider than the window: ${wide.join(', ')}`);
  await page.screenshot({ path: path.join(folder, `${picture}.png`) });
  await page.close();
}

function serve() {
  const types = { '.html': 'text/html', '.js': 'text/javascript' };
  const listening = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = pathname === '/' ? 'index.html' : path.basename(pathname);
    readFile(path.join(DIST, file)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[path.extname(file)] }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    listening.listen(0, '127.0.0.1', () => resolve(listening));
  });
}
