import { analyzeByCommandLine, partsOf } from './commandLine';
import {
  ledgerInGb18030,
  ledgerPage,
  ledgerText,
  ledgerWorkbook,
  sampleExport,
} from './sampleFiles';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { NOTHING } from './watchPage';
import { analyze, openFiles, save } from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

test.each([
  ['.xlsx with all that a bank puts into it', sampleExport],
  ['.xlsx', () => ledgerWorkbook('xlsx')],
  ['.xls of Excel 97', () => ledgerWorkbook('xls')],
  ['.xls that is a web page', ledgerPage],
  ['.csv in UTF-8', ledgerText],
  ['.csv in GB18030', ledgerInGb18030],
])('%s: what is saved is what the command line writes', async (_, makeFile) => {
  const bench = await site.open();
  const file = await makeFile();
  await openFiles(bench, [file]);
  await analyze(bench);
  const [ours, theirs] = [await save(bench), await analyzeByCommandLine([file], 'zh-CN')];
  const parts = await partsOf(ours.bytes);
  expect(Object.keys(parts).length).toBeGreaterThan(10);
  expect(parts).toEqual(await partsOf(theirs));
  expect(bench.watch).toEqual(NOTHING);
});
