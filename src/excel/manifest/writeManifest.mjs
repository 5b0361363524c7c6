/**
 * Writes a bank's own manifest: `npm run manifest -- --base-url https://HOST/PATH [--out FILE]`.
 * The address is where the contents of `dist/excel` are served.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { validateManifest } from './validateManifest.mjs';

const DEVELOPMENT_URL = 'https://localhost:3000';
const SOURCE = new URL('../../../manifest.xml', import.meta.url);

const usage = 'npm run manifest -- --base-url https://HOST/PATH [--out FILE]';

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});

async function main() {
  const { values } = parseArgs({
    options: { 'base-url': { type: 'string' }, out: { type: 'string' } },
  });
  const baseUrl = checkedUrl(values['base-url']);
  const out = path.resolve(values.out ?? 'dist/excel/manifest.xml');
  const source = await readFile(SOURCE, 'utf8');
  const xml = source.replaceAll(DEVELOPMENT_URL, () => escapeAttribute(baseUrl));
  const problems = await validateManifest(xml);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, xml);
  console.log(`${out} → ${baseUrl}`);
}

/** Office takes https alone; a query or a fragment would end up inside other addresses. */
function checkedUrl(text) {
  if (text === undefined) throw new Error(usage);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') throw new Error(`--base-url: https://… (${text})\n${usage}`);
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Error(`--base-url: no ?, # or user name (${text})`);
  }
  return url.href.replace(/\/+$/, '');
}

function escapeAttribute(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
