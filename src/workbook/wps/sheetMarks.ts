import {
  LEDGER_NAME,
  LEDGER_TEXT_NAME,
  MARK_NAME,
  sheetMarkFormula,
  textFormula,
} from '../sheetMark';
import { sheetReference } from './addresses';
import type { WpsSheet } from './wpsTypes';

/** Marks a sheet as one of ours, under the name that it has. */
export function markSheet(sheet: WpsSheet, role: string, name: string): void {
  sheet.Names.Add(MARK_NAME, `=${sheetMarkFormula(role, name)}`, false);
}

/** Marks an untouched copy of the sheet `ledger`. */
export function markCopy(copy: WpsSheet, copyName: string, ledger: string): void {
  markSheet(copy, 'original', copyName);
  copy.Names.Add(LEDGER_NAME, `=${sheetReference(ledger, '$A$1')}`, false);
  copy.Names.Add(LEDGER_TEXT_NAME, `=${textFormula(ledger)}`, false);
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
