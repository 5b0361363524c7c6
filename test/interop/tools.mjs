import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's Python has Debian's openpyxl, whatever other Python stands in the path. */
const PYTHON = '/usr/bin/python3';
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Whether the programs are there; where apt can install them quietly, they are installed first. */
export function hasTools() {
  if (!areThere())
    spawnSync('bash', [join(import.meta.dirname, 'install.sh')], { stdio: 'ignore' });
  return areThere();
}

function areThere() {
  const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  return (
    works('bash', '-c', 'command -v soffice') &&
    works('bash', '-c', 'command -v pdftoppm') &&
    works(PYTHON, '-c', 'import openpyxl')
  );
}

/** Runs a program and gives what it prints; throws with its complaint where it fails. */
export function run(command, args) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a script of this folder with Debian's Python. */
export function python(script, ...args) {
  return run(PYTHON, [join(import.meta.dirname, script), ...args]);
}

/** Converts files with one start of LibreOffice, under a profile of its own. */
export function soffice(format, folder, files) {
  const profile = mkdtempSync(join(tmpdir(), 'handover-interop-'));
  try {
    run('soffice', [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      folder,
      ...files,
    ]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
