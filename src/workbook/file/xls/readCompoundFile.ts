import { WorkbookFailure } from '../../workbookFailure';

/** The streams of an OLE compound file, by name. */
export interface CompoundFile {
  readonly names: readonly string[];
  /**
   * The bytes of the stream of that name in any storage, the root's first; undefined for none.
   * @throws WorkbookFailure `file.damaged` where its sectors are missing.
   */
  read(name: string): Uint8Array | undefined;
}

interface DirectoryEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const HEADER_FAT_SECTORS = 109;
const MAX_SECTOR = 0xfffffffa;
const STREAM = 2;
const ROOT = 5;

/**
 * Opens a compound file (MS-CFB), versions 3 and 4.
 * @throws WorkbookFailure `file.damaged` for a file that is cut off or whose chains run in circles.
 */
export function readCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER_SIZE) throw damaged('header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) throw damaged('header');
  const sectorSize = 1 << sectorShift;
  const sectorCount = Math.ceil(bytes.length / sectorSize) - 1;
  const fat = readFat(view, sectorSize, sectorCount);

  const directory = readChain(view.getUint32(48, true));
  const entries = readDirectory(directory);
  const root = entries.find(({ type }) => type === ROOT);
  const miniCutoff = view.getUint32(56, true);
  let mini: { readonly fat: DataView; readonly stream: Uint8Array } | undefined;

  function readChain(start: number, size?: number): Uint8Array {
    const sectors: number[] = [];
    for (let sector = start; sector < MAX_SECTOR; sector = fat[sector] ?? MAX_SECTOR) {
      if (sector >= sectorCount || sectors.length > sectorCount) throw damaged('sector');
      sectors.push(sector);
      if (size !== undefined && sectors.length * sectorSize >= size) break;
    }
    const length = size ?? sectors.length * sectorSize;
    const result = new Uint8Array(Math.min(length, sectors.length * sectorSize));
    let filled = 0;
    for (const [at, sector] of sectors.entries()) {
      const from = (sector + 1) * sectorSize;
      const part = bytes.subarray(from, from + Math.min(sectorSize, result.length - filled));
      result.set(part, at * sectorSize);
      filled += part.length;
    }
    if (size !== undefined && filled < size) throw damaged('stream');
    return result;
  }

  function readMini(start: number, size: number): Uint8Array {
    mini ??= {
      fat: asView(readChain(view.getUint32(60, true))),
      stream: root === undefined ? new Uint8Array(0) : readChain(root.start, root.size),
    };
    const result = new Uint8Array(size);
    const miniSize = 1 << miniShift;
    let sector = start;
    for (let filled = 0; filled < size; filled += miniSize) {
      const from = sector * miniSize;
      if (from >= mini.stream.length || 4 * sector + 4 > mini.fat.byteLength)
        throw damaged('stream');
      result.set(mini.stream.subarray(from, from + Math.min(miniSize, size - filled)), filled);
      sector = mini.fat.getUint32(4 * sector, true);
    }
    return result;
  }

  const streams = entries.filter(({ type }) => type === STREAM);
  return {
    names: streams.map(({ name }) => name),
    read(name) {
      const entry = streams.find((stream) => stream.name.toLowerCase() === name.toLowerCase());
      if (entry === undefined) return undefined;
      if (entry.size > bytes.length) throw damaged('stream');
      return entry.size < miniCutoff
        ? readMini(entry.start, entry.size)
        : readChain(entry.start, entry.size);
    },
  };
}

/** The sector that follows each sector. */
function readFat(view: DataView, sectorSize: number, sectorCount: number): Uint32Array {
  const fatSectors: number[] = [];
  const perSector = sectorSize / 4;
  for (let at = 0; at < HEADER_FAT_SECTORS; at++)
    fatSectors.push(view.getUint32(76 + 4 * at, true));
  let difat = view.getUint32(68, true);
  for (let guard = 0; difat < MAX_SECTOR; guard++) {
    const from = (difat + 1) * sectorSize;
    if (guard > sectorCount || from + sectorSize > view.byteLength) throw damaged('difat');
    for (let at = 0; at < perSector - 1; at++) fatSectors.push(view.getUint32(from + 4 * at, true));
    difat = view.getUint32(from + sectorSize - 4, true);
  }
  const used = fatSectors.filter((sector) => sector < MAX_SECTOR);
  if (used.length * perSector > 2 * sectorCount + 2 * perSector * HEADER_FAT_SECTORS) {
    throw damaged('fat');
  }
  const fat = new Uint32Array(used.length * perSector).fill(0xffffffff);
  for (const [index, sector] of used.entries()) {
    const from = (sector + 1) * sectorSize;
    for (let at = 0; at < perSector && from + 4 * at + 4 <= view.byteLength; at++) {
      fat[index * perSector + at] = view.getUint32(from + 4 * at, true);
    }
  }
  return fat;
}

function readDirectory(bytes: Uint8Array): (DirectoryEntry & { readonly type: number })[] {
  const view = asView(bytes);
  const entries = [];
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    const nameLength = Math.min(64, view.getUint16(at + 64, true));
    let name = '';
    for (let unit = 0; unit + 2 < nameLength; unit += 2) {
      name += String.fromCharCode(view.getUint16(at + unit, true));
    }
    entries.push({
      name,
      type: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function asView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(reason: string): WorkbookFailure {
  return new WorkbookFailure('file.damaged', { part: 'ole', reason });
}
