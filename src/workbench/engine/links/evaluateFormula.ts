import type { CellRange } from '../../../core';
import { parseLocation } from '../../../workbook/file/appearance/linkLocation';
import { parseRange } from '../../../workbook/file/ooxml/write/cellReference';

export type FormulaValue = string | number | boolean | undefined;

/** The value of a cell (0-based) of a sheet; of the formula's own sheet where none is named. */
export type CellLookup = (sheet: string | undefined, row: number, column: number) => FormulaValue;

interface Area {
  readonly sheet: string | undefined;
  readonly range: CellRange;
}

type Operand = FormulaValue | Area;

/**
 * The value of a formula made of what links are made of: numbers, texts, references, arithmetic,
 * comparisons, `&`, IF, MATCH for an equal value, INDEX in a column, and HYPERLINK, whose value here
 * is where it leads to. Undefined for any other.
 */
export function evaluateFormula(formula: string, valueAt: CellLookup): FormulaValue {
  const tokens = formula.match(TOKEN) ?? [];
  if (tokens.join('') !== formula) return undefined;
  let next = 0;
  const value = valueOf(operation(0));
  return next === tokens.length ? value : undefined;

  function operation(level: number): Operand {
    const operators = LEVELS[level];
    if (!operators) return single();
    let left = operation(level + 1);
    for (let token = tokens[next]; token && operators.includes(token); token = tokens[next]) {
      next++;
      left = apply(token, valueOf(left), valueOf(operation(level + 1)));
    }
    return left;
  }

  function single(): Operand {
    const token = tokens[next++] ?? '';
    if (token === '-') return apply('-', 0, valueOf(single()));
    if (token === '(') {
      const inner = operation(0);
      next++;
      return inner;
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (token.endsWith('(')) return call(token.slice(0, -1).toUpperCase());
    return /^[\d.]+$/.test(token) ? Number(token) : areaOf(token);
  }

  function call(name: string): Operand {
    const given: Operand[] = [];
    while (next < tokens.length && tokens[next] !== ')') {
      given.push(operation(0));
      if (tokens[next] === ',') next++;
    }
    next++;
    const [first, second, third] = given;
    if (name === 'HYPERLINK') return first;
    if (name === 'IF') return valueOf(first) === true ? second : third;
    if (name === 'MATCH' && isArea(second) && third === 0) return match(valueOf(first), second);
    if (name === 'INDEX' && isArea(first)) return at(first, Number(valueOf(second)) - 1);
    return undefined;
  }

  function valueOf(operand: Operand): FormulaValue {
    return isArea(operand) ? at(operand, 0) : operand;
  }

  function at({ sheet, range }: Area, down: number): FormulaValue {
    return valueAt(sheet, range.firstRow + down, range.firstColumn);
  }

  function match(wanted: FormulaValue, { sheet, range }: Area): FormulaValue {
    if (wanted === undefined) return undefined;
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      if (valueAt(sheet, row, range.firstColumn) === wanted) return row - range.firstRow + 1;
    }
    return undefined;
  }
}

/** A text, a function, a reference with or without its sheet, a number, an operator. */
const TOKEN =
  /"(?:[^"]|"")*"|[A-Z]+\(|(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\d+(?:\.\d+)?|<=|>=|<>|[-+*/&=<>(),]/gu;

/** From the loosest to the tightest. */
const LEVELS = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']];

function apply(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '&') return String(left) + String(right);
  if (operator === '=') return left === right;
  if (operator === '<>') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return OPERATIONS[operator]?.(left, right);
}

const OPERATIONS: Readonly<Record<string, (left: number, right: number) => FormulaValue>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function areaOf(token: string): Area | undefined {
  const location = parseLocation(token);
  const range = location?.target ?? parseRange(token);
  return range && { sheet: location?.sheet, range };
}

function isArea(operand: Operand): operand is Area {
  return typeof operand === 'object';
}
