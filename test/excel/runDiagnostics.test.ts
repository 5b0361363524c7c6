import { countTroubles, runDiagnostics } from '../../src/excel/diagnostics/runDiagnostics';
import { createSimulatedExcel } from '../hosts/excel/createSimulatedExcel';
import { describeBook } from '../hosts/excel/describeBook';
import { loadOfficeJs, withSet, type OfficeWindow } from '../hosts/excel/loadOfficeJs';
import { CONTENT } from '../workbook/contractContent';

jest.setTimeout(60_000);

const SURROUNDINGS = { version: '16', platform: 'PC', language: 'zh-CN', engine: 'Edge' };
const excel = createSimulatedExcel();
let office: OfficeWindow;
beforeAll(async () => {
  office = await loadOfficeJs(excel);
});
afterAll(() => {
  office.close();
});

test.each([7, 17])('the simulated Excel 1.%d does all that it assumes', async (apiSet) => {
  excel.reset(CONTENT, { apiSet });
  const before = describeBook(excel.book);
  const lines = (await runDiagnostics(withSet(office, apiSet), SURROUNDINGS)).split('\n');
  expect(excel.defects).toEqual([]);
  expect(lines.slice(0, 5)).toEqual([
    ...['version: 16', 'platform: PC', 'language: zh-CN', 'engine: Edge'],
    `ExcelApi: 1.${String(apiSet)}`,
  ]);
  expect(lines.length).toBe(21);
  expect(countTroubles(lines.join('\n'))).toBe(0);
  const rest = lines.slice(5).map((line) => line.slice(line.indexOf(':')));
  expect(new Set(rest)).toEqual(new Set(apiSet < 9 ? [': ok', ': —'] : [': ok']));
  expect(describeBook(excel.book)).toEqual(before);
});

test('holds nothing of the workbook, and says where it was stopped', async () => {
  excel.reset(CONTENT);
  excel.book.isProtected = true;
  const report = await runDiagnostics(withSet(office, 17), SURROUNDINGS);
  expect(report).toContain('stopped: ');
  expect(countTroubles(report)).toBe(1);
  expect(report).not.toMatch(/张三|ledger\.xlsx|明细/);
});
