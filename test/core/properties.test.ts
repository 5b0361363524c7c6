import fc from 'fast-check';
import {
  analyzeHandover,
  CellKind,
  EditKind,
  type Analysis,
  type RawWorkbook,
} from '../../src/core';
import { buildWorkbook, settingsWith, type TestCell } from './buildWorkbook';

/** Ledgers of any shape: spellings, mistakes and columns as exports have them, in any order. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1e9, max: 1e10 }).map((fen) => fen / 100) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 1e10 }).map((fen) => spell(fen)) },
  fc.constantFrom<TestCell>(null, '-', '—', 'abc', '#N/A', ' 12.345 ', '(5.00)', 0, '0.00', {
    error: 6,
  }),
);
const id = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => `00${String(100 + n)}`) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => 100 + n) },
  fc.constantFrom<TestCell>(
    null,
    '合计',
    '小 计：',
    '制表人：李某',
    '-',
    ' １０５ ',
    6222021234567890000,
  ),
);
const account = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 15 }).map((n) => `\t6222${String(n)}`) },
  fc.constantFrom<TestCell>(null, '第 1 页 共 1 页', '62221'),
);
const manager = fc.constantFrom<TestCell>(
  '甲',
  '乙(02)',
  '02-乙',
  '丙/甲',
  '甲60%;丙40%',
  null,
  '甲',
  '甲',
);
const share = fc.constantFrom<TestCell>(null, 60, 40, 100, '30%', 0);
const name = fc.constantFrom<TestCell>('张三', '张*', '李四', null, '合计', '欧阳 修');
const product = fc.constantFrom<TestCell>('活期', '整存整取', '理财', null);
const day = fc.constantFrom<TestCell>(
  '20251130',
  { day: 45999 },
  46000,
  '0',
  '99991231',
  'abc',
  null,
);
const currency = fc.constantFrom<TestCell>('CNY', 'CNY', 'CNY', null, 'USD');
const status = fc.constantFrom<TestCell>('正常', '正常', null, '销户');

const HEADER = [
  '客户号',
  '姓名',
  '账号',
  '余额',
  '日均',
  '经理',
  '占比',
  '产品',
  '到期日',
  '币种',
  '状态',
];
const HEADERS: Readonly<Record<string, string>> = {
  经理: '管户经理',
  占比: '业绩占比',
  产品: '储种',
};

const dataRow = fc
  .tuple(id, name, account, amount, amount, manager, share, product, day, currency, status)
  .map((cells): TestCell[] => cells);
const line = fc.oneof(
  { weight: 20, arbitrary: dataRow },
  fc.constant<TestCell[]>([]),
  fc.constant<TestCell[]>(HEADER.map((header) => HEADERS[header] ?? header)),
);

const ledgerArbitrary = fc
  .record({
    rows: fc.array(fc.array(line, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 3 }),
    columns: fc.shuffledSubarray(
      HEADER.map((_, i) => i).filter((i) => i !== 0 && i !== 3),
      { minLength: 0 },
    ),
    titles: fc.integer({ min: 0, max: 2 }),
    unit: fc.constantFrom('单位：元', '单位：万元'),
  })
  .map(({ rows, columns, titles, unit }): RawWorkbook => {
    const order = [...columns, 3, 0];
    const header = order.map((column) => HEADERS[HEADER[column] ?? ''] ?? HEADER[column] ?? '');
    const top: TestCell[][] = Array.from({ length: titles }, () => ['存款明细', null, unit]);
    return buildWorkbook(
      Object.fromEntries(
        rows.map((part, i) => [
          `明细${String(i + 1)}`,
          [...top, header, ...part.map((cells) => order.map((column) => cells[column] ?? null))],
        ]),
      ),
    );
  });

function forEachAnalysis(
  check: (analysis: Analysis, workbook: RawWorkbook) => void,
  runs = 300,
): void {
  let analysed = 0;
  fc.assert(
    fc.property(ledgerArbitrary, fc.boolean(), (workbook, own) => {
      const result = analyzeHandover(workbook, settingsWith(own ? { me: '甲' } : {}));
      if (!result.ok) {
        expect(['ledger.nothingKept', 'ledger.noRows']).toContain(result.problem.code);
        return;
      }
      analysed++;
      check(result.analysis, workbook);
    }),
    { numRuns: runs, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
  expect(analysed).toBeGreaterThan(runs / 2);
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

describe('over ledgers of any shape', () => {
  test('every row read is kept or set aside (SPEC 2)', () => {
    forEachAnalysis(({ totals, ledger }) => {
      expect(totals.rowsKept + sum(Object.values(totals.setAside))).toBe(totals.rowsRead);
      expect(ledger.rowCount).toBe(totals.rowsRead);
      ledger.reason.forEach((reason, row) => {
        expect((ledger.customer[row] ?? -1) >= 0).toBe(reason === 0);
      });
    });
  });

  test('ledger − shared counted twice = customers in the book + not in the book, to the fen', () => {
    forEachAnalysis(({ totals, customers }) => {
      expect(totals.keptBalanceFen - totals.sharedBalanceFen).toBe(
        totals.balanceFen + totals.notInBookBalanceFen,
      );
      expect(totals.keptDailyAverageFen - totals.sharedDailyAverageFen).toBe(
        totals.dailyAverageFen + totals.notInBookDailyAverageFen,
      );
      expect(sum(customers.balanceFen)).toBe(totals.balanceFen + totals.notInBookBalanceFen);
    });
  });

  test('managers’ parts and product groups sum to each customer exactly (SPEC 2, 3)', () => {
    forEachAnalysis(({ customers, hasBalance }) => {
      for (let i = 0; i < customers.count; i++) {
        const [from, to] = [customers.partStart[i], customers.partStart[i + 1]];
        expect(sum(customers.partBalanceFen.slice(from, to))).toBe(customers.balanceFen[i]);
        expect(sum(customers.partDailyAverageFen.slice(from, to))).toBe(
          customers.dailyAverageFen[i],
        );
        const groups = [customers.demandFen[i], customers.termFen[i], customers.otherFen[i]];
        if (hasBalance) expect(sum(groups.map((fen) => fen ?? 0))).toBe(customers.balanceFen[i]);
      }
    });
  });

  test('ranks and contact orders are 1…n, shares run up to 1 (SPEC 5, 6)', () => {
    forEachAnalysis(({ customers, callList, byRank, basis, pareto }) => {
      const n = callList.length;
      const counted = Array.from({ length: n }, (_, i) => i + 1);
      expect([...byRank].map((i) => customers.rank[i])).toEqual(counted);
      expect(
        [...callList].map((i) => customers.contactOrder[i] ?? 0).sort((a, b) => a - b),
      ).toEqual(counted);
      const value = basis === 'balance' ? customers.balanceFen : customers.dailyAverageFen;
      let before = 0;
      for (const i of byRank) {
        const share = customers.cumulativeShare[i] ?? 0;
        expect(share).toBeGreaterThanOrEqual(before);
        before = share;
      }
      const positive = [...byRank].some((i) => (value[i] ?? 0) > 0);
      if (n > 0) expect(before).toBeCloseTo(positive ? 1 : 0, 12);
      expect(pareto.top20Share).toBeLessThanOrEqual(1 + 1e-12);
    });
  });

  test('the order of the rows does not matter to the customers (SPEC 3)', () => {
    forEachAnalysis((analysis, workbook) => {
      const reversed = analyzeHandover(
        reverseRows(workbook, analysis),
        settingsWith(ownOf(analysis)),
      );
      expect(reversed.ok && summarize(reversed.analysis)).toEqual(summarize(analysis));
    }, 120);
  });

  test('analysing the cleaned ledger again changes no cell and no figure (cleaning twice = once)', () => {
    forEachAnalysis((analysis, workbook) => {
      const again = analyzeHandover(applyEdits(workbook, analysis), settingsWith(ownOf(analysis)));
      if (!again.ok) throw new Error('the cleaned ledger cannot be analysed');
      expect(summarize(again.analysis)).toEqual(summarize(analysis));
      expect(
        [...again.analysis.cleaning().counts.keys()].filter((rule) => !isOnlyTold(rule)),
      ).toEqual([]);
    }, 120);
  });
});

/** Rules that tell of a cell and leave it as it is. */
function isOnlyTold(rule: string): boolean {
  return rule === 'id.precisionLost' || rule === 'date.unreadable';
}

