import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeByteSink } from '../../../src/workbook/file/nodeByteSink';

const onWindows = process.platform === 'win32';

describe('an output file', () => {
  let folder = '';
  let input = '';
  let output = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'handover-'));
    input = join(folder, 'in.xlsx');
    output = join(folder, 'out.xlsx');
    writeFileSync(input, 'input');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('appears whole when it is closed, not before', async () => {
    const sink = await nodeByteSink(output, [input]);
    await sink.write(Buffer.from('a'));
    await sink.write(Buffer.alloc(600_000, 'b'));
    await sink.write(Buffer.from('c'));
    expect(existsSync(output)).toBe(false);
    await sink.close();
    expect(readFileSync(output, 'utf8')).toBe(`a${'b'.repeat(600_000)}c`);
    expect(readdirSync(folder).sort()).toEqual(['in.xlsx', 'out.xlsx']);
  });

  test('does not keep a chunk that the writer goes on using', async () => {
    const sink = await nodeByteSink(output, []);
    const chunk = Buffer.from('first');
    await sink.write(chunk);
    chunk.fill('x');
    await sink.close();
    expect(readFileSync(output, 'utf8')).toBe('first');
  });

  (onWindows ? test.skip : test)('is readable by no one else while it is written', async () => {
    writeFileSync(join(folder, 'ordinary'), '');
    const sink = await nodeByteSink(output, []);
    const temporary = readdirSync(folder).find((name) => name.endsWith('.tmp')) ?? '';
    expect(statSync(join(folder, temporary)).mode & 0o777).toBe(0o600);
    await sink.close();
    expect(statSync(output).mode & 0o777).toBe(statSync(join(folder, 'ordinary')).mode & 0o777);
  });

  (onWindows ? test.skip : test)('keeps the permissions of the file it replaces', async () => {
    writeFileSync(output, 'old');
    chmodSync(output, 0o640);
    const sink = await nodeByteSink(output, []);
    await sink.close();
    expect(statSync(output).mode & 0o777).toBe(0o640);
  });

  test('leaves nothing behind when it is aborted, however often', async () => {
    writeFileSync(output, 'old');
    const sink = await nodeByteSink(output, [input]);
    await sink.write(Buffer.from('half'));
    await sink.abort();
    await sink.abort();
    expect(readdirSync(folder).sort()).toEqual(['in.xlsx', 'out.xlsx']);
    expect(readFileSync(output, 'utf8')).toBe('old');
    await expect(sink.write(Buffer.alloc(1 << 19))).rejects.toMatchObject({
      code: 'file.writeFailed',
    });
  });

  test('stays when abort follows close', async () => {
    const sink = await nodeByteSink(output, [input]);
    await sink.close();
    await sink.abort();
    expect(existsSync(output)).toBe(true);
  });

  test('is never an input: same path, a link to it, or another name of it', async () => {
    const symlink = join(folder, 'symlink.xlsx');
    const hardlink = join(folder, 'hardlink.xlsx');
    symlinkSync(input, symlink);
    linkSync(input, hardlink);
    for (const path of [input, join(folder, '.', 'in.xlsx'), symlink, hardlink]) {
      await expect(nodeByteSink(path, [input])).rejects.toMatchObject({
        code: 'file.wouldOverwriteInput',
      });
    }
    expect(readFileSync(input, 'utf8')).toBe('input');
  });

  test('is not renamed over an input that took its name meanwhile', async () => {
    const sink = await nodeByteSink(output, [input]);
    linkSync(input, output);
    await expect(sink.close()).rejects.toMatchObject({ code: 'file.wouldOverwriteInput' });
    await sink.abort();
    expect(readdirSync(folder).sort()).toEqual(['in.xlsx', 'out.xlsx']);
  });

  test('goes through a link to the file that it names', async () => {
    const target = join(folder, 'target.xlsx');
    writeFileSync(target, 'old');
    symlinkSync(target, output);
    const sink = await nodeByteSink(output, [input]);
    await sink.write(Buffer.from('new'));
    await sink.close();
    expect(readFileSync(target, 'utf8')).toBe('new');
  });

  test('cannot be a folder, and its folder must be there', async () => {
    mkdirSync(output);
    await expect(nodeByteSink(output, [])).rejects.toMatchObject({ code: 'file.directory' });
    await expect(nodeByteSink(join(folder, 'no', 'out.xlsx'), [])).rejects.toMatchObject({
      code: 'file.notFound',
    });
  });

  (existsSync('/dev/full') ? test : test.skip)('is never a device', async () => {
    await expect(nodeByteSink('/dev/full', [])).rejects.toMatchObject({
      code: 'file.writeFailed',
    });
    expect(existsSync('/dev/full')).toBe(true);
  });
});
