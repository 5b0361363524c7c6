import { isBuiltInDateFormat, isDateFormat } from '../../src/workbook/dateFormat';
import { parseIsoDate } from '../../src/workbook/file/ooxml/parseIsoDate';

describe('a number format shows dates', () => {
  it.each([
    'yyyy-mm-dd',
    'yyyy/m/d;@',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月"',
    '[$-F800]dddd, mmmm dd, yyyy',
    '[$-F400]h:mm:ss AM/PM',
    '上午/下午h"时"mm"分"',
    'mm:ss.0',
    '[h]:mm:ss',
    '[mm]:ss',
    '[Red]d',
    '\\d d',
    'aaaa',
    'm/d/yy h:mm',
    '[$-411]ge.m.d',
  ])('%s', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });
});

describe('a number format shows no dates', () => {
  it.each([
    'General',
    'G/通用格式',
    '0',
    '0.00',
    '#,##0.00',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
    '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '0.00E+00',
    '##0.0E+0',
    '@',
    '0%',
    '# ?/?',
    '"day"0',
    '0"天 days"',
    '[Red]0',
    '[$¥-804]#,##0.00',
    '[>=100]0;[Red]0',
    '[DBNum2]General',
    '0.00 USD',
    '\\y\\m\\d0',
    '',
    ';;;',
  ])('%s', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });
});

it('built-in date formats are 14–22, 27–36, 45–47 and 50–58', () => {
  const ids = Array.from({ length: 200 }, (_, id) => id).filter(isBuiltInDateFormat);
  const range = (a: number, b: number): number[] =>
    Array.from({ length: b - a + 1 }, (_, i) => a + i);
  expect(ids).toEqual([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
});

describe('an ISO date as a serial', () => {
  it.each([
    ['2025-11-30', false, 45991],
    ['2025-11-30', true, 45991 - 1462],
    ['2025-11-30T06:00:00Z', false, 45991.25],
    ['1900-01-01', false, 1],
    ['1900-02-28', false, 59],
    ['1900-03-01', false, 61],
    ['12:00:00', false, 0.5],
    ['1904-01-01', true, 0],
    ['1899-12-31', false, NaN],
    ['2025-02-30', false, NaN],
    ['soon', false, NaN],
    ['', false, NaN],
  ])('%s (1904: %s) is %d', (text, date1904, serial) => {
    expect(parseIsoDate(text, date1904)).toBe(serial);
  });
});
