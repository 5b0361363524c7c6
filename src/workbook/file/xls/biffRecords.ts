/** Record numbers of the Excel binary format (MS-XLS), versions 2 to 8. */
export const RecordId = {
  dimensions2: 0x00,
  integer2: 0x02,
  number2: 0x03,
  label2: 0x04,
  boolErr2: 0x05,
  formula: 0x06,
  string2: 0x07,
  eof: 0x0a,
  format2: 0x1e,
  date1904: 0x22,
  filePass: 0x2f,
  continue: 0x3c,
  codePage: 0x42,
  xf2: 0x43,
  ixfe: 0x44,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergeCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  formula3: 0x206,
  string: 0x207,
  xf3: 0x243,
  rk: 0x27e,
  formula4: 0x406,
  format: 0x41e,
  xf4: 0x443,
  bof2: 0x09,
  bof3: 0x209,
  bof4: 0x409,
  bof: 0x809,
} as const;

/** One record; `data` is a view on its content, `next` the position of the record behind it. */
export interface BiffRecord {
  readonly id: number;
  readonly data: DataView;
  readonly next: number;
}

/** The record at `position`; undefined at the end of the stream or where it is cut off. */
export function readRecord(stream: DataView, position: number): BiffRecord | undefined {
  if (position + 4 > stream.byteLength) return undefined;
  const length = stream.getUint16(position + 2, true);
  const start = position + 4;
  if (start + length > stream.byteLength) return undefined;
  return {
    id: stream.getUint16(position, true),
    data: new DataView(stream.buffer, stream.byteOffset + start, length),
    next: start + length,
  };
}

/** The contents of `record` and of the CONTINUE records behind it, and what follows those. */
export function readContinued(
  stream: DataView,
  record: BiffRecord,
): { readonly blocks: readonly DataView[]; readonly next: number } {
  const blocks = [record.data];
  let { next } = record;
  for (;;) {
    const following = readRecord(stream, next);
    if (following?.id !== RecordId.continue) return { blocks, next };
    blocks.push(following.data);
    ({ next } = following);
  }
}

/** True for the start of a substream, in any version. */
export function isBof(id: number): boolean {
  return (
    id === RecordId.bof || id === RecordId.bof2 || id === RecordId.bof3 || id === RecordId.bof4
  );
}

/** The number that an RK value packs into 30 bits: an integer or the top of a double, or / 100. */
export function decodeRk(rk: number): number {
  let value: number;
  if ((rk & 2) !== 0) {
    value = rk >> 2;
  } else {
    scratch.setInt32(4, rk & ~3, true);
    value = scratch.getFloat64(0, true);
  }
  return (rk & 1) === 0 ? value : value / 100;
}

const scratch = new DataView(new ArrayBuffer(8));
