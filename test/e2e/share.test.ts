import { read, utils } from '@e965/xlsx';
import { findInFull } from '../workbook/file/sharing/findInFull';
import { sampleExport } from './sampleFiles';
import { startWorkbenchSite, type WorkbenchSite } from './openWorkbench';
import { NOTHING } from './watchPage';
import {
  analyze,
  openFiles,
  paneOf,
  saveSharingCopy,
  startAnalysis,
  waitForResult,
} from './workbenchActions';

jest.setTimeout(400_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startWorkbenchSite();
});
afterAll(() => site.close());

/** Of the sample's first customer in the call list. */
const PHONE = '19900002221';
const ACCOUNT = '6000588000393452199';

test('a masked copy is saved beside the analysed workbook, and is not analysed again', async () => {
  const bench = await site.open();
  const sample = await sampleExport();
  await openFiles(bench, [sample]);
  await analyze(bench);
  const { name, bytes } = await saveSharingCopy(bench);
  expect(name).toBe(sample.name.replace('.xlsx', '-分享.xlsx'));
  expect(findInFull(sample.bytes, [PHONE, ACCOUNT])).not.toEqual([]);
  expect(findInFull(bytes, [PHONE, ACCOUNT])).toEqual([]);
  const customers = utils.sheet_to_csv(read(bytes).Sheets['客户汇总'] ?? {});
  expect(customers).toContain('毛鹏国,199****2221');
  await waitForResult(bench);
  const { pane, sharing } = bench.words;
  const notice = paneOf(bench).getByRole('status').filter({ hasText: pane.more.shared });
  expect(await notice.innerText()).toContain(sharing.notes.original);
  expect(bench.watch).toEqual(NOTHING);

  const again = await site.open();
  await openFiles(again, [{ name, bytes }]);
  await startAnalysis(again);
  await again.page.getByText(again.words.problem({ code: 'workbook.sharingCopy' })).waitFor();
  expect(again.watch).toEqual(NOTHING);
});
