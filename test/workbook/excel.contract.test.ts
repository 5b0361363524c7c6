import { createExcelWorkbook } from '../../src/workbook/excel/createExcelWorkbook';
import { createSimulatedExcel, sheetOf } from '../hosts/excel/createSimulatedExcel';
import { loadOfficeJs, withSet, type OfficeWindow } from '../hosts/excel/loadOfficeJs';
import type { WorkbookContent } from '../../src/workbook/memory/workbookContent';
import { describeWorkbookContract } from './contract';
import { describeLiveContract } from './liveContract';
import { describeRestoreContract } from './restoreContract';

const excel = createSimulatedExcel();
let office: OfficeWindow;

beforeAll(async () => {
  office = await loadOfficeJs(excel);
});
afterAll(() => {
  office.close();
});

describe.each([
  ['Excel 2019', 7],
  ['Excel 2021', 14],
  ['Microsoft 365', 17],
])('%s', (name, apiSet) => {
  const open = () => createExcelWorkbook(withSet(office, apiSet));
  const fill = (content: WorkbookContent) => {
    excel.reset(content, { apiSet });
  };

  describeWorkbookContract(`the adapter of ${name} under Office.js`, (content) => {
    fill(content);
    return Promise.resolve({
      open: () => Promise.resolve(open()),
      openFailing: () => {
        excel.fail({ after: 4, kind: 'refused', code: 'GeneralException' });
        return Promise.resolve(open());
      },
      inspect(sheetName) {
        const sheet = sheetOf(excel, sheetName);
        return Promise.resolve({
          tables: sheet.tables.map((table) => table.name),
          validations: sheet.validations.length,
        });
      },
    });
  });

  describeRestoreContract(
    `the adapter of ${name} under Office.js`,
    (content) => {
      fill(content);
      return Promise.resolve({ open: () => Promise.resolve(open()) });
    },
    { seesHiddenMerges: apiSet >= 13 },
  );

  describeLiveContract(`the adapter of ${name} under Office.js`, (content) => {
    fill(content);
    return Promise.resolve({
      workbook: open(),
      selection: () => Promise.resolve(excel.selection()),
    });
  });
});
