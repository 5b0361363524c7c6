/**
 * The pane over a workbook in memory, for work on it and for pictures of it:
 * `?lang=en&theme=dark&rows=30000` (rows of a generated ledger; none: the small sample).
 */
import { createInlineRunner } from '../../../src/app/pane/createInlineRunner';
import { messages } from '../../../src/messages';
import { mountPane, type PaneTheme } from '../../../src/taskpane/mountPane';
import { createMemoryWorkbook } from '../../../src/workbook/memory/createMemoryWorkbook';
import { buildWorkbook } from '../../report/buildWorkbook';
import { SAMPLE_ROWS } from '../../report/handoverSample';
import { generatedContent } from './generatedContent';

const query = new URLSearchParams(window.location.search);
const rows = Number(query.get('rows') ?? 0);
const language = query.get('lang') === 'en' ? 'en' : 'zh-CN';
const workbook = createMemoryWorkbook(
  rows > 0 ? generatedContent(rows) : buildWorkbook({ 明细: SAMPLE_ROWS }),
);
const element = document.getElementById('pane');
if (element !== null) {
  const saved = new Map<string, string>();
  const pane = mountPane(element, {
    hostName: 'workbench',
    language,
    theme: (query.get('theme') ?? 'light') as PaneTheme,
    openWorkbook: () => Promise.resolve(workbook),
    runner: createInlineRunner(messages),
    now: () => new Date(2025, 11, 1, 9, 30),
    storage: {
      get: (key) => saved.get(key),
      set: (key, value) => saved.set(key, value),
    },
    saveSharingCopy: () => Promise.resolve(),
  });
  Object.assign(window, { pane, workbook });
}
