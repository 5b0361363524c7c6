/** The pane's page in WPS. */
import './polyfills';
import { createInlineRunner } from '../app/pane/createInlineRunner';
import { messages } from '../messages';
import { mountPane } from '../taskpane/mountPane';
import { paneStorage } from '../taskpane/paneStorage';
import { openWpsWorkbook } from '../workbook/wps/openWpsWorkbook';
import { WorkbookFailure } from '../workbook/workbookFailure';
import { listenForCommands } from './paneCommand';
import { hidePane } from './showPane';
import { findWpsRoot, type WpsRoot } from './wpsRoot';

const element = document.getElementById('pane');
const root = findWpsRoot(window);
if (element !== null) {
  if (root === undefined) element.textContent = messages('zh-CN').probe.outside;
  else start(element, root);
}

function start(place: Element, app: WpsRoot): void {
  let openedName: string | undefined;
  const pane = mountPane(place, {
    hostName: 'wps',
    language: 'zh-CN',
    theme: 'light',
    openWorkbook() {
      openedName = app.ActiveWorkbook?.FullName;
      return Promise.resolve(openWpsWorkbook(app));
    },
    runner: createInlineRunner(messages),
    now: () => new Date(),
    storage: paneStorage,
    saveSharingCopy: () => Promise.reject(new WorkbookFailure('sharing.elsewhere')),
    close: () => {
      hidePane(app);
    },
  });
  listenForCommands(app, (command) => {
    if (command === 'analyze') {
      void pane.analyze();
      return;
    }
    // The button means the workbook in front, which may be another by now.
    if (openedName !== app.ActiveWorkbook?.FullName) pane.workbookChanged();
    void pane.open(command);
  });
}
