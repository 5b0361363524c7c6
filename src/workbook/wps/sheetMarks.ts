import {
  LEDGER_NAME,
  LEDGER_TEXT_NAME,
  MARK_NAME,
  sheetMarkFormula,
  textFormula,
} from '../sheetMark';
import { sheetReference } from './addresses';
import { refused } from './hostFailure';
import type { WpsSheet } from './wpsTypes';

/** Marks a sheet as one of ours, under the name that it has. */
export function markSheet(sheet: WpsSheet, role: string, name: string): void {
  addName(sheet, MARK_NAME, sheetMarkFormula(role, name));
}

/** Marks an untouched copy of the sheet `ledger`. */
export function markCopy(copy: WpsSheet, copyName: string, ledger: string): void {
  markSheet(copy, 'original', copyName);
  addName(copy, LEDGER_NAME, sheetReference(ledger, '$A$1'));
  addName(copy, LEDGER_TEXT_NAME, textFormula(ledger));
}

/** A copy without its marks could not be restored from: they must be there. */
function addName({ Names }: WpsSheet, name: string, formula: string): void {
  const before = Names.Count;
  Names.Add(name, `=${formula}`, false);
  if (Names.Count !== before + 1) throw refused('Names.Add');
}

/** A copy becomes a sheet of the user's. */
export function unmarkSheet(sheet: WpsSheet): void {
  const ours = new Set([MARK_NAME, LEDGER_NAME, LEDGER_TEXT_NAME]);
  const { Names } = sheet;
  for (let at = Names.Count; at >= 1; at--) {
    const item = Names.Item(at);
    const name = item.Name;
    if (ours.has(name.slice(name.lastIndexOf('!') + 1).toUpperCase())) item.Delete();
  }
}
