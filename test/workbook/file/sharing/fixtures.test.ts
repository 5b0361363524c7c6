import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { findInFull } from './findInFull';
import { annotateBook, shareBook } from './shareBook';

const FIXTURES = join(__dirname, '../../../fixtures');
/** One of each way to write a file: the others differ in what no copy depends on. */
const FILES = [
  'ooxml/hucre.xlsx',
  'ooxml/libreoffice-1904.xlsx',
  'ooxml/openpyxl.xlsx',
  'ooxml/sheetjs-inline.xlsx',
  'ooxml/xlsxwriter.xlsx',
  'xls/libreoffice.xls',
];

/** What stands in the columns of phone, account and document numbers and looks like one. */
function numbersOf(bytes: Uint8Array): string[] {
  const book = read(bytes);
  const texts = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    const rows = sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
    const header = rows.findIndex((row) => row.includes('客户号'));
    const titles = (rows[header] ?? []).map(String);
    return rows
      .slice(header + 1)
      .flatMap((row) => row.filter((_, at) => /账号|卡号|电话|手机|证件/.test(titles[at] ?? '')));
  });
  const plain = texts.map((text) => String(text).normalize('NFKC').replace(/[\s-]/g, ''));
  return [...new Set(plain.filter((text) => /^(?:1[3-9]\d{9}|\d{15,}X?)$/.test(text)))];
}

test.each(FILES)('no number of %s is left in full in its copy to share', async (file) => {
  const source = readFileSync(join(FIXTURES, file));
  const numbers = numbersOf(source);
  const annotated = await annotateBook({ [basename(file)]: source });
  const { bytes } = await shareBook(annotated);
  if (numbers.length > 0) expect(findInFull(annotated, numbers)).not.toEqual([]);
  expect(findInFull(bytes, numbers)).toEqual([]);
});
