/** How large a request or answer becomes, so that Excel on the web takes it. */

/** Excel on the web takes 5 MB; the rest is for what is estimated here. */
export const PAYLOAD_BYTES = 4.8 * 1024 * 1024;
/** Cells that one read may ask for: beyond, Excel may answer `null` instead of values. */
export const READ_CELLS = 2_000_000;
/** What one action with its paths takes in a request. */
export const ACTION_BYTES = 600;
/** Office.js writes arrays in pieces of this many cells, each an action with three paths. */
const CELLS_PER_PIECE = 1_500;

/** Bytes of a block of cells as JSON within a request. */
export function blockBytes(cells: readonly (readonly unknown[])[]): number {
  let bytes = ACTION_BYTES;
  let count = 0;
  for (const row of cells) {
    bytes += 2;
    count += row.length;
    for (const cell of row) bytes += cellBytes(cell) + 1;
  }
  return bytes + Math.ceil(count / CELLS_PER_PIECE) * ACTION_BYTES * 1.5;
}

export function cellBytes(cell: unknown): number {
  if (typeof cell === 'string') return textBytes(cell);
  if (typeof cell === 'number') return String(cell).length;
  return cell === false ? 5 : 4;
}

function textBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20) bytes += 6;
    else if (code === 0x22 || code === 0x5c) bytes += 2;
    else if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    // Half of a pair: four bytes for both.
    else if (code >= 0xd800 && code < 0xe000) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
