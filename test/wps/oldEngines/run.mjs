/**
 * Runs the WPS pane and the environment check against the simulated WPS in every engine:
 * `npm run engines -- [ENGINE,…] [FOLDER for pictures]`. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connect } from './devTools.mjs';
import { ENGINES, findEngine } from './engines.mjs';
import { findForbidden } from './findForbidden.mjs';
import { DIST, serveFolder } from './serveFolder.mjs';
import { walk } from './walk.mjs';

const [wanted, pictures] = process.argv.slice(2);
const names = wanted?.split(',').filter(Boolean) ?? ENGINES;
const server = await serveFolder('wps/online');
const forbidden = await findForbidden(path.join(DIST, 'wps/online'));
let failed = forbidden.length > 0 ? 1 : 0;
for (const line of forbidden) console.error(line);
for (const name of names) {
  const errors = await tryEngine(name);
  if (errors.length > 0) failed++;
  console.log(`Chromium ${name}: ${errors.length > 0 ? 'failed' : 'passed'}`);
  for (const error of errors) console.error(error);
}
server.close();
console.log(`${names.length + 1 - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** What went wrong. */
async function tryEngine(name) {
  const { file, options, libraries } = await findEngine(name);
  const profile = await mkdtemp(path.join(os.tmpdir(), 'engine-'));
  const child = spawn(
    file,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...options],
      ...['--no-first-run', '--disable-background-networking', '--disable-component-update'],
      ...['--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
    },
  );
  const errors = [];
  let shown;
  try {
    const page = await connect(child, (error) => errors.push(error));
    shown = () => page.run('document.body.innerText');
    const { port } = server.address();
    const folder = pictures && path.join(pictures, name);
    await walk(page, `http://127.0.0.1:${port}`, folder);
  } catch (error) {
    errors.push(String(error), `The page shows: ${await shown?.().catch(String)}`);
  }
  child.kill('SIGKILL');
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return errors;
}
