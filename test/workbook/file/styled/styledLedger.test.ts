import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from './features';
import { LEDGER, viewLedger, type LedgerView } from './ledgerView';
import { all, plain, viewPackage, type PackageView } from './packageView';
import { analyzed, restored } from './runInMemory';

const FILE = join(__dirname, '../../../fixtures/styled/styledLedger.xlsm');

let before: PackageView;
let annotated: PackageView;
let after: PackageView;
const ledgers = new Map<PackageView, LedgerView>();

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(FILE));
  const output = await analyzed(bytes, 'styledLedger.xlsm');
  [before, annotated, after] = [bytes, output, await restored(output)].map(viewPackage) as [
    PackageView,
    PackageView,
    PackageView,
  ];
  for (const view of [before, annotated, after]) ledgers.set(view, viewLedger(view));
}, 60_000);

const find = (name: string, view: PackageView): unknown => {
  const ledger = ledgers.get(view);
  return ledger && FEATURES[name]?.(view, ledger);
};

test('the ledger is really sorted, and its total set aside', () => {
  const keys = (view: PackageView) => {
    const ledger = ledgers.get(view);
    const all = ledger?.rows.map((row) => ledger.key(Number(row.getAttribute('r')))) ?? [];
    return all.filter((key) => !/^#[1-4]$/.test(key));
  };
  expect(keys(before)).toHaveLength(25);
  expect(keys(annotated)).toHaveLength(24);
  expect(keys(annotated)).not.toEqual([...keys(annotated)].sort());
  expect(keys(after)).toEqual(keys(before));
});

describe.each(Object.keys(FEATURES))('%s', (name) => {
  test('is there to begin with', () => {
    const found = find(name, before);
    expect(JSON.stringify(found ?? null).length).toBeGreaterThan(2);
    expect([null, '[]', '[""]', '[[]]']).not.toContain(JSON.stringify(found));
  });
  test('is there when annotated (SPEC 10: a cell’s own format travels with its row)', () => {
    expect(find(name, annotated)).toEqual(find(name, before));
  });
  test('is there when restored', () => {
    expect(find(name, after)).toEqual(find(name, before));
  });
});

test('restored, there are the same parts, and only those that an analysis changes have changed', () => {
  const names = (view: PackageView) => [...view.entries.keys()].sort();
  expect(names(after)).toEqual(names(before));
  const ledger = before.sheet(LEDGER);
  // Sizes and places of boxes are written anew; styles hold the formats that were ours.
  const mayChange = ['xl/drawings/vmlDrawing1.vml', 'xl/styles.xml', 'xl/workbook.xml', ledger];
  const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
  const changed = names(before).filter((name) => before.bytes(name) !== after.bytes(name));
  expect([...mayChange, rels]).toEqual(expect.arrayContaining(changed));
});

test('restored, the ledger’s part holds every element that it held, in the order of the schema', () => {
  const elements = (view: PackageView) => [...view.xml(view.sheet(LEDGER)).children];
  const shape = (view: PackageView) => elements(view).map(({ localName }) => localName);
  expect(shape(after)).toEqual(shape(before));
  for (const [at, element] of elements(before).entries()) {
    expect(plain(elements(after)[at] ?? element)).toBe(plain(element));
  }
});

test('the rows of the restored ledger are the original’s bytes', () => {
  const rows = (view: PackageView) =>
    /<sheetData>.*<\/sheetData>/s.exec(view.entries.get(view.sheet(LEDGER))?.text ?? '')?.[0];
  expect(rows(after)).toBe(rows(before));
});

test('every XML part of the annotated workbook is well-formed', () => {
  for (const [name, { text }] of annotated.entries) {
    if (/\.(?:xml|rels|vml)$/.test(name) && text !== '') annotated.xml(name);
  }
  expect(all(annotated.xml('xl/workbook.xml'), 'sheet').length).toBeGreaterThan(8);
});
