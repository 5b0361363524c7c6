/** What the end-to-end tests need before they run: a Chromium on this machine, the built pages. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale, buildSiteIfStale } from '../../src/workbench/server/buildSite.mjs';
import { findChromium } from './findChromium.mjs';

if (!findChromium()) {
  console.log('Installing Chromium');
  const script = fileURLToPath(new URL('install.sh', import.meta.url));
  const { status, stdout, stderr } = spawnSync('bash', [script], { encoding: 'utf8' });
  if (status !== 0) console.error(`${stdout}${stderr}`);
}
if (!findChromium()) {
  console.error('No Chromium: install it, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
buildSiteIfStale();
buildIfStale('excel', fileURLToPath(new URL('../../dist/excel/taskpane.html', import.meta.url)));
buildIfStale('pane', fileURLToPath(new URL('../../dist/pane/index.html', import.meta.url)));
