import { CUSTOMER_COLUMNS } from '../../src/report/customerColumns';
import type { SheetPlan } from '../../src/workbook/sheetPlan';
import { buildReport } from './buildAnalysis';
import { SAMPLE_WORKBOOK } from './handoverSample';

describe('On paper (SPEC 10)', () => {
  const { sheets } = buildReport(SAMPLE_WORKBOOK);

  test('the first page across of 客户汇总 holds the call list with all that is filled in', () => {
    const customers = sheets.find(({ role }) => role === 'customers');
    if (customers === undefined) throw new Error('no customers');
    const [first] = pagesAcross(customers);
    expect(CUSTOMER_COLUMNS[first ?? 0]).toBe('remark');
  });

  test('what is repeated on each page across is cut by none of its columns', () => {
    for (const { name, merges, frozenColumns, print, widths } of sheets) {
      if (print?.repeatColumns === undefined) continue;
      expect([name, frozenColumns]).toEqual([name, print.repeatColumns.last + 1]);
      const hint = merges.find(({ firstRow }) => firstRow === 1);
      expect([name, hint?.firstColumn]).toEqual([name, frozenColumns]);
      expect(hint?.lastColumn).toBeLessThan(widths.length);
    }
  });
});

/**
 * 0-based last column of each page across, at the largest scale at which the columns fit on as many
 * pages as planned: how Excel and LibreOffice break them.
 */
function pagesAcross({ widths, print }: SheetPlan): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  for (let room = Math.max(...widths); room <= total; room++) {
    const pages = breakColumns(widths, room, (print?.repeatColumns?.last ?? -1) + 1);
    if (pages.length <= (print?.pagesWide ?? 1)) return pages;
  }
  throw new Error('the columns fit on no page');
}

function breakColumns(widths: readonly number[], room: number, repeated: number): number[] {
  const again = widths.slice(0, repeated).reduce((sum, width) => sum + width, 0);
  const pages: number[] = [];
  let used = 0;
  widths.forEach((width, column) => {
    if (used + width > room) {
      pages.push(column - 1);
      used = again;
    }
    used += width;
  });
  return [...pages, widths.length - 1];
}
