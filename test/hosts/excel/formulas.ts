/** Values of formulas, and what becomes of formulas when sheets change. */
import { evaluateFormula } from '../../report/evaluateFormula';
import { quotedName } from './address';
import { findSheet, type Book, type Cell, type Name, type Scalar, type Sheet } from './book';

/**
 * A cell's value; of a formula that was written, what it computes now. `known` keeps what was
 * computed already, as long as nothing changes.
 */
export function valueOf(
  book: Book,
  sheet: Sheet,
  cell: Cell | undefined,
  known?: Map<Cell, Scalar>,
): Scalar {
  if (cell === undefined) return '';
  if (cell.formula === undefined || cell.isCached === true) return cell.value;
  if (cell.formula.includes('#REF!')) return '#REF!';
  const value = known?.get(cell) ?? compute(book, sheet, cell.formula, known);
  known?.set(cell, value);
  return value;
}

function compute(book: Book, sheet: Sheet, formula: string, known?: Map<Cell, Scalar>): Scalar {
  const result = evaluateFormula(formula.slice(1), sheet.name, (name, row, column) => {
    const found = findSheet(book, name);
    if (!found) throw new Error(`The formula refers to a sheet that is not there: ${name}`);
    const value = valueOf(book, found, found.rows[row]?.[column], known);
    return value === '' ? null : value;
  });
  return result ?? 0;
}

/** In front of `!`: the name quoted, or plain where it begins no longer word. */
function referencesTo(name: string): RegExp {
  const plain = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const quoted = quotedName(name).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?:${quoted}|(?<![\\w\\p{L}'])${plain})!`, 'gu');
}

/** As Excel does when a sheet gets another name. */
export function followRename(book: Book, from: string, to: string): void {
  replaceReferences(book, from, `${quotedName(to)}!`);
}

/** As Excel does when a sheet is deleted: what referred to it is lost. */
export function loseReferences(book: Book, name: string): void {
  replaceReferences(book, name, '#REF!');
}

function replaceReferences(book: Book, name: string, by: string): void {
  const references = referencesTo(name);
  const replaced = (formula: string) => formula.replace(references, by);
  const follow = (item: Name) => (item.formula = replaced(item.formula));
  book.names.forEach(follow);
  for (const sheet of book.sheets) {
    sheet.names.forEach(follow);
    for (const cells of sheet.rows as ((Cell | undefined)[] | undefined)[]) {
      cells?.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const formula = replaced(cell.formula);
        if (formula !== cell.formula) cells[column] = { ...cell, formula, isCached: false };
      });
    }
    for (const { series } of sheet.charts) {
      for (const { settings } of series) {
        for (const [key, value] of Object.entries(settings)) {
          if (typeof value === 'string') settings[key] = replaced(value);
        }
      }
    }
  }
}
