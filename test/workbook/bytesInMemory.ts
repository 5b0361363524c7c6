/** Files that live in memory. */
import type { ByteSink, ByteSource } from '../../src/workbook/file/bytes';

/** A source over bytes. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

/** A sink that hands the whole file on when it is closed, and nothing before. */
export function sinkTo(onClose: (bytes: Uint8Array) => void): ByteSink {
  let chunks: Uint8Array[] = [];
  return {
    write(chunk) {
      chunks.push(chunk.slice());
      return Promise.resolve();
    },
    close() {
      onClose(new Uint8Array(Buffer.concat(chunks)));
      return Promise.resolve();
    },
    abort() {
      chunks = [];
      return Promise.resolve();
    },
  };
}
