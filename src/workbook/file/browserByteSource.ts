import { WorkbookFailure } from '../workbookFailure';
import type { ByteSource } from './bytes';

/** Small reads are served from a window this large: each read of a Blob is a message. */
const WINDOW_BYTES = 1 << 20;

/**
 * The bytes of a file that the user chose, or of any Blob, read where they are asked for.
 * @throws WorkbookFailure `file.unreadable` when the file was changed or taken away meanwhile.
 */
export function browserByteSource(blob: Blob): ByteSource {
  let window = new Uint8Array(0);
  let windowStart = 0;
  return {
    size: blob.size,
    async read(offset, length) {
      const end = Math.min(offset + length, blob.size);
      if (offset < windowStart || end > windowStart + window.length) {
        window = await readSlice(blob, offset, Math.max(end, offset + WINDOW_BYTES));
        windowStart = offset;
      }
      return window.slice(offset - windowStart, end - windowStart);
    },
  };
}

async function readSlice(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.slice(start, end).arrayBuffer());
  } catch (cause) {
    throw new WorkbookFailure('file.unreadable', {}, { cause });
  }
}
