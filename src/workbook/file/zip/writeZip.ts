/**
 * A .zip written front to back, without ever seeking: small parts with their sizes in the local
 * header, streamed parts with a data descriptor, untouched parts byte for byte.
 */
import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSink, ByteSource, Compression } from '../bytes';
import { readExactly } from './readExactly';
import type { ZipEntry } from './zipEntry';
import {
  dataDescriptor,
  directoryEnd,
  directoryEntry,
  localHeader,
  MAX_32,
  sizesNeed64,
  type WrittenEntry,
} from './zipRecords';

/** Pieces of an entry, whether they are there already or come one by one. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface ZipWriter {
  /** A small entry, deflated in memory; UTF-8. */
  addText(name: string, text: string): Promise<void>;
  /**
   * A deflated entry of unknown size. `mayPass4GiB` reserves room for 64-bit sizes; without it an
   * entry that grows past 4 GiB fails with `file.tooLarge`.
   */
  addStream(
    name: string,
    chunks: Chunks,
    options?: { readonly mayPass4GiB?: boolean },
  ): Promise<void>;
  /** The compressed bytes of `entry` in `source`, as they are. */
  copyEntry(source: ByteSource, entry: ZipEntry): Promise<void>;
  /** Writes the central directory; the sink stays open. */
  finish(): Promise<void>;
}

const UTF8_NAME = 0x0800;
const SIZES_FOLLOW = 0x0008;
const DEFLATED = 8;
/** 1980-01-01 00:00: the same input gives the same bytes on any day. */
const NO_TIME = 0x00210000;
const COPY_CHUNK = 1 << 20;

/**
 * A writer of .zip entries onto `sink`, in the order of the calls; calls must not overlap. The
 * output depends on nothing but the input: no clock, no platform.
 * @throws WorkbookFailure `file.damaged` for a copied entry that its source does not hold.
 */
export function createZipWriter(sink: ByteSink, compression: Compression): ZipWriter {
  const entries: WrittenEntry[] = [];
  let position = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    position += bytes.length;
    await sink.write(bytes);
  }

  async function addText(name: string, text: string): Promise<void> {
    const content = new TextEncoder().encode(text);
    const deflated: Uint8Array[] = [];
    let compressedSize = 0;
    for await (const chunk of compression.deflateRaw(inTurn([content]))) {
      deflated.push(chunk);
      compressedSize += chunk.length;
    }
    const entry = {
      ...nameOf(name),
      method: DEFLATED,
      crc32: compression.crc32(content, 0),
      compressedSize,
      uncompressedSize: content.length,
      offset: position,
      modified: NO_TIME,
    };
    await put(localHeader(entry, false));
    for (const chunk of deflated) await put(chunk);
    entries.push(entry);
  }

  async function addStream(
    name: string,
    chunks: Chunks,
    options: { readonly mayPass4GiB?: boolean } = {},
  ): Promise<void> {
    const zip64 = options.mayPass4GiB ?? false;
    const offset = position;
    const { name: nameBytes, flags: nameFlags } = nameOf(name);
    const flags = nameFlags | SIZES_FOLLOW;
    const known = { name: nameBytes, flags, method: DEFLATED, offset, modified: NO_TIME };
    const unknown = { crc32: 0, compressedSize: 0, uncompressedSize: 0 };
    await put(localHeader({ ...known, ...unknown }, zip64));

    let crc32 = 0;
    let uncompressedSize = 0;
    async function* counted(): AsyncIterable<Uint8Array> {
      for await (const chunk of chunks) {
        crc32 = compression.crc32(chunk, crc32);
        uncompressedSize += chunk.length;
        yield chunk;
      }
    }
    let compressedSize = 0;
    for await (const chunk of compression.deflateRaw(counted())) {
      compressedSize += chunk.length;
      await put(chunk);
    }
    if (!zip64 && (uncompressedSize > MAX_32 || compressedSize > MAX_32)) {
      throw new WorkbookFailure('file.tooLarge', { part: name });
    }
    await put(dataDescriptor(crc32, compressedSize, uncompressedSize, zip64));
    entries.push({ ...known, crc32, compressedSize, uncompressedSize });
  }

  async function copyEntry(source: ByteSource, copied: ZipEntry): Promise<void> {
    const { method, crc32, compressedSize, uncompressedSize, modified } = copied;
    const sizes = { method, crc32, compressedSize, uncompressedSize, modified };
    const entry = { ...nameOf(copied.name), ...sizes, offset: position };
    await put(localHeader(entry, sizesNeed64(entry)));
    for (let done = 0; done < compressedSize; done += COPY_CHUNK) {
      const length = Math.min(COPY_CHUNK, compressedSize - done);
      await put(await readExactly(source, copied.dataOffset + done, length));
    }
    entries.push(entry);
  }

  async function finish(): Promise<void> {
    const directoryOffset = position;
    for (const entry of entries) await put(directoryEntry(entry));
    await put(directoryEnd(entries.length, directoryOffset, position - directoryOffset));
  }

  return { addText, addStream, copyEntry, finish };
}

async function* inTurn(chunks: Chunks): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) yield chunk;
}

function nameOf(name: string): { name: Uint8Array; flags: number } {
  const bytes = new TextEncoder().encode(name);
  return { name: bytes, flags: bytes.length === name.length ? 0 : UTF8_NAME };
}
