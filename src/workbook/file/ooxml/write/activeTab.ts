import type { PackageSheet } from '../xlsxPackage';
import type { PackageInput } from './workbookParts';
import { attributeOf, findElements } from './xmlTags';

/**
 * Whether the first sheet of the plan can become the active tab: only if no sheet that is copied
 * as it is stays selected, because Excel edits all selected sheets at once.
 */
export function canActivateFirst(
  { parts, sheets, plan }: PackageInput,
  old: readonly PackageSheet[],
  workbookXml: string,
): boolean {
  if (plan.sheets[0]?.role !== 'overview') return false;
  const rewritten = new Set([
    ...old.map((sheet) => sheet.name),
    ...plan.ledgers.map((ledger) => ledger.sheetName),
  ]);
  const active = findActiveTab(workbookXml);
  const activeSheet = parts.sheets.find((sheet) => sheet.tab === active);
  if (activeSheet === undefined || !rewritten.has(activeSheet.name)) return false;
  return sheets.every(
    ({ name, head }) => rewritten.has(name) || !/\btabSelected\s*=\s*["'](?:1|true)/.test(head),
  );
}

/** The 0-based tab that the workbook opens with. */
export function findActiveTab(workbookXml: string): number {
  const view = findElements(workbookXml, 'workbookView', 0, workbookXml.length)[0];
  return view === undefined ? 0 : Number(attributeOf(workbookXml, view, 'activeTab') ?? 0);
}
