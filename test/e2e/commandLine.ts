import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeCompression } from '../../src/workbook/file/nodeCompression';
import { readZipDirectory } from '../../src/workbook/file/zip/readZip';
import { readWholeZipEntry } from '../../src/workbook/file/zip/readZipEntry';
import { sourceOf } from '../workbook/bytesInMemory';
import type { DroppedFile } from './workbenchActions';

const CLI = join(__dirname, '../../dist/cli/handover.js');

/** What the command line writes for the same files. */
export async function analyzeByCommandLine(
  files: readonly DroppedFile[],
  language: 'zh-CN' | 'en',
  more: readonly string[] = [],
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-e2e-'));
  try {
    const inputs = files.map(({ name }) => join(folder, name));
    for (const [index, { bytes }] of files.entries()) await writeFile(inputs[index] ?? '', bytes);
    const out = join(folder, 'written.xlsx');
    const options = ['--out', out, '--no-report', '--lang', language, '--quiet', ...more];
    const run = spawnSync(process.execPath, [CLI, 'analyze', ...inputs, ...options], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return new Uint8Array(await readFile(out));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The parts of an .xlsx by name, each as text. */
export async function partsOf(xlsx: Uint8Array): Promise<Record<string, string>> {
  const source = sourceOf(xlsx);
  const { entries } = await readZipDirectory(source);
  const compression = createNodeCompression();
  const parts: Record<string, string> = {};
  for (const entry of entries) {
    const bytes = await readWholeZipEntry(source, entry, compression);
    parts[entry.name] = Buffer.from(bytes).toString('utf8');
  }
  return parts;
}
