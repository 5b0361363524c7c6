/**
 * Renders the icons: `node assets/icons/renderIcons.mjs [CHROMIUM]`. Office takes PNGs of these
 * sizes; which one it shows depends on the screen.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const NAMES = ['handover', 'customers', 'call', 'restore'];
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const name of NAMES) {
  const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${name}-${size}.png`, import.meta.url), png);
  }
}
await browser.close();
