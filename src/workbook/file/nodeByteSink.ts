/** An output file of Node: nothing is visible at its path before it is whole. */
import { randomBytes } from 'node:crypto';
import { rmSync, type BigIntStats } from 'node:fs';
import { chmod, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { WorkbookFailure } from '../workbookFailure';
import type { ByteSink } from './bytes';

/** Deflate hands out small pieces; a system call for each would be felt at 100 MB. */
const GATHER = 1 << 18;

/**
 * A sink that becomes the file `path` when it is closed. The bytes go to a new file beside it that
 * no other user can read or guess; closing makes them durable and renames. An existing file keeps
 * its permissions.
 * @param inputs paths of the files that are read: none of them is ever replaced.
 * @throws WorkbookFailure `file.wouldOverwriteInput`, `file.directory`, `file.notFound` (the
 *   folder), `file.diskFull`, `file.writeFailed`.
 */
export async function nodeByteSink(path: string, inputs: readonly string[]): Promise<ByteSink> {
  const destination = await resolveDestination(path, inputs);
  const temporary = join(dirname(destination), `.handover-${randomBytes(12).toString('hex')}.tmp`);
  let handle: FileHandle | undefined = await translated(path, () => open(temporary, 'wx', 0o600));
  let present = true;

  // A crash or process.exit must not leave customer data lying about.
  const removeAtExit = (): void => {
    rmSync(temporary, { force: true });
  };
  process.once('exit', removeAtExit);

  const gathered = new Uint8Array(GATHER);
  let gatheredLength = 0;

  async function flush(): Promise<void> {
    const length = gatheredLength;
    gatheredLength = 0;
    await writeAll(gathered.subarray(0, length));
  }

  async function writeAll(bytes: Uint8Array): Promise<void> {
    if (handle === undefined) throw new Error('The sink is closed.');
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
      done += bytesWritten;
    }
  }

  async function closeHandle(): Promise<void> {
    const open = handle;
    handle = undefined;
    await open?.close();
  }

  async function write(chunk: Uint8Array): Promise<void> {
    await translated(path, async () => {
      if (gatheredLength + chunk.length > GATHER) await flush();
      if (chunk.length >= GATHER) return writeAll(chunk);
      gathered.set(chunk, gatheredLength);
      gatheredLength += chunk.length;
    });
  }

  async function close(): Promise<void> {
    await translated(path, async () => {
      await flush();
      await handle?.sync();
      await closeHandle();
      const replaced = await statOf(destination);
      await refuseInput(replaced, inputs, path);
      const mode = replaced === undefined ? defaultMode() : Number(replaced.mode) & 0o777;
      await chmod(temporary, mode);
      await rename(temporary, destination);
      present = false;
      process.off('exit', removeAtExit);
      await syncFolder(dirname(destination));
    });
  }

  async function abort(): Promise<void> {
    try {
      await closeHandle();
    } catch {
      // The file is removed all the same.
    }
    if (!present) return;
    await rm(temporary, { force: true });
    present = false;
    process.off('exit', removeAtExit);
  }

  return { write, close, abort };
}

/** What the user wants new files to be. */
function defaultMode(): number {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way; no other thread
  return 0o666 & ~process.umask();
}

/** The path that is renamed to: links are followed, only regular files are replaced. */
async function resolveDestination(path: string, inputs: readonly string[]): Promise<string> {
  const existing = await statOf(path);
  if (existing?.isDirectory()) throw new WorkbookFailure('file.directory', { path });
  await refuseInput(existing, inputs, path);
  if (existing !== undefined && !existing.isFile()) {
    throw new WorkbookFailure('file.writeFailed', { path });
  }
  const folder = dirname(resolve(path));
  if ((await statOf(folder)) === undefined) {
    throw new WorkbookFailure('file.notFound', { path: folder });
  }
  return translated(path, async () =>
    existing === undefined
      ? join(await realpath(folder), basename(resolve(path)))
      : await realpath(path),
  );
}

async function refuseInput(
  existing: BigIntStats | undefined,
  inputs: readonly string[],
  path: string,
): Promise<void> {
  if (existing === undefined) return;
  for (const input of inputs) {
    const source = await statOf(input);
    if (source?.ino === existing.ino && source.dev === existing.dev) {
      throw new WorkbookFailure('file.wouldOverwriteInput', { path });
    }
  }
}

/** Exact: an inode of NTFS does not fit into a number. */
async function statOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new WorkbookFailure('file.writeFailed', { path, reason: code }, { cause });
  }
}

/** After a rename only a sync of the folder makes the new name durable; not all systems can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network drives cannot sync a folder; the file itself is synced.
  }
}

async function translated<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof WorkbookFailure) throw cause;
    const code = codeOf(cause);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new WorkbookFailure('file.diskFull', { path }, { cause });
    }
    throw new WorkbookFailure('file.writeFailed', { path, reason: code }, { cause });
  }
}

function codeOf(cause: unknown): string {
  // Not by instanceof: an error of Node may come from another realm.
  return typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string'
    ? cause.code
    : 'unknown';
}
