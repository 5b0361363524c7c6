import type { Compression } from './bytes';
import { crc32 } from './zip/crc32';

/** Every chunk that crosses into the platform's stream costs a turn of the event loop. */
const CHUNK_BYTES = 256 * 1024;

/** Raw deflate by the browser's own streams; they choose the level of compression. */
export function createBrowserCompression(): Compression {
  return {
    inflateRaw: (chunks) => pipe(chunks, new DecompressionStream('deflate-raw')),
    deflateRaw: (chunks) => pipe(gather(chunks), new CompressionStream('deflate-raw')),
    crc32,
  };
}

async function* pipe(
  chunks: AsyncIterable<Uint8Array>,
  stream: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stop = new AbortController();
  const pumped = pump(chunks, stream.writable, stop.signal);
  // A failure also reaches the loop below; unheard here, it would be reported a second time.
  pumped.catch(() => undefined);
  const reader = stream.readable.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    finished = true;
    await pumped;
  } finally {
    // Whoever stops early stops the source as well.
    stop.abort();
    if (!finished) reader.cancel().catch(() => undefined);
  }
}

async function pump(
  chunks: AsyncIterable<Uint8Array>,
  writable: WritableStream<BufferSource>,
  stop: AbortSignal,
): Promise<void> {
  const writer = writable.getWriter();
  const stopped = aborted(stop);
  let written = Promise.resolve();
  try {
    for await (const chunk of chunks) {
      // One chunk is deflated while the next is made; more would only fill the memory.
      await Promise.race([written, stopped]);
      if (stop.aborted) return;
      written = writer.write(chunk as BufferSource);
      written.catch(() => undefined);
    }
    await writer.close();
  } catch (cause) {
    await writer.abort(cause).catch(() => undefined);
    throw cause;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

/** The same bytes in fewer pieces, each an array of its own: the stream reads it later. */
async function* gather(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let gathered = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  for await (const chunk of chunks) {
    for (let done = 0; done < chunk.length;) {
      const count = Math.min(chunk.length - done, CHUNK_BYTES - length);
      gathered.set(chunk.subarray(done, done + count), length);
      length += count;
      done += count;
      if (length < CHUNK_BYTES) continue;
      yield gathered;
      gathered = new Uint8Array(CHUNK_BYTES);
      length = 0;
    }
  }
  if (length > 0) yield gathered.subarray(0, length);
}
