import fc from 'fast-check';
import {
  cellName,
  parseRange,
  quotedSheetName,
  rangeName,
} from '../../../../src/workbook/file/ooxml/write/cellReference';
import {
  mapFormulaRows,
  shiftFormulaRows,
} from '../../../../src/workbook/file/ooxml/write/formulaRows';
import { createRowMap, mapSqref } from '../../../../src/workbook/file/ooxml/write/rowMap';
import { richLedgerPlan } from './richLedger';

/** A map for data in rows 2 to 501 (0-based 1 to 500) of which every kept row is given. */
function mapOf(order: readonly number[], rowCount = 501) {
  return createRowMap(richLedgerPlan({ headerRow: 0, order: Uint32Array.from(order) }), rowCount);
}

const shuffled = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), {
  minLength: 100,
  maxLength: 500,
});

describe('ranges after the rows have moved', () => {
  test('a few rows travel one by one, wherever they go', () => {
    fc.assert(
      fc.property(
        shuffled,
        fc.integer({ min: 1, max: 480 }),
        fc.integer({ min: 0, max: 20 }),
        (order, first, more) => {
          const map = mapOf(order);
          const last = first + more;
          const ranges = map.mapRange({
            firstRow: first,
            lastRow: last,
            firstColumn: 0,
            lastColumn: 0,
          });
          const rows = ranges.flatMap(({ firstRow, lastRow }) =>
            Array.from({ length: lastRow - firstRow + 1 }, (_, i) => firstRow + i),
          );
          const expected = order.flatMap((row, i) => (row >= first && row <= last ? [i + 1] : []));
          expect(rows).toEqual(expected);
        },
      ),
    );
  });

  test('a range over all rows that stay covers all data rows, titles included or not', () => {
    fc.assert(
      fc.property(shuffled, fc.boolean(), (order, withHeader) => {
        const map = mapOf(order);
        const first = withHeader ? 0 : 1;
        expect(
          map.mapRange({ firstRow: first, lastRow: 500, firstColumn: 2, lastColumn: 3 }),
        ).toEqual([{ firstRow: first, lastRow: order.length, firstColumn: 2, lastColumn: 3 }]);
      }),
    );
  });

  test('a range that reaches past the data keeps its end', () => {
    const map = mapOf([3, 1, 2]);
    expect(mapSqref(map, 'A2:A10000')).toEqual({ sqref: 'A2:A10000', shift: 0 });
    expect(mapSqref(map, 'A1:A1048576 C2:C501')).toEqual({
      sqref: 'A1:A1048576 C2:C4',
      shift: 0,
    });
  });

  test('a range that ends with the last row that stays covers all, however few they are', () => {
    const map = mapOf([3, 1], 6);
    expect(mapSqref(map, 'A2:A4')?.sqref).toBe('A2:A3');
    expect(mapSqref(map, 'A2:A3')?.sqref).toBe('A3');
  });

  test('a tall part of the data becomes all of it', () => {
    const order = Array.from({ length: 500 }, (_, i) => 500 - i);
    expect(mapSqref(mapOf(order), 'B101:B300')).toEqual({ sqref: 'B2:B501', shift: -99 });
  });

  test('rows below the data move up with its end', () => {
    expect(mapSqref(mapOf([1, 2]), 'A600:A610')?.sqref).toBe('A102:A112');
  });

  test('a list loses the cells that were set aside; nothing is left of a list of those', () => {
    const map = mapOf([5, 9]);
    expect(mapSqref(map, 'A10 B7 A6')?.sqref).toBe('A3 A2');
    expect(mapSqref(map, 'B7')).toBeUndefined();
    expect(mapSqref(map, 'not a range')?.sqref).toBe('not a range');
  });
});

describe('references', () => {
  test('a range is read as it is written', () => {
    const range = fc
      .tuple(fc.nat(1_048_575), fc.nat(1_048_575), fc.nat(16_383), fc.nat(16_383))
      .map(([a, b, c, d]) => ({
        firstRow: Math.min(a, b),
        lastRow: Math.max(a, b),
        firstColumn: Math.min(c, d),
        lastColumn: Math.max(c, d),
      }));
    fc.assert(
      fc.property(range, fc.boolean(), (value, absolute) => {
        expect(parseRange(rangeName(value, absolute))).toEqual(value);
      }),
    );
    expect(
      rangeName({ firstRow: 0, lastRow: 1_048_575, firstColumn: 0, lastColumn: 2 }, true),
    ).toBe('$A:$C');
    expect(cellName(0, 16_383)).toBe('XFD1');
    expect(parseRange('A')).toBeUndefined();
    expect(parseRange('#REF!')).toBeUndefined();
    expect(quotedSheetName("a'b")).toBe("'a''b'");
  });

  test.each([
    ['A1+$B$2', 'A4+$B$2'],
    ['SUM($A2:B3,LOG10(A1))', 'SUM($A5:B6,LOG10(A4))'],
    ['"A1"&A1', '"A1"&A4'],
    ["'A1'!B1+Sheet1!C1", "'A1'!B4+Sheet1!C4"],
    ['Table1[A1]+T1_x+A1.B', 'Table1[A1]+T1_x+A1.B'],
    ['名称A1+A1', '名称A1+A4'],
    ['AAAA1+A1:A1', 'AAAA1+A4:A4'],
  ])('%s moved by three rows is %s', (formula, expected) => {
    expect(shiftFormulaRows(formula, 3)).toBe(expected);
  });

  test('a row can be followed alone', () => {
    expect(mapFormulaRows('明细!D5:E5+F6', (row) => (row === 4 ? 9 : row))).toBe('明细!D10:E10+F6');
  });
});
