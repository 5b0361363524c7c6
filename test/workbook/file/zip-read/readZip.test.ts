import { randomBytes } from 'node:crypto';
import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import { crc32 } from '../../../../src/workbook/file/zip/crc32';
import { readZipDirectory } from '../../../../src/workbook/file/zip/readZip';
import { readWholeZipEntry, readZipEntry } from '../../../../src/workbook/file/zip/readZipEntry';
import type { ZipDirectory, ZipEntry } from '../../../../src/workbook/file/zip/zipEntry';
import { sourceOf } from '../ooxml-read/readCells';
import { type BuiltEntry, buildZip, type ZipOptions } from './buildZip';

const compression = createNodeCompression();
const SMALL = 'abc '.repeat(50);
const LARGE = randomBytes(2_000_000);
const ENTRIES: readonly BuiltEntry[] = [
  { name: 'a/small.txt', data: SMALL },
  { name: 'empty', data: '' },
  { name: '目录/large.bin', data: LARGE },
];

async function readAll(bytes: Uint8Array): Promise<Map<string, string>> {
  const source = sourceOf(bytes);
  const contents = new Map<string, string>();
  for (const entry of (await readZipDirectory(source)).entries) {
    const data = await readWholeZipEntry(source, entry, compression);
    contents.set(entry.name, Buffer.from(data).toString('latin1'));
  }
  return contents;
}

function entryOf(directory: ZipDirectory, name: string): ZipEntry {
  const entry = directory.find(name);
  if (!entry) throw new Error(`no entry ${name}`);
  return entry;
}

const EXPECTED = new Map(
  ENTRIES.map(({ name, data }) => [name, Buffer.from(data as string).toString('latin1')]),
);

describe('a zip archive is read', () => {
  const FORMS: readonly [string, Partial<BuiltEntry>, ZipOptions][] = [
    ['deflated', {}, {}],
    ['stored', { stored: true }, {}],
    ['with data descriptors', { descriptor: 'short' }, {}],
    ['with 64-bit data descriptors', { descriptor: 'long' }, {}],
    ['with data descriptors without signature', { descriptor: 'bare' }, {}],
    ['as zip64', { zip64: true }, { zip64: true }],
    ['with a comment', {}, { comment: `PK\u0005\u0006${'-'.repeat(60_000)}` }],
    ['with bytes before it', {}, { prefix: randomBytes(3000) }],
    [
      'with bytes before it that its offsets leave out',
      {},
      { prefix: randomBytes(3000), offsetsFromPrefix: true },
    ],
    [
      'as zip64 with bytes before it that its offsets leave out',
      { zip64: true },
      { prefix: randomBytes(3000), offsetsFromPrefix: true, zip64: true },
    ],
  ];

  it.each(FORMS)('%s', async (_, entry, options) => {
    const bytes = buildZip(
      ENTRIES.map((plain) => ({ ...plain, ...entry })),
      options,
    );
    expect(await readAll(bytes)).toEqual(EXPECTED);
  });

  it('with a few bytes after it', async () => {
    const zip = buildZip(ENTRIES);
    const bytes = new Uint8Array(zip.length + 10);
    bytes.set(zip);
    expect(await readAll(bytes)).toEqual(EXPECTED);
  });

  it('with the last of several entries of one name', async () => {
    const bytes = buildZip([
      { name: 'a', data: 'old' },
      { name: 'a', data: 'new' },
    ]);
    expect(await readAll(bytes)).toEqual(new Map([['a', 'new']]));
  });

  it('in chunks that together are the entry', async () => {
    const source = sourceOf(buildZip(ENTRIES));
    const entry = entryOf(await readZipDirectory(source), '目录/large.bin');
    const chunks: Uint8Array[] = [];
    let compressed = 0;
    for await (const chunk of readZipEntry(source, entry, compression, {
      onCompressedBytes: (count) => (compressed += count),
    })) {
      chunks.push(chunk);
    }
    expect(Buffer.concat(chunks).equals(LARGE)).toBe(true);
    expect(compressed).toBe(entry.compressedSize);
  });
});

