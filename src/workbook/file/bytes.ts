/** Random access to the bytes of a file, whatever holds it (a descriptor, a Blob, a buffer). */
export interface ByteSource {
  readonly size: number;
  /** `length` bytes from `offset`; fewer only at the end of the file. The result is not reused. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Where an output file goes. Nothing is visible at the destination before `close` resolves. */
export interface ByteSink {
  /** Resolves when the sink is ready for more; `chunk` is not kept after that. */
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** Leaves nothing behind. Safe to call at any time, also after a failed `close`. */
  abort(): Promise<void>;
}

/** Raw deflate and CRC-32 of the platform: zlib in Node, streams in a browser. */
export interface Compression {
  inflateRaw(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  deflateRaw(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** CRC-32 of `chunk` continuing from `seed` (0 to start), as an unsigned number. */
  crc32(chunk: Uint8Array, seed: number): number;
}
