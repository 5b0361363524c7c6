/**
 * Ways through the pane: the address's query, then its screens in the order in which one comes by
 * them, each with what is done to get there from the one before (`words` as in `words.mjs`).
 */
const stay = () => undefined;
const button = (page, name) => page.getByRole('button', { name, exact: true });
const goTo =
  (index) =>
  (page, { places }) =>
    page.getByRole('tab', { name: places[index], exact: true }).click();
const goToTab = (word) => (page, words) => page.getByRole('tab', { name: words[word] }).click();

const analyze = (page, words) => button(page, words.analyze).click();
const analyzed = async (page, words) => {
  await analyze(page, words);
  await page.getByRole('tablist').first().waitFor();
};
const failed = async (page, words) => {
  await analyze(page, words);
  await page.getByRole('alert').first().waitFor();
};
const running = async (page, words) => {
  await analyze(page, words);
  await page.getByRole('progressbar').waitFor();
};
const asked = async (page, words) => {
  await analyze(page, words);
  await page.getByRole('combobox').first().waitFor();
};

/** Scrolls to a share of what there is to scroll. */
const scrolled = (share) => (page) =>
  page.evaluate((part) => {
    const main = document.querySelector('main');
    if (main) main.scrollTop = (main.scrollHeight - main.clientHeight) * part;
  }, share);
const openMenu = (page, words) => button(page, words.more).click();
const choose = async (page, name) => {
  await page.getByRole('menuitem', { name }).click();
};

/** The sample of a few rows, and what can go wrong with it. */
const SMALL = [
  { query: '', screens: { start: stay, 'result-small': analyzed } },
  { query: 'hold=read', screens: { 'run-read': running } },
  { query: 'hold=write', screens: { 'run-write': running } },
  {
    query: 'layout=doubtful',
    screens: {
      'confirm-doubtful': asked,
      'confirm-sure': async (page, words) => {
        await page.getByText(words.sure).click();
        await scrolled(0.5)(page);
      },
    },
  },
  { query: 'layout=incomplete', screens: { 'confirm-incomplete': asked } },
  { query: 'layout=none', screens: { 'failed-none': failed } },
  { query: 'fail=workbook.protected', screens: { 'failed-protected': failed } },
  { query: 'fail=bug', screens: { 'failed-bug': failed } },
  { query: 'fail=render', screens: { 'failed-render': failed } },
];

const RESULT = {
  result: analyzed,
  'result-middle': scrolled(0.45),
  'result-end': async (page) => {
    for (const fold of await page.locator('summary').all()) await fold.click();
    await scrolled(1)(page);
  },
  menu: openMenu,
  restore: (page, words) => choose(page, words.restore),
  copied: async (page, words) => {
    await button(page, words.cancel).click();
    await scrolled(0)(page);
    await openMenu(page, words);
    await choose(page, words.share);
    await button(page, words.dismiss).waitFor();
  },
};

const CUSTOMERS = {
  customers: async (page, words) => {
    await button(page, words.dismiss).click();
    await goTo(1)(page, words);
  },
  'customers-keyboard': async (page) => {
    await page.getByRole('listbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
  },
  'customers-search': async (page) => {
    await page.getByRole('searchbox').fill('w');
    await page.getByRole('option').nth(1).click();
  },
  'customers-none': (page) => page.getByRole('searchbox').fill('zzzzzz'),
};

const CALLS = {
  call: async (page, words) => {
    await goTo(2)(page, words);
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  'call-script': scrolled(0.4),
  'call-end': scrolled(1),
  'call-wechat-none': goToTab('weChat'),
  'call-outcome': async (page, words) => {
    await goToTab('phone')(page, words);
    await button(page, words.connected).click();
    await scrolled(1)(page);
    await page.getByLabel(words.nextContact).fill('31 Feb');
    await page.getByLabel(words.nextContact).blur();
  },
  'call-next': async (page, words) => {
    await button(page, words.next).click();
    await page.getByRole('listitem').first().waitFor();
  },
  'call-wechat': goToTab('weChat'),
};

const SETTINGS = {
  settings: goTo(3),
  'settings-end': async (page, words) => {
    await page.getByText(words.thresholds).click();
    await page.getByText(words.file).click();
    await scrolled(1)(page);
  },
  'settings-scripts': goToTab('scripts'),
  'settings-templates': goToTab('templates'),
  'templates-preview': async (page, words) => {
    await page.getByText(words.preview).waitFor();
    await scrolled(1)(page);
  },
  'templates-wrong': async (page) => {
    await page.getByRole('textbox').first().fill('{礼物}');
    await scrolled(0)(page);
  },
};

const BACK = {
  'result-reranked': async (page, words) => {
    await goTo(0)(page, words);
    await page.getByRole('radio', { name: words.dailyAverage }).click();
    await page.getByRole('button', { name: words.update }).waitFor();
  },
  'start-restored': async (page, words) => {
    await openMenu(page, words);
    await choose(page, words.restore);
    await button(page, words.restoreAll).click();
    await button(page, words.analyze).waitFor();
  },
};

export const WAYS = [
  ...SMALL,
  {
    query: 'rows=1500',
    screens: { ...RESULT, ...CUSTOMERS, ...CALLS, ...SETTINGS, ...BACK },
  },
];
