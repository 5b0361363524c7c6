/** The records of a .zip around its data (APPNOTE 4.3). */

export interface WrittenEntry {
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

/** From here on a field says that the size is in the zip64 record. */
export const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const LOCAL_HEADER_SIZE = 30;

/** Whether the entry's sizes do not fit into its header. */
export function sizesNeed64(entry: WrittenEntry): boolean {
  return entry.compressedSize >= MAX_32 || entry.uncompressedSize >= MAX_32;
}

/** The header before an entry; with `zip64` it has room for 64-bit sizes. */
export function localHeader(entry: WrittenEntry, zip64: boolean): Uint8Array {
  const out = createFields(LOCAL_HEADER_SIZE + entry.name.length + (zip64 ? 20 : 0));
  out.u32(0x04034b50);
  out.u16(zip64 ? VERSION_ZIP64 : VERSION_DEFLATE);
  out.u16(entry.flags);
  out.u16(entry.method);
  out.u32(entry.modified);
  out.u32(entry.crc32);
  out.u32(zip64 ? MAX_32 : entry.compressedSize);
  out.u32(zip64 ? MAX_32 : entry.uncompressedSize);
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

/** The record after an entry whose sizes were not known before it. */
export function dataDescriptor(
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

/** An entry of the central directory. */
export function directoryEntry(entry: WrittenEntry): Uint8Array {
  const wide = [entry.uncompressedSize, entry.compressedSize, entry.offset].filter(
    (value) => value >= MAX_32,
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
  out.u32(Math.min(entry.compressedSize, MAX_32));
  out.u32(Math.min(entry.uncompressedSize, MAX_32));
  out.u16(entry.name.length);
  out.u16(extra);
  out.u16(0);
  out.u16(0);
  out.u16(0);
  out.u32(0);
  out.u32(Math.min(entry.offset, MAX_32));
  out.bytes(entry.name);
  if (extra > 0) {
    out.u16(1);
    out.u16(extra - 4);
    for (const value of wide) out.u64(value);
  }
  return out.done();
}

/** What ends an archive. */
export function directoryEnd(count: number, offset: number, size: number): Uint8Array {
  const zip64 = count >= MAX_16 || offset >= MAX_32 || size >= MAX_32;
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
  out.u16(Math.min(count, MAX_16));
  out.u16(Math.min(count, MAX_16));
  out.u32(Math.min(size, MAX_32));
  out.u32(Math.min(offset, MAX_32));
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
