/** The pane's screens, and what one does to get there: address's query, then clicks. */
const WORDS = {
  'zh-CN': {
    analyze: '交接分析',
    places: ['结果', '客户', '打电话', '设置'],
    scripts: '话术',
    templates: '模板',
    weChat: /^微信 /,
    connected: '已接通',
    dailyAverage: '本年日均',
    more: '更多操作',
    restore: '全部撤销…',
    share: '另存脱敏副本…',
    thresholds: '分类和阈值',
    file: '导入、导出',
    activity: '近期活动',
    next: '下一位',
    sure: /已认出的其他列/,
  },
  en: {
    analyze: 'Analyze handover',
    places: ['Result', 'Customers', 'Calls', 'Settings'],
    scripts: 'Scripts',
    templates: 'Templates',
    weChat: /^WeChat /,
    connected: 'Reached',
    dailyAverage: 'daily average',
    more: 'More actions',
    restore: 'Undo everything…',
    share: 'Save a masked copy…',
    thresholds: 'Classes and thresholds',
    file: 'Import and export',
    activity: 'Current activity',
    next: 'Next',
    sure: /Other columns recognised/,
  },
};
const BOOK = 'rows=1500';

const analyze = async (page, language) => {
  await page.getByRole('button', { name: WORDS[language].analyze }).click();
};
const analyzed = async (page, language) => {
  await analyze(page, language);
  await page.getByRole('tablist').first().waitFor();
};
const at = (index, more) => async (page, language) => {
  await analyzed(page, language);
  await page.getByRole('tab', { name: WORDS[language].places[index] }).click();
  await more?.(page, WORDS[language]);
};
const scrolled = (share) => async (page) => {
  await page.waitForTimeout(300);
  await page.evaluate((part) => {
    const body = document.querySelector('main');
    if (body) body.scrollTop = body.scrollHeight * part;
  }, share);
};
const failing = (code) => ({ query: `fail=${code}`, act: analyze });

export const SCREENS = {
  start: {},
  'run-read': { query: 'hold=read', act: analyze },
  'run-write': { query: 'hold=write', act: analyze },
  'confirm-doubtful': { query: 'layout=doubtful', act: analyze },
  'confirm-incomplete': { query: 'layout=incomplete', act: analyze },
  'confirm-sure': {
    query: 'layout=doubtful',
    act: async (page, language) => {
      await analyze(page, language);
      await page.getByText(WORDS[language].sure).click();
      await scrolled(0.3)(page);
    },
  },
  'failed-none': { query: 'layout=none', act: analyze },
  'failed-protected': failing('workbook.protected'),
  'failed-bug': failing('bug'),
  'failed-render': failing('render'),
  result: { query: BOOK, act: analyzed },
  'result-small': { act: analyzed },
  'result-middle': {
    query: BOOK,
    act: async (page, language) => {
      await analyzed(page, language);
      await scrolled(0.4)(page);
    },
  },
  'result-end': {
    query: BOOK,
    act: async (page, language) => {
      await analyzed(page, language);
      await page.waitForTimeout(200);
      for (const fold of await page.locator('details').all()) await fold.locator('summary').click();
      await scrolled(1)(page);
    },
  },
  'result-reranked': {
    query: BOOK,
    act: async (page, language) => {
      await analyzed(page, language);
      await page.getByRole('radio', { name: WORDS[language].dailyAverage }).click();
      await page.waitForTimeout(400);
    },
  },
  menu: {
    query: BOOK,
    act: async (page, language) => {
      await analyzed(page, language);
      await page.getByRole('button', { name: WORDS[language].more }).click();
    },
  },
  restore: {
    query: BOOK,
    act: async (page, language) => {
      await analyzed(page, language);
      await page.getByRole('button', { name: WORDS[language].more }).click();
      await page.getByRole('menuitem', { name: WORDS[language].restore }).click();
    },
  },
  copied: {
    query: BOOK,
    act: async (page, language) => {
      await analyzed(page, language);
      await page.getByRole('button', { name: WORDS[language].more }).click();
      await page.getByRole('menuitem', { name: WORDS[language].share }).click();
    },
  },
  customers: { query: BOOK, act: at(1) },
  'customers-search': {
    query: BOOK,
    act: at(1, async (page) => {
      await page.getByRole('searchbox').fill('w');
      await page.waitForTimeout(200);
      await page.getByRole('option').nth(1).click();
    }),
  },
  'customers-keyboard': {
    query: BOOK,
    act: at(1, async (page) => {
      await page.getByRole('listbox').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    }),
  },
  'customers-none': {
    query: BOOK,
    act: at(1, (page) => page.getByRole('searchbox').fill('zzzzzz')),
  },
  call: { query: BOOK, act: at(2) },
  'call-outcome': {
    query: BOOK,
    act: at(2, async (page, words) => {
      await page.getByRole('button', { name: words.connected, exact: true }).first().click();
    }),
  },
  'call-script': { query: BOOK, act: at(2, scrolled(0.35)) },
  'call-end': { query: BOOK, act: at(2, scrolled(1)) },
  'call-next': {
    query: BOOK,
    act: at(2, (page, words) => page.getByRole('button', { name: words.next }).click()),
  },
  'call-wechat': {
    query: BOOK,
    act: at(2, async (page, words) => {
      await page.getByRole('button', { name: words.connected, exact: true }).first().click();
      await page.getByRole('tab', { name: words.weChat }).click();
    }),
  },
  'call-wechat-none': {
    query: BOOK,
    act: at(2, (page, words) => page.getByRole('tab', { name: words.weChat }).click()),
  },
  settings: { query: BOOK, act: at(3) },
  'settings-end': {
    query: BOOK,
    act: at(3, async (page, words) => {
      await page.getByText(words.thresholds).click();
      await page.getByText(words.file).click();
      await scrolled(1)(page);
    }),
  },
  'settings-scripts': {
    query: BOOK,
    act: at(3, (page, words) =>
      page.getByRole('tab', { name: words.scripts, exact: true }).click(),
    ),
  },
  'settings-templates': {
    query: BOOK,
    act: at(3, (page, words) => page.getByRole('tab', { name: words.templates }).click()),
  },
  'templates-wrong': {
    query: BOOK,
    act: at(3, async (page, words) => {
      await page.getByRole('tab', { name: words.templates }).click();
      await page.getByRole('textbox').first().fill('{礼物}');
    }),
  },
  'templates-preview': {
    query: BOOK,
    act: at(3, async (page, words) => {
      await page.getByRole('tab', { name: words.templates }).click();
      await scrolled(1)(page);
      await page.waitForTimeout(500);
      await scrolled(1)(page);
    }),
  },
};
