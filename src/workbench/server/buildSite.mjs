import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE } from './staticServer.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGE = join(SITE, 'index.html');

/**
 * Builds the workbench where nothing is built, or something has changed since. Says so first.
 * @throws Error where it does not build.
 */
export function buildSiteIfStale() {
  if (existsSync(PAGE) && newest(join(ROOT, 'src')) <= statSync(PAGE).mtimeMs) return;
  console.log('正在准备，约一分钟 · Building, about a minute');
  const webpack = fileURLToPath(import.meta.resolve('webpack-cli/bin/cli.js'));
  const { status } = spawnSync(process.execPath, [webpack, '--env', 'target=workbench'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The workbench did not build.');
  // A page that came out the same as before keeps its old time, and would count as stale again.
  utimesSync(PAGE, new Date(), new Date());
}

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (time, { parentPath, name }) => Math.max(time, statSync(join(parentPath, name)).mtimeMs),
      0,
    );
}
