import type { CellPen } from './cellPen';
import type { SheetPiece } from './writeProgress';
import { CHUNK_BYTES, takeChunk } from './xmlOutput';

/** Writes row `index` (0-based) of what it was made for. */
export type RowWriter = (pen: CellPen, index: number) => void;

/** Yields what `put` writes for 0 ≤ index < count, a chunk whenever one is full. */
export function* rowChunks(
  pen: CellPen,
  count: number,
  put: RowWriter,
): Generator<SheetPiece, void, undefined> {
  const { out } = pen;
  let reported = 0;
  for (let index = 0; index < count; index++) {
    put(pen, index);
    if (out.length < CHUNK_BYTES) continue;
    yield { chunk: takeChunk(out), rows: index + 1 - reported };
    reported = index + 1;
  }
  if (out.length > 0 || reported < count) yield { chunk: takeChunk(out), rows: count - reported };
}
