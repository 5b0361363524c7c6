/**
 * Runs the WPS pane in an old Chromium against the simulated WPS, from the one button to an outcome
 * in the sheet: `node test/wps/oldEngines/run.mjs CHROMIUM [FOLDER for pictures]`, after
 * `npx webpack --env target=wps` and `--env target=wpsHost`. Chromium 69 and 79 come in the packages
 * chrome-aws-lambda 1.6.3 and 2.0.2 (brotli; the latter's libraries go to LD_LIBRARY_PATH).
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, untilTrue } from './devTools.mjs';

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../dist');
const [browser, pictures] = process.argv.slice(2);
if (browser === undefined) throw new Error('Which Chromium?');
const errors = [];

const profile = await mkdtemp(path.join(os.tmpdir(), 'old-engine-'));
const server = await serve();
let shown;
const child = spawn(
  browser,
  [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote'],
    ...['--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
  ],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
);
try {
  const page = await connect(child, (error) => errors.push(error));
  shown = () => page.run('document.body.innerText');
  await walk(page);
} catch (error) {
  errors.push(String(error), `The page shows: ${await shown?.()}`);
}
for (const error of errors) console.error(error);
console.log(errors.length > 0 ? 'failed' : 'passed');
child.kill('SIGKILL');
server.close();
await rm(profile, { recursive: true, force: true, maxRetries: 5 });
process.exit(errors.length > 0 ? 1 : 0);

async function walk(page) {
  const host = await readFile(path.join(DIST, 'wpsHost/host.js'), 'utf8');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: host });
  await page.send('Emulation.setDeviceMetricsOverride', {
    ...{ width: 350, height: 740, deviceScaleFactor: 1, mobile: false },
  });
  const { port } = server.address();
  await page.send('Page.navigate', { url: `http://127.0.0.1:${port}/pane.html` });
  const press = (text) => page.run(`(${pressIn})(${JSON.stringify(text)})`);
  const shows = (text) =>
    untilTrue(text, () =>
      page.run(`document.body && document.body.innerText.includes(${JSON.stringify(text)})`),
    );

  await shows('交接分析');
  console.log(await page.run('navigator.userAgent'));
  await picture(page, 'start');
  await press('交接分析');
  await shows('分析结果');
  await picture(page, 'result');
  await press('客户');
  await shows('欧阳建国');
  await picture(page, 'customers');
  await press('打电话');
  await shows('已接通');
  await picture(page, 'call');
  await press('已接通');
  await shows('已写入客户汇总');
  await picture(page, 'called');
  await press('设置');
  await shows('我的姓名');
  await picture(page, 'settings');
}

async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 400));
  const { data } = await page.send('Page.captureScreenshot');
  await writeFile(path.join(pictures, `${name}.png`), Buffer.from(data, 'base64'));
}

/** Runs in the page: presses the control that says just this. */
function pressIn(text) {
  const controls = [...document.querySelectorAll('button')];
  const found = controls.find((control) => control.innerText.trim() === text);
  if (found === undefined) throw new Error(`No button says ${text}`);
  found.click();
}

function serve() {
  const types = { '.html': 'text/html', '.js': 'text/javascript' };
  const listening = createServer((request, response) => {
    const file = path.basename(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    readFile(path.join(DIST, 'wps/online', file)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[path.extname(file)] }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    listening.listen(0, '127.0.0.1', () => resolve(listening));
  });
}
