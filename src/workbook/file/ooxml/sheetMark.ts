import type { DefinedName } from './workbookPart';

/** The hidden name, in the scope of a sheet that we wrote, whose value is the sheet's mark. */
export const MARK_NAME = 'HANDOVER_SHEET';

const STRING_CONSTANT = /^\s*=?\s*"((?:[^"]|"")*)"\s*$/;

interface FoundMark {
  readonly tab: number;
  readonly role: string;
  /** The sheet's name when it was written; empty where the mark does not say. */
  readonly writtenName: string;
}

/** The formula of a mark: the sheet's role and the name under which it is written. */
export function sheetMarkFormula(role: string, name: string): string {
  return `"${`${role}:${name}`.replaceAll('"', '""')}"`;
}

/**
 * The roles of the sheets that we wrote, by 0-based tab. A copy that the user made of such a sheet
 * carries the same mark under another name: it is the user's own.
 */
export function findSheetMarks(
  definedNames: readonly DefinedName[],
  tabNames: readonly string[],
): ReadonlyMap<number, string> {
  const marks = definedNames.flatMap(parseMark);
  const isOriginal = (mark: FoundMark) => tabNames[mark.tab] === mark.writtenName;
  const ours = marks.filter((mark) => {
    if (isNamedAsCopy(tabNames[mark.tab] ?? '', mark.writtenName)) return false;
    const same = marks.filter(
      (other) => other.role === mark.role && other.writtenName === mark.writtenName,
    );
    // Renamed and then copied, nothing tells them apart but their order.
    return mark === (same.find(isOriginal) ?? same[0]);
  });
  return new Map(ours.map((mark) => [mark.tab, mark.role]));
}

/** Excel and WPS name the copy of a sheet `NAME (2)`. */
function isNamedAsCopy(name: string, writtenName: string): boolean {
  return name.startsWith(writtenName) && /^ ?\(\d+\)$/.test(name.slice(writtenName.length));
}

function parseMark(name: DefinedName): FoundMark[] {
  if (name.tab === undefined || name.name.toUpperCase() !== MARK_NAME) return [];
  const text = STRING_CONSTANT.exec(name.value)?.[1]?.replaceAll('""', '"');
  if (text === undefined) return [];
  const [role = '', ...rest] = text.split(':');
  return [{ tab: name.tab, role, writtenName: rest.join(':') }];
}
