import { inflateRawSync } from 'node:zlib';
import type { ByteSink, ByteSource } from '../../../../src/workbook/file/bytes';
import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import { createZipWriter } from '../../../../src/workbook/file/zip/writeZip';

export const compression = createNodeCompression();

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

export interface MemorySink extends ByteSink {
  bytes(): Uint8Array;
  readonly state: { closed: boolean; aborted: boolean };
}

export function memorySink(): MemorySink {
  const chunks: Uint8Array[] = [];
  const state = { closed: false, aborted: false };
  return {
    state,
    write: (chunk) => {
      chunks.push(chunk.slice());
      return Promise.resolve();
    },
    close: () => {
      state.closed = true;
      return Promise.resolve();
    },
    abort: () => {
      state.aborted = true;
      return Promise.resolve();
    },
    bytes: () => Buffer.concat(chunks),
  };
}

export type PartContent = string | Uint8Array;

/** A zip of the parts, in their order. */
export async function zipOf(parts: ReadonlyMap<string, PartContent>): Promise<Uint8Array> {
  const sink = memorySink();
  const zip = createZipWriter(sink, compression);
  for (const [name, content] of parts) {
    if (typeof content === 'string') await zip.addText(name, content);
    else await zip.addStream(name, once(content));
  }
  await zip.finish();
  return sink.bytes();
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** An entry of a zip, read from its central directory independently of the code under test. */
export interface ReadEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly compressed: Buffer;
  readonly text: string;
  readonly content: Buffer;
}

/** All entries by name, in the order of the directory. */
export function unzip(bytes: Uint8Array): Map<string, ReadEntry> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = new Map<string, ReadEntry>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const compressed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const method = zip.readUInt16LE(at + 10);
    const content = method === 0 ? compressed : inflateRawSync(compressed);
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const flags = zip.readUInt16LE(at + 8);
    entries.set(name, { name, method, flags, compressed, content, text: content.toString() });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