function ownOf({ ownNamed, managers }: Analysis) {
  // What was assumed is named the second time: fewer rows may name another manager.
  const own = managers.find((manager) => manager.own);
  return ownNamed && own ? { me: own.name } : {};
}

function summarize({ customers, totals }: Analysis) {
  const list = Array.from({ length: customers.count }, (_, i) => ({
    key: customers.id(i) || customers.name(i),
    balance: customers.balanceFen[i],
    average: customers.dailyAverageFen[i],
    rank: customers.rank[i],
    priority: customers.priority[i],
    accounts: customers.accounts[i],
    deposits: customers.deposits[i],
    crossOwned: customers.crossOwned[i],
  }));
  list.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { list, balance: totals.balanceFen, rows: totals.rowsKept };
}

/** The workbook with the data rows of every sheet upside down. */
function reverseRows(workbook: RawWorkbook, { layouts }: Analysis): RawWorkbook {
  const sheets = workbook.sheets.map((sheet, index) => {
    const layout = layouts[index];
    const first = (layout?.headerRow ?? 0) + (layout?.headerRows ?? 1);
    const columns = sheet.columns.map(({ kinds, values }) => ({
      kinds: reverseFrom(kinds, first),
      values: reverseFrom(values, first),
    }));
    return { ...sheet, columns };
  });
  return { ...workbook, sheets };
}

