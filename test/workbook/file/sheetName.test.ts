import fc from 'fast-check';
import {
  sheetNameFromFile,
  uniqueSheetNames,
  validSheetName,
} from '../../../src/workbook/file/sheetName';

test.each([
  ['存款明细.csv', '存款明细'],
  ['D:\\导出\\2025.11.30 明细.xls', '2025.11.30 明细'],
  ['/tmp/a[1]?*.tsv', 'a_1___'],
  ["'quoted'.csv", 'quoted'],
  ['.csv', 'Sheet1'],
])('%s gives the sheet name %s', (file, name) => {
  expect(sheetNameFromFile(file)).toBe(name);
});

test('any text gives a name that Excel takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      const name = validSheetName(text);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      // eslint-disable-next-line no-control-regex -- what Excel refuses
      expect(name).not.toMatch(/[\u0000-\u001f:*?/\\[\]]|^'|'$/);
      expect(validSheetName(name)).toBe(name);
    }),
  );
});

test('repeated names get a number and stay short enough', () => {
  const long = 'x'.repeat(31);
  expect(uniqueSheetNames(['a', 'A', 'a (2)', long, long])).toEqual([
    'a',
    'A (2)',
    'a (2) (2)',
    long,
    `${'x'.repeat(27)} (2)`,
  ]);
});
