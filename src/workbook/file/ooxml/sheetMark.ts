import type { DefinedName } from './workbookPart';

/** The hidden name, in the scope of a sheet that we wrote, whose value is the sheet's role. */
export const MARK_NAME = 'HANDOVER_SHEET';

const STRING_CONSTANT = /^\s*=?\s*"((?:[^"]|"")*)"\s*$/;

/** The mark of ours on the 0-based `tab`, or none. */
export function findSheetMark(
  definedNames: readonly DefinedName[],
  tab: number,
): string | undefined {
  const found = definedNames.find(
    (name) => name.tab === tab && name.name.toUpperCase() === MARK_NAME,
  );
  return found && STRING_CONSTANT.exec(found.value)?.[1]?.replaceAll('""', '"');
}
