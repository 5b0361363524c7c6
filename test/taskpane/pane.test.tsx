/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Language } from '../../src/messages';
import { WorkbookFailure } from '../../src/workbook/workbookFailure';
import { SAMPLE_ROWS } from '../report/handoverSample';
import {
  analyzeSample,
  findViolations,
  goTo,
  mountSample,
  type MountedSample,
} from './mountSample';

jest.setTimeout(180_000);
let mounted: MountedSample | undefined;
const mount = async (options?: Parameters<typeof mountSample>[0]): Promise<MountedSample> => {
  mounted = await mountSample(options);
  return mounted;
};
afterEach(() => {
  act(() => mounted?.pane.unmount());
  document.body.replaceChildren();
});
const sheetOf = ({ workbook }: MountedSample, mark: string) =>
  workbook.sheets.find((sheet) => sheet.mark === mark);
const rowOf = (sample: MountedSample, id: string) =>
  sheetOf(sample, 'customers')?.rows.find((cells) => cells[2] === id);

describe.each<Language>(['zh-CN', 'en'])('in %s', (language) => {
  test('every step is named for screen readers; axe finds nothing', async () => {
    const sample = await mount({ language });
    const { places, settings } = sample.words.pane;
    expect(await findViolations()).toEqual([]);
    await analyzeSample(sample);
    expect(await findViolations()).toEqual([]);
    for (const place of [places.customers, places.call, places.settings]) {
      await goTo(place);
      expect(await findViolations()).toEqual([]);
    }
    await goTo(settings.places.templates);
    expect(await findViolations()).toEqual([]);
  });

  test('the result leads to the customers behind a figure', async () => {
    const sample = await mount({ language });
    await analyzeSample(sample);
    const { terms, pane } = sample.words;
    await userEvent.click(screen.getByRole('button', { name: new RegExp(terms.trends.outflow) }));
    const list = screen.getByRole('listbox', { name: pane.customers.list });
    const options = within(list).getAllByRole('option');
    expect(options.length).toBeGreaterThan(0);
    for (const option of options) expect(option.textContent).toContain(terms.trends.outflow);
  });

  test('an outcome is written into the customer’s row at once', async () => {
    const sample = await mount({ language });
    await analyzeSample(sample);
    await goTo(sample.words.pane.places.call);
    const connected = sample.words.report.customers.callResults[0] ?? '';
    await userEvent.click(await screen.findByRole('button', { name: connected }));
    await screen.findByText(sample.words.pane.call.saved);
    const first = sheetOf(sample, 'customers')?.rows[3];
    expect(first).toContain(connected);
    expect(screen.getByText(sample.words.pane.call.progress(1, 20))).toBeTruthy();
    // Next leads to somebody else; the WeChat round has who answered.
    const name = screen.getByRole('heading', { level: 1 }).textContent;
    await userEvent.click(screen.getByRole('button', { name: sample.words.pane.call.next }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(name);
    await goTo(sample.words.pane.call.weChatRound(1));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name);
  });
});

test('a click on a customer selects the row in the sheet', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  await goTo('客户');
  await userEvent.type(screen.getByRole('searchbox'), 'oyjg');
  const option = await screen.findByRole('option', { name: /欧阳建国/ });
  await waitFor(() => {
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });
  await userEvent.click(option);
  await waitFor(() => {
    expect(sample.workbook.selection?.sheet).toBe('客户汇总');
  });
  const row = sample.workbook.selection?.area.firstRow ?? 0;
  expect(sheetOf(sample, 'customers')?.rows[row]).toContain('0010002');
});

test('the list is worked by keyboard alone', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  await goTo('客户');
  screen.getByRole('listbox').focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const second = screen.getAllByRole('option')[1];
  expect(second?.getAttribute('aria-selected')).toBe('true');
});

test('a date and a note go into their columns; a wrong date is refused with a hint', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  await goTo('打电话');
  const date = await screen.findByLabelText('下次联系');
  await userEvent.type(date, '下周');
  await userEvent.tab();
  expect(await screen.findByText(sample.words.pane.call.dateHint)).toBeTruthy();
  await userEvent.clear(date);
  await userEvent.type(date, '2025/12/8');
  await userEvent.tab();
  await userEvent.type(screen.getByLabelText('备注'), '=下周来');
  await userEvent.tab();
  await waitFor(() => {
    const first = sheetOf(sample, 'customers')?.rows[3];
    expect(first).toContainEqual({ date: 45999 });
    expect(first).toContain('=下周来');
  });
});

