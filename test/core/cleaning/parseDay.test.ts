import fc from 'fast-check';
import {
  civilOf,
  dayFromNumber,
  dayOf,
  isoDay,
  parseDay,
  UNREADABLE_DAY,
} from '../../../src/core/cleaning/parseDay';

const NONE = 0;

describe('parseDay (SPEC 2, Dates)', () => {
  test.each([
    '20251130',
    '2025-11-30',
    '2025/11/30',
    '2025.11.30',
    '2025年11月30日',
    '2025-11-30 00:00:00',
    '2025-11-30T08:30:00',
    '2025/11/30 9:05',
    '20251130.0',
    '２０２５－１１－３０',
    ' 2025年 11月 30日 ',
    '46356'.replace('46356', '45991'),
  ])('%j is the last day of November 2025', (text) => {
    expect(isoDay(parseDay(text))).toBe('2025-11-30');
  });

  test.each(['', '0', '00000000', '99991231', '9999-12-31', '9999年12月31日', '-', '无', 'null'])(
    '%j is no date',
    (text) => {
      expect(parseDay(text)).toBe(NONE);
    },
  );

  test.each(['20251341', '2025-02-29', '2025-04-31', 'abc', '2025-11', '18991231', '长期'])(
    '%j is an impossible date',
    (text) => {
      expect(parseDay(text)).toBe(UNREADABLE_DAY);
    },
  );

  test('knows leap years', () => {
    expect(isoDay(parseDay('2024-02-29'))).toBe('2024-02-29');
    expect(parseDay('2100-02-29')).toBe(UNREADABLE_DAY);
    expect(isoDay(parseDay('2000-02-29'))).toBe('2000-02-29');
  });
});

describe('days as serials of Excel', () => {
  test('45991 is 2025-11-30 and 61 is 1900-03-01', () => {
    expect(dayOf(2025, 11, 30)).toBe(45991);
    expect(dayOf(1900, 3, 1)).toBe(61);
    expect(dayOf(1900, 1, 1)).toBe(1);
  });

  test('a serial of the 1904 system is moved to the 1900 system', () => {
    expect(dayFromNumber(45991 - 1462, true)).toBe(45991);
  });

  test('digits of a date in a number cell are that date, a time is dropped', () => {
    expect(dayFromNumber(20251130, false)).toBe(45991);
    expect(dayFromNumber(45991.75, false)).toBe(45991);
    expect(dayFromNumber(0, false)).toBe(NONE);
    expect(dayFromNumber(2958465, false)).toBe(NONE);
    expect(dayFromNumber(-5, false)).toBe(UNREADABLE_DAY);
  });

  test('every day survives the way to year, month, day and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109000 }), (serial) => {
        const { year, month, day } = civilOf(serial);
        expect(dayOf(year, month, day)).toBe(serial);
        expect(parseDay(isoDay(serial))).toBe(serial);
      }),
    );
  });
});
