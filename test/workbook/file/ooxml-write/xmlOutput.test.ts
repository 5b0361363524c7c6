import fc from 'fast-check';
import {
  putInteger,
  putNumber,
  putText,
} from '../../../../src/workbook/file/ooxml/write/putValues';
import {
  createRowNumber,
  createXmlOutput,
  markupChunks,
  putMarkup,
  putNumbered,
  putStamp,
  setRowNumber,
  stampOf,
  writtenText,
  type XmlOutput,
} from '../../../../src/workbook/file/ooxml/write/xmlOutput';
import { escapeText, toXstring } from '../../../../src/workbook/file/ooxml/write/xmlText';

function written(put: (out: XmlOutput) => void): string {
  const out = createXmlOutput();
  put(out);
  return writtenText(out);
}

const money = fc
  .tuple(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 99 }))
  .map(([yuan, fen]) => Number(`${String(yuan)}.${String(fen).padStart(2, '0')}`));

describe('numbers as bytes', () => {
  test('a number is written as JavaScript writes it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger(), money),
        (value) => {
          expect(
            written((out) => {
              putNumber(out, value);
            }),
          ).toBe(String(value));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([0, -0, 0.01, -0.01, 0.1, 0.1 + 0.2, 1e15, 1e21, -1e-7, 999999999.99, 1e9, 4294967296])(
    '%d is written as JavaScript writes it',
    (value) => {
      expect(
        written((out) => {
          putNumber(out, value);
        }),
      ).toBe(String(value));
    },
  );

  test('a count is written in full up to 2^53', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(
          written((out) => {
            putInteger(out, value);
          }),
        ).toBe(String(value));
      }),
    );
  });
});

describe('texts and markup as bytes', () => {
  test('the fast way escapes as the plain way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          written((out) => {
            putText(out, text);
          }),
        ).toBe(escapeText(toXstring(text)));
      }),
      { numRuns: 2000 },
    );
  });

  test('what XML forbids is escaped, what it allows is not', () => {
    expect(toXstring('\u0000\u001f\r\ufffe\uffff')).toBe('_x0000__x001F__x000D__xFFFE__xFFFF_');
    expect(toXstring('\ud800a\udc00')).toBe('_xD800_a_xDC00_');
    expect(toXstring('\t\n\u007f\u0085\ufffd😀')).toBe('\t\n\u007f\u0085\ufffd😀');
    expect(
      written((out) => {
        putText(out, '\ufffe<');
      }),
    ).toBe('_xFFFE_&lt;');
  });

  test('an escape that would arise from two texts is escaped', () => {
    expect(toXstring('_x0041\u0001')).toBe('_x005F_x0041_x0001_');
    expect(toXstring('_x0041_x0042_')).toBe('_x005F_x0041_x005F_x0042_');
    expect(toXstring('_x004_ _X0041_')).toBe('_x004_ _X0041_');
  });

  test('a stamp is its markup, of any length and beyond the first buffer', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 50 }), (texts) => {
        const joined = written((out) => {
          for (const text of texts) putStamp(out, stampOf(text));
        });
        expect(joined).toBe(texts.join(''));
      }),
    );
    const long = '客户'.repeat(200_000);
    expect(
      written((out) => {
        putStamp(out, stampOf(long));
      }),
    ).toBe(long);
    expect(
      written((out) => {
        putMarkup(out, long);
      }),
    ).toBe(long);
  });

  test('a row number stands between its neighbours', () => {
    const row = createRowNumber();
    for (const value of [1, 9, 10, 99_999, 1_048_576]) {
      setRowNumber(row, value);
      expect(
        written((out) => {
          putNumbered(out, stampOf('<c r="AB'), row, stampOf('">'));
        }),
      ).toBe(`<c r="AB${String(value)}">`);
    }
  });
});

test('markup longer than a chunk comes whole, pairs unbroken', () => {
  const markup = `a${'😀'.repeat(200_000)}`;
  const chunks = [...markupChunks(createXmlOutput(), markup)];
  expect(chunks.length).toBeGreaterThan(1);
  expect(Buffer.concat(chunks).toString()).toBe(markup);
});
