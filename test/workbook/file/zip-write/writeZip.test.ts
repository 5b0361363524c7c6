import { readZipDirectory } from '../../../../src/workbook/file/zip/readZip';
import { readWholeZipEntry } from '../../../../src/workbook/file/zip/readZipEntry';
import { createZipWriter } from '../../../../src/workbook/file/zip/writeZip';
import type { Compression } from '../../../../src/workbook/file/bytes';
import { compression, memorySink, memorySource, unzip } from '../ooxml-write/memory';

async function* pieces(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

describe('a zip written front to back', () => {
  test('texts and streams come back, names in UTF-8', async () => {
    const sink = memorySink();
    const zip = createZipWriter(sink, compression);
    await zip.addText('a.xml', '<a/>');
    await zip.addText('空.xml', '');
    await zip.addStream('b/流.xml', pieces('<b>', '客户'.repeat(10_000), '</b>'));
    await zip.finish();
    const entries = unzip(sink.bytes());
    expect([...entries.keys()]).toEqual(['a.xml', '空.xml', 'b/流.xml']);
    expect(entries.get('a.xml')?.text).toBe('<a/>');
    expect(entries.get('空.xml')?.text).toBe('');
    expect(entries.get('b/流.xml')?.text).toBe(`<b>${'客户'.repeat(10_000)}</b>`);
    // Small parts have their sizes in front, streams behind; only other than ASCII names are marked.
    expect([...entries.values()].map((entry) => entry.flags)).toEqual([0, 0x800, 0x808]);
  });

  test('our reader checks its checksums and sizes', async () => {
    const sink = memorySink();
    const zip = createZipWriter(sink, compression);
    await zip.addStream('large', pieces('x'.repeat(100_000)), { mayPass4GiB: true });
    await zip.addText('small', 'y');
    await zip.finish();
    const source = memorySource(sink.bytes());
    const directory = await readZipDirectory(source);
    const texts = await Promise.all(
      directory.entries.map(async (entry) =>
        Buffer.from(await readWholeZipEntry(source, entry, compression)).toString(),
      ),
    );
    expect(texts).toEqual(['x'.repeat(100_000), 'y']);
  });

  test('a copied entry keeps its compressed bytes, method, checksum and time', async () => {
    const from = memorySink();
    const original = createZipWriter(from, compression);
    await original.addStream('stream', pieces('abc'.repeat(1000)));
    await original.finish();
    const source = memorySource(from.bytes());
    const directory = await readZipDirectory(source);
    const to = memorySink();
    const zip = createZipWriter(to, compression);
    for (const entry of directory.entries) {
      await zip.copyEntry(source, { ...entry, modified: 0x5a21_6000 });
    }
    await zip.finish();
    const [before, after] = [unzip(from.bytes()), unzip(to.bytes())];
    expect(after.get('stream')?.compressed).toEqual(before.get('stream')?.compressed);
    const copied = await readZipDirectory(memorySource(to.bytes()));
    expect(copied.entries[0]).toMatchObject({
      crc32: directory.entries[0]?.crc32,
      uncompressedSize: 3000,
      modified: 0x5a21_6000,
    });
  });

  test('more entries than 16 bits can count get a zip64 directory', async () => {
    const sink = memorySink();
    const empty: Compression = { ...compression, deflateRaw: () => pieces('\u0003\u0000') };
    const zip = createZipWriter(sink, empty);
    for (let i = 0; i < 65_600; i++) await zip.addText(`e${String(i)}`, '');
    await zip.finish();
    const directory = await readZipDirectory(memorySource(sink.bytes()));
    expect(directory.entries).toHaveLength(65_600);
    expect(directory.find('e65599')).toBeDefined();
  });

  test('sizes past 4 GiB are written where they were announced, and refused where not', async () => {
    // Chunks that claim a size: the writer counts lengths and never looks at bytes.
    const huge = { length: 3 * 2 ** 30 } as Uint8Array;
    const counting: Compression = {
      ...compression,
      crc32: () => 7,
      async *deflateRaw(chunks) {
        let count = 0;
        for await (const chunk of chunks) count += chunk.length > 0 ? 1 : 0;
        yield Buffer.from(String(count));
      },
    };
    async function* twice(): AsyncIterable<Uint8Array> {
      yield await Promise.resolve(huge);
      yield huge;
    }
    const sink = memorySink();
    const zip = createZipWriter(sink, counting);
    await zip.addStream('announced', twice(), { mayPass4GiB: true });
    await zip.finish();
    const directory = await readZipDirectory(memorySource(sink.bytes()));
    expect(directory.entries[0]).toMatchObject({
      uncompressedSize: 6 * 2 ** 30,
      compressedSize: 1,
    });
    await expect(
      createZipWriter(memorySink(), counting).addStream('not announced', twice()),
    ).rejects.toMatchObject({ code: 'file.tooLarge' });
  });
});
