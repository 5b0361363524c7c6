/**
 * Looks at every screen of the pane: `npm run screens`, or after `npx webpack --env target=pane`
 * `node test/taskpane/page/takePictures.mjs [folder] [width,…] [language,…] [theme,…] [name,…]`.
 * Leaves a picture of each and a report of all, `index.html`; fails where axe finds something, where
 * a screen is wider than the window, or where a script breaks.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../e2e/findChromium.mjs';
import { describeScreens } from './describeScreens.mjs';
import { findFaults, SCREENS, THEMES, walkThrough } from './walkThrough.mjs';

const [folder = 'out/screens', ...lists] = process.argv.slice(2);
const [widths, languages, themes, names] = [
  ['350'],
  ['zh-CN', 'en'],
  Object.keys(THEMES),
  SCREENS,
].map((all, index) => lists[index]?.split(',').filter(Boolean) ?? all);

const begun = Date.now();
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const screens = [];
try {
  for (const width of widths.map(Number)) {
    for (const language of languages) await walk({ width, language });
  }
} finally {
  await browser.close();
}
await writeFile(path.join(folder, 'index.html'), describeScreens(screens));
const wrong = screens.filter(({ faults }) => faults.length > 0);
for (const { file, faults } of wrong) console.error(`${file}: ${faults.join('; ')}`);
const seconds = Math.round((Date.now() - begun) / 1000);
console.log(
  `${screens.length} screens in ${seconds} s, ${wrong.length} with faults: ${folder}/index.html`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function walk({ width, language }) {
  const themesOf = (name) => (names.includes(name) ? themes : []);
  for await (const { name, theme, page, faults } of walkThrough(browser, {
    width,
    language,
    themesOf,
  })) {
    const file = `${theme}-${String(width)}-${language}-${name}.png`;
    await page.screenshot({ path: path.join(folder, file) });
    const found = await findFaults(page);
    screens.push({ theme, width, language, name, file, faults: [...faults, ...found] });
  }
}
