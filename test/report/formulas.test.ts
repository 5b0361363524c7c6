import fc from 'fast-check';
import { type RawWorkbook } from '../../src/core';
import { buildReport, type BuildOptions } from './buildAnalysis';
import { buildWorkbook, type TestCell } from './buildWorkbook';
import { evaluateFormula, type FindCell } from './evaluateFormula';
import { SAMPLE_WORKBOOK } from './handoverSample';
import { keyOf, layOutCells } from './laidOutCells';

describe('Formulas in the plans compute the values that are cached with them (SPEC 10)', () => {
  test('for the sample, with named own managers', () => {
    expect(checkFormulas(SAMPLE_WORKBOOK)).toBeGreaterThan(100);
  });

  test('in English, by daily average, with an assumed owner', () => {
    const settings = { basis: 'dailyAverage', me: '', predecessors: [] } as const;
    expect(checkFormulas(SAMPLE_WORKBOOK, { language: 'en', settings })).toBeGreaterThan(100);
  });

  test('with a ledger that has only a balance', () => {
    const rows = [
      ['客户号', '客户名称', '账号', '余额', '客户经理'],
      ['01', '甲', '620001', 1000, '李前任'],
      ['02', '乙', '620002', '2,000.55', '李前任'],
    ];
    checkFormulas(buildWorkbook({ 明细: rows }), { settings: { predecessors: ['李前任'] } });
  });

  test('with amounts in 万元 and several ledgers, one of them without a row kept', () => {
    const header = ['客户号', '账号', '余额(万元)', '年日均(万元)', '客户经理'];
    const workbook = buildWorkbook({
      "李's 明细": [
        header,
        ['01', '620001', 12.34, 10.01, '李前任'],
        ['02', '620002', 0.07, 3, '别人'],
      ],
      明细二: [header, ['01', '620003', 1.1, '2.2', '李前任'], ['合计', null, 1.1, 2.2]],
      空明细: [header, ['合计', null, 0, 0]],
    });
    checkFormulas(workbook, { settings: { predecessors: ['李前任'] } });
  });

  test('for any ledger: amounts, managers, shared deposits, repeated rows', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 25 }), (rows) => {
        const header = ['客户号', '客户名称', '账号', '余额', '年日均', '到期日', '客户经理'];
        const own: TestCell[] = ['9', '自家', '9', 1, 1, '', '李前任'];
        const workbook = buildWorkbook({ 明细: [header, own, ...rows] });
        const options = { settings: { predecessors: ['李前任'] } };
        checkFormulas(workbook, options);
        expect(findDifferences(workbook, options)).toEqual(Array<number>(10).fill(0));
      }),
      { numRuns: 60 },
    );
  });
});

const amountArbitrary = fc.oneof(
  fc.integer({ min: -1_000_000, max: 900_000_000 }).map((fen) => fen / 100),
  fc.constantFrom<TestCell>(0, '', '1,234.5', '-'),
);
const rowArbitrary = fc
  .record({
    id: fc.integer({ min: 1, max: 8 }),
    account: fc.integer({ min: 1, max: 12 }),
    balance: amountArbitrary,
    average: amountArbitrary,
    maturity: fc.constantFrom('', '2025-12-01', '2026-02-01', '2027-01-01'),
    manager: fc.constantFrom('李前任', '钱同事', '李前任/钱同事', '孙同事', ''),
  })
  .map(({ id, account, balance, average, maturity, manager }): TestCell[] => [
    `00${String(id)}`,
    `客户${String(id)}`,
    `6220${String(account)}`,
    balance,
    average,
    maturity,
    manager,
  ]);

/** The reconciliation's differences: rows, then balance and daily average, twice. */
function findDifferences(workbook: RawWorkbook, options: BuildOptions): unknown[] {
  const [overview] = buildReport(workbook, options).sheets;
  const cells = overview?.blocks.flatMap((block) =>
    block.kind === 'cells' ? block.cells.flat() : [],
  );
  return (cells ?? []).flatMap(({ style, value }) =>
    style === 'check' || style === 'checkAmount' ? [value] : [],
  );
}

/** Evaluates every formula of a report; gives how many there were. */
function checkFormulas(workbook: RawWorkbook, options: BuildOptions = {}): number {
  const { sheets, ledgers } = buildReport(workbook, options);
  const laidOut = layOutCells(workbook, sheets, ledgers);
  const findCell: FindCell = (sheet, row, column) => {
    const cells = laidOut.get(sheet);
    if (cells === undefined) throw new Error(`no sheet ${sheet}`);
    return cells.get(keyOf(row, column))?.value ?? null;
  };
  let count = 0;
  for (const [sheet, cells] of laidOut) {
    for (const [at, { value, formula }] of cells) {
      if (formula === undefined) continue;
      count++;
      const computed = evaluateFormula(formula, sheet, findCell);
      const where = `${sheet} ${at} =${formula}`;
      if (typeof value === 'number' && typeof computed === 'number') {
        const tolerance = 1e-9 * Math.max(1, Math.abs(value)) + 1e-7;
        expect([where, Math.abs(computed - value) <= tolerance, computed, value]).toEqual([
          where,
          true,
          computed,
          value,
        ]);
      } else {
        expect([where, computed]).toEqual([where, value]);
      }
    }
  }
  return count;
}
