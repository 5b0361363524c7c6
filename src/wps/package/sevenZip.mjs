/**
 * A .7z archive that stores files as they are: WPS unpacks offline add-ins from this format alone.
 * The format: 7zFormat.txt of the LZMA SDK, https://www.7-zip.org/sdk.html
 */

const ID = {
  end: 0x00,
  header: 0x01,
  streams: 0x04,
  files: 0x05,
  pack: 0x06,
  unpack: 0x07,
  size: 0x09,
  crc: 0x0a,
  subStreams: 0x08,
  folder: 0x0b,
  unpackSize: 0x0c,
  names: 0x11,
};
const ONE_CODER_THAT_COPIES = [1, 1, 0];

/** `files`: name with `/` between folders, bytes (not empty). */
export function sevenZip(files) {
  const header = Buffer.from(describe(files));
  const packed = Buffer.concat(files.map(({ bytes }) => bytes));
  const start = Buffer.alloc(20);
  start.writeBigUInt64LE(BigInt(packed.length), 0);
  start.writeBigUInt64LE(BigInt(header.length), 8);
  start.writeUInt32LE(crc32(header), 16);
  const signature = Buffer.from([
    0x37,
    0x7a,
    0xbc,
    0xaf,
    0x27,
    0x1c,
    0,
    4,
    ...uint32(crc32(start)),
  ]);
  return Buffer.concat([signature, start, packed, header]);
}

function describe(files) {
  const sizes = files.flatMap(({ bytes }) => number(bytes.length));
  const count = number(files.length);
  const names = files.flatMap(({ name }) => [...Buffer.from(`${name}\0`, 'utf16le')]);
  return [
    ...[ID.header, ID.streams],
    ...[ID.pack, 0, ...count, ID.size, ...sizes, ID.end],
    ...[ID.unpack, ID.folder, ...count, 0, ...files.flatMap(() => ONE_CODER_THAT_COPIES)],
    ...[ID.unpackSize, ...sizes],
    ...[ID.crc, 1, ...files.flatMap(({ bytes }) => uint32(crc32(bytes))), ID.end],
    // Some readers miss it though each folder holds but one file.
    ...[ID.subStreams, ID.end],
    ID.end,
    ...[ID.files, ...count, ID.names, ...number(names.length + 1), 0, ...names, ID.end],
    ID.end,
  ];
}

/** Of the format: how many bytes follow is in the first byte's leading ones. */
function number(value) {
  if (value < 0x80) return [value];
  if (value < 0x4000) return [0x80 | (value >> 8), value & 0xff];
  if (value < 0x200000) return [0xc0 | (value >> 16), value & 0xff, (value >> 8) & 0xff];
  return [0xe0 | (value >>> 24), value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff];
}

function uint32(value) {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}
