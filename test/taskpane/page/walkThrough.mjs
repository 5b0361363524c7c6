import path from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { WAYS } from './ways.mjs';
import { WORDS } from './words.mjs';

const DIST = fileURLToPath(new URL('../../../dist/pane', import.meta.url));
const ORIGIN = 'http://localhost';
const HEIGHT = 740;
/** What is done on the page takes a moment; who waits longer has lost the way. */
const PATIENCE_MS = 20_000;

/** Ways that the pane's own themes and the browser's settings go together. */
export const THEMES = {
  light: { shown: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  dark: { shown: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  forced: { shown: 'highContrast', media: { colorScheme: 'dark', forcedColors: 'active' } },
};

export const SCREENS = WAYS.flatMap(({ screens }) => Object.keys(screens));

/**
 * Walks through the pane and stops at each screen wanted, in each of its themes: gives `{ name,
 * theme, page, faults }`, the faults as far as they are known before one looks. All
 * ways and themes are gone through in one page: loading it takes most of the time.
 * @param themesOf the names of a screen's themes; none: it is only passed by.
 */
export async function* walkThrough(browser, { language, width, themesOf }) {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.route('**/*', serve);
  try {
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/?lang=${language}`);
    await page.evaluate(axe.source);
    for (const way of WAYS) yield* walk(page, { ...way, language, themesOf });
  } finally {
    await context.close();
  }
}

async function* walk(page, { query, screens, language, themesOf }) {
  const names = Object.keys(screens);
  const last = names.findLastIndex((name) => themesOf(name).length > 0);
  if (last < 0) return;
  let faults = [];
  const onError = ({ message }) => faults.push(message);
  if (!query.startsWith('fail=')) page.on('pageerror', onError);
  await page.evaluate((search) => {
    globalThis.show(search);
  }, `lang=${language}&${query}`);
  for (const name of names.slice(0, last + 1)) {
    try {
      await screens[name](page, WORDS[language]);
    } catch (error) {
      yield { name, theme: 'light', page, faults: [...faults, String(error).split('\n')[0]] };
      break;
    }
    for (const theme of themesOf(name)) {
      await show(page, THEMES[theme]);
      yield { name, theme, page, faults };
      faults = [];
    }
  }
  page.off('pageerror', onError);
}

/** Changes the theme and waits until all is drawn in it, colours that fade over included. */
async function show(page, { shown, media }) {
  await page.emulateMedia(media);
  await page.evaluate(async (theme) => {
    const { document, pane, requestAnimationFrame } = globalThis;
    const isFading = ({ playState, effect }) =>
      playState === 'running' && Number.isFinite(effect.getComputedTiming().endTime);
    pane.update({ theme });
    // What never stands still is looked at as it is.
    for (let still = 0, frames = 0; still < 3 && frames < 60; frames++) {
      await new Promise(requestAnimationFrame);
      still = document.getAnimations().some(isFading) ? 0 : still + 1;
    }
  }, shown);
}

/** What axe finds, and what is wider than the window. */
export async function findFaults(page) {
  return page.evaluate(look);
}

/** Runs in the page. */
async function look() {
  const { axe: looker, document, matchMedia } = globalThis;
  const wide = [document.documentElement, ...document.querySelectorAll('main')]
    .filter((element) => element.scrollWidth > element.clientWidth)
    .map((element) => `wider than its place: ${element.tagName}`);
  const { violations } = await looker.run(
    // Guards of Fluent's focus, which pass it on at once.
    { exclude: [['[data-tabster-dummy]']] },
    {
      resultTypes: ['violations'],
      // Of forced colours the system's contrast holds, which is not in the styles.
      rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
    },
  );
  return [
    ...wide,
    ...violations.map(({ id, nodes }) => {
      const places = nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`);
      return `${id}: ${places.join(' | ')}`;
    }),
  ];
}

function serve(route) {
  const { origin, pathname } = new URL(route.request().url());
  const file = path.join(DIST, pathname === '/' ? 'index.html' : path.basename(pathname));
  return origin === ORIGIN ? route.fulfill({ path: file }) : route.abort();
}
