import fc from 'fast-check';
import { cleanId, idKey } from '../../../src/core/cleaning/cleanText';
import { createIdDictionary } from '../../../src/core/cleaning/idDictionary';

/** The plain version: a map of strings by their keys. */
function createPlainDictionary() {
  const shown = [''];
  const codes = new Map([['', 0]]);
  return {
    shown,
    codeOf(id: string): number {
      const key = idKey(id);
      const code = codes.get(key) ?? shown.push(id) - 1;
      codes.set(key, code);
      if (id.length > (shown[code] ?? '').length) shown[code] = id;
      return code;
    },
  };
}

const digits = fc.string({
  unit: fc.constantFrom(...Array.from('0012345')),
  minLength: 1,
  maxLength: 32,
});
const short = fc.string({ unit: fc.constantFrom('0', '1'), minLength: 1, maxLength: 4 });
const other = fc.constantFrom('A1', 'a1', '62*01', '-5', '1.5', '0x1', '00A', '甲1');
const spelled = fc
  .tuple(fc.oneof(digits, short), fc.constantFrom('', ' ', '\t', '\u3000', '\ufeff', '\u200b'))
  .map(([id, padding]) => padding + id + padding);
const wide = digits.map((id) =>
  id.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
);

function take(text: string): { units: Uint16Array; length: number } {
  return { units: Uint16Array.from(text, (char) => char.charCodeAt(0)), length: text.length };
}

describe('id dictionary (SPEC 2, Ids)', () => {
  test('gives the codes and shown forms of a plain map, from units as from strings', () => {
    let fromUnits = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(digits, short, spelled, wide, other)), (texts) => {
        const plain = createPlainDictionary();
        const fast = createIdDictionary();
        const codes = texts.map((text) => {
          const { units, length } = take(text);
          const code = fast.codeOfUnits(units, length);
          if (code >= 0) fromUnits++;
          return code >= 0 ? code : fast.codeOf(cleanId(text));
        });
        expect(codes).toEqual(texts.map((text) => plain.codeOf(cleanId(text))));
        expect(codes.map((code) => fast.shown(code))).toEqual(
          codes.map((code) => plain.shown[code]),
        );
        expect(fast.size).toBe(plain.shown.length);
        texts.forEach((text, index) => {
          const { units, length } = take(text);
          if (fast.isSpelled(codes[index] ?? 0, units, length)) {
            expect(fast.shown(codes[index] ?? 0)).toBe(text);
          }
        });
      }),
    );
    expect(fromUnits).toBeGreaterThan(100);
  });

  test('gives a number the code of its digits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999_999_999_999_999 })), (values) => {
        const fast = createIdDictionary();
        for (const value of [...values, 0, 999_999_999, 1_000_000_000, 999_999_999_999_999]) {
          const code = fast.codeOfNumber(value);
          expect(idKey(fast.shown(code))).toBe(String(value));
          expect(fast.codeOf(`000${String(value)}`)).toBe(code);
        }
      }),
    );
  });

  test('knows its own shown form by the units', () => {
    const ids = createIdDictionary();
    const code = ids.codeOf('00123');
    expect(ids.isSpelled(code, take('00123').units, 5)).toBe(true);
    expect(ids.isSpelled(code, take('123').units, 3)).toBe(false);
    expect(ids.isSpelled(code, take(' 0123').units, 5)).toBe(false);
  });

  test('keeps an id that lost digits apart from exact ones', () => {
    const ids = createIdDictionary();
    const exact = ids.codeOf('6222021234567890000');
    const lossy = ids.codeOfLossy('6222021234567890000');
    expect(lossy).not.toBe(exact);
    expect(ids.isLossy(lossy)).toBe(true);
    expect(ids.isLossy(exact)).toBe(false);
    expect(ids.shown(lossy)).toBe('6222021234567890000');
  });

  test('finds every id again after growing', () => {
    const ids = createIdDictionary();
    const all = Array.from({ length: 5000 }, (_, i) => String(i * 7_919_000_000_001));
    const codes = all.map((id) => ids.codeOf(id));
    expect(new Set(codes).size).toBe(all.length);
    expect(all.map((id) => ids.codeOf(id))).toEqual(codes);
  });
});
