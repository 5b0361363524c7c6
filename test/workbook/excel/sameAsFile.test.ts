/**
 * The workbook that Excel ends with is the one that the file adapter writes: sheets in order, cell by
 * cell values, formulas, links and formats, widths, merged cells, frozen panes, tables, conditional
 * formats, validations, charts, marks and print settings. Not compared: which line a border has, row
 * heights of the user's sheets, the alternative text of charts, which Excel has no member for, and
 * what an analysis leaves alone.
 */
import { createExcelWorkbook } from '../../../src/workbook/excel/createExcelWorkbook';
import { bookOfXlsx } from '../../hosts/excel/bookOfXlsx';
import { createSimulatedExcel } from '../../hosts/excel/createSimulatedExcel';
import { loadOfficeJs, withSet, type OfficeWindow } from '../../hosts/excel/loadOfficeJs';
import { analyse, runOnFile, SAMPLES } from '../sameAsFile/runOnFile';
import { viewOfExcel } from '../sameAsFile/viewOfExcel';
import { viewOfFile } from '../sameAsFile/viewOfFile';
import { expectSame, type WorkbookView } from '../sameAsFile/workbookView';

jest.setTimeout(240_000);

const excel = createSimulatedExcel();
let office: OfficeWindow;
beforeAll(async () => {
  office = await loadOfficeJs(excel);
});
afterAll(() => {
  office.close();
});

test.each(SAMPLES)('%s', async (_what, openSample) => {
  const sample = await openSample();
  const { opened, written, added } = await runOnFile(sample);
  excel.reset({ name: sample.name, sheets: [] });
  excel.book = await bookOfXlsx(opened, sample.name);
  await analyse(createExcelWorkbook(withSet(office, 17)));
  expect(excel.defects).toEqual([]);
  expectSame(viewOfExcel(excel.book, added), withoutTexts(await viewOfFile(written, added)));
});

/** What Excel has no member for. */
function withoutTexts({ sheets }: WorkbookView): WorkbookView {
  return {
    sheets: sheets.map(({ own, ...sheet }) => ({
      ...sheet,
      own: own && {
        ...own,
        charts: own.charts.map((chart) => ({ ...chart, alternativeText: '' })),
      },
    })),
  };
}