test('ranking by daily average needs no new read; the sheets wait for the button', async () => {
  const sample = await mount();
  const reads = jest.spyOn(sample.workbook, 'read');
  await analyzeSample(sample);
  expect(reads).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('radio', { name: '本年日均' }));
  const update = await screen.findByRole('button', { name: sample.words.pane.result.writeSheets });
  expect(reads).toHaveBeenCalledTimes(1);
  await userEvent.click(update);
  await screen.findByRole('button', { name: /开始打电话/ });
  const overview = JSON.stringify(sheetOf(sample, 'overview')?.rows);
  expect(overview).toContain('本年日均');
});

test('all is undone on request, after a question', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  const restore = jest
    .spyOn(sample.workbook, 'restore')
    .mockResolvedValueOnce({ restored: [] })
    .mockResolvedValueOnce({ restored: ['明细'] });
  const { more, failed } = sample.words.pane;
  const undo = async () => {
    await userEvent.click(screen.getByRole('button', { name: more.label }));
    await userEvent.click(await screen.findByRole('menuitem', { name: more.restore }));
    const count = restore.mock.calls.length;
    await screen.findByText(more.restoreText);
    expect(restore.mock.calls).toHaveLength(count);
    const hidden = true;
    await userEvent.click(screen.getByRole('button', { name: more.restoreConfirm, hidden }));
  };
  await undo();
  expect(await screen.findByText(failed.nothingToRestore)).toBeTruthy();
  await undo();
  expect(await screen.findByText(sample.words.pane.start.restored(['明细']))).toBeTruthy();
});

test('cancelling leaves the workbook as it was', async () => {
  const sample = await mount();
  const before = sample.workbook.snapshot();
  const { write } = sample.workbook;
  let reached: () => void = () => undefined;
  const writing = new Promise<void>((resolve) => {
    reached = resolve;
  });
  jest.spyOn(sample.workbook, 'write').mockImplementation(async (plan, options) => {
    reached();
    await new Promise((resolve) => options?.signal?.addEventListener('abort', resolve));
    await write(plan, options);
  });
  await userEvent.click(screen.getByRole('button', { name: '交接分析' }));
  await act(() => writing);
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(await screen.findByRole('button', { name: '交接分析' })).toBeTruthy();
  expect(sample.workbook.snapshot()).toEqual(before);
});

test('a refusal of the host is said in words, with a way out', async () => {
  const sample = await mount();
  const read = jest
    .spyOn(sample.workbook, 'read')
    .mockRejectedValue(new WorkbookFailure('workbook.protected', { sheet: '明细' }));
  await userEvent.click(screen.getByRole('button', { name: '交接分析' }));
  expect((await screen.findByRole('alert')).textContent).toContain('“明细”有保护');
  read.mockRestore();
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByRole('heading', { name: '分析结果' })).toBeTruthy();
});

test('a mistake of ours never names a cell in the details', async () => {
  const sample = await mount();
  jest.spyOn(sample.workbook, 'read').mockRejectedValue(new Error('王芳 6222020000000010001'));
  const copied: string[] = [];
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '交接分析' }));
  jest.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text);
    return Promise.resolve();
  });
  await user.click(await screen.findByRole('button', { name: '复制详情' }));
  expect(copied[0]).toContain('handover-analyst');
  expect(copied.join()).not.toContain('王芳');
});

test('a doubtful column is asked about once, and remembered in the workbook', async () => {
  const rows = SAMPLE_ROWS.map((cells) => cells.map((cell) => (cell === '年日均' ? '日均' : cell)));
  const sample = await mount({ rows });
  await userEvent.click(screen.getByRole('button', { name: '交接分析' }));
  expect(await screen.findByRole('heading', { name: '请确认这几列' })).toBeTruthy();
  expect(await findViolations()).toEqual([]);
  const select = screen.getByLabelText<HTMLSelectElement>('本年日均');
  expect(select.value).toBe('G');
  expect(screen.getByText(/前几格：468000.5/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '确认并分析' }));
  await screen.findByRole('heading', { name: '分析结果' });
  act(() => {
    sample.pane.workbookChanged();
  });
  await userEvent.click(screen.getByRole('button', { name: '交接分析' }));
  expect(await screen.findByRole('heading', { name: '分析结果' })).toBeTruthy();
});

