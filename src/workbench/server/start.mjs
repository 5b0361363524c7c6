/**
 * `npm start`: builds the workbench where that has not been done, and serves it on this machine.
 * PORT chooses the port.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveSite, SITE } from './staticServer.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FIRST_PORT = 3210;

if (needsBuild()) build();
const { url } = await listen();
console.log(`柜组交接 · Handover Analyst: ${url}`);
console.log('Ctrl+C 结束 · stops');

/** Nothing built, or something changed since. */
function needsBuild() {
  const page = join(SITE, 'index.html');
  return !existsSync(page) || newest(join(ROOT, 'src')) > statSync(page).mtimeMs;
}

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (time, { parentPath, name }) => Math.max(time, statSync(join(parentPath, name)).mtimeMs),
      0,
    );
}

function build() {
  console.log('正在准备，约一分钟 · Building, about a minute');
  const webpack = fileURLToPath(import.meta.resolve('webpack-cli/bin/cli.js'));
  const { status } = spawnSync(process.execPath, [webpack, '--env', 'target=workbench'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The usual port or, where it is taken, any other. */
async function listen() {
  const chosen = process.env.PORT;
  if (chosen) return serveSite(Number(chosen));
  try {
    return await serveSite(FIRST_PORT);
  } catch {
    return serveSite(0);
  }
}
