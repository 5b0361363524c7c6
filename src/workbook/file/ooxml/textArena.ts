import { WorkbookFailure } from '../../workbookFailure';

/**
 * Texts in one run of UTF-8 bytes: a workbook's two million texts are three arrays, and become
 * strings only when asked for (see `createTextTable`).
 */
export interface TextArena {
  bytes: Uint8Array;
  /** Text `i` lies from `starts[i]` to `starts[i + 1]`. */
  starts: Uint32Array;
  size: number;
  /** Open addressing over the interned texts, in pairs: index + 1 (or 0), hash. */
  slots: Int32Array;
  interned: number;
}

/** Positions are 32 bits wide; and texts beyond this are no ledger. */
const MAX_BYTES = 2 ** 31;
const MAX_PROBES = 64;

/** An empty arena with room for about `byteHint` bytes. */
export function createTextArena(byteHint = 0): TextArena {
  return {
    bytes: new Uint8Array(Math.min(Math.max(byteHint, 4096), MAX_BYTES / 4)),
    starts: new Uint32Array(1024),
    size: 0,
    slots: new Int32Array(0),
    interned: 0,
  };
}

/** Where the next text begins. */
export function arenaEnd(arena: TextArena): number {
  return arena.starts[arena.size] ?? 0;
}

/**
 * Makes room for `length` bytes after the last text, and for one more text.
 * @throws WorkbookFailure `file.tooLarge`.
 */
export function reserveText(arena: TextArena, length: number): void {
  const needed = arenaEnd(arena) + length;
  if (needed > arena.bytes.length) {
    if (needed > MAX_BYTES) {
      throw new WorkbookFailure('file.tooLarge', { bytes: needed, limit: MAX_BYTES });
    }
    const grown = new Uint8Array(Math.min(MAX_BYTES, Math.max(needed, arena.bytes.length * 2)));
    grown.set(arena.bytes.subarray(0, arenaEnd(arena)));
    arena.bytes = grown;
  }
  if (arena.size + 2 > arena.starts.length) {
    const grown = new Uint32Array(arena.starts.length * 2);
    grown.set(arena.starts);
    arena.starts = grown;
  }
}

/** Ends a text that was written to `arena.bytes` up to `end`, after {@link reserveText}. */
export function commitText(arena: TextArena, end: number): number {
  const index = arena.size++;
  arena.starts[index + 1] = end;
  return index;
}

/** Adds a text; its index comes back. */
export function appendText(
  arena: TextArena,
  source: Uint8Array,
  start: number,
  end: number,
): number {
  reserveText(arena, end - start);
  const { bytes } = arena;
  let at = arenaEnd(arena);
  // Texts are short: a loop beats the cost of a view on the source.
  for (let p = start; p < end; p++) bytes[at++] = source[p] ?? 0;
  return commitText(arena, at);
}

/** The index of a text among those interned so far, adding it if it is new. */
export function internText(
  arena: TextArena,
  source: Uint8Array,
  start: number,
  end: number,
): number {
  return internHashed(arena, source, start, end, hashBytes(source, start, end));
}

/**
 * As {@link internText}, with the hash of the bytes known (see {@link hashByte}). The arguments are
 * not one object because it would be made a million times.
 */
export function internHashed(
  arena: TextArena,
  source: Uint8Array,
  start: number,
  end: number,
  hash: number,
): number {
  if (arena.interned * 4 >= arena.slots.length) growSlots(arena);
  const { slots } = arena;
  const mask = slots.length - 1;
  let slot = firstSlot(hash, mask);
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const entry = slots[slot] ?? 0;
    if (entry === 0) {
      const index = appendText(arena, source, start, end);
      slots[slot] = index + 1;
      slots[slot + 1] = hash;
      arena.interned++;
      return index;
    }
    if (slots[slot + 1] === hash && equalsText(arena, entry - 1, source, start, end)) {
      return entry - 1;
    }
    slot = (slot + 2) & mask;
  }
  // Texts made to collide are kept twice rather than searched for long.
  return appendText(arena, source, start, end);
}

/** The hash of no bytes. */
export const HASH_START = 0x811c9dc5 | 0;

/** The hash of the bytes of `hash` and then `byte` (FNV-1a). */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** The hash of some bytes. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let p = start; p < end; p++) hash = hashByte(hash, bytes[p] ?? 0);
  return hash;
}

function firstSlot(hash: number, mask: number): number {
  return ((hash ^ (hash >>> 15)) << 1) & mask;
}

function growSlots(arena: TextArena): void {
  const old = arena.slots;
  const slots = new Int32Array(Math.max(2048, old.length * 4));
  const mask = slots.length - 1;
  for (let from = 0; from < old.length; from += 2) {
    if (old[from] === 0) continue;
    const hash = old[from + 1] ?? 0;
    let slot = firstSlot(hash, mask);
    while (slots[slot] !== 0) slot = (slot + 2) & mask;
    slots[slot] = old[from] ?? 0;
    slots[slot + 1] = hash;
  }
  arena.slots = slots;
}

function equalsText(
  arena: TextArena,
  index: number,
  source: Uint8Array,
  start: number,
  end: number,
): boolean {
  const from = arena.starts[index] ?? 0;
  if ((arena.starts[index + 1] ?? 0) - from !== end - start) return false;
  const { bytes } = arena;
  const shift = from - start;
  for (let p = start; p < end; p++) if (bytes[p + shift] !== source[p]) return false;
  return true;
}
