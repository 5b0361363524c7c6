import { NOTHING_CHOSEN, type ChosenSettings } from '../../src/app/chosenSettings';
import { runHandover } from '../../src/app/runHandover';
import { messages } from '../../src/messages';
import {
  createMemoryWorkbook,
  type MemoryWorkbook,
} from '../../src/workbook/memory/createMemoryWorkbook';
import { SAMPLE_WORKBOOK } from '../report/handoverSample';

const TODAY = 45991;

async function run(workbook: MemoryWorkbook, chosen: Partial<ChosenSettings> = {}) {
  const outcome = await runHandover({
    workbook,
    today: TODAY,
    chosen: { ...NOTHING_CHOSEN, ...chosen },
    words: messages('zh-CN'),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.analysis;
}

function settingsSheet(workbook: MemoryWorkbook) {
  const sheet = workbook.snapshot().find(({ mark }) => mark === 'settings');
  if (sheet === undefined) throw new Error('no settings sheet');
  return sheet;
}

describe('Settings and templates are kept in the workbook (SPEC 9, 10)', () => {
  test('and used by the next run, under what is chosen then', async () => {
    const workbook = createMemoryWorkbook(SAMPLE_WORKBOOK);
    await run(workbook, {
      settings: {
        me: '陈新任',
        classAShare: 0.7,
        asOf: 46000,
        mappings: { 别处: { balance: 'B' } },
      },
      scriptTemplates: { outflow: { guidance: '慢慢说' } },
    });
    const { settings } = await run(workbook, { settings: { classAShare: 0.6 } });
    expect(settings).toMatchObject({
      me: '陈新任',
      classAShare: 0.6,
      mappings: { 别处: { balance: 'B' } },
    });
    const scripts = workbook.snapshot().find(({ mark }) => mark === 'scripts');
    expect(JSON.stringify(scripts?.rows)).toContain('慢慢说');
  });

  test('but not the data date: a newer export has another', async () => {
    const workbook = createMemoryWorkbook(SAMPLE_WORKBOOK);
    expect((await run(workbook, { settings: { asOf: 46000 } })).dataDate).toBe(46000);
    expect((await run(workbook)).dataDate).toBe(TODAY);
  });

  test('on one sheet that is hidden, in cells of at most 30,000 characters', async () => {
    const workbook = createMemoryWorkbook(SAMPLE_WORKBOOK);
    const guidance = '打电话之前 先想一想😀 = 慢慢说；'.repeat(6000);
    await run(workbook, { scriptTemplates: { general: { guidance } } });
    const { hidden, rows } = settingsSheet(workbook);
    expect(hidden).toBe(true);
    expect(rows.length).toBeGreaterThan(4);
    for (const [cell = ''] of rows) expect(cell.length).toBeLessThanOrEqual(30_001);
    await run(workbook);
    expect(settingsSheet(workbook).rows).toEqual(rows);
  });

  test('a damaged sheet is said, and written anew', async () => {
    const workbook = createMemoryWorkbook(SAMPLE_WORKBOOK);
    await run(workbook, { settings: { classAShare: 0.7 } });
    const { name } = settingsSheet(workbook);
    await workbook.putCells([{ sheet: name, row: 1, column: 0, value: '{"classAShare":' }]);
    const { settings, warnings } = await run(workbook);
    expect(settings.classAShare).toBe(0.8);
    expect(warnings[0]).toEqual({ code: 'settings.unreadable' });
    expect((await run(workbook)).warnings).not.toContainEqual({ code: 'settings.unreadable' });
  });
});
