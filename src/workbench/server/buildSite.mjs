import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE } from './staticServer.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Builds the workbench where nothing is built, or something has changed since. Says so first.
 * @throws Error where it does not build.
 */
export function buildSiteIfStale() {
  buildIfStale('workbench', join(SITE, 'index.html'));
}

/**
 * The same for another target of webpack, whose `page` tells when it was built.
 * @throws Error where it does not build.
 */
export function buildIfStale(target, page) {
  if (existsSync(page) && newest(join(ROOT, 'src')) <= statSync(page).mtimeMs) return;
  console.log('正在准备，约一分钟 · Building, about a minute');
  const webpack = fileURLToPath(import.meta.resolve('webpack-cli/bin/cli.js'));
  const { status } = spawnSync(process.execPath, [webpack, '--env', `target=${target}`], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${target} did not build.`);
  // A page that came out the same as before keeps its old time, and would count as stale again.
  utimesSync(page, new Date(), new Date());
}

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (time, { parentPath, name }) => Math.max(time, statSync(join(parentPath, name)).mtimeMs),
      0,
    );
}
