import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createInlineRunner } from '../app/pane/createInlineRunner';
import { messages } from '../messages';
import { mountPane } from '../taskpane/mountPane';
import { createExcelWorkbook } from '../workbook/excel/createExcelWorkbook';
import { findOffice } from './findOffice';
import { paneStorage } from './paneStorage';
import type { ScreenLook } from './PlainScreen';
import { readLanguage, readTheme } from './readLook';
import { readRibbonStep, type RibbonStep } from './readRibbonStep';
import { RestoreScreen } from './RestoreScreen';
import { SelfCheckScreen } from './SelfCheckScreen';

/** Shows the pane in Excel; where Office.js or Excel is missing, what is wrong and what to do. */
export async function startExcelPane(element: Element): Promise<void> {
  const found = await findOffice();
  const look = readLook(found.kind === 'excel');
  document.documentElement.lang = look.language;
  if (found.kind !== 'excel') {
    show(element, <SelfCheckScreen problem={found.kind} {...look} />);
    return;
  }
  const step = readRibbonStep(window.location.search);
  if (step === 'restore') showRestore(element, look);
  else mount(element, step, look);
}

function readLook(isInExcel: boolean): ScreenLook {
  if (!isInExcel) {
    return { language: readLanguage(navigator.language), theme: readTheme(undefined) };
  }
  const { displayLanguage, officeTheme } = Office.context as Partial<Office.Context>;
  return {
    language: readLanguage(displayLanguage ?? navigator.language),
    theme: readTheme(officeTheme?.bodyBackgroundColor),
  };
}

function showRestore(element: Element, look: ScreenLook): void {
  const close = show(
    element,
    <RestoreScreen
      workbook={createExcelWorkbook({ Excel, Office })}
      {...look}
      onDone={() => {
        close();
        mount(element, undefined, look);
      }}
    />,
  );
}

function mount(element: Element, step: RibbonStep | undefined, look: ScreenLook): void {
  element.replaceChildren();
  const workbook = createExcelWorkbook({ Excel, Office });
  const pane = mountPane(element, {
    hostName: 'excel',
    ...look,
    openWorkbook: () => Promise.resolve(workbook),
    runner: createInlineRunner(messages),
    now: () => new Date(),
    storage: paneStorage,
    ...((step === 'customers' || step === 'call') && { startAt: step }),
  });
  // A ribbon button has been pressed: that is the start.
  if (step !== undefined) void pane.analyze();
}

/** Returns what takes the screen away again. */
function show(element: Element, screen: ReactNode): () => void {
  element.replaceChildren();
  const root = createRoot(element);
  root.render(screen);
  return () => {
    root.unmount();
  };
}
