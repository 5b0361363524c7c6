import type { ProbeWords } from '../messages';
import { format } from './format';

const { count } = format;

export const probe: ProbeWords = {
  title: 'Environment check',
  outside:
    'This is not WPS Spreadsheets. Open it there: ribbon “柜组交接” → “环境检测” (environment check).',
  intro:
    'Opens an empty workbook, tries one by one what the add-in needs, and closes it unsaved. No other workbook is touched, nothing is sent. Finish editing a cell first.',
  start: 'Begin',
  running: 'Checking…',
  copy: 'Copy report',
  copied: 'Copied',
  states: { pass: 'works', fail: 'does not work', optional: 'missing, with a substitute' },
  summary: (passed, failed) =>
    failed === 0
      ? `Everything works (${count(passed)} checks).`
      : `${count(passed)} work, ${count(failed)} do not.`,
  checks: {
    engine: 'Browser engine is Chromium 69 or newer',
    program: 'Version of the program',
    storage: 'The pane remembers the daily number of calls',
    shared: 'Buttons of the ribbon reach the pane',
    workbook: 'A new workbook',
    scalar: 'Reading one cell',
    row: 'Reading a row',
    column: 'Reading a column',
    block: 'Reading a block',
    empty: 'Reading empty cells',
    date: 'Dates',
    error: 'Errors',
    longId: 'Long ids keep every digit',
    formulaText: 'Text that begins with = stays text',
    formulas: 'Formulas are worked out (INDEX, SUMIFS)',
    speed: 'Writing 10,000 rows × 20 columns at once',
    add: 'A worksheet added at the end',
    copySheet: 'Copying a worksheet',
    veryHidden: 'A very hidden worksheet',
    names: 'Hidden names',
    sort: 'Sorting by a helper column',
    filter: 'Filter',
    table: 'Table',
    conditional: 'Conditional format',
    validation: 'Drop-down list',
    freeze: 'Frozen panes',
    hyperlink: 'Links',
    chart: 'Chart',
    whole: 'The whole way: analyse, write, restore',
  },
  manualTitle: 'Three things to look at by hand',
  manual: [
    'Do the buttons of the ribbon react while the pane is open?',
    'Does “收起” at the pane’s foot hide it, and “打开面板” bring it back?',
    'Is “柜组交接” still there after WPS has been started again?',
  ],
};
