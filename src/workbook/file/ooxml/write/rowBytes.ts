import { WorkbookFailure } from '../../../workbookFailure';
import { findSheetData } from '../findSheetData';
import type { ScannedSheet } from '../scannedSheet';

/**
 * What stands between the head and the tail of a worksheet part (UTF-8), byte for byte; nothing
 * where `sheetData` is an empty tag.
 * @throws WorkbookFailure `file.damaged` where the part does not end as `sheet` says.
 */
export async function* rowBytes(
  source: AsyncIterable<Uint8Array>,
  sheet: Pick<ScannedSheet, 'tail' | 'partPath'>,
): AsyncGenerator<Uint8Array> {
  const tail = new TextEncoder().encode(sheet.tail);
  let head: Uint8Array | undefined = new Uint8Array(0);
  let isEmpty = false;
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of source) {
    if (isEmpty) continue;
    let rest = chunk;
    if (head !== undefined) {
      const bytes = joinBytes(head, chunk);
      const end = findSheetData(bytes, 0, bytes.length);
      if (end < 0) {
        head = bytes;
        continue;
      }
      head = undefined;
      isEmpty = bytes[end - 2] === 0x2f;
      if (isEmpty) continue;
      rest = bytes.subarray(end);
    }
    const bytes = joinBytes(held, rest);
    const ready = Math.max(0, bytes.length - tail.length);
    if (ready > 0) yield bytes.slice(0, ready);
    held = bytes.subarray(ready);
  }
  const isTail = held.length === tail.length && held.every((byte, i) => byte === tail[i]);
  if (head !== undefined || (!isEmpty && !isTail)) {
    throw new WorkbookFailure('file.damaged', { part: sheet.partPath, reason: 'xml' });
  }
}

export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}
