import { pipeline } from 'node:stream/promises';
import type { Transform } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import * as zlib from 'node:zlib';
import type { Compression } from './bytes';
import { crc32 } from './zip/crc32';

/** A megabyte keeps the thread that inflates ahead of the one that scans. */
const CHUNK_BYTES = 1024 * 1024;

/** Chunks that may wait for the thread that deflates. */
const QUEUE_BYTES = 8 * CHUNK_BYTES;

/** Fast deflate: level 6 makes files 16 % smaller and takes nearly twice as long. */
const LEVEL = 1;

/**
 * Raw deflate by Node's zlib, which works in a thread of its own.
 * @param options.level zlib's compression level, 1 by default.
 */
export function createNodeCompression(options: { readonly level?: number } = {}): Compression {
  // Two chunks on either side, so that making the next one and deflating this one overlap.
  const buffered = {
    chunkSize: CHUNK_BYTES,
    readableHighWaterMark: 2 * CHUNK_BYTES,
    writableHighWaterMark: 2 * CHUNK_BYTES,
  };
  // A full queue is taken up again only when it is empty: a deep one keeps the maker at work.
  const queued = { writableHighWaterMark: QUEUE_BYTES };
  return {
    inflateRaw: (chunks) => pipe(chunks, zlib.createInflateRaw(buffered)),
    deflateRaw: (chunks) =>
      pipe(
        inTurns(chunks),
        zlib.createDeflateRaw({ ...buffered, ...queued, level: options.level ?? LEVEL }),
      ),
    // Node has its own, vectorised, from 20.15 on.
    crc32: 'crc32' in zlib ? zlib.crc32 : crc32,
  };
}

async function* pipe(
  chunks: AsyncIterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pumped = pipeline(chunks, transform);
  // A failure also reaches the loop below; unheard here, it would end the process.
  pumped.catch(() => undefined);
  for await (const chunk of transform as AsyncIterable<Uint8Array>) yield chunk;
}

/**
 * Lets the event loop turn after each chunk: it is there that the thread which deflates is given
 * the next one. Without it both would wait for each other by turns (measured: a tenth of a whole
 * job).
 */
async function* inTurns(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    yield chunk;
    await setImmediate();
  }
}
