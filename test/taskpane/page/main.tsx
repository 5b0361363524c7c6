/**
 * The pane over a workbook in memory, for work on it and for pictures of it:
 * `?lang=en&theme=dark&rows=30000` (rows of a generated ledger; none: the small sample);
 * `show('…')` puts one of another query in its place.
 * `layout=doubtful|incomplete|none` spoils the sample's header, `fail=CODE` has the host refuse,
 * `hold=STAGE` stops a run there until it is cancelled, `fail=render` breaks the drawing.
 */
import { createInlineRunner } from '../../../src/app/pane/createInlineRunner';
import { messages } from '../../../src/messages';
import {
  mountPane,
  type MountedPane,
  type PaneTheme,
  type RibbonPlace,
} from '../../../src/taskpane/mountPane';
import { createMemoryWorkbook } from '../../../src/workbook/memory/createMemoryWorkbook';
import { buildWorkbook, type TestCell } from '../../report/buildWorkbook';
import { SAMPLE_ROWS } from '../../report/handoverSample';
import { generatedContent } from './generatedContent';
import { withTroubles } from './withTroubles';

const SPOILED: Readonly<Record<string, Readonly<Record<string, TestCell>>>> = {
  doubtful: { 年日均: '日均' },
  incomplete: { 余额: '金额甲', 年日均: '金额乙' },
  none: { 余额: '甲', 年日均: '乙', 客户号: '丙', 账号: '丁', 客户名称: '戊' },
};

let pane: MountedPane | undefined;
show(window.location.search);
Object.assign(window, { show });

function show(search: string): void {
  const element = document.getElementById('pane');
  if (element === null) return;
  pane?.unmount();
  const query = new URLSearchParams(search);
  const rows = Number(query.get('rows') ?? 0);
  const language = query.get('lang') === 'en' ? 'en' : 'zh-CN';
  const spoiled = SPOILED[query.get('layout') ?? ''] ?? {};
  const sample = SAMPLE_ROWS.map((cells) =>
    cells.map((cell) => (typeof cell === 'string' ? (spoiled[cell] ?? cell) : cell)),
  );
  const workbook = createMemoryWorkbook(
    rows > 0 ? generatedContent(rows) : buildWorkbook({ 明细: sample }),
  );
  const saved = new Map<string, string>();
  const at = query.get('at') as RibbonPlace | null;
  pane = mountPane(element, {
    hostName: 'workbench',
    language,
    theme: (query.get('theme') ?? 'light') as PaneTheme,
    openWorkbook: () => Promise.resolve(workbook),
    runner: withTroubles(createInlineRunner(messages), {
      fail: query.get('fail'),
      hold: query.get('hold'),
    }),
    now: () => new Date(2025, 11, 1, 9, 30),
    storage: {
      get: (key) => saved.get(key),
      set: (key, value) => saved.set(key, value),
    },
    saveSharingCopy: () =>
      Promise.resolve({
        masked: { phone: 1204, idNo: 12, accountNo: 3120 },
        notes: ['original', 'settings'],
      }),
    close: () => undefined,
  });
  if (at !== null) void pane.open(at);
  Object.assign(window, { pane, workbook });
}
