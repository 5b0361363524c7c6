/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createInlineRunner } from '../../src/app/pane/createInlineRunner';
import { messages, type Language } from '../../src/messages';
import { mountPane } from '../../src/taskpane/mountPane';
import { createMemoryWorkbook } from '../../src/workbook/memory/createMemoryWorkbook';
import { SAMPLE_ROWS } from '../report/handoverSample';
import { buildWorkbook } from '../report/buildWorkbook';

async function mountSample(language: Language) {
  const workbook = createMemoryWorkbook(buildWorkbook({ 明细: SAMPLE_ROWS }));
  const element = document.body.appendChild(document.createElement('div'));
  const pane = await act(() =>
    Promise.resolve(
      mountPane(element, {
        hostName: 'workbench',
        language,
        theme: 'light',
        openWorkbook: () => Promise.resolve(workbook),
        runner: createInlineRunner(messages),
        now: () => new Date(2025, 11, 1),
      }),
    ),
  );
  return { workbook, pane };
}

test.each([
  ['zh-CN', '交接分析', '分析结果'],
  ['en', 'Analyze handover', 'Result'],
] as const)(
  'one click leads from the ledger to the result (%s)',
  async (language, button, title) => {
    const { workbook, pane } = await mountSample(language);
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    expect(workbook.sheets.some(({ mark }) => mark === 'customers')).toBe(true);
    act(() => {
      pane.unmount();
    });
  },
);
