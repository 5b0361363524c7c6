/**
 * Measures the workbench in a real Chromium: `node test/performance/benchWorkbench.mjs [part,…]`,
 * parts: click, smooth, scroll, million. Needs a built site (`npm run build`). Writes
 * `dist/benchmarks/workbench.json`. Beside the time on the clock it tells the processor's time,
 * which holds on a machine that has other things to do as well.
 */
/* global requestAnimationFrame, setInterval, clearInterval */
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
  const cpuFrom = rendererSeconds();
  await analyze(page);
  const resultMs = Date.now() - from;
  await page.getByRole('button', { name: /^开始打电话/ }).click();
  await page.getByRole('group', { name: '电话结果' }).waitFor();
  const cpuSeconds = Number((rendererSeconds() - cpuFrom).toFixed(1));
  return { rows: 10_000, resultMs, callListMs: Date.now() - from, cpuSeconds };
}

/** How long the page's own thread is kept while 100,000 rows are analysed and shown. */
async function smooth(browser) {
  const page = await openLedger(browser, 100_000);
  await page.waitForTimeout(5000);
  await watchTasks(browser, page);
  const from = Date.now();
  await analyze(page);
  const analyzeMs = Date.now() - from;
  const analyzing = await takeTasks(browser);
  await watchTasks(browser, page);
  await page.waitForTimeout(15_000);
  const loading = await takeTasks(browser);
  return { rows: 100_000, analyzeMs, analyzing, loading };
}

/**
 * Frames a second while the list of all customers is scrolled from top to bottom, all rows in sight
 * being others at each frame, and what a frame takes of the page's thread: sixty a second have 16.7.
 */
async function scroll(browser) {
  const page = await openLedger(browser, 100_000);
  await analyze(page);
  await page.waitForTimeout(15_000);
  await page.getByRole('tab', { name: '客户', exact: true }).click();
  const list = page.getByRole('listbox');
  await list.waitFor();
  const customers = await page.getByRole('option').first().getAttribute('aria-setsize');
  await watchTasks(browser, page);
  const { count, ...frames } = await list.evaluate(
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
              count: gaps.length,
              framesPerSecond: Math.round(((times.length - 1) * 1000) / took),
              longestGapMs: Math.round(Math.max(...gaps)),
            });
          }
        };
        requestAnimationFrame(frame);
      }),
  );
  const { cpuSeconds } = await takeTasks(browser);
  const frameCpuMs = Number(((cpuSeconds * 1000) / count).toFixed(1));
  return { customers: Number(customers), ...frames, frameCpuMs };
}

/** A million rows, from the file to the result, and the memory that the browser took for it. */
async function million(browser) {
  const from = Date.now();
  const page = await openLedger(browser, 1_000_000);
  const openMs = Date.now() - from;
  const peak = watchMemory();
  await watchTasks(browser, page);
  const clicked = Date.now();
  await analyze(page);
  const analyzeMs = Date.now() - clicked;
  const tasks = await takeTasks(browser);
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

async function watchTasks(browser, page) {
  await browser.startTracing(page, { categories: ['toplevel'] });
}

/** The longest task of the page's own thread since {@link watchTasks}, and how many are long. */
async function takeTasks(browser) {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid, tdur }) =>
      /RunTask$/.test(name) &&
      tdur !== undefined &&
      mains.some((main) => main.pid === pid && main.tid === tid),
  );
  const clock = tasks.map(({ dur }) => dur / 1000).sort((a, b) => b - a);
  const cpu = tasks.map(({ tdur }) => tdur / 1000).sort((a, b) => b - a);
  return {
    longestMs: Math.round(clock[0] ?? 0),
    longestCpuMs: Math.round(cpu[0] ?? 0),
    over200CpuMs: cpu.filter((duration) => duration > 200).map(Math.round),
    cpuSeconds: Number((cpu.reduce((sum, duration) => sum + duration, 0) / 1000).toFixed(1)),
  };
}

/** Processor time of our browser's renderers so far: the page and its worker. */
function rendererSeconds() {
  const ticks = readRenderers('stat').map((stat) => {
    const fields = stat.split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, part) => sum + part, 0) / 100;
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
  const peaks = readRenderers('status').map((status) => /VmHWM:\s+(\d+)/.exec(status)?.[1]);
  return Math.max(0, ...peaks.map(Number));
}

/** What the system says of each renderer that descends from this process. */
function readRenderers(fact) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const isRenderer = readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer');
        return isRenderer && isOurs(id) ? [readFileSync(`/proc/${id}/${fact}`, 'utf8')] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

function isOurs(id) {
  if (Number(id) <= 1) return false;
  if (Number(id) === process.pid) return true;
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  return isOurs(/PPid:\s+(\d+)/.exec(status)?.[1] ?? '0');
}