test('settings are checked, kept in the workbook and used', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  await goTo('设置');
  await userEvent.type(screen.getByLabelText('我的姓名'), '陈新任(0303)');
  await userEvent.click(screen.getByRole('checkbox', { name: /李前任\(0101\)/ }));
  await userEvent.click(screen.getByRole('button', { name: '保存并重新排' }));
  await screen.findByText('已保存在工作簿里');
  expect(JSON.stringify(sheetOf(sample, 'settings')?.rows)).toContain('陈新任(0303)');
  await goTo('话术');
  await userEvent.type(screen.getByLabelText('近期活动'), '来领{{礼物}');
  expect((await screen.findByRole('alert')).textContent).toContain('{礼物} 不认识');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存并重新排' }).disabled).toBe(
    true,
  );
});

test('a field that does not fit is marked, and says beside the button what it takes', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  await goTo('设置');
  const calls = screen.getByLabelText('每天打几户');
  await userEvent.clear(calls);
  expect(screen.getByText('要填 1 到 9999 的整数。')).toBeTruthy();
  const share = screen.getByLabelText('A 类：累计占比到');
  await userEvent.clear(share);
  await userEvent.type(share, '1e9');
  expect(screen.getByText('“A 类：累计占比到”要填 0 到 100 之间的数。')).toBeTruthy();
  expect(share.getAttribute('aria-invalid')).toBe('true');
});

test('an outcome is not written where the customer’s row is gone', async () => {
  const sample = await mount();
  await analyzeSample(sample);
  await goTo('打电话');
  await screen.findByRole('button', { name: '未接' });
  const id = sheetOf(sample, 'customers')?.rows[3]?.[2];
  await sample.workbook.putCells([{ sheet: '客户汇总', row: 3, column: 2, value: '别人' }]);
  await userEvent.click(screen.getByRole('button', { name: '未接' }));
  expect((await screen.findByRole('alert')).textContent).toContain('没有写入');
  expect(rowOf(sample, '别人')).not.toContain('未接');
  expect(id).not.toBe('别人');
});

test('a workbook analysed long ago is restored from the beginning, after a question', async () => {
  const sample = await mount();
  const restore = jest.spyOn(sample.workbook, 'restore').mockResolvedValue({ restored: ['明细'] });
  const { more, start } = sample.words.pane;
  await userEvent.click(screen.getByRole('button', { name: more.restore }));
  await screen.findByText(more.restoreText);
  expect(restore).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: more.restoreConfirm, hidden: true }));
  expect(await screen.findByText(start.restored(['明细']))).toBeTruthy();
});

test('a ribbon’s button leads to its place, analysing first where nothing is analysed', async () => {
  const sample = await mount();
  await act(() => sample.pane.open('call'));
  expect(await screen.findByRole('button', { name: '未接' })).toBeTruthy();
  const reads = jest.spyOn(sample.workbook, 'read');
  await act(() => sample.pane.open('customers'));
  expect(await screen.findByRole('searchbox')).toBeTruthy();
  expect(reads).not.toHaveBeenCalled();
  await act(() => sample.pane.open('restore'));
  expect(await screen.findByText(sample.words.pane.more.restoreText)).toBeTruthy();
});

test('a host without a button for it gets 收起 at the foot, and a word while a cell is edited', async () => {
  const close = jest.fn();
  let edit: (isEditing: boolean) => void = () => undefined;
  const sample = await mount({
    host: {
      close,
      onCellEdit: (listener) => {
        edit = listener;
        return () => undefined;
      },
    },
  });
  await userEvent.click(screen.getByRole('button', { name: sample.words.pane.more.close }));
  expect(close).toHaveBeenCalledTimes(1);
  act(() => {
    edit(true);
  });
  expect(screen.getByText(sample.words.pane.cellEdit)).toBeTruthy();
});
