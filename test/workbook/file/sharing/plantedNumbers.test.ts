import { read } from '@e965/xlsx';
import { unzip } from '../ooxml-write/memory';
import { findInFull } from './findInFull';
import { ACCOUNT, DOCUMENT, MEMO_CELLS, NUMBERS, PHONE, plantedBook } from './plantedBook';
import { shareBook, type SharedBook } from './shareBook';

let planted: Uint8Array = new Uint8Array(0);
let shared: SharedBook = { bytes: planted, masked: { phone: 0, idNo: 0, accountNo: 0 }, notes: [] };
beforeAll(async () => {
  planted = await plantedBook();
  shared = await shareBook(planted);
}, 120_000);

test('no number is left in full in any part, wherever and however it was written (SPEC 10)', () => {
  const before = findInFull(planted, NUMBERS);
  for (const part of [
    'xl/comments9.xml',
    'xl/drawings/memo.vml',
    'xl/drawings/memo.xml',
    'xl/workbook.xml',
    'docProps/custom.xml',
    'docProps/core.xml',
    'xl/charts/chart1.xml',
    'xl/externalLinks/e1.xml',
    'xl/vbaProject.bin',
  ]) {
    expect(before.some((found) => found.startsWith(`${part}: `))).toBe(true);
  }
  expect(findInFull(shared.bytes, NUMBERS)).toEqual([]);
});

test('what cannot be masked is left out, with what refers to it, and told', () => {
  const names = [...unzip(shared.bytes).keys()];
  expect(
    names.filter((name) => /vba|pivot|printer|unknown|connections|customXml|app\.xml/.test(name)),
  ).toEqual([]);
  expect([...shared.notes].sort()).toEqual([
    'customData',
    'drawingsEmptied',
    'externalValues',
    'macros',
    'original',
    'pivotTables',
    'queries',
    'settings',
  ]);
  for (const [name, { text }] of unzip(shared.bytes)) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const [tag] of text.matchAll(/<Relationship [^>]*>/g)) {
      if (tag.includes('TargetMode="External"')) continue;
      const target = /Target="([^"]*)"/.exec(tag)?.[1] ?? '';
      const path = new URL(target, `file:///${folder}`).pathname.slice(1);
      expect({ name, has: names.includes(decodeURIComponent(path)), target }).toEqual({
        name,
        has: true,
        target,
      });
    }
  }
  const types = unzip(shared.bytes).get('[Content_Types].xml')?.text ?? '';
  for (const [, part = ''] of types.matchAll(/PartName="\/([^"]*)"/g))
    expect(names).toContain(part);
});

/** What the cells of the memo show; with their formula where it stays. */
const SHOWN: Readonly<
  Record<keyof typeof MEMO_CELLS, readonly [value: unknown, formula?: string]>
> = {
  'a number': ['139****1234'],
  'a number in exponent form': ['139****1234'],
  'an account that lost digits': ['***************9000'],
  'exponent form as text': ['卡号*.**********4568E+18'],
  'a sentence': ['请打139****1234找他，或者186****2222。'],
  'full-width digits': ['电话１３９****１２３４'],
  'spaces and dashes': ['139 **** 1234 / 139-****-5678 / +86 139****1234'],
  'groups of four': ['**** **** **** ***8 901'],
  'digits before and behind': ['20251130***************89010001；1139****12349'],
  entities: ['139****1234'],
  'a zero-width character': ['139\u200b****1234'],
  'runs of formats': ['139****1234 '],
  'a phonetic guide': ['李'],
  'a formula of texts': ['139****1234'],
  'a formula that looks for a number': [100.5],
  'a formula that shows a cell': ['139****1234', '明细!C2'],
  'a formula that computes with a number': ['139****1234'],
  'a lower-case document number': ['1****************x'],
  'a CDATA section': ['<139****1234>'],
};

test.each(Object.keys(MEMO_CELLS).map((title, i) => [title, `A${String(i + 1)}`] as const))(
  'in a memo: %s',
  (title, at) => {
    const { v, f } = (read(shared.bytes).Sheets['备忘']?.[at] ?? {}) as { v?: unknown; f?: string };
    const [value, formula] = SHOWN[title] ?? [];
    expect({ value: v, formula: f }).toEqual({ value, formula });
  },
);

test('the numbers of the ledger show what SPEC 10 says', () => {
  const sheet = read(shared.bytes).Sheets['明细'] ?? {};
  const shown = ['C', 'D', 'E'].map((column) => (sheet[`${column}3`] as { v?: unknown }).v);
  expect(shown).toEqual([
    `${PHONE.slice(0, 3)}****${PHONE.slice(-4)}`,
    `${DOCUMENT.slice(0, 1)}${'*'.repeat(16)}${DOCUMENT.slice(-1)}`,
    ACCOUNT.slice(-4).padStart(ACCOUNT.length, '*'),
  ]);
});
