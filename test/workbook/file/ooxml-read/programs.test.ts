/** Files written by real programs, each compared cell by cell with the one table they all hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawWorkbook } from '../../../../src/core';
import { type Cell, cellsOf, readBytes } from './readCells';

type Spec =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly styled: true }
  | { readonly error: string }
  | { readonly formula: string; readonly value: string | number | boolean };

interface Table {
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly rows: readonly (readonly Spec[])[];
    readonly merges: readonly string[];
  }[];
}

const FOLDER = join(__dirname, '../../../fixtures/ooxml');
const table = JSON.parse(readFileSync(join(FOLDER, 'table.json'), 'utf8')) as Table;

interface Program {
  readonly file: string;
  /** Does not calculate: its formulas have no cached values. */
  readonly withoutValues?: boolean;
  /** Writes errors as formulas that yield them. */
  readonly errorFormulas?: boolean;
  /** Writes TRUE() and FALSE(). */
  readonly booleanFormulas?: boolean;
  readonly withoutMerges?: boolean;
  readonly date1904?: boolean;
}

const PROGRAMS: readonly Program[] = [
  { file: 'openpyxl.xlsx', withoutValues: true },
  { file: 'openpyxl-write-only.xlsx', withoutValues: true, withoutMerges: true },
  { file: 'xlsxwriter.xlsx', errorFormulas: true },
  { file: 'xlsxwriter-constant-memory.xlsx', errorFormulas: true, withoutMerges: true },
  { file: 'xlsxwriter-1904.xlsx', errorFormulas: true, date1904: true },
  { file: 'sheetjs.xlsx' },
  { file: 'sheetjs-inline.xlsx' },
  { file: 'hucre.xlsx' },
  { file: 'libreoffice.xlsx', errorFormulas: true, booleanFormulas: true },
  { file: 'libreoffice-1904.xlsx', errorFormulas: true, booleanFormulas: true, date1904: true },
];

describe.each(PROGRAMS)('$file', (program) => {
  let workbook: RawWorkbook;
  beforeAll(async () => {
    workbook = (await readBytes(readFileSync(join(FOLDER, program.file)))).workbook;
  });

  it('has the sheets in tab order with their states and date system', () => {
    expect(
      workbook.sheets.map(({ name, hidden, date1904 }) => ({ name, hidden, date1904 })),
    ).toEqual(
      table.sheets.map(({ name, hidden }) => ({
        name,
        hidden,
        date1904: program.date1904 ?? false,
      })),
    );
  });

  it('has every cell as written, and no other', () => {
    table.sheets.forEach((sheet, index) => {
      const read = workbook.sheets[index];
      expect(read && cellsOf(read)).toEqual(
        sheet.rows.map((row) => row.map((spec) => expectedCell(spec, program))).map(trimmed),
      );
    });
  });

  it('has the merged areas', () => {
    expect(workbook.sheets.map((sheet) => sheet.merges)).toEqual(
      table.sheets.map(({ merges }) =>
        program.withoutMerges
          ? []
          : merges.map(() => ({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 5 })),
      ),
    );
  });
});

function expectedCell(spec: Spec, program: Program): Cell {
  if (typeof spec === 'boolean' && program.booleanFormulas) return { formula: spec };
  if (spec === null || typeof spec !== 'object') return spec;
  if ('styled' in spec) return null;
  if ('formula' in spec) return { formula: program.withoutValues ? null : spec.value };
  return 'error' in spec && program.errorFormulas ? { formula: spec } : spec;
}

function trimmed(row: readonly Cell[]): Cell[] {
  const cells = [...row];
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}
