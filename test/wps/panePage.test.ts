/** The walk that `npm run engines` takes through old engines, here through the one of today. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { findChromium } from '../e2e/findChromium.mjs';

const ROOT = path.join(__dirname, '../..');

function run(script: string, ...options: string[]): string {
  return execFileSync(process.execPath, [script, ...options], {
    cwd: ROOT,
    env: { ...process.env, CHROMIUM: findChromium() },
    stdio: 'pipe',
  }).toString();
}

test('the pane analyses, calls and restores, and the environment check passes', () => {
  const webpack = 'node_modules/webpack/bin/webpack.js';
  run(webpack, '--env', 'target=wps');
  run(webpack, '--env', 'target=wpsHost', '--no-optimization-minimize');
  expect(run('test/wps/oldEngines/run.mjs', 'today')).toContain('2 passed, 0 failed');
}, 300_000);
