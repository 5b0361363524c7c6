/**
 * The workbook that Excel ends with is the one that the file adapter writes: sheets in order, merged
 * cells, frozen panes, and cell by cell values, formulas, links and formats. Not compared: what a cell
 * has anyway (black, 11 points, bottom), which line a border has, column widths (points against
 * characters), charts, conditional formats, validations, names and print settings, which the two
 * hosts express in their own ways. `SAMPLES=FILE:FILE` compares other workbooks.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NOTHING_CHOSEN } from '../../../src/app/chosenSettings';
import { runHandover } from '../../../src/app/runHandover';
import { messages } from '../../../src/messages';
import { createExcelWorkbook } from '../../../src/workbook/excel/createExcelWorkbook';
import { createFileWorkbook } from '../../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../../src/workbook/file/nodeCompression';
import type { Workbook } from '../../../src/workbook/workbook';
import { usedArea, type Book, type Cell, type Format, type Sheet } from '../../hosts/excel/book';
import { bookOfXlsx } from '../../hosts/excel/bookOfXlsx';
import { createSimulatedExcel } from '../../hosts/excel/createSimulatedExcel';
import { valueOf } from '../../hosts/excel/formulas';
import { loadOfficeJs, withSet, type OfficeWindow } from '../../hosts/excel/loadOfficeJs';
import { sinkTo, sourceOf } from '../bytesInMemory';

jest.setTimeout(240_000);

const ASSETS = path.join(__dirname, '../../../assets');
const excel = createSimulatedExcel();
let office: OfficeWindow;
beforeAll(async () => {
  office = await loadOfficeJs(excel);
});
afterAll(() => {
  office.close();
});

const FILES = [
  path.join(ASSETS, 'sample-export.xlsx'),
  ...(process.env.SAMPLES ?? '').split(':').filter((name) => name !== ''),
];

test.each(FILES)('%s', async (file) => {
  const bytes = new Uint8Array(await readFile(file));
  const name = path.basename(file);
  let written = new Uint8Array(0);
  await run(
    createFileWorkbook({
      inputs: [{ source: sourceOf(bytes), name }],
      join: ([workbook]) => workbook ?? { name, sheets: [] },
      openSink: () => Promise.resolve(sinkTo((all) => (written = new Uint8Array(all)))),
      compression: createNodeCompression(),
    }),
  );
  const theirs = await bookOfXlsx(written, name);
  excel.reset({ name, sheets: [] });
  excel.book = await bookOfXlsx(bytes, name);
  await run(createExcelWorkbook(withSet(office, 17)));
  expect(excel.defects).toEqual([]);
  expect(excel.book.sheets.map(({ name: tab }) => tab)).toEqual(
    theirs.sheets.map(({ name: tab }) => tab),
  );
  for (const [at, sheet] of excel.book.sheets.entries()) {
    const [ours, other] = [
      describeSheet(excel.book, sheet),
      describeSheet(theirs, theirs.sheets[at]),
    ];
    expect({ ...ours, cells: firstDifferences(ours.cells, other.cells) }).toEqual({
      ...other,
      cells: [],
    });
    expect(ours.cells.size).toBeGreaterThan(0);
  }
});

async function run(workbook: Workbook): Promise<void> {
  const words = messages('zh-CN');
  const outcome = await runHandover({ workbook, today: 45991, chosen: NOTHING_CHOSEN, words });
  expect(outcome.ok).toBe(true);
}

function describeSheet(book: Book, sheet: Sheet | undefined) {
  if (sheet === undefined) throw new Error('a sheet is missing');
  const { visibility, frozen = { rows: 0, columns: 0 }, merges } = sheet;
  const cells = new Map<string, string>();
  const area = usedArea(sheet, true);
  for (let row = 0; row <= (area?.lastRow ?? -1); row++) {
    for (let column = 0; column <= (area?.lastColumn ?? -1); column++) {
      const cell = sheet.rows[row]?.[column];
      if (cell === undefined) continue;
      const text = describeCell(book, sheet, cell);
      if (text !== NOTHING) cells.set(`${String(row)},${String(column)}`, text);
    }
  }
  return {
    visibility,
    frozen,
    merges: merges.map((merge) => Object.values(merge).join(' ')).sort(),
    cells,
  };
}

function describeCell(book: Book, sheet: Sheet, cell: Cell): string {
  const value = valueOf(book, sheet, cell);
  return JSON.stringify([
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
    cell.formula ?? '',
    cell.link ?? '',
    lookOf(cell.format),
  ]);
}

/** An empty cell without a format of its own. */
const NOTHING = JSON.stringify(['', '', '', {}]);

/** What a plain cell has anyway, said by Excel and left out by files. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  ...{ numberFormat: 'General', bold: false, wrap: false, horizontal: 'General' },
  ...{ vertical: 'Bottom', color: '#000000', size: 11 },
};

function lookOf({ borders, ...format }: Format) {
  const own = Object.entries(format).filter(([key, value]) => value !== DEFAULTS[key]);
  if (borders !== undefined) own.push(['borders', 'lined']);
  return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where the cells differ, a few of them: what is here, what is there. */
function firstDifferences(here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>) {
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((key) => here.get(key) !== there.get(key))
    .slice(0, 5)
    .map((key) => [key, here.get(key), there.get(key)]);
}
