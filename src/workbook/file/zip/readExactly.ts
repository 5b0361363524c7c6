import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource } from '../bytes';

/**
 * Exactly `length` bytes from `offset`.
 * @throws WorkbookFailure `file.damaged` where the source ends before.
 */
export async function readExactly(
  source: ByteSource,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  if (offset < 0 || length < 0 || offset + length > source.size) {
    throw new WorkbookFailure('file.damaged', { reason: 'truncated' });
  }
  const bytes = await source.read(offset, length);
  if (bytes.length !== length) throw new WorkbookFailure('file.damaged', { reason: 'truncated' });
  return bytes;
}
