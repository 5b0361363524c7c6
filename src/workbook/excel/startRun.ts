import {
  textFormula,
  LEDGER_NAME,
  LEDGER_TEXT_NAME,
  MARK_NAME,
  sheetMarkFormula,
} from '../sheetMark';
import type { OriginalPlan, WorkbookPlan } from '../sheetPlan';
import type { ListedSheet, ListedWorkbook } from './listSheets';
import { ACTION_BYTES } from './payload';
import {
  addFormulaName,
  addTextName,
  COPY_NAME,
  LEDGER_COPIED_NAME,
  OLD_NAME,
  RUN_NAME,
  type RunStage,
} from './sheetNames';
import type { WriteQueue } from './writeQueue';

/**
 * Opens a run: sheets of an earlier run step aside under other names, every ledger is copied whole.
 * All of it is marked, so that it can be taken back also by another session.
 */
export async function startRun(
  queue: WriteQueue,
  plan: WorkbookPlan,
  listed: ListedWorkbook,
): Promise<void> {
  await queue.add({
    bytes: ACTION_BYTES,
    run({ workbook }) {
      addTextName(workbook.names, RUN_NAME, 'writing' satisfies RunStage);
    },
  });
  const taken = takenNames(plan, listed);
  for (const sheet of findReplaced(plan, listed)) {
    await queue.add(stepAside(sheet, freeName('~', taken)));
  }
  for (const { sheetName } of plan.ledgers) {
    const original = plan.originals?.find((other) => other.sheetName === sheetName);
    const copyName = original?.copyName ?? freeName('~', taken);
    await queue.add(copyLedger(sheetName, copyName, original));
  }
  for (const original of plan.originals ?? []) {
    if (plan.ledgers.some(({ sheetName }) => sheetName === original.sheetName)) continue;
    await queue.add(copyLedger(original.sheetName, original.copyName, original));
  }
  await queue.flush();
}

/** The sheets of ours that the plan replaces. */
export function findReplaced(
  plan: WorkbookPlan,
  { sheets }: ListedWorkbook,
): readonly ListedSheet[] {
  const roles = new Set<string>(plan.sheets.map(({ role }) => role));
  const copied = new Set(plan.originals?.map(({ sheetName }) => sheetName));
  return sheets.filter(({ mark, copyOf }) => {
    if (mark === undefined) return false;
    if (mark === 'original') return copyOf !== undefined && copied.has(copyOf);
    return plan.partial !== true || roles.has(mark);
  });
}

function takenNames(plan: WorkbookPlan, { sheets }: ListedWorkbook): Set<string> {
  return new Set([
    ...sheets.map(({ name }) => name),
    ...plan.sheets.map(({ name }) => name),
    ...(plan.originals?.map(({ copyName }) => copyName) ?? []),
  ]);
}

function freeName(stem: string, taken: Set<string>): string {
  let number = 1;
  while (taken.has(stem + String(number))) number++;
  taken.add(stem + String(number));
  return stem + String(number);
}

function stepAside({ name }: ListedSheet, aside: string) {
  return {
    bytes: 2 * ACTION_BYTES,
    run({ workbook }: Excel.RequestContext) {
      const sheet = workbook.worksheets.getItem(name);
      addTextName(sheet.names, OLD_NAME, name);
      sheet.name = aside;
    },
  };
}

/** The ledger carries its name first, and so does its copy: a copy left halfway is known by it. */
function copyLedger(ledger: string, copyName: string, original: OriginalPlan | undefined) {
  const limit = original?.columnLimit;
  const fate =
    original === undefined ? 'drop' : limit === undefined ? 'keep' : `keep:${String(limit)}`;
  return {
    bytes: 9 * ACTION_BYTES,
    run({ workbook }: Excel.RequestContext) {
      const sheet = workbook.worksheets.getItem(ledger);
      addTextName(sheet.names, LEDGER_COPIED_NAME, ledger);
      const copy = sheet.copy('End');
      copy.name = copyName;
      copy.visibility = 'Hidden';
      addFormulaName(copy.names, MARK_NAME, sheetMarkFormula('original', copyName));
      addFormulaName(copy.names, LEDGER_NAME, `'${ledger.replaceAll("'", "''")}'!$A$1`);
      addFormulaName(copy.names, LEDGER_TEXT_NAME, textFormula(ledger));
      addTextName(copy.names, COPY_NAME, fate);
    },
  };
}
