/** Records of the Excel binary format, written by hand: a bare stream needs no container. */

export function u16(...values: number[]): number[] {
  return values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

export function f64(value: number): number[] {
  return [...new Uint8Array(Float64Array.of(value).buffer)];
}

export function record(id: number, ...data: readonly number[]): number[] {
  return [...u16(id, data.length), ...data];
}

/** Characters of two bytes each, without length and flags. */
export function wide(text: string): number[] {
  return [...Buffer.from(text, 'utf16le')];
}

export const EOF = record(0x0a);

/** A BOF record: version 0x600 or 0x500, substream 5 (globals), 0x10 (worksheet), 0x20 (chart). */
export function bof(version: number, substream: number): number[] {
  return record(0x809, ...u16(version, substream, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0);
}

/** A workbook stream of version 8: globals with `shared` records, and one worksheet. */
export function workbookStream(shared: readonly number[], cells: readonly number[]): Uint8Array {
  const boundSheet = (position: number) =>
    record(0x85, ...u32(position), 0, 0, 2, 1, ...wide('明细'));
  const globals = (position: number) => [
    ...bof(0x600, 5),
    ...boundSheet(position),
    ...shared,
    ...EOF,
  ];
  const start = globals(0).length;
  return Uint8Array.from([...globals(start), ...bof(0x600, 0x10), ...cells, ...EOF]);
}
