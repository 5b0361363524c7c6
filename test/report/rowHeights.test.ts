import { CUSTOMER_HEADER_ROW, customerColumnIndex } from '../../src/report/customerColumns';
import { wrappedHeight } from '../../src/report/textSize';
import { buildReport } from './buildAnalysis';
import { SAMPLE_WORKBOOK } from './handoverSample';

describe('Row heights', () => {
  test('grow with the lines that a text takes, Chinese characters being wide', () => {
    expect(wrappedHeight([''], [1])).toBe(20);
    expect(wrappedHeight(['a'.repeat(9)], [10])).toBe(20);
    expect(wrappedHeight(['a'.repeat(10)], [10])).toBe(35);
    expect(wrappedHeight(['存款到期'], [10])).toBe(20);
    expect(wrappedHeight(['存款到期了'], [10])).toBe(35);
    expect(wrappedHeight(['a\nb', 'c'], [10, 10])).toBe(35);
    expect(wrappedHeight(['a'.repeat(9999)], [10])).toBe(409);
  });

  test.each(['zh-CN', 'en'] as const)(
    'let no reason on 客户汇总 overlap another, in %s',
    (language) => {
      const { sheets } = buildReport(SAMPLE_WORKBOOK, { language });
      const sheet = sheets.find(({ role }) => role === 'customers');
      const block = sheet?.blocks.find(({ kind }) => kind === 'columns');
      if (sheet === undefined || block?.kind !== 'columns') throw new Error('no customers');
      const at = customerColumnIndex('reasons');
      const column = block.columns[at];
      if (column?.kind !== 'text' || typeof column.values !== 'function')
        throw new Error('no texts');
      let tall = 0;
      for (let row = 0; row < block.rowCount; row++) {
        const needed = wrappedHeight([column.values(row)], [sheet.widths[at] ?? 0]);
        const height = sheet.rowHeights?.get(CUSTOMER_HEADER_ROW + 1 + row) ?? 20;
        expect(height).toBe(needed);
        if (height > 20) tall++;
      }
      expect(tall).toBeGreaterThan(0);
    },
  );
});
