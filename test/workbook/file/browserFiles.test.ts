import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING_CHOSEN } from '../../../src/app/chosenSettings';
import { runHandover } from '../../../src/app/runHandover';
import { messages } from '../../../src/messages';
import { browserByteSink } from '../../../src/workbook/file/browserByteSink';
import { browserByteSource } from '../../../src/workbook/file/browserByteSource';
import { createBrowserCompression } from '../../../src/workbook/file/browserCompression';
import type { ByteSink, ByteSource, Compression } from '../../../src/workbook/file/bytes';
import { createFileWorkbook } from '../../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../../src/workbook/file/nodeCompression';
import { readZipDirectory } from '../../../src/workbook/file/zip/readZip';
import { readWholeZipEntry } from '../../../src/workbook/file/zip/readZipEntry';
import { sinkTo, sourceOf } from '../bytesInMemory';

const SAMPLE = new Uint8Array(readFileSync(join(__dirname, '../../../assets/sample-export.xlsx')));

async function annotate(source: ByteSource, sink: ByteSink, compression: Compression) {
  const workbook = createFileWorkbook({
    inputs: [{ source, name: 'sample-export.xlsx' }],
    join: ([only]) => only ?? { name: '', sheets: [] },
    openSink: () => Promise.resolve(sink),
    compression,
  });
  const words = messages('zh-CN');
  await runHandover({ workbook, today: 45992, chosen: NOTHING_CHOSEN, words });
}

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const source = sourceOf(bytes);
  const compression = createNodeCompression();
  const { entries } = await readZipDirectory(source);
  const parts: Record<string, string> = {};
  for (const entry of entries) {
    const content = await readWholeZipEntry(source, entry, compression);
    parts[entry.name] = Buffer.from(content).toString('base64');
  }
  return parts;
}

test('a browser writes the same parts as the command line', async () => {
  let byNode = new Uint8Array();
  const nodeSink = sinkTo((bytes) => (byNode = new Uint8Array(bytes)));
  await annotate(sourceOf(SAMPLE), nodeSink, createNodeCompression());
  let file = new Blob();
  const browserSink = browserByteSink((blob) => (file = blob));
  const source = browserByteSource(new Blob([SAMPLE]));
  await annotate(source, browserSink, createBrowserCompression());
  const byBrowser = new Uint8Array(await file.arrayBuffer());
  const parts = await partsOf(byBrowser);
  expect(Object.keys(parts).length).toBeGreaterThan(10);
  expect(parts).toEqual(await partsOf(byNode));
});

test('a file is read at any place, in any order', async () => {
  const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251);
  const source = browserByteSource(new Blob([bytes]));
  for (const [offset, length] of [
    [0, 10],
    [1_048_570, 20],
    [5, 5],
    [2_999_990, 100],
  ] as const) {
    expect(await source.read(offset, length)).toEqual(bytes.subarray(offset, offset + length));
  }
});

test('a file that was taken away is told as unreadable', async () => {
  const gone = { size: 5, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
  await expect(browserByteSource(gone as unknown as Blob).read(0, 5)).rejects.toMatchObject({
    code: 'file.unreadable',
  });
});

test('damaged deflate fails instead of hanging', async () => {
  async function* damaged() {
    yield await Promise.resolve(new Uint8Array([0xff, 0xff, 0xff, 0xff]));
  }
  const drained = async () => {
    let size = 0;
    for await (const { length } of createBrowserCompression().inflateRaw(damaged())) size += length;
    return size;
  };
  await expect(drained()).rejects.toThrow();
});

test('whoever stops reading early stops the source', async () => {
  let closed = false;
  async function* endless() {
    try {
      for (;;) yield await Promise.resolve(new Uint8Array(100_000));
    } finally {
      closed = true;
    }
  }
  for await (const chunk of createBrowserCompression().deflateRaw(endless())) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(true);
});