describe('an entry tells where its bytes lie, for copying them', () => {
  it.each(['short', 'long', 'bare', undefined] as const)('descriptor: %s', async (descriptor) => {
    const bytes = buildZip(
      ENTRIES.map((entry) => ({ ...entry, ...(descriptor ? { descriptor } : {}) })),
    );
    const { entries } = await readZipDirectory(sourceOf(bytes));
    const ends = entries.map((entry) => entry.localHeaderOffset + entry.rawLength);
    expect(ends.slice(0, -1)).toEqual(entries.slice(1).map((entry) => entry.localHeaderOffset));
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(ends.at(-1) ?? 0, true)).toBe(0x02014b50);
  });
});

describe('a broken archive is refused', () => {
  const refuse = async (bytes: Uint8Array, code: string): Promise<void> => {
    await expect(readAll(bytes)).rejects.toMatchObject({ name: 'WorkbookFailure', code });
  };

  it('cut at any place: file.damaged', async () => {
    const bytes = buildZip([{ name: 'a', data: SMALL }], { zip64: true });
    for (let length = 0; length < bytes.length; length++) {
      await refuse(bytes.subarray(0, length), 'file.damaged');
    }
  });

  it('with any byte of its data changed: file.damaged', async () => {
    const good = buildZip([{ name: 'a', data: SMALL, stored: true }]);
    const entry = entryOf(await readZipDirectory(sourceOf(good)), 'a');
    for (let i = 0; i < entry.compressedSize; i++) {
      const bytes = good.slice();
      bytes[entry.dataOffset + i] = (bytes[entry.dataOffset + i] ?? 0) ^ 0x10;
      await refuse(bytes, 'file.damaged');
    }
  });

  it('with any byte changed: read unharmed or refused, nothing else', async () => {
    const good = buildZip([{ name: 'a', data: SMALL, descriptor: 'short' }], { zip64: true });
    for (let i = 0; i < good.length; i++) {
      const bytes = good.slice();
      bytes[i] = (bytes[i] ?? 0) ^ 0xff;
      await readAll(bytes).then(
        (contents) => {
          expect([...contents.values()]).toEqual([SMALL]);
        },
        (error: unknown) => {
          expect(error).toMatchObject({ name: 'WorkbookFailure' });
        },
      );
    }
  });

  it('with a wrong CRC: file.damaged', () =>
    refuse(buildZip([{ name: 'a', data: SMALL, crc: 1 }]), 'file.damaged'));

  it('with more data than stated: file.damaged', () =>
    refuse(buildZip([{ name: 'a', data: LARGE, uncompressedSize: 5 }]), 'file.damaged'));

  it('with less data than stated: file.damaged', () =>
    refuse(buildZip([{ name: 'a', data: SMALL, uncompressedSize: 5000 }]), 'file.damaged'));

  it('encrypted: file.encrypted', () =>
    refuse(buildZip([{ name: 'a', data: SMALL, flags: 1 }]), 'file.encrypted'));

  it('with another compression: file.damaged', () =>
    refuse(buildZip([{ name: 'a', data: SMALL, method: 12 }]), 'file.damaged'));

  it('a bomb: file.tooLarge, before anything is inflated', async () => {
    const data = new Uint8Array(80 * 2 ** 20);
    const bytes = buildZip([{ name: 'a', data }]);
    await refuse(bytes, 'file.tooLarge');
  });

  it('a huge stated size: file.tooLarge, before memory is taken', () =>
    refuse(buildZip([{ name: 'a', data: SMALL, uncompressedSize: 3e9 }]), 'file.tooLarge'));
});

it('takes large parts that repeat themselves as sheets of equal rows do', async () => {
  const row = '<row><c s="1"/><c s="1"/><c s="1"/></row>';
  const data = Array.from({ length: 1_700_000 }, (_, i) =>
    i % 40 ? row : `<row r="${String(i)}"/>`,
  );
  const source = sourceOf(buildZip([{ name: 'sheet', data: data.join('') }]));
  const entry = entryOf(await readZipDirectory(source), 'sheet');
  expect(entry.uncompressedSize).toBeGreaterThan(64 * 2 ** 20);
  expect(entry.uncompressedSize / entry.compressedSize).toBeGreaterThan(150);
  expect(await readWholeZipEntry(source, entry, compression)).toHaveLength(entry.uncompressedSize);
}, 60_000);

it('computes the same CRC with and without the platform', () => {
  const seed = crc32(LARGE.subarray(0, 1000), 0);
  expect(crc32(LARGE.subarray(1000, 5000), seed)).toBe(
    compression.crc32(LARGE.subarray(0, 5000), 0),
  );
});
