import {
  findCopyOf,
  findSheetMarks,
  LEDGER_NAME,
  LEDGER_TEXT_NAME,
  MARK_NAME,
  sheetMarkFormula,
  textFormula,
} from '../../src/workbook/sheetMark';

const mark = (tab: number, value: string) => ({ name: MARK_NAME, tab, value });
const found = (values: readonly string[], names: readonly string[]) => [
  ...findSheetMarks(
    values.map((value, tab) => mark(tab, value)),
    names,
  ),
];

const SUMMARY = sheetMarkFormula('customers', '客户汇总');

it('knows a sheet of ours by its mark, also renamed', () => {
  expect(found([SUMMARY], ['客户汇总'])).toEqual([[0, 'customers']]);
  expect(found([SUMMARY], ['我的客户'])).toEqual([[0, 'customers']]);
  expect(found([sheetMarkFormula('original', 'a:"b"')], ['a:"b"'])).toEqual([[0, 'original']]);
});

it('leaves a copy of our sheet to the user, whichever stands first', () => {
  expect(found([SUMMARY, SUMMARY], ['我的客户', '客户汇总'])).toEqual([[1, 'customers']]);
  expect(found([SUMMARY, SUMMARY], ['客户汇总', '客户汇总 (2)'])).toEqual([[0, 'customers']]);
  expect(found([SUMMARY], ['客户汇总 (2)'])).toEqual([]);
});

it('keeps all sheets of one role that were written under different names', () => {
  const originals = ['原始数据·甲', '原始数据·乙'];
  expect(
    found(
      originals.map((name) => sheetMarkFormula('original', name)),
      originals,
    ),
  ).toEqual([
    [0, 'original'],
    [1, 'original'],
  ]);
});

it('reads no mark where the name of the workbook or another value has it', () => {
  expect(findSheetMarks([{ name: MARK_NAME, value: SUMMARY }], ['甲'])).toEqual(new Map());
  expect(found(['甲!$A$1'], ['甲'])).toEqual([]);
});

describe('an untouched copy', () => {
  const names = (reference: string, text = '旧名') => [
    { name: LEDGER_NAME, tab: 1, value: reference },
    { name: LEDGER_TEXT_NAME, tab: 1, value: textFormula(text) },
  ];

  it('knows its ledger by what it is called now', () => {
    expect(findCopyOf(names("'新名'!$A$1"), 1)).toBe('新名');
    expect(findCopyOf(names('=明细!$A$1'), 1)).toBe('明细');
    expect(findCopyOf(names("='it''s 甲'!$A$1"), 1)).toBe("it's 甲");
  });

  it('knows what a ledger was called that is gone', () => {
    expect(findCopyOf(names('#REF!$A$1'), 1)).toBe('旧名');
    expect(findCopyOf(names('=#REF!'), 1)).toBe('旧名');
  });

  it('is no other sheet', () => {
    expect(findCopyOf(names("'新名'!$A$1"), 0)).toBeUndefined();
  });
});
