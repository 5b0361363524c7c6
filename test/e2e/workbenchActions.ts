/** What a user does with the workbench, by what she sees. */
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import type { Workbench } from './openWorkbench';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A machine that does much else at the same time needs long for what is quick. */
export const PATIENCE_MS = 120_000;

/** Drags files onto the page and lets go of them. */
export async function dropFiles({ page }: Workbench, files: readonly DroppedFile[]): Promise<void> {
  const packed = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, packed);
  const target = page.locator('.bench-provider').first();
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}

/** Drops files and waits until they are open. */
export async function openFiles(bench: Workbench, files: readonly DroppedFile[]): Promise<void> {
  await dropFiles(bench, files);
  const names = files.map(({ name }) => name).join(' + ');
  // A narrow window has no room for the name.
  await bench.page.getByTitle(names, { exact: true }).waitFor({ state: 'attached' });
}

export function paneOf({ page, words }: Workbench): Locator {
  return page.getByRole('complementary', { name: words.workbench.paneLabel, exact: true });
}

/** Presses the one button. */
export async function startAnalysis(bench: Workbench): Promise<void> {
  const { start } = bench.words.pane;
  await paneOf(bench).getByRole('button', { name: start.analyze, exact: true }).click();
}

export async function waitForResult(bench: Workbench): Promise<void> {
  const { result } = bench.words.pane;
  await paneOf(bench).getByRole('heading', { name: result.title }).waitFor();
}

export async function analyze(bench: Workbench): Promise<void> {
  await startAnalysis(bench);
  await waitForResult(bench);
}

/** Goes to one of the pane's places, or a tab within one. */
export async function goTo(bench: Workbench, tab: string): Promise<void> {
  await paneOf(bench).getByRole('tab', { name: tab, exact: true }).click();
}

/** Chooses from the menu of what concerns the whole workbook. */
export async function chooseMore(bench: Workbench, item: string): Promise<void> {
  const { more } = bench.words.pane;
  await paneOf(bench).getByRole('button', { name: more.label, exact: true }).click();
  await bench.page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** The size of the grid's own frame and of its cells in a file that says nothing of its looks. */
const GRID = { left: 46, top: 20, columnWidth: 72, rowHeight: 20 };

/** Types into a cell of the sheet in front, which is shown from its first cell on; 0-based. */
export async function typeIntoCell(
  { page }: Workbench,
  { row, column }: { readonly row: number; readonly column: number },
  text: string,
): Promise<void> {
  const { left, top, columnWidth, rowHeight } = GRID;
  const canvas = page.locator('.bench-grid canvas[id^="univer-sheet-main-canvas"]').last();
  const position = {
    x: left + (column + 0.5) * columnWidth,
    y: top + (row + 0.5) * rowHeight,
  };
  await canvas.click({ position });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Names of the sheets that the grid shows, from left to right. */
export async function shownSheets({ page }: Workbench): Promise<string[]> {
  const tabs = page.locator('[data-u-comp="slide-tab-item"]');
  return (await tabs.allInnerTexts()).map((text) => text.trim());
}

/** Waits until the grid shows these sheets and no others. */
export async function waitForSheets(bench: Workbench, names: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(names);
  const until = Date.now() + PATIENCE_MS;
  while (JSON.stringify(await shownSheets(bench)) !== wanted) {
    if (Date.now() > until) break;
    await bench.page.waitForTimeout(100);
  }
  expect(await shownSheets(bench)).toEqual(names);
}

/** Presses the button that saves, and takes the file that comes. */
export async function save(bench: Workbench): Promise<DroppedFile> {
  const { header } = bench.words.workbench;
  return download(bench, () =>
    bench.page.getByRole('button', { name: header.save, exact: true }).click(),
  );
}

/** Chooses the masked copy from the menu, and takes the file that comes. */
export async function saveSharingCopy(bench: Workbench): Promise<DroppedFile> {
  return download(bench, () => chooseMore(bench, bench.words.pane.more.share));
}

/** The file that an action of the user makes the page save. */
async function download({ page }: Workbench, action: () => Promise<void>): Promise<DroppedFile> {
  const [downloaded] = await Promise.all([page.waitForEvent('download'), action()]);
  const bytes = new Uint8Array(await readFile(await downloaded.path()));
  return { name: downloaded.suggestedFilename(), bytes };
}
