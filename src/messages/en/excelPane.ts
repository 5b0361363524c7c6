import type { ExcelPaneWords } from '../messages';

export const excelPane: ExcelPaneWords = {
  diagnostics: {
    title: 'Check this Excel',
    text: 'Checks the version and behaviour of Excel in an empty sheet of its own, which is deleted afterwards. Your sheets are not read and nothing is sent.',
    start: 'Check',
    running: 'Checking…',
    allWell: 'Done, all as expected: this Excel can be used.',
    troubles: (count) =>
      `Done, ${String(count)} ${count === 1 ? 'item is' : 'items are'} not as expected: please send the text below to your administrator.`,
    copy: 'Copy result',
    copied: 'Copied',
    report: 'Result (no customer data)',
  },
  selfCheck: {
    address: 'This page:',
    script: "Office's script:",
    problems: {
      scriptMissing: {
        title: "Office's script has not loaded",
        text: 'The pane is open, but office.js, which connects it to Excel, has not loaded. Your workbook is untouched.',
        steps: [
          'Close the pane and open it again.',
          "If that does not help, ask the administrator to open the script's address below in a browser: text must show, not an error page.",
        ],
      },
      silent: {
        title: 'Excel does not answer',
        text: 'The pane is open, but Excel does not answer. Your workbook is untouched.',
        steps: [
          'Close the pane and open it again.',
          'If that does not help, save the workbook and restart Excel.',
          'If it keeps happening, send a picture of this page to the administrator.',
        ],
      },
      outside: {
        title: 'Open this in Excel',
        text: 'This is the pane of the Excel add-in Handover Analyst; it does not work alone in a browser.',
        steps: [
          'Open the deposit ledger, choose Handover on the ribbon, then Analyze handover.',
          'If there is no such tab: Insert → My Add-ins → Handover Analyst.',
        ],
      },
      tooOld: {
        title: 'This Excel is too old',
        text: 'Excel 2019 or later is needed (ExcelApi 1.7). Your workbook is untouched.',
        steps: [
          'Ask the administrator to update Office.',
          'Until then, open the same ledger in the browser workbench.',
        ],
      },
    },
  },
};
