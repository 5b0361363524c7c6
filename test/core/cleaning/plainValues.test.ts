import fc from 'fast-check';
import { parseAmount } from '../../../src/core/cleaning/parseAmount';
import { parseDay } from '../../../src/core/cleaning/parseDay';
import { readPlainAmount } from '../../../src/core/cleaning/plainAmount';
import { NOT_PLAIN, readPlainDay } from '../../../src/core/cleaning/plainDay';
import { encodeTexts } from '../encodeTexts';
import { createTextUnits, type TextUnits } from '../../../src/core/cleaning/textUnits';

function unitsOf(text: string): { units: Uint16Array; length: number } {
  const units: TextUnits = createTextUnits({ size: 1, get: () => text });
  return { length: units.take(0), units: units.units };
}

const PADDING = ['', ' ', '\t', '\u3000', '\u00a0', '\ufeff', '\u200b', ' \u3000'];
const padding = fc.constantFrom(...PADDING);
const wide = (text: string) =>
  text.replace(/[0-9.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('texts as units', () => {
  const table = (texts: readonly string[]) => ({
    size: texts.length,
    get: (index: number) => texts[index] ?? '',
  });

  test('are the same from bytes as from strings, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 })), (texts) => {
        const plain = createTextUnits(table(texts));
        const fast = createTextUnits({ ...table(texts), utf8: encodeTexts(texts) });
        texts.forEach((text, index) => {
          const length = fast.take(index);
          const isBasic = text.length <= 64 && !/[\ud800-\udfff]/.test(text);
          expect(length >= 0).toBe(isBasic);
          if (length < 0) return;
          expect(length).toBe(plain.take(index));
          expect(fast.units.slice(0, length)).toEqual(plain.units.slice(0, length));
        });
      }),
    );
  });

  test.each([
    [0xc3],
    [0xe5, 0x85],
    [0x41, 0x80],
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xc3, 0x41],
    [0xf0, 0x9f, 0x98, 0x80],
    [0xff],
  ])('leave broken and four-byte UTF-8 to the decoder: %p', (...bytes) => {
    const utf8 = {
      bytes: Uint8Array.from([...bytes, 0x80]),
      starts: Uint32Array.of(0, bytes.length),
    };
    expect(createTextUnits({ ...table(['']), utf8 }).take(0)).toBe(-1);
  });
});

describe('readPlainAmount', () => {
  const spelled = fc
    .record({
      // In 万元 as well, no more than the 15 digits that the plain reading takes.
      fen: fc.integer({ min: -1e9, max: 1e10 }),
      before: padding,
      after: padding,
      spell: fc.constantFrom<(plain: string) => string>(
        (plain) => plain,
        (plain) => plain.replace(/\B(?=(\d{3})+\.)/g, ','),
        (plain) => `${plain}元`,
        (plain) => (plain.startsWith('-') ? plain : `¥${plain}`),
        (plain) => `${plain} RMB`,
        (plain) => `${plain}CNY`,
        wide,
      ),
    })
    .map(({ fen, before, after, spell }) => before + spell((fen / 100).toFixed(2)) + after);

  test('reads what exports print, as parseAmount does', () => {
    fc.assert(
      fc.property(spelled, fc.constantFrom(0, 4), (text, unit) => {
        const { units, length } = unitsOf(text);
        const fen = readPlainAmount(units, length, unit);
        expect(fen).not.toBeNaN();
        expect(fen).toBe(parseAmount(text, unit));
      }),
    );
  });

  test('never reads otherwise than parseAmount, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...Array.from('0123459.,-+()¥元万亿eE％５，．－ \u3000'),
      'RMB',
      'CNY',
      '人民币',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.constantFrom(0, 4), (parts, unit) => {
        const text = parts.join('');
        const { units, length } = unitsOf(text);
        const fen = readPlainAmount(units, length, unit);
        if (!Number.isNaN(fen)) expect(fen).toBe(parseAmount(text, unit));
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['', ' ', '-', '元', 'RMB', ' RMB', '¥', ','])('%j is left to parseAmount', (text) => {
    const { units, length } = unitsOf(text);
    expect(readPlainAmount(units, length, 0)).toBeNaN();
    expect(parseAmount(text, 0)).not.toBe(0);
  });
});

describe('readPlainDay', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const spelled = fc
    .record({
      year: fc.integer({ min: 1900, max: 2199 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
      spell: fc.constantFrom<(year: number, month: number, day: number) => string>(
        (year, month, day) => `${String(year)}-${two(month)}-${two(day)}`,
        (year, month, day) => `${String(year)}/${String(month)}/${String(day)}`,
        (year, month, day) => `${String(year)}.${two(month)}.${two(day)}`,
        (year, month, day) => `${String(year)}年${String(month)}月${two(day)}日`,
        (year, month, day) => `${String(year)}${two(month)}${two(day)}`,
      ),
    })
    .map(({ year, month, day, spell }) => spell(year, month, day));

  test('reads what exports print, as parseDay does', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        const { units, length } = unitsOf(text);
        const day = readPlainDay(units, length);
        expect(day).not.toBe(NOT_PLAIN);
        expect(day).toBe(parseDay(text));
      }),
    );
  });

  test('never reads otherwise than parseDay, whatever the text', () => {
    const digits = fc.constantFrom('1', '2', '9', '0', '19', '20', '2025', '9999', '12', '31');
    const pieces = fc.oneof(digits, digits, fc.constantFrom(...Array.from('-/.年月日 T:x')));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const { units, length } = unitsOf(text);
        const day = readPlainDay(units, length);
        if (day !== NOT_PLAIN) expect(day).toBe(parseDay(text));
      }),
      { numRuns: 5000 },
    );
  });
});
