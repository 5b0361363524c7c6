/**
 * Looks at every screen of the pane: `npm run screens`, or after `npx webpack --env target=pane`
 * `node test/taskpane/page/takePictures.mjs [folder] [width,…] [language,…] [theme,…] [name,…]`.
 * Leaves a picture of each and a report of all, `index.html`; fails where axe finds something, where
 * a screen is wider than the window, or where a script breaks.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../../e2e/findChromium.mjs';
import { SCREENS } from './screens.mjs';
import { describeScreens } from './describeScreens.mjs';

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../dist/pane');
const HEIGHT = 740;
const THEMES = {
  light: { shown: 'light', colorScheme: 'light', forcedColors: 'none' },
  dark: { shown: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  forced: { shown: 'highContrast', colorScheme: 'dark', forcedColors: 'active' },
};

const [folder = 'out/screens', ...lists] = process.argv.slice(2);
const [widths, languages, themes, names] = [
  ['350'],
  ['zh-CN', 'en'],
  Object.keys(THEMES),
  Object.keys(SCREENS),
].map((all, index) => lists[index]?.split(',').filter(Boolean) ?? all);

await mkdir(folder, { recursive: true });
const server = await serve();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const screens = [];
try {
  for (const theme of themes) {
    for (const width of widths.map(Number)) {
      for (const language of languages) {
        const look = { theme, width, language };
        for (const name of names) screens.push(await lookAt({ ...look, name }));
      }
    }
  }
} finally {
  await browser.close();
  server.close();
}
await writeFile(path.join(folder, 'index.html'), describeScreens(screens));
const wrong = screens.filter(({ faults }) => faults.length > 0);
for (const { file, faults } of wrong) console.error(`${file}: ${faults.join('; ')}`);
console.log(`${screens.length} screens, ${wrong.length} with faults: ${folder}/index.html`);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function lookAt({ theme, width, language, name }) {
  const { query = '', act = async () => undefined } = SCREENS[name];
  const { shown, ...media } = THEMES[theme];
  const page = await browser.newPage({
    viewport: { width, height: HEIGHT },
    reducedMotion: 'reduce',
    ...media,
  });
  const faults = [];
  page.on('pageerror', (error) => {
    if (!query.includes('fail=')) faults.push(error.message);
  });
  const file = `${theme}-${String(width)}-${language}-${name}.png`;
  try {
    const { port } = server.address();
    await page.goto(`http://127.0.0.1:${port}/?lang=${language}&theme=${shown}&${query}`);
    await act(page, language);
    await page.waitForTimeout(350);
    await page.screenshot({ path: path.join(folder, file) });
    faults.push(...(await findOverflow(page)), ...(await findViolations(page)));
  } catch (error) {
    faults.push(String(error).split('\n')[0]);
  }
  await page.close();
  return { theme, width, language, name, file, faults };
}

async function findOverflow(page) {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `wider than its place: ${element.tagName}`),
  );
}

async function findViolations(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(
      // Guards of Fluent's focus, which pass it on at once.
      { exclude: [['[data-tabster-dummy]']] },
      {
        resultTypes: ['violations'],
        // Of forced colours the system's contrast holds, which is not in the styles.
        rules: {
          'color-contrast': { enabled: !globalThis.matchMedia('(forced-colors: active)').matches },
        },
      },
    ),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
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
