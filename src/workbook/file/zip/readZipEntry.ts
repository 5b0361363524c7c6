import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource, Compression } from '../bytes';
import type { ZipEntry } from './zipEntry';
import { MAX_RATIO, MAX_STREAMED_BYTES, MAX_WHOLE_BYTES, RATIO_FREE_BYTES } from './zipLimits';

export interface EntryOptions {
  /** Told how many compressed bytes were read since the last call. */
  readonly onCompressedBytes?: (count: number) => void;
  /** Largest inflated size taken, in bytes. */
  readonly limit?: number;
}

const ENCRYPTED_FLAG = 0x01;
const STORED = 0;
const DEFLATED = 8;
const READ_BYTES = 512 * 1024;

/**
 * The contents of an entry, inflated, in chunks that are not reused. CRC and size are checked when
 * the last chunk has been taken.
 * @throws WorkbookFailure `file.damaged`, `file.encrypted`, `file.tooLarge`.
 */
export async function* readZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  compression: Compression,
  options: EntryOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  checkReadable(entry, options.limit ?? MAX_STREAMED_BYTES);
  const raw = readRaw(source, entry, options.onCompressedBytes);
  const chunks = entry.method === STORED ? raw : inflate(raw, entry, compression);
  let size = 0;
  let crc = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > entry.uncompressedSize) break;
    crc = compression.crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.uncompressedSize || crc !== entry.crc32) {
    throw new WorkbookFailure('file.damaged', { part: entry.name, reason: 'checksum' });
  }
}

/**
 * The contents of an entry in one array.
 * @throws WorkbookFailure as {@link readZipEntry}.
 */
export async function readWholeZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  compression: Compression,
  options: EntryOptions = {},
): Promise<Uint8Array> {
  const limit = options.limit ?? MAX_WHOLE_BYTES;
  checkReadable(entry, limit);
  const whole = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  for await (const chunk of readZipEntry(source, entry, compression, { ...options, limit })) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function checkReadable(entry: ZipEntry, limit: number): void {
  const part = entry.name;
  if (entry.flags & ENCRYPTED_FLAG) throw new WorkbookFailure('file.encrypted', { part });
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new WorkbookFailure('file.damaged', { part, reason: `method ${String(entry.method)}` });
  }
  if (entry.method === STORED && entry.compressedSize !== entry.uncompressedSize) {
    throw new WorkbookFailure('file.damaged', { part, reason: 'stored size' });
  }
  const bytes = entry.uncompressedSize;
  if (bytes > limit) throw new WorkbookFailure('file.tooLarge', { part, bytes, limit });
  if (bytes > RATIO_FREE_BYTES && bytes > entry.compressedSize * MAX_RATIO) {
    const ratio = Math.round(bytes / Math.max(1, entry.compressedSize));
    throw new WorkbookFailure('file.tooLarge', { part, bytes, ratio, limit: MAX_RATIO });
  }
}

async function* readRaw(
  source: ByteSource,
  entry: ZipEntry,
  onCompressedBytes: ((count: number) => void) | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let done = 0; done < entry.compressedSize;) {
    const wanted = Math.min(READ_BYTES, entry.compressedSize - done);
    const chunk = await source.read(entry.dataOffset + done, wanted);
    if (chunk.length !== wanted) {
      throw new WorkbookFailure('file.damaged', { part: entry.name, reason: 'truncated' });
    }
    done += wanted;
    onCompressedBytes?.(wanted);
    yield chunk;
  }
}

/** What the platform's inflate throws is damage; what the source throws passes through. */
async function* inflate(
  raw: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  compression: Compression,
): AsyncGenerator<Uint8Array, void, undefined> {
  let sourceError: { cause: unknown } | undefined;
  async function* guarded(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* raw;
    } catch (cause) {
      sourceError = { cause };
      throw cause;
    }
  }
  try {
    yield* compression.inflateRaw(guarded());
  } catch (cause) {
    if (sourceError) throw sourceError.cause;
    throw new WorkbookFailure('file.damaged', { part: entry.name, reason: 'deflate' }, { cause });
  }
}
