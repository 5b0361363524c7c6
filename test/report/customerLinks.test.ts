import type { RawWorkbook } from '../../src/core';
import type { SheetRole } from '../../src/workbook/sheetPlan';
import { customerColumnIndex, CUSTOMER_HEADER_ROW } from '../../src/report/customerColumns';
import { buildReport } from './buildAnalysis';
import { buildWorkbook } from './buildWorkbook';
import { evaluateFormula, type FindCell } from './evaluateFormula';
import { SAMPLE_WORKBOOK } from './handoverSample';
import { keyOf, layOutCells } from './laidOutCells';

const SETTINGS = { me: '陈新任', predecessors: ['李前任'] };
const NAME = customerColumnIndex('name');
const POSITION = customerColumnIndex('position');

/** Every link to 客户汇总 of one sheet: what it shows, and the name on the row that it leads to. */
function followLinks(workbook: RawWorkbook, role: SheetRole, isSorted: boolean) {
  const { sheets } = buildReport(workbook, { settings: SETTINGS });
  const laidOut = layOutCells(workbook, sheets, []);
  const list = sheets.find((sheet) => sheet.role === 'customers');
  const from = sheets.find((sheet) => sheet.role === role);
  if (list === undefined || from === undefined) throw new Error('no sheets');
  const last = CUSTOMER_HEADER_ROW + (list.tables[0]?.range.lastRow ?? 0) - CUSTOMER_HEADER_ROW;
  // The user has turned the list around: the last customer stands first.
  const standing = (row: number): number =>
    isSorted && row > CUSTOMER_HEADER_ROW && row <= last
      ? last - (row - CUSTOMER_HEADER_ROW - 1)
      : row;
  const findCell: FindCell = (sheet, row, column) =>
    laidOut.get(sheet)?.get(keyOf(sheet === list.name ? standing(row) : row, column))?.value ??
    null;
  const found: { shown: unknown; at: unknown; formula: string }[] = [];
  for (const { value, formula } of laidOut.get(from.name)?.values() ?? []) {
    const target = /^HYPERLINK\(("#'客户汇总'!D"&.*?,0\)\)),/.exec(formula ?? '')?.[1];
    if (target === undefined || formula === undefined) continue;
    const place = evaluateFormula(target, from.name, findCell);
    const row = Number(/^#'客户汇总'!D(\d+)$/.exec(String(place))?.[1]) - 1;
    found.push({ shown: value, at: findCell(list.name, row, NAME), formula });
  }
  return found;
}

describe('Links to 客户汇总 (SPEC 10)', () => {
  test.each(['overview', 'crossOwnership', 'maturities'] as const)(
    'lead from %s to the customer, also after the user has sorted the list',
    (role) => {
      for (const isSorted of [false, true]) {
        const links = followLinks(SAMPLE_WORKBOOK, role, isSorted);
        expect(links.length).toBeGreaterThan(2);
        for (const { shown, at } of links) expect(at).toBe(shown);
      }
    },
  );

  test('lead back from a script to its customer, also after sorting', () => {
    const names = (isSorted: boolean) =>
      followLinks(SAMPLE_WORKBOOK, 'scripts', isSorted).map(({ at }) => at);
    const links = names(false);
    expect(links.length).toBeGreaterThan(5);
    expect(names(true)).toEqual(links);
  });

  test('lead from the list to the script of the row, wherever the row stands', () => {
    const { sheets } = buildReport(SAMPLE_WORKBOOK, { settings: SETTINGS });
    const laidOut = layOutCells(SAMPLE_WORKBOOK, sheets, []);
    const rows = [...(laidOut.get('客户汇总') ?? [])].filter(([, { formula }]) =>
      formula?.includes("'话术'!A"),
    );
    expect(rows.length).toBeGreaterThan(5);
    rows.forEach(([, { formula }], index) => {
      const target = /^HYPERLINK\((.*),"话术 ›"\)$/.exec(formula ?? '')?.[1] ?? '';
      const place = evaluateFormula(target, '客户汇总', (sheet, row, column) =>
        column === POSITION ? (laidOut.get(sheet)?.get(keyOf(row, column))?.value ?? null) : null,
      );
      const head = Number(/^#'话术'!A(\d+)$/.exec(String(place))?.[1]) - 1;
      const name = laidOut.get('客户汇总')?.get(keyOf(CUSTOMER_HEADER_ROW + 1 + index, NAME));
      expect(laidOut.get('话术')?.get(keyOf(head, 1))?.value).toContain(name?.value);
    });
  });

  test('hold no text of the data, and lead by names that are patterns or formulas', () => {
    const names = ['=HYPERLINK("x")', '*', '张*', '~?', '"&A1&"', "'!A1", '张*'];
    const rows = names.map((name, at) => [
      `${'*?~"'.charAt(at % 4)}${String(at)}`,
      name,
      `62000${String(at)}`,
      100_000 * (at + 1),
      900_000,
      at % 2 === 0 ? '李前任' : '李前任/钱同事',
    ]);
    const header = ['客户号', '客户名称', '账号', '余额', '年日均', '客户经理'];
    const workbook = buildWorkbook({ 明细: [header, ...rows] });
    for (const isSorted of [false, true]) {
      const links = followLinks(workbook, 'overview', isSorted);
      expect(links).toHaveLength(names.length);
      for (const { shown, at, formula } of links) {
        expect(at).toBe(shown);
        expect(formula.replaceAll(/"#'客户汇总'!D"|'客户汇总'!/g, '')).toMatch(
          /^[A-Z0-9$:(),+&]+$/,
        );
      }
    }
  });
});
