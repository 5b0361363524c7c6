import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeByteSource } from '../../../src/workbook/file/nodeByteSource';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-'));
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(folder, 'full'), '0123456789');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('reads where it is asked to, and less only at the end', async () => {
  const source = await openNodeByteSource(join(folder, 'full'));
  const text = async (offset: number, length: number): Promise<string> =>
    Buffer.from(await source.read(offset, length)).toString();
  expect(source.size).toBe(10);
  expect(await Promise.all([text(0, 3), text(8, 5), text(10, 1), text(2, 0)])).toEqual([
    '012',
    '89',
    '',
    '',
  ]);
  await source.close();
});

it.each([
  ['missing', 'file.notFound'],
  ['full/below', 'file.notFound'],
  ['x'.repeat(5000), 'file.notFound'],
  ['.', 'file.directory'],
  ['empty', 'file.empty'],
])('refuses %.20s: %s', async (name, code) => {
  const path = join(folder, name);
  await expect(openNodeByteSource(path)).rejects.toMatchObject({
    name: 'WorkbookFailure',
    code,
    facts: { path },
  });
});

it('refuses what is no file: file.unreadable', async () => {
  if (process.platform === 'win32') return;
  await expect(openNodeByteSource('/dev/null')).rejects.toMatchObject({ code: 'file.unreadable' });
});

it('says that reading failed: file.unreadable', async () => {
  const source = await openNodeByteSource(join(folder, 'full'));
  await source.close();
  await expect(source.read(0, 1)).rejects.toMatchObject({ code: 'file.unreadable' });
});
