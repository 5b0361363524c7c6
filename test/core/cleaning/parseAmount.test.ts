import fc from 'fast-check';
import {
  amountFromNumber,
  BLANK_AMOUNT,
  losesDecimals,
  parseAmount,
} from '../../../src/core/cleaning/parseAmount';

describe('parseAmount (SPEC 2, Amounts)', () => {
  test.each([
    ['1234.56', 123456],
    ['1,234.56', 123456],
    ['1,234,567.8', 123456780],
    ['12,3456.78', 12345678],
    ['８，７３７．７５', 873775],
    ['\u30008，737.75', 873775],
    ['¥1,234.50', 123450],
    ['￥1,234.50', 123450],
    ['1234.5元', 123450],
    ['1234.5 RMB', 123450],
    ['CNY 1234.5', 123450],
    ['人民币1234.5元', 123450],
    ['-1234.5', -123450],
    ['−1234.5', -123450],
    ['1234.5-', -123450],
    ['(1,234.50)', -123450],
    ['（1,234.50）', -123450],
    ['¥-5', -500],
    ['-¥5', -500],
    ['+5', 500],
    ['1.2E+05', 12000000],
    ['1.5e3', 150000],
    ['1.2万', 1200000],
    ['3亿', 30000000000],
    ['0', 0],
    ['.5', 50],
    ['7.', 700],
    ["'12.5", 1250],
    [' 951.85元\u00a0', 95185],
    ['\t3432.82', 343282],
    ['\ufeff1.00', 100],
  ])('%j is %d fen', (text, fen) => {
    expect(parseAmount(text, 0)).toBe(fen);
  });

  test.each(['', ' ', '-', '--', '—', '——', 'null', 'NULL', 'N/A', 'n/a', '无', '－'])(
    '%j is blank',
    (text) => {
      expect(parseAmount(text, 0)).toBe(BLANK_AMOUNT);
    },
  );

  test.each([
    'abc',
    '#N/A',
    '1,2,3',
    '12,34.5',
    '1.2.3',
    '-5-',
    '(-5)',
    '5%',
    '待核',
    '1 or 2',
    '9e99',
  ])('%j is unreadable', (text) => {
    expect(parseAmount(text, 0)).toBeNaN();
  });

  test.each([
    ['1.005', 0, 101],
    ['1.0049', 0, 100],
    ['-1.005', 0, -101],
    ['2.675', 0, 268],
    ['1.441295', 4, 1441295],
    ['0.1234565', 4, 123457],
    ['0.12345649', 4, 123456],
  ])('%s in 10^%d yuan rounds half away from zero to %d fen', (text, unit, fen) => {
    expect(parseAmount(text, unit)).toBe(fen);
  });

  test('reads back every amount of fen however it is grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e14, max: 9e14 }), fc.boolean(), (fen, grouped) => {
        const size = Math.abs(fen);
        const whole = String(Math.floor(size / 100));
        const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
        const text = `${fen < 0 ? '-' : ''}${shown}.${String(size % 100).padStart(2, '0')}`;
        expect(parseAmount(text, 0)).toBe(fen);
      }),
    );
  });
});

describe('amountFromNumber (SPEC 2: exact to the fen, never in binary fractions)', () => {
  test.each([
    [1.005, 0, 101],
    [-1.005, 0, -101],
    [2.675, 0, 268],
    [4480.74, 0, 448074],
    [1.441295, 4, 1441295],
    [0.1 + 0.2, 0, 30],
  ])('%d in 10^%d yuan is %d fen', (value, unit, fen) => {
    expect(amountFromNumber(value, unit)).toBe(fen);
  });

  test('agrees with the decimal text of the number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e10, max: 1e10, noNaN: true }), (value) => {
        expect(amountFromNumber(value, 0)).toBe(parseAmount(String(value), 0));
      }),
    );
  });

  test('an amount beyond the exact integers is unreadable', () => {
    expect(amountFromNumber(1e15, 0)).toBeNaN();
    expect(parseAmount('1000000000000000', 0)).toBeNaN();
    expect(amountFromNumber(9e13, 0)).toBe(9e15);
  });

  test('tells a number that fen cannot hold', () => {
    expect(losesDecimals(1.23, 0)).toBe(false);
    expect(losesDecimals(1.234, 0)).toBe(true);
    expect(losesDecimals(1.234567, 4)).toBe(false);
  });
});

test('a cell that names its own unit means it, also in a column of 万元 (SPEC 2, Amounts)', () => {
  expect(parseAmount('1.5万', 4)).toBe(1_500_000);
  expect(parseAmount('1.5', 4)).toBe(1_500_000);
  expect(parseAmount('0.02亿', 4)).toBe(200_000_000);
});
