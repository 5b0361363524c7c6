import {
  appendText,
  createTextArena,
  hashBytes,
  internText,
} from '../../../../src/workbook/file/ooxml/textArena';
import { createTextTable } from '../../../../src/workbook/file/ooxml/textTable';
import { parseLongDecimal } from '../../../../src/workbook/file/ooxml/parseLongDecimal';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('interning', () => {
  it('gives equal texts one index', () => {
    const arena = createTextArena();
    const intern = (text: string): number =>
      internText(arena, encode(text), 0, encode(text).length);
    const texts = Array.from({ length: 5000 }, (_, i) => `文本 ${String(i)}`);
    const indexes = texts.map(intern);
    expect(texts.map(intern)).toEqual(indexes);
    expect(new Set(indexes).size).toBe(5000);
  });

  it('tells texts apart whose hashes are equal', () => {
    const arena = createTextArena();
    const [a, b] = [encode('costarring'), encode('liquid')];
    expect(hashBytes(a, 0, a.length)).toBe(hashBytes(b, 0, b.length));
    expect(internText(arena, a, 0, a.length)).not.toBe(internText(arena, b, 0, b.length));
    expect(internText(arena, b, 0, b.length)).toBe(1);
  });
});

describe('the table of texts', () => {
  const tableOf = (texts: readonly Uint8Array[]): ReturnType<typeof createTextTable> => {
    const arena = createTextArena();
    for (const text of texts) appendText(arena, text, 0, text.length);
    return createTextTable(arena);
  };
  const texts = Array.from({ length: 700 }, (_, i) =>
    ['', 'abc', '张三', '😀', '\ufeffx', 'é\u0000'].slice(0, (i % 7) + 1).join(String(i)),
  );

  it('has every text, in any order', () => {
    const table = tableOf(texts.map(encode));
    const order = texts.map((_, i) => (i * 331) % texts.length);
    expect(table.size).toBe(texts.length);
    expect(order.map((i) => table.get(i))).toEqual(order.map((i) => texts[i]));
  });

  it('decodes a block of texts with one call', () => {
    const table = tableOf(texts.map(encode));
    const decode = jest.spyOn(TextDecoder.prototype, 'decode');
    for (let i = 0; i < texts.length; i++) table.get(i);
    expect(decode).toHaveBeenCalledTimes(3);
    decode.mockRestore();
  });

  it('keeps broken UTF-8 from spilling into other texts', () => {
    const broken = [
      encode('前'),
      Uint8Array.of(0xe5, 0xbc),
      encode('后'),
      Uint8Array.of(0x80, 0x41),
    ];
    const table = tableOf(broken);
    expect(broken.map((_, i) => table.get(i))).toEqual(['前', '\ufffd', '后', '\ufffdA']);
  });
});

it('numbers of many digits are parsed without a string, unless they are too close to call', () => {
  const parse = (text: string): number => parseLongDecimal(encode(text), 0, text.length);
  for (const text of ['1234567.8900000001', '-0.12345678901234567', '9007199254740993', '0.000']) {
    expect(parse(text)).toBe(Number(text));
  }
  for (const text of ['', '.', '-', '1e5', '1.2.3', ' 1', '12345678901234567890']) {
    expect(parse(text)).toBeNaN();
  }
});
