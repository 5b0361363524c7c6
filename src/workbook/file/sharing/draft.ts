import type { ByteSink, ByteSource } from '../bytes';

/** A file in memory: written first, then read back, then handed on. */
export interface Draft {
  readonly sink: ByteSink;
  source(): ByteSource;
  chunks(): readonly Uint8Array[];
}

const BLOCK = 1 << 20;

export function createDraft(): Draft {
  const blocks: Uint8Array[] = [];
  let size = 0;
  return {
    sink: {
      write(chunk) {
        for (let done = 0; done < chunk.length;) {
          const offset = size % BLOCK;
          if (offset === 0) blocks.push(new Uint8Array(BLOCK));
          const part = chunk.subarray(done, done + BLOCK - offset);
          blocks.at(-1)?.set(part, offset);
          done += part.length;
          size += part.length;
        }
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
      abort: () => Promise.resolve(),
    },
    source: () => ({ size, read: (offset, length) => Promise.resolve(read(offset, length)) }),
    chunks: () => blocks.map((block, i) => block.subarray(0, Math.min(BLOCK, size - i * BLOCK))),
  };

  function read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, size);
    const bytes = new Uint8Array(Math.max(0, end - offset));
    for (let at = offset; at < end;) {
      const block = blocks[Math.floor(at / BLOCK)];
      const from = at % BLOCK;
      const part = block?.subarray(from, Math.min(BLOCK, from + end - at)) ?? new Uint8Array(0);
      bytes.set(part, at - offset);
      at += Math.max(1, part.length);
    }
    return bytes;
  }
}
