/** Brings what the benchmark needs into place: the peers, our builds, the ledgers. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEntry } from './buildEntry.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const ROOT = join(FOLDER, '..', '..');
const COMMAND_LINE = join(ROOT, 'dist', 'cli', 'handover.js');
/** The last of the peers that npm lays down; its absence means that they were never installed. */
const PEER = join(FOLDER, 'node_modules', 'hucre');

/** Installs the peers at their locked versions if they are absent. */
export function installPeers() {
  if (existsSync(PEER)) return;
  runNpm(['ci', '--silent', '--prefix', FOLDER]);
}

/** Builds the inner entry, and on request the command line where the sources are newer. */
export async function buildOurs({ commandLine }) {
  const entry = await buildEntry();
  if (!commandLine) return { entry };
  const built = existsSync(COMMAND_LINE) ? statSync(COMMAND_LINE).mtimeMs : 0;
  if (newestSource(join(ROOT, 'src')) > built) runNpm(['run', '--silent', 'build:cli']);
  return { entry };
}

/** The ledger of a size, made in a process of its own: this one must stay small (see below). */
export function makeLedger(rows, format) {
  // On Linux a child's peak memory starts at that of the process that spawned it.
  const script = join(FOLDER, 'generateLedger.mjs');
  const args = [script, '--rows', String(rows), '--format', format];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function runNpm(args) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function newestSource(folder) {
  const times = readdirSync(folder, { recursive: true }).map(
    (name) => statSync(join(folder, name)).mtimeMs,
  );
  return Math.max(...times);
}
