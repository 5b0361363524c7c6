/** The hidden name, in the scope of a sheet that we wrote, whose value is the sheet's mark. */
export const MARK_NAME = 'HANDOVER_SHEET';

/**
 * The hidden name, in the scope of an untouched copy, that refers to cell A1 of its ledger
 * (`'明细'!$A$1`): hosts keep it true when the user renames the ledger.
 */
export const LEDGER_NAME = 'HANDOVER_LEDGER';

/** The same ledger by its name as text, for when it is deleted and the reference is lost. */
export const LEDGER_TEXT_NAME = 'HANDOVER_LEDGER_NAME';

/** A defined name as hosts and files hold it. */
export interface MarkName {
  readonly name: string;
  /** 0-based tab that the name belongs to; none for names of the workbook. */
  readonly tab?: number;
  /** With or without a leading `=`. */
  readonly value: string;
}

/** A reference to one sheet, its name quoted or not; one that is lost has no name. */
const REFERENCE = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!/;
const STRING_CONSTANT = /^\s*=?\s*"((?:[^"]|"")*)"\s*$/;

interface FoundMark {
  readonly tab: number;
  readonly role: string;
  /** The sheet's name when it was written; empty where the mark does not say. */
  readonly writtenName: string;
}

/** The formula of a mark: the sheet's role and the name under which it is written. */
export function sheetMarkFormula(role: string, name: string): string {
  return textFormula(`${role}:${name}`);
}

/** The formula of a name that holds a text, without a leading `=`. */
export function textFormula(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * Of an untouched copy on `tab`: what its ledger is called now, or was called where it is gone;
 * nothing for any other sheet.
 */
export function findCopyOf(definedNames: readonly MarkName[], tab: number): string | undefined {
  const valueOf = (wanted: string) =>
    definedNames.find(({ name, tab: at }) => at === tab && name.toUpperCase() === wanted)?.value;
  const reference = REFERENCE.exec(valueOf(LEDGER_NAME) ?? '');
  return (
    reference?.[1]?.replaceAll("''", "'") ??
    reference?.[2] ??
    textOf(valueOf(LEDGER_TEXT_NAME) ?? '')
  );
}

/**
 * The roles of the sheets that we wrote, by 0-based tab. A copy that the user made of such a sheet
 * carries the same mark under another name: it is the user's own.
 */
export function findSheetMarks(
  definedNames: readonly MarkName[],
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

function parseMark(name: MarkName): FoundMark[] {
  if (name.tab === undefined || name.name.toUpperCase() !== MARK_NAME) return [];
  const text = textOf(name.value);
  if (text === undefined) return [];
  const [role = '', ...rest] = text.split(':');
  return [{ tab: name.tab, role, writtenName: rest.join(':') }];
}

function textOf(value: string): string | undefined {
  return STRING_CONSTANT.exec(value)?.[1]?.replaceAll('""', '"');
}
