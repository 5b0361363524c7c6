/**
 * Every step in every theme: axe finds nothing, nothing is wider than its place. With PICTURES a
 * picture of each is left in that folder.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { startWorkbenchSite, type Workbench, type WorkbenchSite } from './openWorkbench';
import { STEPS } from './steps';
import { NOTHING } from './watchPage';
import { paneOf } from './workbenchActions';

jest.setTimeout(600_000);

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;
const { PICTURES } = process.env;

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

test.each(['zh-CN', 'en'] as const)('in %s', async (language) => {
  const bench = await site.open({ language, width: 1366, height: 768 });
  const { page } = bench;
  await page.evaluate(axe.source);
  const faults: Record<string, readonly string[]> = {};
  for (const [index, { name, go }] of STEPS.entries()) {
    await go(bench);
    for (const [theme, media] of Object.entries(THEMES)) {
      await page.emulateMedia(media);
      const found = [...(await findFaults(page)), ...(await findOverflow(bench))];
      if (found.length > 0) faults[`${name}, ${theme}`] = found;
      if (PICTURES !== undefined) {
        const number = String(index + 1).padStart(2, '0');
        await takePicture(page, join(PICTURES, language), `${number}-${name}-${theme}`);
      }
    }
    await page.emulateMedia(THEMES.light);
  }
  expect(faults).toEqual({});
  expect(bench.watch).toEqual(NOTHING);
});

/** What axe finds wrong with the page: rule and elements. */
async function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    );
  });
}

/** The pane never has to be scrolled sideways. */
async function findOverflow(bench: Workbench): Promise<string[]> {
  return paneOf(bench).evaluate((pane) =>
    [pane, ...pane.querySelectorAll('main')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName }) => `wider than its place: ${tagName}`),
  );
}

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // The grid draws a moment later than it changes.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) });
}
