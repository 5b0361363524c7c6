/** A .zip file written front to back: one deflated entry at a time, sizes patched in afterwards. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const DEFLATE = 8;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the earliest date a zip knows: the same input gives the same bytes. */
const DOS_DATE = 0x0021;

/** Opens `path` for writing. `add` takes an entry's bytes as any iterable of buffers. */
export function createZipFile(path) {
  const file = openSync(path, 'w');
  const directory = [];
  let position = 0;
  const append = (bytes) => {
    writeSync(file, bytes, 0, bytes.length, position);
    position += bytes.length;
  };
  return {
    async add(name, chunks) {
      const entry = { name: Buffer.from(name), offset: position, crc: 0, size: 0, packed: 0 };
      append(localHeader(entry));
      const start = position;
      const counted = (async function* () {
        for await (const chunk of chunks) {
          entry.crc = crc32(chunk, entry.crc);
          entry.size += chunk.length;
          yield chunk;
        }
      })();
      const deflate = createDeflateRaw({ level: 6 });
      const source = Readable.from(counted, { objectMode: true });
      source.on('error', (error) => deflate.destroy(error));
      for await (const packed of source.pipe(deflate)) append(packed);
      entry.packed = position - start;
      const header = localHeader(entry);
      writeSync(file, header, 0, header.length, entry.offset);
      directory.push(entry);
    },
    close() {
      const start = position;
      for (const entry of directory) append(centralHeader(entry));
      append(endOfDirectory(directory.length, position - start, start));
      closeSync(file);
    },
  };
}

function localHeader({ name, crc, size, packed }) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  writeCommon(header, 4, { name, crc, size, packed });
  return Buffer.concat([header, name]);
}

function centralHeader({ name, crc, size, packed, offset }) {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(20, 4);
  writeCommon(header, 6, { name, crc, size, packed });
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function writeCommon(header, at, { name, crc, size, packed }) {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DEFLATE, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function endOfDirectory(count, size, start) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
