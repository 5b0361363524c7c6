/** How Excel takes what is written into a cell: the reason why adapters must take care. */
import { withFormat, type Cell, type Format, type Scalar } from './book';
import { HostError } from './hostError';

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)$/;
const NUMBER = /^\s*[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?\s*%?\s*$/i;
const DATE =
  /^\s*(?:\d{4}[-/年]\d{1,2}(?:[-/月]\d{1,2}日?)?|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?)\s*$/;

/**
 * The cell after `input` was written into it. In a text cell a text stays as it is and a number
 * becomes one; elsewhere an apostrophe makes a text, `=`, `+`, `-` and `@` begin a formula, and
 * what reads like a number, date, percentage, truth value or error becomes one.
 */
export function cellOfInput(input: Scalar, format: Format): Cell {
  if (input === '') return { value: '', format };
  if (format.numberFormat === '@') return textCellOf(input, format);
  if (typeof input !== 'string') return { value: input, format };
  if (input.startsWith("'")) return { value: input.slice(1), format };
  if (/^[=+\-@]/.test(input) && !NUMBER.test(input)) return formulaCell(input, format);
  if (/^(?:true|false)$/i.test(input)) return { value: /^true$/i.test(input), format };
  if (ERROR.test(input)) return { value: input, isError: true, format };
  if (/\d/.test(input) && NUMBER.test(input)) {
    const number = Number(input.replace(/[,%\s]/g, ''));
    return { value: input.includes('%') ? number / 100 : number, format };
  }
  // The serial itself does not matter: no text of ours may come to this.
  if (DATE.test(input)) {
    return { value: 45_000, format: withFormat(format, { numberFormat: 'yyyy/m/d' }) };
  }
  return { value: input, format };
}

function textCellOf(input: Scalar, format: Format): Cell {
  // Whether Excel takes the apostrophe for its mark here is not known: nothing may rely on it.
  if (typeof input === 'string' && input.startsWith("'")) {
    throw new HostError('NotSimulated', 'an apostrophe at the beginning of a text cell');
  }
  return { value: typeof input === 'string' ? input : String(input), format };
}

export function formulaCell(formula: string, format: Format): Cell {
  const text = formula.startsWith('=') ? formula : `=${formula}`;
  if (format.numberFormat === '@') return { value: text, format };
  if (!/^=[^=]/.test(text) || text.length > 8192) {
    throw new HostError('InvalidArgument', 'The formula cannot be read');
  }
  return { value: 0, formula: text, format };
}
