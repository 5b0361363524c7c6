/**
 * The workbook that WPS ends with is the one that the file adapter writes: sheets in order, cell by
 * cell values, formulas and formats, widths, merged cells, frozen panes, tables, conditional formats,
 * validations, charts, marks and print settings. What WPS cannot do is declared here; not compared:
 * which line a border has, row heights of the user's sheets, and what an analysis leaves alone.
 */
import { openWpsWorkbook } from '../../../src/workbook/wps/openWpsWorkbook';
import type { WpsApplication } from '../../../src/workbook/wps/wpsTypes';
import { bookOfXlsx } from '../../hosts/excel/bookOfXlsx';
import { createWpsHost } from '../../hosts/wps/createWpsHost';
import { loadBook } from '../../hosts/wps/loadBook';
import { analyse, runOnFile, SAMPLES } from '../sameAsFile/runOnFile';
import { viewOfFile } from '../sameAsFile/viewOfFile';
import { viewOfWps } from '../sameAsFile/viewOfWps';
import { expectSame, type SheetView, type WorkbookView } from '../sameAsFile/workbookView';

jest.setTimeout(240_000);

/** Each link is two trips over the bridge: the others of a sheet are left out. */
const MOST_LINKS = 500;

test.each(SAMPLES)('%s', async (_what, openSample) => {
  const sample = await openSample();
  const { opened, written, added } = await runOnFile(sample);
  const host = createWpsHost(loadBook(await bookOfXlsx(opened, sample.name)));
  const workbook = openWpsWorkbook(host.root as WpsApplication);
  if (workbook === undefined) throw new Error('no workbook is open');
  await analyse(workbook);
  expect(host.bridge.unknownMembers).toEqual([]);
  const ours = viewOfWps(host, added);
  expectSame(ours, inWps(await viewOfFile(written, added), ours));
});

/** The file's workbook as far as WPS can express it. */
function inWps({ sheets }: WorkbookView, ours: WorkbookView): WorkbookView {
  return {
    sheets: sheets.map((sheet, at) => {
      const own = ours.sheets[at] ?? sheet;
      return { ...sheet, links: linksInWps(sheet, own), cells: cellsInWps(sheet, own) };
    }),
  };
}

function linksInWps({ links }: SheetView, ours: SheetView): SheetView['links'] {
  if (ours.links.size !== MOST_LINKS) return links;
  return new Map([...links].filter(([key]) => ours.links.has(key)));
}

/**
 * Three looks that WPS may give to a cell besides the file's, as each cell asked for or named is a trip
 * over the bridge: a text that might be taken for a number, a date or a formula stands in a text cell;
 * where the formats of a column change too often, an amount that was cleaned looks like one; and an
 * empty cell of a ledger gets the format of those above and below.
 */
function cellsInWps({ cells, own: plan }: SheetView, ours: SheetView): SheetView['cells'] {
  const isLedger = plan === undefined;
  const isAllowed = (own: string, cell: string) => {
    const isBare = !cell.includes('"numberFormat"');
    if (isBare && cell.startsWith('["') && withoutFormat(own, '"@"') === cell) return true;
    if (!isLedger) return false;
    if (isBare && /^\[-?\d/.test(cell) && withoutFormat(own, '"#,##0.00"') === cell) return true;
    return own.startsWith(EMPTY) && cell.startsWith(EMPTY) && plain(own) === plain(cell);
  };
  const keys = new Set([...cells.keys(), ...ours.cells.keys()]);
  return new Map(
    [...keys].flatMap((key): [string, string][] => {
      const own = ours.cells.get(key) ?? NOTHING;
      const cell = cells.get(key) ?? NOTHING;
      const shown = isAllowed(own, cell) ? own : cell;
      return shown === NOTHING ? [] : [[key, shown]];
    }),
  );
}

/** An empty cell that looks plain: a view leaves it out. */
const NOTHING = '["",""] ';
const EMPTY = '["",""]';

const plain = (cell: string) => withoutFormat(cell, '"[^"]*"');

function withoutFormat(cell: string, format: string): string {
  const code = `"numberFormat":${format}`;
  return cell.replace(new RegExp(`${code},|,${code}|\\{${code}\\}`), '');
}
