import type { Workbench } from './openWorkbench';
import { ledgerText, sampleExport } from './sampleFiles';
import {
  dropFiles,
  goTo,
  openFiles,
  paneOf,
  startAnalysis,
  waitForResult,
} from './workbenchActions';

/** A step of the way through the workbench, and how one comes to it from the step before. */
export interface Step {
  readonly name: string;
  readonly go: (bench: Workbench) => Promise<void>;
}

/** All that a user sees on the whole way, in one page. */
export const STEPS: readonly Step[] = [
  { name: 'welcome', go: () => Promise.resolve() },
  {
    name: 'damaged',
    async go(bench) {
      await dropFiles(bench, [{ name: '半个.xlsx', bytes: new Uint8Array([80, 75, 3, 4]) }]);
      await bench.page.getByText(bench.words.workbench.failed.title).waitFor();
    },
  },
  {
    name: 'no ledger',
    async go(bench) {
      const text = new TextEncoder().encode('事项,日期\n开会,2025-11-30\n');
      await openFiles(bench, [{ name: '日程.csv', bytes: text }]);
      await startAnalysis(bench);
      await paneOf(bench).getByRole('alert').waitFor();
    },
  },
  {
    name: 'confirm',
    async go(bench) {
      const headers = ['客户号', '客户名称', '账号', '数额', '均额', '管户经理'];
      await openFiles(bench, [ledgerText(headers)]);
      await startAnalysis(bench);
      await paneOf(bench).getByRole('button', { name: bench.words.pane.confirm.go }).waitFor();
    },
  },
  {
    name: 'start',
    async go(bench) {
      await openFiles(bench, [await sampleExport()]);
      await paneOf(bench).getByRole('button', { name: bench.words.pane.start.analyze }).waitFor();
    },
  },
  {
    name: 'run',
    async go(bench) {
      await bench.holdEngine('analyze');
      await startAnalysis(bench);
      await paneOf(bench).getByRole('button', { name: bench.words.pane.run.cancel }).waitFor();
    },
  },
  {
    name: 'result',
    async go(bench) {
      await bench.releaseEngine();
      await waitForResult(bench);
    },
  },
  {
    name: 'result opened',
    async go(bench) {
      const folds = paneOf(bench).locator('summary');
      for (const fold of await folds.all()) await fold.click();
    },
  },
  { name: 'customers', go: (bench) => goTo(bench, bench.words.pane.places.customers) },
  {
    name: 'customer selected',
    go: (bench) => paneOf(bench).getByRole('option').nth(1).click(),
  },
  { name: 'call', go: (bench) => goTo(bench, bench.words.pane.places.call) },
  {
    name: 'call answered',
    async go(bench) {
      const { callResults } = bench.words.report.customers;
      const pane = paneOf(bench);
      await pane.getByRole('button', { name: callResults[0] ?? '', exact: true }).click();
      await pane.getByText(bench.words.pane.call.saved).waitFor({ state: 'attached' });
    },
  },
  { name: 'settings', go: (bench) => goTo(bench, bench.words.pane.places.settings) },
  { name: 'scripts', go: (bench) => goTo(bench, bench.words.pane.settings.places.scripts) },
  { name: 'templates', go: (bench) => goTo(bench, bench.words.pane.settings.places.templates) },
  {
    name: 'menu',
    async go(bench) {
      const { more } = bench.words.pane;
      await paneOf(bench).getByRole('button', { name: more.label, exact: true }).click();
      await bench.page.getByRole('menuitem', { name: more.restore }).waitFor();
    },
  },
  {
    name: 'undo asked',
    async go({ page, words }) {
      const { more } = words.pane;
      await page.getByRole('menuitem', { name: more.restore }).click();
      await page.getByRole('button', { name: more.restoreConfirm, exact: true }).waitFor();
    },
  },
  {
    name: 'unsaved asked',
    async go(bench) {
      const { page, words } = bench;
      await page.keyboard.press('Escape');
      await dropFiles(bench, [ledgerText()]);
      await page.getByRole('alertdialog', { name: words.workbench.replace.title }).waitFor();
    },
  },
];
