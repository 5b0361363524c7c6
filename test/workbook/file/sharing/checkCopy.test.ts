import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import { readXlsx } from '../../../../src/workbook/file/ooxml/readXlsx';
import { checkCopy } from '../../../../src/workbook/file/sharing/checkCopy';
import { studyBook } from '../../../../src/workbook/file/sharing/studyBook';
import { sourceOf } from '../../bytesInMemory';
import { unzip, zipOf, type PartContent } from '../ooxml-write/memory';
import { ACCOUNT, PHONE, plantedBook } from './plantedBook';
import { shareBook } from './shareBook';

const compression = createNodeCompression();
let planted: Uint8Array = new Uint8Array(0);
let copy: Uint8Array = planted;
beforeAll(async () => {
  planted = await plantedBook();
  copy = (await shareBook(planted)).bytes;
}, 120_000);

/** What the check says of `bytes` as the copy of the planted workbook: a part, or nothing. */
async function check(bytes: Uint8Array): Promise<unknown> {
  const source = (await readXlsx(sourceOf(planted), compression)).workbook;
  const secrets = studyBook(source, {});
  const { workbook } = await readXlsx(sourceOf(bytes), compression);
  const sheetNames = workbook.sheets.map(({ name }) =>
    name.startsWith('客户1') ? `客户${PHONE}` : name,
  );
  try {
    await checkCopy(sourceOf(bytes), { secrets, sheetNames, compression });
  } catch (error) {
    expect(error).toMatchObject({ code: 'sharing.leak' });
    return (error as { facts: { part: string } }).facts.part;
  }
  return undefined;
}

async function withPart(name: string, change: (text: string) => string): Promise<Uint8Array> {
  const parts = new Map<string, PartContent>();
  for (const [path, { text }] of unzip(copy)) parts.set(path, path === name ? change(text) : text);
  return zipOf(parts);
}

test('a clean copy passes, the workbook itself does not', async () => {
  expect(await check(copy)).toBeUndefined();
  expect(await check(planted)).toBe('明细');
});

test.each<readonly [string, string, (text: string) => string]>([
  ['a comment', 'xl/comments9.xml', (xml) => xml.replace('****', '0000')],
  [
    'runs of a comment',
    'xl/comments9.xml',
    (xml) =>
      xml
        .replace(/<t>电话.*?<\/t>/, '<t>电话1390</t>')
        .replace(/<t>\**1234<\/t>/, '<t>0001234</t>'),
  ],
  ['a name', 'xl/workbook.xml', (xml) => xml.replace('139****1234', PHONE)],
  [
    'an attribute',
    'xl/drawings/memo.xml',
    (xml) => xml.replace(/descr="[^"]*"/, `descr="6222-0000-1234-5678-901"`),
  ],
  ['entities', 'docProps/core.xml', (xml) => xml.replace('139****1234', '&#49;390000&#x31;234')],
  [
    'full-width digits',
    'docProps/core.xml',
    (xml) => xml.replace('139****1234', '１３９００００１２３４'),
  ],
  ['digits around', 'docProps/core.xml', (xml) => xml.replace('139****1234', `9${ACCOUNT}9`)],
])('the check finds a number in %s', async (_, part, change) => {
  const changed = await withPart(part, change);
  expect(unzip(changed).get(part)?.text).not.toBe(unzip(copy).get(part)?.text);
  expect(await check(changed)).toBe(part);
});

test('the check finds a number in a cell, whatever the cell is made of', async () => {
  const memo = [...unzip(copy)].find(([, { text }]) => text.includes('<oddHeader>'));
  const [part = ''] = memo ?? [];
  for (const cell of ['<v>1.3900001234E10</v>', `<v>${PHONE}</v>`]) {
    const changed = await withPart(part, (xml) =>
      xml.replace(/<c r="A1"[^>]*>.*?<\/c>/, `<c r="A1">${cell}</c>`),
    );
    expect(await check(changed)).toBe('备忘');
  }
});
