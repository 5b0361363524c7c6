import { WorkbookFailure } from '../workbookFailure';
import { bringBack } from './bringBack';
import { deleteSheets } from './applyPlan';
import { attempt } from './hostFailure';
import { leftoverName, listSheets, type ListedSheet } from './listSheets';
import { copySheet, renameSheet } from './moveSheets';
import type { Session } from './session';
import { markCopy, unmarkSheet } from './sheetMarks';
import { WPS, type WpsSheet } from './wpsTypes';

/**
 * Gives every ledger what its untouched copy holds, and takes all sheets of ours away. The names of
 * the ledgers brought back.
 */
export async function restoreOriginals(session: Session): Promise<readonly string[]> {
  const listed = listSheets(session.book);
  const copies = findCopies(listed);
  if (copies.size === 0) {
    const unfinished = listed.filter(({ isUnfinishedCopy }) => isUnfinishedCopy);
    await deleteSheets(unfinished.map(({ sheet }) => sheet));
    return [];
  }
  const taken = new Set(listed.map(({ name }) => name));
  const kept = new Set<WpsSheet>();
  const backups: WpsSheet[] = [];
  for (const [name, copy] of copies) {
    const ledger = listed.find((other) => other.name === name && other.mark === undefined);
    if (ledger === undefined) {
      revive(session, copy, name);
      kept.add(copy.sheet);
    } else {
      backups.push(exchange(session, copy.sheet, ledger, leftoverName(taken)));
      kept.add(ledger.sheet);
    }
    await session.pause(0);
  }
  const [first] = kept;
  attempt(() => {
    first?.Activate();
  });
  session.journal.forget();
  const ours = listed.filter(({ mark, isLeftover }) => mark !== undefined || isLeftover);
  await deleteSheets([
    ...ours.flatMap(({ sheet }) => (kept.has(sheet) ? [] : [sheet])),
    ...backups,
  ]);
  return [...copies.keys()];
}

/** The copy of each ledger by the ledger's name; one that a cut-short run left only if it is alone. */
function findCopies(listed: readonly ListedSheet[]): Map<string, ListedSheet> {
  const copies = new Map<string, ListedSheet>();
  for (const sheet of listed) {
    const { copyOf, isLeftover } = sheet;
    if (copyOf !== undefined && (!isLeftover || !copies.has(copyOf))) copies.set(copyOf, sheet);
  }
  return copies;
}

/** A ledger that is gone comes back as its copy, where that stood. */
function revive(session: Session, { sheet, name }: ListedSheet, ledger: string): void {
  renameSheet(session, sheet, name, ledger);
  session.journal.willDo(() => {
    markCopy(sheet, name, ledger);
    sheet.Visible = WPS.hidden;
  });
  unmarkSheet(sheet);
  sheet.Visible = WPS.visible;
}

/** The ledger gets the copy's cells; the answer is what it was, until all is done. */
function exchange(
  session: Session,
  copy: WpsSheet,
  { sheet, name }: ListedSheet,
  backupName: string,
): WpsSheet {
  if (sheet.ProtectContents) throw new WorkbookFailure('workbook.protected', { sheet: name });
  const backup = copySheet(session, sheet, backupName);
  session.journal.willDo(() => {
    bringBack(session.app, backup, sheet);
  });
  bringBack(session.app, copy, sheet);
  return backup;
}
