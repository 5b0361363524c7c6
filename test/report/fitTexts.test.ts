import { fitText } from '../../src/report/fitTexts';
import { buildReport } from './buildAnalysis';
import { buildWorkbook } from './buildWorkbook';
import { layOutCells } from './laidOutCells';

const NOTE = '……（内容太长，后面省略）';
const HEADER = ['客户号', '客户名称', '账号', '余额', '年日均', '客户经理', '备注'];

describe('Text from the data stays text and fits a cell (SPEC 10)', () => {
  test('a text that is longer than a cell is cut, with a note, between characters', () => {
    const long = fitText('😀'.repeat(20_000), NOTE);
    expect(long.length).toBeLessThanOrEqual(32_767);
    expect(long.endsWith(`😀${NOTE}`)).toBe(true);
    expect(fitText('长'.repeat(32_767), NOTE)).toBe('长'.repeat(32_767));
  });

  test('control characters go, halves of characters are replaced, line breaks and emoji stay', () => {
    expect(fitText('a\u0000b\u001Fc\td\ne\uD83Df\uDE00g😀', NOTE)).toBe(
      'abc\td\ne\uFFFDf\uFFFDg😀',
    );
  });

  test('formulas, broken characters and a text of 40,000 characters pass through every sheet', () => {
    const names = ['=HYPERLINK("x")', '+cmd|A', '@SUM(1)', '-2+3', ']]>', '甲\uD83D乙', '😀丙'];
    const rows = names.map((name, at) => [
      `00${String(at)}`,
      name,
      `62000${String(at)}`,
      100_000 * (at + 1),
      900_000,
      at % 2 === 0 ? '李前任' : '=钱同事',
      '=1+1',
    ]);
    const bad = ['009', '丁', '620009', '见附页', '', '李前任', '很'.repeat(40_000)];
    const workbook = buildWorkbook({ 明细: [HEADER, ...rows, bad] });
    const { sheets, ledgers } = buildReport(workbook, {
      settings: { predecessors: ['李前任', '=钱同事'], me: '=我' },
    });
    const laidOut = layOutCells(workbook, sheets, []);
    for (const { name } of sheets) {
      for (const { value, formula } of laidOut.get(name)?.values() ?? []) {
        if (formula !== undefined) expect(formula).not.toMatch(/HYPERLINK\("x|cmd|SUM\(1\)|钱同事/);
        if (typeof value === 'string') expect(value).toBe(fitText(value, NOTE));
      }
    }
    const texts = [...(laidOut.get('客户汇总')?.values() ?? [])].map(({ value }) => value);
    for (const name of names.slice(0, 5)) expect(texts).toContain(name);
    const all = sheets.flatMap(({ charts = [] }) => charts.flatMap(({ series }) => series));
    const labels = all.flatMap(({ categories }) =>
      Array.from(categories.values as ArrayLike<string | number>),
    );
    expect(labels).toContain('=HYPERLINK(…');
    expect(ledgers).toHaveLength(1);
  });
});
