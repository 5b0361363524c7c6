import { SET_ASIDE_REASONS } from '../../../src/core';
import {
  analyze,
  buildWorkbook,
  listSetAside,
  type TestCell,
  type TestRows,
} from '../buildWorkbook';

const HEADER = ['客户号', '客户名称', '账号', '余额', '年日均', '到期日', '客户经理', '备注'];
const deposit = (
  account: TestCell,
  [balance, average]: readonly [TestCell, TestCell] = [100, 100],
  [day, remark]: readonly [TestCell, TestCell] = [null, null],
): TestCell[] => ['0012345', '张三', account, balance, average, day, '王五', remark];

const analyzeRows = (...rows: TestRows) => analyze(buildWorkbook({ 明细: [HEADER, ...rows] }));
const reasonsOf = (...rows: TestRows) => listSetAside(analyzeRows(...rows), SET_ASIDE_REASONS);

describe('duplicates are compared cleaned (SPEC 2, Rows set aside)', () => {
  test('a blank amount beside a present one is 0', () => {
    expect(reasonsOf(deposit('1001', [100, '—']), deposit('1001', [100, '0.00']))).toEqual([
      [3, 'duplicate'],
    ]);
  });

  test('0, 99991231 and an impossible date are no date', () => {
    const dates = [null, '0', '99991231', '2025-02-30', '00000000'];
    const rows = dates.map((day) => deposit('1001', undefined, [day, null]));
    expect(reasonsOf(...rows)).toEqual([3, 4, 5, 6].map((row) => [row, 'duplicate']));
  });

  test('amounts of one size in other spellings', () => {
    expect(
      reasonsOf(deposit('1001', [12345.6, 1]), deposit('1001', ['1.23456万', '￥１．００'])),
    ).toEqual([[3, 'duplicate']]);
  });
});

describe('lines that are no deposits (SPEC 2, Rows set aside)', () => {
  test('a count beside the label of a total is no account', () => {
    const total = ['合　计', null, '79笔', 100, 100];
    expect(reasonsOf(deposit('1001'), total)).toEqual([[3, 'total']]);
    expect(reasonsOf(deposit('1001'), ['共 256 户', '总计', null, 100])).toEqual([[3, 'total']]);
  });

  test('a row with an amount and no key is no footer, whatever its remark', () => {
    const keyless = [null, null, null, 7, 7, null, '王五', '复核中'];
    expect(reasonsOf(deposit('1001'), keyless)).toEqual([[3, 'no key']]);
    expect(reasonsOf(deposit('1001'), ['复核：王五', null, null, null])).toEqual([[3, 'footer']]);
  });
});

describe('control total, compared as printed (SPEC 2)', () => {
  test('decimals beyond the fen are summed before they are rounded', () => {
    const rows = ['1001', '1002', '1003'].map((account) => deposit(account, ['0.004', 0.335]));
    const stateOf = (balance: TestCell, average: TestCell) =>
      analyzeRows(...rows, ['合计', null, null, balance, average]).controlTotal.state;
    expect(stateOf('0.012', 1.005)).toBe('matched');
    expect(stateOf('0.01', '1.005')).toBe('matched');
    expect(stateOf('0.03', '1.005')).toBe('differs');
    expect(stateOf('0.012', 1.02)).toBe('differs');
  });

  test('negative amounts lose their decimals on the same side', () => {
    const rows = ['1001', '1002'].map((account) => deposit(account, ['(0.336)', -0.336]));
    const { controlTotal } = analyzeRows(...rows, ['合计', null, null, '-0.672', '0.672-']);
    expect(controlTotal.state).toBe('matched');
  });
});
