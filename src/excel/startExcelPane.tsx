import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createInlineRunner } from '../app/pane/createInlineRunner';
import { messages } from '../messages';
import { mountPane } from '../taskpane/mountPane';
import { createExcelWorkbook } from '../workbook/excel/createExcelWorkbook';
import { WorkbookFailure } from '../workbook/workbookFailure';
import { createCellEditSignal } from './cellEditSignal';
import { DiagnosticsScreen } from './diagnostics/DiagnosticsScreen';
import { runDiagnostics } from './diagnostics/runDiagnostics';
import { findOffice } from './findOffice';
import { paneStorage } from '../taskpane/paneStorage';
import type { ScreenLook } from './PlainScreen';
import { readLanguage, readTheme } from './readLook';
import { readRibbonStep, type RibbonStep } from './readRibbonStep';
import { SelfCheckScreen } from './SelfCheckScreen';

/** Shows the pane in Excel; where Office.js or Excel is missing, what is wrong and what to do. */
export async function startExcelPane(element: Element): Promise<void> {
  const found = await findOffice();
  const look = readLook();
  document.documentElement.lang = look.language;
  if (found.kind !== 'excel') {
    show(element, <SelfCheckScreen problem={found.kind} {...look} />);
    return;
  }
  const step = readRibbonStep(window.location.search);
  if (step === 'diagnostics') show(element, <DiagnosticsScreen run={diagnose} {...look} />);
  else mount(element, step, look);
}

/** As Excel looks, also one that is too old; outside it, as the browser does. */
function readLook(): ScreenLook {
  const context: Partial<Office.Context> | undefined =
    'Office' in globalThis ? Office.context : undefined;
  return {
    language: readLanguage(context?.displayLanguage ?? navigator.language),
    theme: readTheme(context?.officeTheme?.bodyBackgroundColor),
  };
}

function diagnose(): Promise<string> {
  const { diagnostics, displayLanguage } = Office.context;
  return runDiagnostics(
    { Excel, Office },
    {
      version: diagnostics.version,
      platform: String(diagnostics.platform),
      language: displayLanguage,
      engine: navigator.userAgent,
    },
  );
}

function mount(
  element: Element,
  step: Exclude<RibbonStep, 'diagnostics'> | undefined,
  look: ScreenLook,
): void {
  element.replaceChildren();
  const cellEdit = createCellEditSignal();
  const workbook = createExcelWorkbook({ Excel, Office }, { onCellEdit: cellEdit.tell });
  const pane = mountPane(element, {
    hostName: 'excel',
    ...look,
    openWorkbook: () => Promise.resolve(workbook),
    runner: createInlineRunner(messages),
    now: () => new Date(),
    storage: paneStorage,
    onCellEdit: cellEdit.listen,
    saveSharingCopy: () => Promise.reject(new WorkbookFailure('sharing.elsewhere')),
  });
  // A ribbon button has been pressed: that is the start.
  if (step === 'analyze') void pane.analyze();
  else if (step !== undefined) void pane.open(step);
}

function show(element: Element, screen: ReactNode): void {
  element.replaceChildren();
  createRoot(element).render(screen);
}