function reverseFrom<T extends Uint8Array | Float64Array>(array: T, first: number): T {
  const copy = array.slice() as T;
  copy.subarray(first).reverse();
  return copy;
}

/** The workbook as it stands after cleaning: edits applied, rows set aside gone. */
function applyEdits(workbook: RawWorkbook, { edits, ledger, layouts }: Analysis): RawWorkbook {
  const texts: string[] = [];
  const codeOf = (text: string) => texts.push(text) - 1;
  const sheets = workbook.sheets.map((sheet, index) => {
    const layout = layouts[index];
    const first = (layout?.headerRow ?? 0) + (layout?.headerRows ?? 1);
    const kept = [...ledger.sourceRow.keys()]
      .filter((row) => ledger.layout[row] === index && ledger.reason[row] === 0)
      .map((row) => ledger.sourceRow[row] ?? 0);
    const rows = [...Array.from({ length: first }, (_, row) => row), ...kept];
    const columns = sheet.columns.map((column, at) => {
      const edit = edits().find((item) => item.layout === index && item.column === at);
      const kinds = new Uint8Array(rows.length);
      const values = new Float64Array(rows.length);
      rows.forEach((row, i) => {
        const entry = row - (edit?.firstRow ?? 0);
        const kind = row < first ? EditKind.keep : (edit?.kinds[entry] ?? EditKind.keep);
        const value = edit?.values[entry] ?? 0;
        const source = column.kinds[row] ?? 0;
        if (kind === EditKind.keep) {
          kinds[i] = source;
          const original = column.values[row] ?? 0;
          values[i] = source === CellKind.text ? codeOf(sheet.texts.get(original)) : original;
        } else if (kind === EditKind.text) {
          kinds[i] = CellKind.text;
          values[i] = codeOf(edit?.texts[value] ?? '');
        } else if (kind !== EditKind.empty) {
          kinds[i] = kind === EditKind.date ? CellKind.date : CellKind.number;
          values[i] = value;
        }
      });
      return { kinds, values };
    });
    const table = { size: 0, get: (text: number) => texts[text] ?? '' };
    return { ...sheet, rowCount: rows.length, columns, texts: table };
  });
  const table = { size: texts.length, get: (text: number) => texts[text] ?? '' };
  return { ...workbook, sheets: sheets.map((sheet) => ({ ...sheet, texts: table })) };
}

/** Fen in one of the spellings of exports. */
function spell(fen: number): string {
  const plain = (fen / 100).toFixed(2);
  const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
  return [plain, grouped, `¥${grouped}`, ` ${plain}元`, `${plain}-`][fen % 5] ?? plain;
}
