/**
 * Engines that WPS is or was built on. The old ones come in packages of the npm registry, each checked
 * against its known sum and unpacked once under `HANDOVER_ENGINES` (else a folder of the user's cache).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const run = promisify(execFile);
const unpackBrotli = promisify(brotliDecompress);

const CACHE =
  process.env.HANDOVER_ENGINES ?? path.join(os.homedir(), '.cache/handover-analyst/engines');
/** Libraries that the browsers need and a bare Debian lacks; those of this package serve all. */
const LIBRARIES = 'aws.tar.br';
const LIBRARY_ENGINE = '83';

const PACKAGES = {
  69: {
    spec: 'chrome-aws-lambda@1.6.3',
    integrity:
      'sha512-K22/X+AqpSFPmBxuIOHhmzH4Id7Od9GpKvEksuaV7fy+WLvS/TYlwpc4I4B36Wz9u/NmvL9wKsQ1TT9cMhdYhg==',
  },
  79: {
    spec: 'chrome-aws-lambda@2.0.2',
    integrity:
      'sha512-Aqgq5F93eJARkO+O/wD+2bCCFOVQNfA329sdPNl8ib0gsRjS00bAgTc9f5Mvto7H7yDuBcy0V3xJQZwMvmILUg==',
  },
  83: {
    spec: 'chrome-aws-lambda@3.1.1',
    integrity:
      'sha512-ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
  },
  103: {
    spec: '@sparticuz/chromium@103.0.0',
    integrity:
      'sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==',
  },
};

/** Chromium of the system. */
const TODAY = { file: process.env.CHROMIUM ?? '/usr/bin/chromium', options: [] };
/** These were built for places without a sandbox and with one process. */
const OLD_OPTIONS = ['--single-process', '--no-zygote'];

export const ENGINES = [...Object.keys(PACKAGES), 'today'];

/** The browser's file, what it is started with and where its libraries are. */
export async function findEngine(name) {
  if (name === 'today') return TODAY;
  if (!(name in PACKAGES)) throw new Error(`Engines: ${ENGINES.join(', ')}`);
  const [folder, libraryFolder] = [await install(name), await install(LIBRARY_ENGINE)];
  return {
    file: path.join(folder, 'chromium'),
    options: OLD_OPTIONS,
    libraries: path.join(libraryFolder, 'lib'),
  };
}

async function install(name) {
  const folder = path.join(CACHE, name);
  if (await exists(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(path.join(CACHE, 'unpacking-'));
  try {
    await unpack(PACKAGES[name], work);
    await rename(path.join(work, 'done'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function unpack({ spec, integrity }, work) {
  const { stdout } = await run('npm', ['pack', spec, '--silent', '--pack-destination', work]);
  const archive = path.join(work, path.basename(stdout.trim()));
  const sum = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${sum}` !== integrity) throw new Error(`${spec} is not what it was`);
  await run('tar', ['xzf', archive, '-C', work, 'package/bin']);
  const bin = path.join(work, 'package/bin');
  const done = path.join(work, 'done');
  await mkdir(done);
  const names = await readdir(bin);
  const browser = names.find((file) => file.startsWith('chromium'));
  await unpackTo(path.join(bin, browser), path.join(done, 'chromium'));
  await chmod(path.join(done, 'chromium'), 0o755);
  if (!names.includes(LIBRARIES)) return;
  await unpackTo(path.join(bin, LIBRARIES), path.join(work, 'libraries.tar'));
  await run('tar', ['xf', path.join(work, 'libraries.tar'), '-C', done]);
}

async function unpackTo(from, to) {
  await writeFile(to, await unpackBrotli(await readFile(from)));
}

async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
