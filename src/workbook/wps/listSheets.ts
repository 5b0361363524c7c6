import { findCopyOf, findSheetMarks, type MarkName } from '../sheetMark';
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
      ...(mark === undefined ? {} : { mark }),
      ...(mark === 'original' && copyOf !== undefined ? { copyOf } : {}),
    };
  });
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
