import type { WpsSheet } from '../../workbook/wps/wpsTypes';
import type { Check } from './checks';
import { describe, expectCells, expectSame } from './expect';

const ROWS = 10_000;
const COLUMNS = 20;
const LONG_ID = '6222021234567890123';
const DAY = 45_991;
/** How `#DIV/0!` crosses the bridge. */
const DIVISION_BY_ZERO = -2146826281;
const IS_EMPTY = [undefined, null, ''] as readonly unknown[];

/** Values, in the shapes in which they cross the bridge. */
export const cellChecks: readonly Check[] = [
  { name: 'scalar', run: ({ sheet }) => roundTrip(sheet, 'A1', 7) },
  { name: 'row', isOptional: true, run: ({ sheet }) => roundTrip(sheet, 'A2:C2', [[1, 'b', 3]]) },
  {
    name: 'column',
    isOptional: true,
    run: ({ sheet }) => roundTrip(sheet, 'A3:A5', [['a'], [2], ['c']]),
  },
  {
    name: 'block',
    isOptional: true,
    run: ({ sheet }) =>
      roundTrip(sheet, 'A6:B7', [
        [1, 'b'],
        ['c', 0.25],
      ]),
  },
  {
    name: 'empty',
    run({ sheet }) {
      const found = sheet.Range('Z1:Z2').Value2;
      const cells = Array.isArray(found) ? found.flat() : [0];
      if (!cells.every((cell) => IS_EMPTY.includes(cell))) throw new Error(describe(found));
      return describe(found);
    },
  },
  {
    name: 'date',
    run({ sheet }) {
      const range = sheet.Range('A9');
      range.NumberFormat = 'yyyy-mm-dd';
      range.Value2 = DAY;
      return expectSame([range.Value2, range.NumberFormat], [DAY, 'yyyy-mm-dd']);
    },
  },
  {
    name: 'error',
    run({ sheet }) {
      const range = sheet.Range('A10');
      range.Formula = '=1/0';
      return expectSame(range.Value2, DIVISION_BY_ZERO);
    },
  },
  {
    name: 'longId',
    run({ sheet }) {
      sheet.Range('A11:A12').NumberFormat = '@';
      const range = sheet.Range('A11:A12');
      range.Value2 = [[LONG_ID], ['0012345678']];
      return expectCells(range.Value2, [LONG_ID, '0012345678']);
    },
  },
  {
    name: 'formulaText',
    run({ sheet }) {
      const range = sheet.Range('A13');
      range.NumberFormat = '@';
      range.Value2 = '=1+1';
      return expectSame([range.Value2, range.HasFormula], ['=1+1', false]);
    },
  },
  {
    name: 'formulas',
    run({ sheet }) {
      sheet.Range('F1:G3').Value2 = [
        ['a', 1],
        ['b', 2],
        ['a', 4],
      ];
      sheet.Range('H1').Formula = '=INDEX($G$1:$G$3,MATCH("b",$F$1:$F$3,0))';
      sheet.Range('H2').Formula = '=SUMIFS($G$1:$G$3,$F$1:$F$3,"a")';
      return expectCells(sheet.Range('H1:H2').Value2, [[2], [5]]);
    },
  },
  {
    name: 'speed',
    run({ sheet }) {
      const rows = Array.from({ length: ROWS }, (_, row) =>
        Array.from({ length: COLUMNS }, (_cell, column) => row * COLUMNS + column),
      );
      const range = sheet.Range(`AA1:AT${String(ROWS)}`);
      const began = Date.now();
      range.Value2 = rows;
      const written = Date.now();
      const found = (range.Value2 as unknown[]).flat();
      const ended = Date.now();
      expectSame(found[found.length - 1], ROWS * COLUMNS - 1);
      range.Clear();
      return `${String(written - began)} ms + ${String(ended - written)} ms`;
    },
  },
];

function roundTrip(sheet: WpsSheet, address: string, value: unknown): string {
  const range = sheet.Range(address);
  range.Value2 = value;
  return expectSame(range.Value2, value);
}
