import { columnIndex } from '../../src/core';

export type Value = number | string | boolean | null;
/** A cell by sheet name, 0-based row and column. */
export type FindCell = (sheet: string, row: number, column: number) => Value;

type Area = readonly Value[];
type Result = Value | Area;

/**
 * What a formula yields, for the functions that our plans use: enough to prove that the cached
 * values of a plan are those that Excel and WPS will compute. Throws on anything else.
 */
export function evaluateFormula(formula: string, sheet: string, findCell: FindCell): Value {
  const parser = createParser(tokenize(formula), sheet, findCell);
  const result = parser.comparison();
  parser.expectEnd();
  return single(result);
}

const TOKEN =
  /\s*(?:('(?:[^']|'')*'!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z(])|([A-Z]+)\(|("(?:[^"]|"")*")|(\d+(?:\.\d+)?)|(<>|<=|>=|[-+*/&=<>(),]))/y;

type Token =
  | { readonly kind: 'reference'; readonly sheet: string | undefined; readonly range: string }
  | { readonly kind: 'call' | 'text' | 'symbol'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number };

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (match === null) throw new Error(`cannot read ${formula}`);
    const [, sheet, range, call, text, number, symbol] = match;
    if (range !== undefined) {
      tokens.push({ kind: 'reference', sheet: sheet && unquote(sheet.slice(0, -1), "'"), range });
    } else if (call !== undefined) tokens.push({ kind: 'call', text: call });
    else if (text !== undefined) tokens.push({ kind: 'text', text: unquote(text, '"') });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else tokens.push({ kind: 'symbol', text: symbol ?? '' });
  }
  return tokens;
}

function unquote(text: string, quote: string): string {
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

function createParser(tokens: readonly Token[], home: string, findCell: FindCell) {
  let at = 0;
  const isSymbol = (...texts: readonly string[]): boolean => {
    const token = tokens[at];
    return token?.kind === 'symbol' && texts.includes(token.text);
  };
  const take = (): string => {
    const token = tokens[at++];
    return token?.kind === 'symbol' ? token.text : '';
  };
  const comparison = (): Result => {
    let left = joined();
    while (isSymbol('=', '<>', '<=', '>=', '<', '>')) {
      const operator = take();
      const right = single(joined());
      left = broadcast(left, (value) => compare(value, operator, right));
    }
    return left;
  };
  const joined = (): Result => {
    let left = sum();
    while (isSymbol('&')) {
      take();
      left = textOf(single(left)) + textOf(single(sum()));
    }
    return left;
  };
  const sum = (): Result => {
    let left = product();
    while (isSymbol('+', '-')) {
      const sign = take() === '+' ? 1 : -1;
      left = numberOf(single(left)) + sign * numberOf(single(product()));
    }
    return left;
  };
  const product = (): Result => {
    let left = signed();
    while (isSymbol('*', '/')) {
      const divides = take() === '/';
      const right = numberOf(single(signed()));
      const value = numberOf(single(left));
      // IF takes both branches worked out, so that #DIV/0! must be a value here.
      left = !divides ? value * right : right === 0 ? NaN : value / right;
    }
    return left;
  };
  const signed = (): Result => {
    if (!isSymbol('-')) return primary();
    take();
    return broadcast(signed(), (value) => -numberOf(value));
  };
  const primary = (): Result => {
    const token = tokens[at++];
    if (token === undefined) throw new Error('formula ends early');
    if (token.kind === 'number') return token.value;
    if (token.kind === 'text') return token.text;
    if (token.kind === 'reference') return readArea(token.sheet ?? home, token.range, findCell);
    if (token.kind === 'call') return callFunction(token.text, parseArguments());
    if (token.text !== '(') throw new Error(`unexpected ${token.text}`);
    const inner = comparison();
    take();
    return inner;
  };
  const parseArguments = (): Result[] => {
    const given: Result[] = [];
    while (!isSymbol(')')) {
      given.push(comparison());
      if (isSymbol(',')) take();
    }
    take();
    return given;
  };
  const expectEnd = (): void => {
    if (at < tokens.length) throw new Error('formula goes on');
  };
  return { comparison, expectEnd };
}

function readArea(sheet: string, range: string, findCell: FindCell): Result {
  const [first = '', last] = range.replaceAll('$', '').split(':');
  const from = parseCell(first);
  if (last === undefined) return findCell(sheet, from.row, from.column);
  const to = parseCell(last);
  if (to.row < from.row || to.column < from.column) throw new Error(`${range} is turned around`);
  const values: Value[] = [];
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) {
      values.push(findCell(sheet, row, column));
    }
  }
  return values;
}

