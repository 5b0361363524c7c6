import type { TextTable } from '../../../core';
import type { TextArena } from './textArena';

/** Texts are decoded this many at a time: one call of the platform's decoder, cheap slices. */
const BLOCK_BITS = 8;
const BLOCK = 1 << BLOCK_BITS;

/**
 * The texts of an arena as strings, decoded block by block when first asked for. Make it when the
 * last text has been added.
 */
export function createTextTable(arena: Pick<TextArena, 'bytes' | 'starts' | 'size'>): TextTable {
  const { bytes, starts, size } = arena;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const blocks = new Array<string | readonly string[] | undefined>(Math.ceil(size / BLOCK));
  /** Where each text begins in its block's string, in UTF-16 units. */
  let offsets = new Uint32Array(0);

  const decodeBlock = (block: number): string | readonly string[] => {
    if (offsets.length === 0) offsets = new Uint32Array(size);
    const first = block << BLOCK_BITS;
    const last = Math.min(first + BLOCK, size);
    const text = decoder.decode(bytes.subarray(starts[first], starts[last]));
    let units = 0;
    for (let i = first; i < last; i++) {
      offsets[i] = units;
      units += countUnits(bytes, starts[i] ?? 0, starts[i + 1] ?? 0);
    }
    // Broken UTF-8 does not come out at its expected length: then each text for itself.
    return units === text.length
      ? text
      : Array.from({ length: last - first }, (_, i) =>
          decoder.decode(bytes.subarray(starts[first + i], starts[first + i + 1])),
        );
  };

  return {
    size,
    utf8: { bytes, starts },
    get(index) {
      const block = index >> BLOCK_BITS;
      const decoded = (blocks[block] ??= decodeBlock(block));
      if (typeof decoded !== 'string') return decoded[index & (BLOCK - 1)] ?? '';
      const next = index + 1;
      const isLast = (next & (BLOCK - 1)) === 0 || next === size;
      return decoded.slice(offsets[index], isLast ? undefined : offsets[next]);
    },
  };
}

/** UTF-16 units of well-formed UTF-8: one per leading byte, two where four bytes follow it. */
function countUnits(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let p = start; p < end; p++) {
    const byte = bytes[p] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
