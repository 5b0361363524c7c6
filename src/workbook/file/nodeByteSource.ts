import { type FileHandle, open, stat } from 'node:fs/promises';
import { WorkbookFailure, type WorkbookFailureCode } from '../workbookFailure';
import type { ByteSource } from './bytes';

/** A file open for reading. */
export interface NodeByteSource extends ByteSource {
  close(): Promise<void>;
}

const CODES: Readonly<Record<string, WorkbookFailureCode>> = {
  ENOENT: 'file.notFound',
  ENOTDIR: 'file.notFound',
  ENAMETOOLONG: 'file.notFound',
  EISDIR: 'file.directory',
};

/**
 * The bytes of the file at `path`, read where they are asked for. Close it when done.
 * @throws WorkbookFailure `file.notFound`, `file.directory`, `file.empty`, `file.unreadable`
 * (no permission, no regular file, a failing disk), each with the `path`.
 */
export async function openNodeByteSource(path: string): Promise<NodeByteSource> {
  // Looked at before it is opened: opening a pipe would wait for its writer.
  const facts = await translated(path, () => stat(path));
  if (facts.isDirectory()) throw new WorkbookFailure('file.directory', { path });
  if (!facts.isFile()) throw new WorkbookFailure('file.unreadable', { path });
  if (facts.size === 0) throw new WorkbookFailure('file.empty', { path });
  const handle = await translated(path, () => open(path, 'r'));
  return {
    size: facts.size,
    read: (offset, length) => translated(path, () => readAt(handle, offset, length)),
    close: () => handle.close(),
  };
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done === length ? bytes : bytes.subarray(0, done);
}

async function translated<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new WorkbookFailure(CODES[code] ?? 'file.unreadable', { path }, { cause });
  }
}
