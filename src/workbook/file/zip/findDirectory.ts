import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource } from '../bytes';
import { readExactly } from './readExactly';

/** Where the central directory lies; `shift` is what to add to every offset stated in it. */
export interface DirectoryLocation {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  readonly shift: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;
const MAX_COMMENT = 0xffff;

/**
 * Finds the central directory from the end of the archive, under a comment of any length and with
 * other bytes before the archive.
 * @throws WorkbookFailure `file.damaged` where there is none, as in a truncated file.
 */
export async function findDirectory(source: ByteSource): Promise<DirectoryLocation> {
  const tailLength = Math.min(source.size, END_SIZE + MAX_COMMENT + ZIP64_LOCATOR_SIZE);
  const tailOffset = source.size - tailLength;
  const tail = viewOf(await readExactly(source, tailOffset, tailLength));
  const at = findEnd(tail);
  if (at < 0) throw new WorkbookFailure('file.damaged', { reason: 'no central directory' });

  const zip64 = await readZip64End(source, tail, tailOffset, at);
  if (zip64) return zip64;

  const disk = tail.getUint16(at + 4, true);
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const stated = tail.getUint32(at + 16, true);
  const offset = tailOffset + at - size;
  if (disk !== 0 || offset < 0 || stated > offset) {
    throw new WorkbookFailure('file.damaged', { reason: 'central directory' });
  }
  return { offset, size, count, shift: offset - stated };
}

/** The last end record whose comment reaches the end of the file; failing that, the last one. */
function findEnd(tail: DataView): number {
  let last = -1;
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    const end = at + END_SIZE + tail.getUint16(at + 20, true);
    if (end === tail.byteLength) return at;
    if (last < 0 && end < tail.byteLength) last = at;
  }
  return last;
}

async function readZip64End(
  source: ByteSource,
  tail: DataView,
  tailOffset: number,
  endAt: number,
): Promise<DirectoryLocation | undefined> {
  const locatorAt = endAt - ZIP64_LOCATOR_SIZE;
  if (locatorAt < 0 || tail.getUint32(locatorAt, true) !== ZIP64_LOCATOR_SIGNATURE) {
    return undefined;
  }
  const stated = uint64(tail, locatorAt + 8);
  // With bytes before the archive the stated offset is short; the record then ends at the locator.
  for (const offset of [stated, tailOffset + locatorAt - ZIP64_END_SIZE]) {
    if (offset < 0 || offset + ZIP64_END_SIZE > source.size) continue;
    const record = viewOf(await readExactly(source, offset, ZIP64_END_SIZE));
    if (record.getUint32(0, true) !== ZIP64_END_SIGNATURE) continue;
    const size = uint64(record, 40);
    const shift = offset - stated;
    const directory = uint64(record, 48) + shift;
    if (directory + size > offset) break;
    return { offset: directory, size, count: uint64(record, 32), shift };
  }
  throw new WorkbookFailure('file.damaged', { reason: 'zip64 directory' });
}

/** A view over exactly the bytes given. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit count; above 2^53 it is no longer exact, and larger than any file. */
export function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
