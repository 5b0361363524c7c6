import type { Analysis } from '../../../src/core';
import { analyze, buildWorkbook, type TestCell, type TestRows } from '../buildWorkbook';

const HEADER = ['客户号', '客户名称', '账号', '余额', '年日均', '到期日', '客户经理', '占比(%)'];
const row = (manager: TestCell, share: TestCell = null, day: TestCell = null): TestCell[] => [
  '0012345',
  '张三',
  '1001',
  100,
  100,
  day,
  manager,
  share,
];

const analyzeSheets = (...sheets: readonly TestRows[]) =>
  analyze(
    buildWorkbook(
      Object.fromEntries(sheets.map((rows, i) => [`明细${String(i)}`, [HEADER, ...rows]])),
    ),
  );

function partsOf({ customers, managers }: Analysis): Record<string, number> {
  const parts = [...customers.partManager].map((manager, i) => [
    managers[manager]?.name ?? '',
    customers.partBalanceFen[i],
  ]);
  return Object.fromEntries(parts) as Record<string, number>;
}

describe('deposits under different managers (SPEC 2)', () => {
  test('one manager named with and without a code is not two', () => {
    const analysis = analyzeSheets([row('王五'), row('王五(01234)')]);
    expect(analysis.customers.deposits[0]).toBe(2);
    expect(analysis.totals.balanceFen).toBe(20000);
  });

  test('a row that names no manager is a deposit of its own', () => {
    const analysis = analyzeSheets([row('王五'), row(null)]);
    expect(analysis.customers.deposits[0]).toBe(2);
    expect(analysis.customers.crossOwned[0]).toBe(0);
  });

  test('an impossible date is none, as the same deposit may have it', () => {
    const analysis = analyzeSheets([row('王五', null, '2025-02-30'), row('赵六', null, '0')]);
    expect(analysis.customers.deposits[0]).toBe(1);
    expect(partsOf(analysis)).toEqual({ 王五: 5000, 赵六: 5000 });
  });

  test('two deposits alike, each shared by the same two, stay two', () => {
    const pair = (day: TestCell) => [row('王五', null, day), row('赵六', null, day)];
    const analysis = analyzeSheets([...pair(null), ...pair('20260101')]);
    expect(analysis.customers.deposits[0]).toBe(2);
    expect(partsOf(analysis)).toEqual({ 王五: 10000, 赵六: 10000 });
  });
});

describe('shares (SPEC 1: 0–100 or 0–1)', () => {
  test('each sheet has its own scale', () => {
    const analysis = analyzeSheets(
      [row('王五', 70), row('赵六', 30)],
      [row('王五', 0.5, '20260101'), row('赵六', 0.5, '20260101')],
    );
    expect(partsOf(analysis)).toEqual({ 王五: 12000, 赵六: 8000 });
    expect(analysis.warnings.map(({ code }) => code)).not.toContain('shares.scaled');
  });

  test('a lone 1 on the scale of 0–1 is the whole', () => {
    const analysis = analyzeSheets([row('王五', 1)], [row('赵六', 100, '20260101')]);
    expect(partsOf(analysis)).toEqual({ 王五: 10000, 赵六: 10000 });
  });
});
