/** The pane's page in WPS. */
import './polyfills';
import { createInlineRunner } from '../app/pane/createInlineRunner';
import { messages } from '../messages';
import { mountPane } from '../taskpane/mountPane';
import { openWpsWorkbook } from '../workbook/wps/openWpsWorkbook';
import { COMMAND_KEY, hidePane } from './showPane';
import { findWpsRoot } from './wpsRoot';

/** The ribbon's page and this one share a storage but no events. */
const LISTEN_MS = 500;

const element = document.getElementById('pane');
const root = findWpsRoot(window);
if (element !== null && root !== undefined) {
  const pane = mountPane(element, {
    hostName: 'wps',
    language: 'zh-CN',
    theme: 'light',
    openWorkbook: () => Promise.resolve(openWpsWorkbook(root)),
    runner: createInlineRunner(messages),
    now: () => new Date(),
    close: () => {
      hidePane(root);
    },
  });
  window.setInterval(() => {
    if (root.PluginStorage.getItem(COMMAND_KEY) !== 'analyze') return;
    root.PluginStorage.removeItem(COMMAND_KEY);
    void pane.analyze();
  }, LISTEN_MS);
}
