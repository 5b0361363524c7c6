/**
 * Measures the workbench in a real Chromium: `node test/performance/benchWorkbench.mjs [part,…]`,
 * parts: click, smooth, scroll, million. Needs a built site (`npm run build`). Writes
 * `dist/benchmarks/workbench.json`.
 */
/* global window, requestAnimationFrame, PerformanceObserver, setInterval, clearInterval */
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from '../../src/workbench/server/staticServer.mjs';
import { findChromium } from '../e2e/findChromium.mjs';
import { generateLedger } from './generateLedger.mjs';

const RESULTS = fileURLToPath(new URL('../../dist/benchmarks', import.meta.url));
const PATIENCE_MS = 600_000;
const PARTS = { click, smooth, scroll, million };

const wanted = process.argv[2]?.split(',') ?? Object.keys(PARTS);
const site = await serveSite(0);
const figures = { machine: cpus()[0]?.model ?? '', cores: cpus().length };
try {
  for (const part of wanted) {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-gpu'],
    });
    try {
      figures[part] = await PARTS[part](browser);
      console.log(part, figures[part]);
    } finally {
      await browser.close();
    }
  }
} finally {
  await site.close();
}
mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/workbench.json`, `${JSON.stringify(figures, null, 2)}\n`);

/** From the one click to the first customer to call, with 10,000 rows. */
async function click(browser) {
  const page = await openLedger(browser, 10_000);
  const from = Date.now();
  await analyze(page);
  const resultMs = Date.now() - from;
  await page.getByRole('button', { name: /^开始打电话/ }).click();
  await page.getByRole('heading', { level: 1 }).nth(1).waitFor();
  return { rows: 10_000, resultMs, callListMs: Date.now() - from };
}

/** How long the page's own thread is kept while 100,000 rows are analysed and shown. */
async function smooth(browser) {
  const page = await openLedger(browser, 100_000);
  await page.waitForTimeout(5000);
  await watchTasks(page);
  const from = Date.now();
  await analyze(page);
  const analyzeMs = Date.now() - from;
  const analyzing = await takeTasks(page);
  await page.waitForTimeout(15_000);
  const loading = await takeTasks(page);
  return { rows: 100_000, analyzeMs, analyzing, loading };
}

/** Frames a second while the list of all customers is scrolled from top to bottom. */
async function scroll(browser) {
  const page = await openLedger(browser, 100_000);
  await analyze(page);
  await page.waitForTimeout(15_000);
  await page.getByRole('tab', { name: '客户', exact: true }).click();
  const list = page.getByRole('listbox');
  await list.waitFor();
  const customers = await page.getByRole('option').first().getAttribute('aria-setsize');
  const frames = await list.evaluate(
    (element) =>
      new Promise((resolve) => {
        let box = element;
        while (box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
        const seconds = 5;
        const step = (box.scrollHeight - box.clientHeight) / (seconds * 60);
        const times = [];
        const frame = (time) => {
          times.push(time);
          box.scrollTop += step;
          const took = time - times[0];
          if (took < seconds * 1000) requestAnimationFrame(frame);
          else {
            const gaps = times.slice(1).map((at, index) => at - times[index]);
            resolve({
              framesPerSecond: Math.round(((times.length - 1) * 1000) / took),
              longestGapMs: Math.round(Math.max(...gaps)),
            });
          }
        };
        requestAnimationFrame(frame);
      }),
  );
  return { customers: Number(customers), ...frames };
}

/** A million rows, from the file to the result, and the memory that the browser took for it. */
async function million(browser) {
  const from = Date.now();
  const page = await openLedger(browser, 1_000_000);
  const openMs = Date.now() - from;
  const peak = watchMemory();
  await watchTasks(page);
  const clicked = Date.now();
  await analyze(page);
  const analyzeMs = Date.now() - clicked;
  const tasks = await takeTasks(page);
  await page.waitForTimeout(5000);
  return { rows: 1_000_000, openMs, analyzeMs, tasks, peakMb: peak() };
}

async function openLedger(browser, rows) {
  const { path } = await generateLedger({ rows });
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('crash', () => {
    console.error('The tab has died.');
    process.exit(1);
  });
  await page.goto(site.url);
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByTitle(path.split('/').at(-1), { exact: true }).waitFor();
  await page.locator('[data-u-comp="slide-tab-item"]').first().waitFor();
  return page;
}

async function analyze(page) {
  await page.getByRole('button', { name: '交接分析', exact: true }).click();
  const button = page.getByRole('button', { name: /^开始打电话|确认并分析/ });
  await button.waitFor();
  if ((await button.innerText()).includes('确认')) {
    await button.click();
    await page.getByRole('button', { name: /^开始打电话/ }).waitFor();
  }
}

async function watchTasks(page) {
  await page.evaluate(() => {
    window.tasks = [];
    window.gaps = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        window.tasks.push([startTime, duration]);
    }).observe({ type: 'longtask', buffered: false });
  });
}

/** The longest task since the last time, and how many took more than 50 ms. */
async function takeTasks(page) {
  return page.evaluate(() => {
    const all = window.tasks.splice(0);
    const durations = all.map(([, duration]) => duration);
    const total = durations.reduce((sum, duration) => sum + duration, 0);
    return {
      longestMs: Math.round(Math.max(0, ...durations)),
      over50: durations.length,
      over50TotalMs: Math.round(total),
      longest: all
        .sort(([, a], [, b]) => b - a)
        .slice(0, 6)
        .map(([at, duration]) => `${Math.round(at)}+${Math.round(duration)}`),
    };
  });
}

/** Peak of the memory of the largest process of the browser, where /proc tells. */
function watchMemory() {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, largestRenderer());
  }, 500);
  return () => {
    clearInterval(timer);
    return Math.round(peak / 1024);
  };
}

function largestRenderer() {
  let largest = 0;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      largest = Math.max(largest, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended meanwhile.
    }
  }
  return largest;
}
