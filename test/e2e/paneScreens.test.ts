import { chromium, type Browser } from 'playwright-core';
import { findFaults, SCREENS, THEMES, walkThrough } from '../taskpane/page/walkThrough.mjs';
import { findChromium } from './findChromium.mjs';
import { ARGUMENTS } from './openWorkbench';

jest.setTimeout(400_000);

const LANGUAGES = ['zh-CN', 'en'] as const;

let browser: Browser;
beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium on this machine.');
  browser = await chromium.launch({ executablePath, args: ARGUMENTS });
});
afterAll(() => browser.close());

// `npm run screens` looks at all of them; here each screen is seen in each theme and each language.
test.each(LANGUAGES)('axe finds nothing on any screen of the pane, in %s', async (language) => {
  const themesOf = (name: string) =>
    Object.keys(THEMES).filter(
      (_, theme) => (SCREENS.indexOf(name) + theme) % 2 === LANGUAGES.indexOf(language),
    );
  const seen: string[] = [];
  const found: string[] = [];
  for await (const { name, theme, page, faults } of walkThrough(browser, {
    language,
    // The narrowest pane.
    width: 320,
    themesOf,
  })) {
    seen.push(`${theme} ${name}`);
    const all = [...faults, ...(await findFaults(page))];
    found.push(...all.map((fault) => `${theme} ${name}: ${fault}`));
  }
  expect(found).toEqual([]);
  expect(seen).toEqual(
    SCREENS.flatMap((name) => themesOf(name).map((theme) => `${theme} ${name}`)),
  );
});
