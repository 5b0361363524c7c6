/**
 * A .zip written front to back, without ever seeking: small parts with their sizes in the local
 * header, streamed parts with a data descriptor, untouched parts byte for byte.
 */
import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSink, ByteSource, Compression } from '../bytes';
import { readExactly } from './readExactly';
import type { ZipEntry } from './zipEntry';

export interface ZipWriter {
  /** A small entry, deflated in memory; UTF-8. */
  addText(name: string, text: string): Promise<void>;
  /**
   * A deflated entry of unknown size. `mayPass4GiB` reserves room for 64-bit sizes; without it an
   * entry that grows past 4 GiB fails with `file.tooLarge`.
   */
  addStream(
    name: string,
    chunks: AsyncIterable<Uint8Array>,
    options?: { readonly mayPass4GiB?: boolean },
  ): Promise<void>;
  /** The compressed bytes of `entry` in `source`, as they are. */
  copyEntry(source: ByteSource, entry: ZipEntry): Promise<void>;
  /** Writes the central directory; the sink stays open. */
  finish(): Promise<void>;
}

interface WrittenEntry {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly offset: number;
  /** DOS date (high 16 bits) and time. */
  readonly modified: number;
}

const LIMIT_32 = 0xffffffff;
const LIMIT_16 = 0xffff;
const UTF8_NAME = 0x0800;
const SIZES_FOLLOW = 0x0008;
const DEFLATED = 8;
/** 1980-01-01 00:00: the same input gives the same bytes on any day. */
const NO_TIME = 0x00210000;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const COPY_CHUNK = 1 << 20;
const LOCAL_HEADER_SIZE = 30;

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
    for await (const chunk of compression.deflateRaw(once(content))) {
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
    chunks: AsyncIterable<Uint8Array>,
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
    if (!zip64 && (uncompressedSize > LIMIT_32 || compressedSize > LIMIT_32)) {
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

async function* once(chunk: Uint8Array): AsyncIterable<Uint8Array> {
  if (chunk.length > 0) yield chunk;
}

function nameOf(name: string): { name: Uint8Array; flags: number } {
  const bytes = new TextEncoder().encode(name);
  return { name: bytes, flags: bytes.length === name.length ? 0 : UTF8_NAME };
}

function sizesNeed64(entry: WrittenEntry): boolean {
  return entry.compressedSize >= LIMIT_32 || entry.uncompressedSize >= LIMIT_32;
}

function localHeader(entry: WrittenEntry, zip64: boolean): Uint8Array {
  const out = createFields(LOCAL_HEADER_SIZE + entry.name.length + (zip64 ? 20 : 0));
  out.u32(0x04034b50);
  out.u16(zip64 ? VERSION_ZIP64 : VERSION_DEFLATE);
  out.u16(entry.flags);
  out.u16(entry.method);
  out.u32(entry.modified);
  out.u32(entry.crc32);
  out.u32(zip64 ? LIMIT_32 : entry.compressedSize);
  out.u32(zip64 ? LIMIT_32 : entry.uncompressedSize);
  out.u16(entry.name.length);
  out.u16(zip64 ? 20 : 0);
  out.bytes(entry.name);
  if (zip64) {
    out.u16(1);
    out.u16(16);
    out.u64(entry.uncompressedSize);
    out.u64(entry.compressedSize);
  }
  return out.done();
}

function dataDescriptor(
  crc32: number,
  compressedSize: number,
  uncompressedSize: number,
  zip64: boolean,
): Uint8Array {
  const out = createFields(zip64 ? 24 : 16);
  out.u32(0x08074b50);
  out.u32(crc32);
  const size = zip64 ? out.u64 : out.u32;
  size(compressedSize);
  size(uncompressedSize);
  return out.done();
}

function directoryEntry(entry: WrittenEntry): Uint8Array {
  const wide = [entry.uncompressedSize, entry.compressedSize, entry.offset].filter(
    (value) => value >= LIMIT_32,
  );
  const extra = wide.length > 0 ? 4 + 8 * wide.length : 0;
  const out = createFields(46 + entry.name.length + extra);
  const version = extra > 0 ? VERSION_ZIP64 : VERSION_DEFLATE;
  out.u32(0x02014b50);
  out.u16(version);
  out.u16(version);
  out.u16(entry.flags);
  out.u16(entry.method);
  out.u32(entry.modified);
  out.u32(entry.crc32);
  out.u32(Math.min(entry.compressedSize, LIMIT_32));
  out.u32(Math.min(entry.uncompressedSize, LIMIT_32));
  out.u16(entry.name.length);
  out.u16(extra);
  out.u16(0);
  out.u16(0);
  out.u16(0);
  out.u32(0);
  out.u32(Math.min(entry.offset, LIMIT_32));
  out.bytes(entry.name);
  if (extra > 0) {
    out.u16(1);
    out.u16(extra - 4);
    for (const value of wide) out.u64(value);
  }
  return out.done();
}

function directoryEnd(count: number, offset: number, size: number): Uint8Array {
  const zip64 = count >= LIMIT_16 || offset >= LIMIT_32 || size >= LIMIT_32;
  const out = createFields(22 + (zip64 ? 76 : 0));
  if (zip64) {
    out.u32(0x06064b50);
    out.u64(44);
    out.u16(VERSION_ZIP64);
    out.u16(VERSION_ZIP64);
    out.u32(0);
    out.u32(0);
    out.u64(count);
    out.u64(count);
    out.u64(size);
    out.u64(offset);
    out.u32(0x07064b50);
    out.u32(0);
    out.u64(offset + size);
    out.u32(1);
  }
  out.u32(0x06054b50);
  out.u16(0);
  out.u16(0);
  out.u16(Math.min(count, LIMIT_16));
  out.u16(Math.min(count, LIMIT_16));
  out.u32(Math.min(size, LIMIT_32));
  out.u32(Math.min(offset, LIMIT_32));
  out.u16(0);
  return out.done();
}

/** Little-endian fields, one after the other. */
function createFields(size: number) {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  return {
    u16(value: number): void {
      view.setUint16(at, value, true);
      at += 2;
    },
    u32(value: number): void {
      view.setUint32(at, value, true);
      at += 4;
    },
    u64(value: number): void {
      view.setBigUint64(at, BigInt(value), true);
      at += 8;
    },
    bytes(value: Uint8Array): void {
      bytes.set(value, at);
      at += value.length;
    },
    done: (): Uint8Array => bytes,
  };
}