function parseCell(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { row: Number(digits) - 1, column: columnIndex(letters) ?? 0 };
}

function callFunction(name: string, given: readonly Result[]): Value {
  const number = (index: number): number => numberOf(single(given[index] ?? null));
  const list = (index: number): Area => areaOf(given[index] ?? null);
  switch (name) {
    case 'SUM':
      return add(given.flatMap(areaOf));
    case 'COUNT':
      return given.flatMap(areaOf).filter((value) => typeof value === 'number').length;
    case 'COUNTA':
      return given.flatMap(areaOf).filter((value) => value !== null).length;
    case 'ROWS':
      return list(0).length;
    case 'ROUND':
      return round(number(0), number(1));
    case 'ROUNDUP':
      return Math.ceil(number(0) - 1e-9);
    case 'AND':
      return given.every((value) => single(value) === true);
    case 'TEXT':
      return formatNumber(number(0), String(single(given[1] ?? null)));
    case 'N':
      return typeof given[0] === 'number' ? given[0] : 0;
    case 'IF':
      return single((single(given[0] ?? null) === true ? given[1] : given[2]) ?? null);
    case 'COUNTIF':
      return list(0).filter((value) => meets(value, single(given[1] ?? null))).length;
    case 'SUMIF':
      return add(
        list(given.length === 3 ? 2 : 0).filter((_, index) =>
          meets(list(0)[index] ?? null, single(given[1] ?? null)),
        ),
      );
    case 'SUMIFS':
      return add(
        list(0).filter((_, index) =>
          [1, 3].every((pair) => {
            const criteria = given[pair];
            return (
              criteria === undefined ||
              meets(areaOf(criteria)[index] ?? null, single(given[pair + 1] ?? null))
            );
          }),
        ),
      );
    case 'SUMPRODUCT':
      return add(list(0).map((value, index) => numberOrZero(value) * numberOrZero(list(1)[index])));
    case 'INDEX':
      return list(0)[number(1) - 1] ?? null;
    case 'HYPERLINK':
      // What the cell shows; where it leads to has tests of its own.
      return single(given[1] ?? null);
    case 'MATCH':
      return list(1).findIndex((value) => value === single(given[0] ?? null)) + 1;
    default:
      throw new Error(`${name} is not a function that our plans use`);
  }
}

/** TEXT with the two formats that our plans use. */
function formatNumber(value: number, code: string): string {
  if (code === '0.0%') return `${round(value * 100, 1).toFixed(1)}%`;
  if (code !== '#,##0.00') throw new Error(`${code} is not a format that our plans use`);
  return round(value, 2)
    .toFixed(2)
    .replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** COUNTIF's criteria: a comparison in a text, a pattern, or a value. */
function meets(value: Value, criterion: Value): boolean {
  if (typeof criterion !== 'string') return value === criterion;
  const [, operator, limit] = /^(<=|>=|<>|<|>|=)(.*)$/.exec(criterion) ?? [];
  if (operator !== undefined) {
    return typeof value === 'number' && compare(value, operator, Number(limit));
  }
  if (criterion === '?*') return typeof value === 'string' && value.length > 0;
  return value === criterion;
}

function compare(left: Value, operator: string, right: Value): boolean {
  const a = left ?? (typeof right === 'string' ? '' : 0);
  const b = right ?? (typeof a === 'string' ? '' : 0);
  switch (operator) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    default:
      return a > b;
  }
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-7)) / scale;
}

function broadcast(values: Result, change: (value: Value) => Value): Result {
  return isArea(values) ? values.map(change) : change(values);
}

function isArea(result: Result): result is Area {
  return Array.isArray(result);
}

function areaOf(result: Result): Area {
  return isArea(result) ? result : [result];
}

function single(result: Result): Value {
  if (isArea(result)) throw new Error('one value expected, not a range');
  return result;
}

function add(values: Area): number {
  return values.reduce<number>((sum, value) => sum + numberOrZero(value), 0);
}

function numberOrZero(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function numberOf(value: Value): number {
  if (typeof value === 'string') throw new Error(`#VALUE! ${value}`);
  return Number(value ?? 0);
}

function textOf(value: Value): string {
  return String(value ?? '');
}
