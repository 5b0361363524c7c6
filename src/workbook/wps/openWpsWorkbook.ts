import type { CellRange, RawWorkbook } from '../../core';
import { createTextInterner } from '../columnBuilder';
import type { WorkbookPlan } from '../sheetPlan';
import type { Capabilities, LiveWorkbook, OperationOptions, Progress } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { addressOf } from './addresses';
import { applyPlan } from './applyPlan';
import { toFailure } from './hostFailure';
import { listSheets } from './listSheets';
import { putCells } from './putCells';
import { readCells } from './readCells';
import { cellCount, readSheet, usedArea } from './readSheet';
import { restoreOriginals } from './restoreOriginals';
import { readQuietly, writeQuietly, type SessionRequest } from './session';
import { WPS, type WpsApplication, type WpsSheet } from './wpsTypes';

/**
 * The workbook that is in front in WPS; undefined where none is open. Every operation refuses with
 * `workbook.closed` once another one has come to the front.
 * @throws WorkbookFailure when the host refuses.
 */
export function openWpsWorkbook(app: WpsApplication): LiveWorkbook | undefined {
  try {
    return openActive(app);
  } catch (error) {
    throw toFailure(error, app);
  }
}

function openActive(app: WpsApplication): LiveWorkbook | undefined {
  const book = app.ActiveWorkbook;
  if (!book) return undefined;
  const fullName = book.FullName;
  const capabilities = findCapabilities(book.ActiveSheet);
  const request = (
    stage: Progress['stage'],
    total: number,
    options: OperationOptions | undefined,
  ): SessionRequest => ({ app, fullName, stage, total, options });

  return {
    capabilities,
    read: (options) => readWorkbook(request('read', 0, options)),
    write: (plan, options) =>
      writeQuietly(request('write', countCells(plan), options), (session) =>
        applyPlan(session, plan, capabilities),
      ),
    restore: (options) =>
      writeQuietly(request('write', 1, options), async (session) => ({
        restored: await restoreOriginals(session),
      })),
    putCells: (cells, options) =>
      writeQuietly(request('write', cells.length, options), (session) => {
        putCells(session, cells);
        return Promise.resolve();
      }),
    readCells: (sheet, area) =>
      readQuietly(request('read', 1, undefined), (session) =>
        Promise.resolve(readCells(session, sheet, area)),
      ),
    select: (sheet, area) =>
      readQuietly(request('read', 1, undefined), ({ book: current }) => {
        const found = listSheets(current).find(({ name }) => name === sheet);
        if (!found) throw new WorkbookFailure('workbook.sheetMissing', { sheet });
        showArea(found.sheet, area);
        return Promise.resolve();
      }),
  };
}

/** What the build has; whether it works is seen when it is used. */
function findCapabilities(sheet: WpsSheet): Capabilities {
  return {
    tables: sheet.ListObjects !== undefined,
    validations: true,
    conditionalFormats: true,
    charts: true,
  };
}

async function readWorkbook(request: SessionRequest): Promise<RawWorkbook> {
  return readQuietly(request, async (session) => {
    const { book } = session;
    const texts = createTextInterner();
    const listed = listSheets(book).map((sheet) => ({ sheet, used: usedArea(sheet.sheet) }));
    session.expect(listed.reduce((sum, { used }) => sum + cellCount(used), 0));
    const date1904 = book.Date1904;
    const sheets = [];
    for (const { sheet, used } of listed) {
      sheets.push(await readSheet(sheet, { session, used, texts, date1904 }));
    }
    return { name: book.Name, sheets };
  });
}

function showArea(sheet: WpsSheet, area: CellRange): void {
  if (sheet.Visible !== WPS.visible) sheet.Visible = WPS.visible;
  sheet.Activate();
  sheet.Range(addressOf(area)).Select();
}

/** Roughly what a plan writes, for the progress. */
function countCells({ ledgers, sheets }: WorkbookPlan): number {
  const edited = ledgers.reduce(
    (sum, { order, edits, added }) => sum + order.length * (edits.length + added.length),
    0,
  );
  const written = sheets.reduce(
    (sum, { blocks }) =>
      sum +
      blocks.reduce(
        (cells, block) =>
          cells + (block.kind === 'columns' ? block.rowCount * block.columns.length : 0),
        0,
      ),
    0,
  );
  return Math.max(1, edited + written);
}
