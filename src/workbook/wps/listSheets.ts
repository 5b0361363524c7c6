import { findCopyOf, findSheetMarks, MARK_NAME, type MarkName } from '../sheetMark';
import { requireCount } from './hostFailure';
import type { WpsSheet, WpsWorkbook } from './wpsTypes';

/** A worksheet with what our marks say of it. */
export interface ListedSheet {
  readonly sheet: WpsSheet;
  readonly name: string;
  readonly isHidden: boolean;
  readonly mark?: string;
  readonly copyOf?: string;
  /** Left behind by a run that was cut short. */
  readonly isLeftover: boolean;
  /** A leftover that is no more than a copy of a ledger which was not edited yet. */
  readonly isUnfinishedCopy: boolean;
}

const LEFTOVER = /^handover~\d+$/;

/** A sheet name that is free and tells a leftover; `taken` gets it. */
export function leftoverName(taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const name = `handover~${String(n)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** All worksheets in tab order. */
export function listSheets(book: WpsWorkbook): ListedSheet[] {
  const worksheets = book.Worksheets;
  const count = requireCount(worksheets.Count, 'Worksheets.Count');
  const names: string[] = [];
  const markNames: MarkName[] = [];
  const sheets = Array.from({ length: count }, (_, tab) => {
    const sheet = worksheets.Item(tab + 1);
    names.push(sheet.Name);
    markNames.push(...readNames(sheet, tab));
    return { sheet, isHidden: sheet.Visible !== -1 };
  });
  const marks = findSheetMarks(markNames, names);
  return sheets.map((listed, tab): ListedSheet => {
    const name = names[tab] ?? '';
    const mark = marks.get(tab);
    const copyOf = findCopyOf(markNames, tab);
    return {
      ...listed,
      name,
      isLeftover: LEFTOVER.test(name),
      isUnfinishedCopy: LEFTOVER.test(name) && !isResult(markNames, tab),
      ...(mark === undefined ? {} : { mark }),
      ...(mark === 'original' && copyOf !== undefined ? { copyOf } : {}),
    };
  });
}

/** Also under another name, as sheets have while they are being replaced. */
function isResult(names: readonly MarkName[], tab: number): boolean {
  const mark = names.find((item) => item.tab === tab && item.name.toUpperCase() === MARK_NAME);
  return mark !== undefined && !mark.value.includes('"original:');
}

/** The names in the sheet's own scope. */
function readNames(sheet: WpsSheet, tab: number): MarkName[] {
  const { Names } = sheet;
  const count = requireCount(Names.Count, 'Names.Count');
  return Array.from({ length: count }, (_, at) => {
    const item = Names.Item(at + 1);
    const name = item.Name;
    return { name: name.slice(name.lastIndexOf('!') + 1), tab, value: item.RefersTo };
  });
}
