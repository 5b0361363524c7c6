import type { SheetRole } from '../../../sheetPlan';
import type { PackageSheet } from '../xlsxPackage';
import type { PackageInput } from './workbookParts';

/** The sheets that a run writes, and so those of an earlier run that it replaces. */
const ROLES: Readonly<Record<SheetRole, true>> = {
  overview: true,
  customers: true,
  scripts: true,
  crossOwnership: true,
  maturities: true,
  cleaningLog: true,
  setAside: true,
  settings: true,
};

/**
 * The sheets of an earlier run that the plan replaces: of a partial plan, those it names; copies
 * of ledgers that are copied anew.
 */
export function findReplaced({ parts, plan }: PackageInput): PackageSheet[] {
  const copied = new Set(plan.originals?.map(({ sheetName }) => sheetName));
  const named = new Set<string>(plan.sheets.map(({ role }) => role));
  return parts.sheets.filter(
    ({ mark, copyOf }) =>
      (mark !== undefined &&
        Object.hasOwn(ROLES, mark) &&
        (plan.partial !== true || named.has(mark))) ||
      (mark === 'original' && copied.has(copyOf ?? '')),
  );
}
