import { crc32 as nodeCrc32, deflateRawSync } from 'node:zlib';

/** How one entry is written; what is left out is written as zip programs do. */
export interface BuiltEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Sizes and CRC after the data: `long` with 64-bit sizes, `bare` without signature. */
  readonly descriptor?: 'short' | 'long' | 'bare';
  /** Sizes and offset in zip64 extra fields. */
  readonly zip64?: boolean;
  /** Replace what the headers state. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly uncompressedSize?: number;
}

export interface ZipOptions {
  /** Bytes before the archive; `offsetsFromPrefix` counts offsets from the archive's start. */
  readonly prefix?: Uint8Array;
  readonly offsetsFromPrefix?: boolean;
  readonly comment?: string;
  /** A zip64 end record. */
  readonly zip64?: boolean;
}

/** The bytes of a zip archive. */
export function buildZip(entries: readonly BuiltEntry[], options: ZipOptions = {}): Uint8Array {
  const prefix = options.prefix ?? new Uint8Array(0);
  const parts: Uint8Array[] = [prefix];
  let at = prefix.length;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  const base = options.offsetsFromPrefix ? prefix.length : 0;
  const central: Buffer[] = [];
  for (const entry of entries) {
    const offset = at - base;
    const data = Buffer.from(entry.data as string);
    const raw = entry.stored ? data : deflateRawSync(data);
    const facts: Facts = {
      name: Buffer.from(entry.name),
      method: entry.method ?? (entry.stored ? 0 : 8),
      flags: (entry.flags ?? 0x800) | (entry.descriptor ? 8 : 0),
      crc: entry.crc ?? nodeCrc32(data),
      compressed: raw.length,
      uncompressed: entry.uncompressedSize ?? data.length,
      offset,
      zip64: entry.zip64 ?? false,
    };
    put(localHeader(facts, entry.descriptor !== undefined));
    put(raw);
    if (entry.descriptor) put(descriptor(facts, entry.descriptor));
    central.push(centralHeader(facts));
  }
  const directoryOffset = at - base;
  central.forEach(put);
  const directorySize = at - base - directoryOffset;
  if (options.zip64) {
    const recordOffset = at - base;
    put(zip64End(entries.length, directorySize, directoryOffset));
    put(zip64Locator(recordOffset));
  }
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 8);
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 10);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : directorySize, 12);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : directoryOffset, 16);
  end.writeUInt16LE(comment.length, 20);
  put(end);
  put(comment);
  return new Uint8Array(Buffer.concat(parts));
}

interface Facts {
  readonly name: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly compressed: number;
  readonly uncompressed: number;
  readonly offset: number;
  readonly zip64: boolean;
}

function localHeader(facts: Facts, deferred: boolean): Buffer {
  const extra = Buffer.from([0x99, 0x99, 2, 0, 1, 2]);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(facts.flags, 6);
  header.writeUInt16LE(facts.method, 8);
  header.writeUInt32LE(deferred ? 0 : facts.crc, 14);
  header.writeUInt32LE(deferred ? 0 : facts.compressed, 18);
  header.writeUInt32LE(deferred ? 0 : facts.uncompressed, 22);
  header.writeUInt16LE(facts.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, facts.name, extra]);
}

function descriptor(facts: Facts, kind: 'short' | 'long' | 'bare'): Buffer {
  const bytes = Buffer.alloc(24);
  let at = kind === 'bare' ? 0 : bytes.writeUInt32LE(0x08074b50, 0);
  at = bytes.writeUInt32LE(facts.crc, at);
  if (kind === 'long') {
    at = bytes.writeBigUInt64LE(BigInt(facts.compressed), at);
    at = bytes.writeBigUInt64LE(BigInt(facts.uncompressed), at);
  } else {
    at = bytes.writeUInt32LE(facts.compressed, at);
    at = bytes.writeUInt32LE(facts.uncompressed, at);
  }
  return bytes.subarray(0, at);
}

function centralHeader(facts: Facts): Buffer {
  const extra = Buffer.alloc(facts.zip64 ? 28 : 0);
  if (facts.zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(facts.uncompressed), 4);
    extra.writeBigUInt64LE(BigInt(facts.compressed), 12);
    extra.writeBigUInt64LE(BigInt(facts.offset), 20);
  }
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(facts.flags, 8);
  header.writeUInt16LE(facts.method, 10);
  header.writeUInt32LE(0x5a211234, 12);
  header.writeUInt32LE(facts.crc, 16);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : facts.compressed, 20);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : facts.uncompressed, 24);
  header.writeUInt16LE(facts.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : facts.offset, 42);
  return Buffer.concat([header, facts.name, extra]);
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  return record;
}

function zip64Locator(offset: number): Buffer {
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset), 8);
  locator.writeUInt32LE(1, 16);
  return locator;
}
