import type { OriginalPlan, SheetPlan, WorkbookPlan } from '../sheetPlan';
import type { Capabilities } from '../workbook';
import { WorkbookFailure } from '../workbookFailure';
import { addressOf } from './addresses';
import { bringBack } from './bringBack';
import { editLedger } from './editLedger';
import { fillSheet } from './fillSheet';
import { attempt } from './hostFailure';
import { persist } from './journal';
import { leftoverName, listSheets, type ListedSheet } from './listSheets';
import { addSheet, copySheet, deleteSheet, renameSheet } from './moveSheets';
import { usedArea } from './readSheet';
import { openBook, type Session } from './session';
import { markCopy, markSheet } from './sheetMarks';
import { WPS, type WpsSheet } from './wpsTypes';

/**
 * Applies a plan. WPS knows no transaction: sheets that are replaced are first only renamed, each
 * ledger is copied before it is edited, and nothing is deleted before all is written.
 */
export async function applyPlan(
  session: Session,
  plan: WorkbookPlan,
  capabilities: Capabilities,
): Promise<void> {
  const { book, journal } = session;
  const listed = listSheets(book);
  requireLedgers(plan, listed);
  const date1904 = book.Date1904;
  const before = book.ActiveSheet;
  journal.willDo(() => {
    attempt(() => {
      before.Activate();
    });
  });
  const taken = new Set(listed.map(({ name }) => name));
  const replaced = listed.filter(createIsReplaced(plan));
  for (const { sheet, name } of replaced) renameSheet(session, sheet, name, leftoverName(taken));
  const copies = copyLedgers(session, plan, listed, taken);
  const sheets = plan.sheets.map((sheetPlan) => ({
    plan: sheetPlan,
    sheet: addPlanned(session, sheetPlan, copies.size),
  }));
  const findSheet = (name: string): WpsSheet | undefined =>
    sheets.find((added) => added.plan.name === name)?.sheet ??
    listed.find((other) => other.name === name)?.sheet;
  for (const ledger of plan.ledgers) {
    const sheet = findSheet(ledger.sheetName);
    const copy = copies.get(ledger.sheetName)?.sheet;
    if (sheet === undefined || copy === undefined) continue;
    journal.willDo(() => {
      bringBack(session.app, copy, sheet);
    });
    await editLedger(session, { sheet, plan: ledger, whole: plan, date1904 });
  }
  for (const added of sheets) {
    await fillSheet(session, { ...added, whole: plan, date1904, capabilities, findSheet });
  }
  await session.pause(0);
  showSheets(session, sheets, before);
  trimCopies(copies);
  journal.forget();
  await deleteSheets([
    ...replaced.map(({ sheet }) => sheet),
    ...[...copies.values()].flatMap(({ sheet, isKept }) => (isKept ? [] : [sheet])),
  ]);
}

function requireLedgers(plan: WorkbookPlan, listed: readonly ListedSheet[]): void {
  const wanted = [...plan.ledgers, ...(plan.originals ?? [])];
  for (const { sheetName } of wanted) {
    const found = listed.find(({ name }) => name === sheetName);
    if (!found) throw new WorkbookFailure('workbook.sheetMissing', { sheet: sheetName });
    if (found.sheet.ProtectContents) {
      throw new WorkbookFailure('workbook.protected', { sheet: sheetName });
    }
  }
}

/** Which sheets go: leftovers, copies made anew, and ours, in a partial plan those it names. */
function createIsReplaced(plan: WorkbookPlan): (sheet: ListedSheet) => boolean {
  const roles = new Set<string>(plan.sheets.map(({ role }) => role));
  const copied = new Set(plan.originals?.map(({ sheetName }) => sheetName));
  return ({ mark, copyOf, isLeftover }) => {
    if (isLeftover) return true;
    if (mark === undefined) return false;
    if (mark === 'original') return copyOf !== undefined && copied.has(copyOf);
    return plan.partial !== true || roles.has(mark);
  };
}

interface LedgerCopy {
  readonly sheet: WpsSheet;
  /** An untouched copy that stays; the others serve until all is written. */
  readonly isKept: boolean;
  readonly original: OriginalPlan | undefined;
}

/** A copy of every ledger that is edited or kept as it is, by the ledger's name. */
function copyLedgers(
  session: Session,
  plan: WorkbookPlan,
  listed: readonly ListedSheet[],
  taken: Set<string>,
): Map<string, LedgerCopy> {
  const originals = new Map(plan.originals?.map((original) => [original.sheetName, original]));
  const names = new Set([...plan.ledgers.map(({ sheetName }) => sheetName), ...originals.keys()]);
  const copies = new Map<string, LedgerCopy>();
  for (const name of names) {
    const ledger = listed.find((other) => other.name === name);
    if (!ledger) continue;
    const original = originals.get(name);
    const unfinished = leftoverName(taken);
    const copyName = original?.copyName ?? unfinished;
    const sheet = copySheet(session, ledger.sheet, unfinished);
    markCopy(sheet, copyName, name);
    if (copyName !== unfinished) renameSheet(session, sheet, unfinished, copyName);
    copies.set(name, { sheet, isKept: original !== undefined, original });
  }
  return copies;
}

/** As in files, the copies stand behind it. */
function addPlanned(session: Session, { role, name }: SheetPlan, copies: number): WpsSheet {
  const sheet = addSheet(session, name, role === 'overview' ? 'front' : { behind: copies });
  markSheet(sheet, role, name);
  return sheet;
}

/** Frozen panes belong to the window, so that such a sheet is shown once; ends on the overview. */
function showSheets(
  session: Session,
  sheets: readonly { readonly plan: SheetPlan; readonly sheet: WpsSheet }[],
  before: WpsSheet,
): void {
  const { app, book } = session;
  openBook(app, book.FullName);
  for (const { plan, sheet } of sheets) {
    if (plan.visibility !== undefined || plan.frozenRows + plan.frozenColumns === 0) continue;
    attempt(() => {
      sheet.Activate();
      const window = app.ActiveWindow;
      window.FreezePanes = false;
      window.ScrollRow = 1;
      window.ScrollColumn = 1;
      window.SplitRow = plan.frozenRows;
      window.SplitColumn = plan.frozenColumns;
      window.FreezePanes = true;
    });
  }
  const overview = sheets.find(({ plan }) => plan.role === 'overview')?.sheet;
  attempt(() => {
    (overview ?? before).Activate();
  });
  for (const { plan, sheet } of sheets) {
    if (plan.visibility !== undefined) sheet.Visible = WPS[plan.visibility];
  }
}

/** Columns of an earlier run of ours are no part of what the user exported. */
function trimCopies(copies: ReadonlyMap<string, LedgerCopy>): void {
  for (const { sheet, original } of copies.values()) {
    const limit = original?.columnLimit;
    if (limit === undefined) continue;
    const used = usedArea(sheet);
    if (used.lastColumn < limit) continue;
    sheet.Range(addressOf({ ...used, firstRow: 0, firstColumn: limit })).Clear();
  }
}

/** All is written: what cannot be deleted now is known as a leftover and goes with the next run. */
export async function deleteSheets(sheets: readonly WpsSheet[]): Promise<void> {
  for (const sheet of sheets) {
    await persist(() => {
      deleteSheet(sheet);
    });
  }
}
