import fc from 'fast-check';
import { messages } from '../../src/messages';
import { formatAmount, formatCount } from '../../src/messages/formatAmount';

describe('Numbers and days as text', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100, '1.00'],
    [123_456_789, '1,234,567.89'],
    [-100_000, '-1,000.00'],
    [-0, '0.00'],
  ])('%d fen are %s', (fen, text) => {
    expect(formatAmount(fen)).toBe(text);
  });

  test('an amount read back is the same, to the fen', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(BigInt(formatAmount(fen).replace(/[,.]/g, ''))).toBe(BigInt(fen));
      }),
    );
  });

  test('counts are grouped', () => {
    expect([0, 999, 1000, 1_234_567, -1000].map(formatCount)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '-1,000',
    ]);
  });

  test.each([
    [123_456_00, '12.35万', '123.46k'],
    [12_300_000_00, '1,230万', '12.3m'],
    [123_000_000_00, '1.23亿', '123m'],
    [8_000_00, '8,000元', '8,000'],
    [-123_456_00, '-12.35万', '-123.46k'],
    [0, '0元', '0'],
  ])('%d fen in short', (fen, chinese, english) => {
    expect(messages('zh-CN').format.shortAmount(fen)).toBe(chinese);
    expect(messages('en').format.shortAmount(fen)).toBe(english);
  });

  test('days and shares', () => {
    const { day, share, list } = messages('zh-CN').format;
    expect(day(45991)).toBe('2025-11-30');
    expect(share(0.6)).toBe('60.0%');
    expect(list(['甲', '乙'])).toBe('甲、乙');
  });
});
