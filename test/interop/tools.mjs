import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's Python has Debian's openpyxl, whatever other Python stands in the path. */
const PYTHON = '/usr/bin/python3';
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Ends the run where the programs are not there and apt cannot install them: nothing would be proved. */
export function requireTools() {
  if (areThere()) return;
  const script = join(import.meta.dirname, 'install.sh');
  const { stderr } = spawnSync('bash', [script], { encoding: 'utf8' });
  if (areThere()) return;
  console.error('LibreOffice Calc, poppler or openpyxl is missing and could not be installed.');
  console.error('Install libreoffice-calc, poppler-utils, fonts-noto-cjk and python3-openpyxl.');
  if (stderr) console.error(stderr.trim());
  process.exit(1);
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
