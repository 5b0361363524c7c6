import fc from 'fast-check';
import { createSecretFinder } from '../../../../src/workbook/file/sharing/findSecrets';
import { maskText } from '../../../../src/workbook/file/sharing/maskText';
import type { Scope } from '../../../../src/workbook/file/sharing/secret';
import type { SecretKind } from '../../../../src/workbook/workbook';

const known = new Map<string, SecretKind>([
  ['13900001234', 'phone'],
  ['6222000012345678901', 'accountNo'],
  ['80123456', 'accountNo'],
  ['11010119900307425X', 'idNo'],
  ['E12345678', 'idNo'],
]);
const find = createSecretFinder({ secrets: known, readable: new Set(['34092924', '13777777777']) });
const mask = (text: string, scope: Scope = 'text'): string => maskText(text, find(text, scope));

test.each([
  '2025-11-30 13:45:59',
  '20251130',
  '1,234,567.89',
  '12345678901.25',
  '合计 98,765,432,100.00 元',
  '0034092924',
  '编号 34092924，第 123456 号',
  '13777777777',
  '尾号8901',
  '139****1234',
  'C001-2025-0001',
  '3.14159265358979',
  '9.1399999999999997',
  '0.18600001111222',
  '2025年11月30日至2026年11月30日',
])('%s is no number to hide', (text) => {
  expect(mask(text)).toBe(text);
});

test.each([
  ['13900001234', '139****1234'],
  ['0013900001234', '001******1234'],
  ['8613900001234', '86139****1234'],
  ['(139)0000-1234', '(139)****-1234'],
  ['139.0000.1234', '139.****.1234'],
  ['1.18600001111，2.18600002222', '1.186****1111，2.186****2222'],
  ['18600001111,18600002222/18600003333', '186****1111,186****2222/186****3333'],
  ['18600001111、18600002222', '186****1111、186****2222'],
  ['护照E12345678', '护照E*******8'],
  ['110101 19900307 425x', '1***** ******** ***x'],
  ['账号80123456', '账号****3456'],
  ['6222000012345678901.0', '***************8901.0'],
])('%s becomes %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test('in its own column also a short number is hidden, an amount column has none', () => {
  expect(mask('010-87654321', 'phone')).toBe('010-****4321');
  expect(mask('12345', 'accountNo')).toBe('***45');
  expect(mask('80123456', 'figure')).toBe('80123456');
  expect(mask('0034092924', 'customerId')).toBe('0034092924');
  expect(mask('80123456', 'customerId')).toBe('****3456');
});

test('however a known number is spaced and whatever stands around it, it is hidden and all else stays', () => {
  const separator = fc.constantFrom('', '', ' ', '-', '\u3000', '\u200b', '\u00a0');
  const around = fc.constantFrom('', '电话', 'a ', '。', ' / ', '（', '1', '20251130');
  const widths = fc.constantFrom(0, 0xfee0);
  fc.assert(
    fc.property(
      fc.constantFrom('13900001234', '6222000012345678901'),
      fc.array(separator, { minLength: 18, maxLength: 18 }),
      around,
      around,
      widths,
      (number, separators, before, behind, width) => {
        const isTight = /\d$/.test(before) || /^\d/.test(behind);
        const digits = Array.from(number, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + width),
        );
        const text =
          before +
          digits.reduce(
            (all, digit, i) => all + (isTight ? '' : (separators[i - 1] ?? '')) + digit,
          ) +
          behind;
        const masked = mask(text);
        expect(masked.normalize('NFKC').replace(/[^\d*]/g, '')).not.toContain(number);
        expect(masked).toHaveLength(text.length);
        if (!isTight) expect(masked.startsWith(before) && masked.endsWith(behind)).toBe(true);
        expect(mask(masked)).toBe(masked);
      },
    ),
    { numRuns: 500 },
  );
});
