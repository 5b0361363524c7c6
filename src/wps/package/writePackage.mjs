/**
 * Makes of `dist/wps/online` all that a bank hands out: `npm run build:wps -- [--url ADDRESS]`.
 * The address, with a slash at its end, is where the contents of `dist/wps` are served; see
 * docs/wps-install.md for what each file is for.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sevenZip } from './sevenZip.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const NAME = 'handover-analyst';
/** Templates in which `{{…}}` is filled in. */
const TEMPLATES = ['publish.html', 'jsplugins.xml', 'publish.xml', 'install.sh', 'install.ps1'];

/** Without it Windows PowerShell takes the Chinese of a script for another encoding. */
const MARK = '\uFEFF';

const usage = 'npm run build:wps -- [--url http://HOST/PATH/]';

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});

async function main() {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, folder: { type: 'string' } },
  });
  const url = checkedUrl(values.url ?? 'http://127.0.0.1:8080/handover/');
  const dist = path.resolve(values.folder ?? path.join(HERE, '../../../dist/wps'));
  const { version } = JSON.parse(await readFile(path.join(HERE, '../../../package.json'), 'utf8'));
  const folder = `${NAME}_${version}`;
  const offline = path.join(dist, 'offline');
  await rm(offline, { recursive: true, force: true });
  await mkdir(offline, { recursive: true });
  await cp(path.join(dist, 'online'), path.join(offline, folder), { recursive: true });
  const files = await readFiles(path.join(offline, folder), folder);
  await writeFile(path.join(offline, `${NAME}.7z`), sevenZip(files));
  for (const template of TEMPLATES) {
    const text = await readFile(path.join(HERE, template), 'utf8');
    const filled = fill(text, { url, version, name: NAME, folder });
    await writeFile(path.join(dist, template), template.endsWith('.ps1') ? MARK + filled : filled);
  }
  console.log(`${dist} → ${url}`);
}

/** WPS appends names to the address: it must end with a slash, and a query would be in the way. */
function checkedUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
  if (!isWeb || !url.href.endsWith('/') || url.search !== '' || url.hash !== '') {
    throw new Error(`--url: http://…/ or https://…/ (${text})\n${usage}`);
  }
  return url.href;
}

function fill(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (all, key) => values[key] ?? all);
}

async function readFiles(folder, name) {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.map(async (entry) => {
    const at = path.join(folder, entry.name);
    const inside = `${name}/${entry.name}`;
    if (entry.isDirectory()) return readFiles(at, inside);
    return [{ name: inside, bytes: await readFile(at) }];
  });
  return (await Promise.all(files)).flat();
}
