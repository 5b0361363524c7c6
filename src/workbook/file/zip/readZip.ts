import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource } from '../bytes';
import { type DirectoryLocation, findDirectory, uint64, viewOf } from './findDirectory';
import { readExactly } from './readExactly';
import type { ZipDirectory, ZipEntry } from './zipEntry';
import { MAX_DIRECTORY_BYTES, MAX_ENTRIES } from './zipLimits';

type StatedEntry = Omit<ZipEntry, 'dataOffset' | 'rawLength'>;

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const DESCRIPTOR_FLAG = 0x08;
const ZIP64_EXTRA = 0x0001;
const NEEDS_ZIP64 = 0xffffffff;

/**
 * The directory of a zip archive: zip64, data descriptors, comments and bytes before the archive
 * are understood. Of entries with one name the last counts, as zip's append mode means it.
 * @throws WorkbookFailure `file.damaged`, `file.tooLarge`.
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const location = await findDirectory(source);
  if (location.size > MAX_DIRECTORY_BYTES || location.count > MAX_ENTRIES) {
    throw new WorkbookFailure('file.tooLarge', { entries: location.count, limit: MAX_ENTRIES });
  }
  const byName = new Map<string, ZipEntry>();
  for (const stated of parseDirectory(
    await readExactly(source, location.offset, location.size),
    location,
  )) {
    byName.set(stated.name, await readLocalHeader(source, stated));
  }
  return { entries: [...byName.values()], find: (name) => byName.get(name) };
}

function parseDirectory(bytes: Uint8Array, location: DirectoryLocation): StatedEntry[] {
  const view = viewOf(bytes);
  const entries: StatedEntry[] = [];
  let at = 0;
  for (let n = 0; n < location.count; n++) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw new WorkbookFailure('file.damaged', { reason: 'central directory' });
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraAt = at + CENTRAL_SIZE + nameLength;
    const next = extraAt + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) {
      throw new WorkbookFailure('file.damaged', { reason: 'central directory' });
    }
    const sizes = resolveZip64(
      view,
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      extraAt,
      extraAt + extraLength,
    );
    const [uncompressedSize, compressedSize, offset] = sizes;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, extraAt)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      modified: view.getUint32(at + 12, true),
      crc32: view.getUint32(at + 16, true),
      compressedSize,
      uncompressedSize,
      localHeaderOffset: offset + location.shift,
    });
    at = next;
  }
  return entries;
}

/** Replaces those of the three counts that did not fit into 32 bits by those of the extra field. */
function resolveZip64(
  view: DataView,
  counts: [number, number, number],
  extraAt: number,
  extraEnd: number,
): [number, number, number] {
  if (!counts.includes(NEEDS_ZIP64)) return counts;
  for (let at = extraAt; at + 4 <= extraEnd;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA && end <= extraEnd) {
      let field = at + 4;
      return counts.map((count) => {
        if (count !== NEEDS_ZIP64 || field + 8 > end) return count;
        field += 8;
        return uint64(view, field - 8);
      }) as [number, number, number];
    }
    at = end;
  }
  return counts;
}

async function readLocalHeader(source: ByteSource, stated: StatedEntry): Promise<ZipEntry> {
  const header = viewOf(await readExactly(source, stated.localHeaderOffset, LOCAL_SIZE));
  if (header.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw new WorkbookFailure('file.damaged', { part: stated.name, reason: 'local header' });
  }
  const dataOffset =
    stated.localHeaderOffset + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  const dataEnd = dataOffset + stated.compressedSize;
  if (dataEnd > source.size) {
    throw new WorkbookFailure('file.damaged', { part: stated.name, reason: 'truncated' });
  }
  const descriptor =
    stated.flags & DESCRIPTOR_FLAG ? await measureDescriptor(source, dataEnd, stated) : 0;
  return { ...stated, dataOffset, rawLength: dataEnd + descriptor - stated.localHeaderOffset };
}

/** A descriptor has 32- or 64-bit sizes, with or without a signature; only its contents tell. */
async function measureDescriptor(
  source: ByteSource,
  at: number,
  stated: StatedEntry,
): Promise<number> {
  const length = Math.min(24, source.size - at);
  if (length < 12) return 0;
  const view = viewOf(await readExactly(source, at, length));
  const signature = view.getUint32(0, true) === DESCRIPTOR_SIGNATURE ? 4 : 0;
  const long = signature + 20;
  if (
    long <= length &&
    uint64(view, signature + 4) === stated.compressedSize &&
    uint64(view, signature + 12) === stated.uncompressedSize
  ) {
    return long;
  }
  return signature + 12;
}
