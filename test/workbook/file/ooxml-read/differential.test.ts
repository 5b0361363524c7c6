/** The reader against SheetJS, a reader of quite another make. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import type { RawSheet } from '../../../../src/core';
import { type Cell, cellAt, readBytes } from './readCells';

const FOLDER = join(__dirname, '../../../fixtures/ooxml');
/** SheetJS misreads openpyxl's `&#134071;` and drops formulas without a value. */
const FILES = readdirSync(FOLDER).filter((name) => /^(?!openpyxl).*\.xlsx$/.test(name));

describe('cell for cell as SheetJS reads it', () => {
  it.each(FILES)('%s', async (file) => {
    await compare(readFileSync(join(FOLDER, file)));
  });

  const text = fc
    .string({ unit: 'binary', maxLength: 20 })
    .filter((s) => !/[^\P{C}\n\t]|_x/u.test(s));
  const value = fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(undefined),
  );
  it.each([true, false])('any cells, with shared strings: %s', (bookSST) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 30 }),
        async (rows) => {
          const book = xlsx.utils.book_new();
          xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), 'S');
          await compare(
            xlsx.write(book, { type: 'buffer', bookSST, compression: true }) as Uint8Array,
          );
        },
      ),
      { numRuns: 60 },
    ),
  );
});

const isDateFormat = xlsx.SSF.is_date as (format: string) => boolean;

async function compare(bytes: Uint8Array): Promise<void> {
  const { workbook } = await readBytes(bytes);
  const book = xlsx.read(bytes, { cellNF: true, cellFormula: true, raw: true });
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(book.SheetNames);
  for (const sheet of workbook.sheets) {
    const theirs = book.Sheets[sheet.name] ?? {};
    expect(cellsByName(sheet)).toEqual(
      Object.fromEntries(
        Object.entries(theirs)
          .filter(([name]) => !name.startsWith('!'))
          .map(([name, cell]) => [name, sheetJsCell(cell as xlsx.CellObject)])
          .filter(([, cell]) => cell !== null),
      ),
    );
  }
}

function cellsByName(sheet: RawSheet): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  sheet.columns.forEach((_, c) => {
    for (let r = 0; r < sheet.rowCount; r++) {
      const cell = cellAt(sheet, r, c);
      if (cell !== null) cells[xlsx.utils.encode_cell({ r, c })] = cell;
    }
  });
  return cells;
}

function sheetJsCell(cell: xlsx.CellObject): Cell {
  const plain = plainCell(cell);
  return cell.f === undefined ? plain : { formula: plain };
}

function plainCell(cell: xlsx.CellObject): Cell {
  if (cell.t === 'z' || cell.v === undefined) return null;
  if (cell.t === 'e') return { error: cell.w ?? '' };
  if (cell.t === 'n' && isDateFormat(String(cell.z))) return { date: Number(cell.v) };
  return cell.v as Cell;
}
