import { TextDecoder } from 'node:util';
import { act, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { createInlineRunner } from '../../src/app/pane/createInlineRunner';
import { messages, type Language, type Messages } from '../../src/messages';
import { mountPane, type MountedPane, type PaneHost } from '../../src/taskpane/mountPane';
import {
  createMemoryWorkbook,
  type MemoryWorkbook,
} from '../../src/workbook/memory/createMemoryWorkbook';
import { buildWorkbook, type TestCell } from '../report/buildWorkbook';
import { SAMPLE_ROWS } from '../report/handoverSample';

// A machine may be busy with much else.
configure({ asyncUtilTimeout: 30_000 });
// jsdom leaves out what every browser has.
Object.assign(globalThis, { TextDecoder });
keepHidingRules();

export interface MountedSample {
  readonly workbook: MemoryWorkbook;
  readonly pane: MountedPane;
  readonly words: Messages;
  readonly saved: ReadonlyMap<string, string>;
}

interface MountOptions {
  readonly language?: Language;
  readonly rows?: readonly (readonly TestCell[])[];
  readonly host?: Partial<PaneHost>;
}

/**
 * Of the rules put into style sheets only those that hide something are kept: jsdom matches every
 * rule against an element for each question about it, which takes most of a test's time. How
 * things look is tested in a browser.
 */
function keepHidingRules(): void {
  const style = document.head.appendChild(document.createElement('style'));
  const prototype = Object.getPrototypeOf(style.sheet) as CSSStyleSheet;
  const { insertRule } = prototype;
  prototype.insertRule = function (rule, index) {
    const hides = /visibility:\s*hidden|display:\s*none/.test(rule);
    return insertRule.call(this, hides ? rule : '.dropped{}', index);
  };
  style.remove();
}

/** The pane over the small sample, in a page of jsdom. */
export async function mountSample({
  language = 'zh-CN',
  rows = SAMPLE_ROWS,
  host = {},
}: MountOptions = {}): Promise<MountedSample> {
  const workbook = createMemoryWorkbook(buildWorkbook({ 明细: rows }));
  const element = document.body.appendChild(document.createElement('div'));
  const saved = new Map<string, string>();
  const pane = await act(() =>
    Promise.resolve(
      mountPane(element, {
        hostName: 'workbench',
        language,
        theme: 'light',
        openWorkbook: () => Promise.resolve(workbook),
        runner: createInlineRunner(messages),
        now: () => new Date(2025, 11, 1),
        storage: { get: (key) => saved.get(key), set: (key, value) => saved.set(key, value) },
        ...host,
      }),
    ),
  );
  return { workbook, pane, words: messages(language), saved };
}

/** Presses the one button and waits for the result. */
export async function analyzeSample({ words }: MountedSample): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: words.pane.start.analyze }));
  await screen.findByRole('heading', { name: words.pane.result.title });
}

export async function goTo(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('tab', { name }));
}

/** What axe finds wrong with the page; colours need a real browser. */
export async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
