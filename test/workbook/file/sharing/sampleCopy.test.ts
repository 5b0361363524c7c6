import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { CellKind, cellText, KIND_MASK, type RawSheet } from '../../../../src/core';
import { WorkbookFailure } from '../../../../src/workbook/workbookFailure';
import { messages } from '../../../../src/messages';
import { NOTHING_CHOSEN } from '../../../../src/app/chosenSettings';
import { runHandover } from '../../../../src/app/runHandover';
import { unzip } from '../ooxml-write/memory';
import { findInFull } from './findInFull';
import { annotateBook, openBytes, shareBook, type SharedBook } from './shareBook';

const SAMPLE = readFileSync(join(__dirname, '../../../../assets/sample-export.xlsx'));
const words = messages('zh-CN');

let annotated: Uint8Array = new Uint8Array(0);
let shared: SharedBook = {
  bytes: annotated,
  masked: { phone: 0, idNo: 0, accountNo: 0 },
  notes: [],
};
/** Both as SheetJS reads them. */
let was: WorkBook = read('');
let now: WorkBook = read('');
beforeAll(async () => {
  annotated = await annotateBook({ 'sample-export.xlsx': SAMPLE });
  shared = await shareBook(annotated);
  was = read(annotated);
  now = read(shared.bytes);
}, 120_000);

/** Phones and accounts of the sample, as SheetJS reads its columns. */
function numbersOfSample(): string[] {
  const book = read(SAMPLE);
  const numbers = new Set<string>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '' });
    const header = rows.findIndex((row) =>
      row.some((cell) => /客户(?:号|编号)/.test(String(cell))),
    );
    rows[header]?.forEach((title, column) => {
      if (!/手机|电话|证件|账号|卡号/.test(String(title))) return;
      for (const row of rows.slice(header + 1)) {
        const digits = String(row[column]).normalize('NFKC').replace(/\D/g, '');
        if (digits.length >= 10) numbers.add(digits);
      }
    });
  }
  return [...numbers];
}

test('no phone or account number of the sample is left in full in any part (SPEC 10)', () => {
  const numbers = numbersOfSample();
  expect(numbers.length).toBeGreaterThan(600);
  // The search does find what is there.
  expect(findInFull(annotated, numbers.slice(0, 50)).length).toBeGreaterThan(40);
  expect(findInFull(shared.bytes, numbers)).toEqual([]);
}, 120_000);

test('the untouched copy and the settings are left out, the scripts have no phone number', () => {
  const hidden = was.SheetNames.filter((name) => /原始数据|交接设置/.test(name));
  expect(hidden).toHaveLength(2);
  expect(now.SheetNames).toEqual(was.SheetNames.filter((name) => !hidden.includes(name)));
  expect(shared.notes).toEqual(expect.arrayContaining(['original', 'settings']));
  const scripts = utils.sheet_to_csv(now.Sheets['话术'] ?? {});
  expect(utils.sheet_to_csv(was.Sheets['话术'] ?? {})).toMatch(/199[- ]?0000/);
  expect(scripts).not.toMatch(/199[- ]?[\d*]{4}/);
});

test('names, ids, amounts and formulas stay; masks show what SPEC 10 says', async () => {
  const before = await openBytes({ 'a.xlsx': annotated }).read();
  const after = await openBytes({ 'a.xlsx': shared.bytes }).read();
  let masked = 0;
  for (const sheet of after.sheets) {
    const source = before.sheets.find(({ name }) => name === sheet.name);
    if (source === undefined) throw new Error(sheet.name);
    forEachCell(sheet, source, (now, was) => {
      if (now === was) return;
      masked++;
      if (sheet.name === '话术' && now === '') return;
      const digits = was.normalize('NFKC').replace(/\D/g, '');
      const shown = now.normalize('NFKC').replace(/[^\d*]/g, '');
      const isPhone = digits.length === 11 && digits.startsWith('1');
      const expected = isPhone
        ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
        : digits.slice(-4).padStart(digits.length, '*');
      expect(shown).toBe(expected);
    });
  }
  expect(masked).toBeGreaterThan(1500);
});

test('figures add up: formulas and their values are those of the annotated workbook', () => {
  for (const name of now.SheetNames) {
    for (const [at, cell] of Object.entries(now.Sheets[name] ?? {})) {
      const { f, v } = (cell ?? {}) as { f?: string; v?: unknown };
      const source = (was.Sheets[name]?.[at] ?? {}) as { f?: string; v?: unknown };
      if (f === undefined && source.f === undefined) continue;
      expect({ at: `${name}!${at}`, f, v }).toEqual({
        at: `${name}!${at}`,
        f: source.f,
        v: source.v,
      });
    }
  }
});

test('a sharing copy is not analysed, restored or shared again', async () => {
  const request = { today: 45991, chosen: NOTHING_CHOSEN, words };
  const workbook = openBytes({ 'a.xlsx': shared.bytes });
  expect(await runHandover({ workbook, ...request })).toMatchObject({
    ok: false,
    problem: { code: 'workbook.sharingCopy' },
  });
  await expect(workbook.restore()).rejects.toThrow(new WorkbookFailure('sharing.isCopy'));
  await expect(workbook.share({})).rejects.toThrow(new WorkbookFailure('sharing.isCopy'));
});

test('an export that was not analysed is not shared', async () => {
  const failure = new WorkbookFailure('sharing.notAnnotated');
  await expect(openBytes({ 'a.xlsx': SAMPLE }).share({})).rejects.toThrow(failure);
  const csv = Buffer.from('客户号,余额\n001,5\n');
  await expect(openBytes({ 'a.csv': csv }).share({})).rejects.toThrow(failure);
});

test('the same workbook gives the same copy', async () => {
  const again = await shareBook(annotated);
  expect(Buffer.from(again.bytes).equals(Buffer.from(shared.bytes))).toBe(true);
  expect([...unzip(again.bytes).keys()]).not.toContain('docProps/app.xml');
}, 120_000);

function forEachCell(
  sheet: RawSheet,
  source: RawSheet,
  visit: (now: string, was: string) => void,
): void {
  source.columns.forEach((cells, column) => {
    for (let row = 0; row < source.rowCount; row++) {
      if (((cells.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty) continue;
      visit(cellText(sheet, sheet.columns[column], row), cellText(source, cells, row));
    }
  });
}
