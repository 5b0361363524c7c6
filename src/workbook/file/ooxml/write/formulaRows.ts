import { LAST_ROW } from './cellReference';

const REFERENCE = /(\$?[A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])/y;
const NAME_CHARACTER = /[\w.$\\\u0080-\uffff]/;

/**
 * A formula with the row of each cell reference replaced; `map` gets the 0-based row and whether
 * it is absolute (`A$1`). Texts, quoted sheet names and structured references stay as they are.
 */
export function mapFormulaRows(
  formula: string,
  map: (row: number, absolute: boolean) => number,
): string {
  return replaceReferences(formula, REFERENCE, ([, column = '', dollar = '', row = '']) => {
    const mapped = map(Number(row) - 1, dollar !== '');
    return `${column}${dollar}${String(mapped + 1)}`;
  });
}

/**
 * A formula with what `pattern` (sticky) matches at the start of a name replaced, outside of texts,
 * quoted sheet names and structured references.
 */
export function replaceReferences(
  formula: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): string {
  let result = '';
  let copied = 0;
  let brackets = 0;
  for (let at = 0; at < formula.length;) {
    const character = formula.charAt(at);
    if (character === '"' || character === "'") {
      at = endOfQuoted(formula, at, character);
      continue;
    }
    if (character === '[') brackets++;
    if (character === ']') brackets--;
    if (brackets > 0 || !NAME_CHARACTER.test(character)) {
      at++;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match !== null) {
      result += formula.slice(copied, at) + replace(match);
      at += match[0].length;
      copied = at;
      continue;
    }
    while (at < formula.length && NAME_CHARACTER.test(formula.charAt(at))) at++;
  }
  return result + formula.slice(copied);
}

/** A formula as it must read when the cell it is relative to moves by `shift` rows. */
export function shiftFormulaRows(formula: string, shift: number): string {
  if (shift === 0) return formula;
  return mapFormulaRows(formula, (row, absolute) =>
    absolute ? row : Math.min(LAST_ROW, Math.max(0, row + shift)),
  );
}

function endOfQuoted(formula: string, start: number, quote: string): number {
  for (let at = start + 1; at < formula.length; at++) {
    if (formula.charAt(at) !== quote) continue;
    if (formula.charAt(at + 1) !== quote) return at + 1;
    at++;
  }
  return formula.length;
}
