import type { TextTable } from '../../../core';
import type { FieldTarget } from './fieldScanner';

/** Texts of one column as bytes, each followed by a NUL, in the order of first appearance. */
export interface ByteTextColumn extends FieldTarget {
  /** Takes in the `length` bytes behind `used`; returns their text's index in the column. */
  commit(length: number): number;
  readonly count: number;
  /** Where every {@link PAGE}th text starts. */
  readonly pageStarts: readonly number[];
}

const PAGE = 256;
const MAX_PROBES = 32;
/** Distinct texts of a column from which on it is asked whether it repeats itself. */
const JUDGED_FROM = 32_768;

/**
 * Collects the texts of one column. Equal texts get one index as long as the column repeats itself;
 * where most texts are new (account numbers, amounts) looking them up costs more than it saves, so
 * from then on every text is simply appended.
 */
export function createByteTextColumn(): ByteTextColumn {
  const pageStarts: number[] = [];
  let known: TextIndex | undefined = createTextIndex();
  let committed = 0;

  const column = {
    arena: new Uint8Array(64),
    used: 0,
    count: 0,
    pageStarts,
    grow() {
      const larger = new Uint8Array(2 * column.arena.length);
      larger.set(column.arena);
      column.arena = larger;
    },
    commit(length: number): number {
      committed++;
      const start = column.used;
      if (known !== undefined) {
        const index = known.findOrAdd(column.arena, start, length);
        if (index < column.count) return index;
        const isRepeating = column.count < JUDGED_FROM || 2 * column.count < committed;
        if (!isRepeating || known.isCrowded) known = undefined;
      }
      if (start + length === column.arena.length) column.grow();
      column.arena[start + length] = 0;
      if (column.count % PAGE === 0) pageStarts.push(start);
      column.used = start + length + 1;
      return column.count++;
    },
  };
  return column;
}

/** Finds texts by their bytes. */
interface TextIndex {
  /** The index of an equal text added before, else the next free index, under which it is added. */
  findOrAdd(arena: Uint8Array, start: number, length: number): number;
  /** True where too many texts fell into the same place: searching would take long. */
  readonly isCrowded: boolean;
}

function createTextIndex(): TextIndex {
  let count = 0;
  let starts = new Uint32Array(8);
  let lengths = new Uint32Array(8);
  let hashes = new Int32Array(8);
  /** Index + 1 of the text whose hash leads here; open addressing, at most half full. */
  let table = new Int32Array(16);
  let isCrowded = false;

  function findOrAdd(arena: Uint8Array, start: number, length: number): number {
    let hash = length;
    for (let at = start; at < start + length; at++) {
      hash = Math.imul(hash ^ (arena[at] ?? 0), 0x01000193);
    }
    hash ^= hash >>> 15;
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let probes = 0; ; probes++) {
      const index = (table[slot] ?? 0) - 1;
      if (index < 0) break;
      if (hashes[index] === hash && isEqual(arena, index, start, length)) return index;
      if (probes > MAX_PROBES) isCrowded = true;
      slot = (slot + 1) & mask;
    }
    if (count === starts.length) enlarge();
    table[freeSlot(hash)] = count + 1;
    starts[count] = start;
    lengths[count] = length;
    hashes[count] = hash;
    return count++;
  }

  function isEqual(arena: Uint8Array, index: number, start: number, length: number): boolean {
    if (lengths[index] !== length) return false;
    const other = starts[index] ?? 0;
    for (let at = 0; at < length; at++) {
      if (arena[other + at] !== arena[start + at]) return false;
    }
    return true;
  }

  function enlarge(): void {
    starts = enlarged(starts, new Uint32Array(4 * count));
    lengths = enlarged(lengths, new Uint32Array(4 * count));
    hashes = enlarged(hashes, new Int32Array(4 * count));
    table = new Int32Array(8 * count);
    for (let index = 0; index < count; index++) table[freeSlot(hashes[index] ?? 0)] = index + 1;
  }

  function freeSlot(hash: number): number {
    const mask = table.length - 1;
    let slot = hash & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  return {
    findOrAdd,
    get isCrowded() {
      return isCrowded;
    },
  };
}

function enlarged<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/**
 * One text table over all columns, decoded page by page when a text is first asked for.
 * `firstIndex[c]` is what to add to an index of column c.
 */
export function createByteTextTable(
  columns: readonly ByteTextColumn[],
  decoder: TextDecoder,
): { readonly table: TextTable; readonly firstIndex: readonly number[] } {
  const firstIndex: number[] = [];
  const columnOfPage: number[] = [];
  for (const [column, texts] of columns.entries()) {
    firstIndex.push(columnOfPage.length * PAGE);
    columnOfPage.push(...texts.pageStarts.map(() => column));
  }
  const pages: (readonly string[] | undefined)[] = columnOfPage.map(() => undefined);

  function decodePage(page: number): readonly string[] {
    const column = columnOfPage[page] ?? 0;
    const texts = columns[column];
    if (texts === undefined) return [];
    const pageOfColumn = page - (firstIndex[column] ?? 0) / PAGE;
    const start = texts.pageStarts[pageOfColumn] ?? 0;
    const end = texts.pageStarts[pageOfColumn + 1] ?? texts.used;
    return decoder.decode(texts.arena.subarray(start, end)).split('\0');
  }

  return {
    firstIndex,
    table: {
      size: columnOfPage.length * PAGE,
      get(index) {
        const page = Math.floor(index / PAGE);
        const texts = (pages[page] ??= decodePage(page));
        return texts[index % PAGE] ?? '';
      },
    },
  };
}
