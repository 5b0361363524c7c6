import { columnIndex, numberText } from '../../../core';
import {
  isBareReference,
  type MaskedColumns,
  maskStrings,
  readsMasked,
  tellsSecret,
} from './maskFormula';
import { maskRuns } from './maskRuns';
import { maskText } from './maskText';
import type { MaskWords } from './maskWords';
import type { Scope } from './secret';
import type { SharedTexts } from './sharedTexts';
import { attributeOf, mapAttributes, textOf, textToken } from './tokenText';
import type { XmlToken } from './xmlTokens';

/** What masking the cells of one sheet needs. */
export interface CellRules extends MaskWords {
  readonly shared: SharedTexts;
  /** Whether cells of a format show bare digits, as ids do and amounts do not. */
  readonly isPlainFormat: (style: number) => boolean;
  readonly maskedColumns: MaskedColumns;
  /** Formulas that refer to a sheet by a name that is masked, under its new name. */
  readonly renameSheets: (formula: string) => string;
  /** Shared formulas of this sheet that have become values, by their index. */
  readonly valued: Set<string>;
}

interface CellParts {
  readonly open: XmlToken;
  readonly formula: readonly XmlToken[];
  readonly value: readonly XmlToken[];
  readonly inline: readonly XmlToken[];
  readonly after: readonly XmlToken[];
  readonly close: XmlToken;
}

/** A cell's element, from its start tag to its end tag, masked. */
export function maskCell(tokens: readonly XmlToken[], scope: Scope, rules: CellRules): string {
  const cell = splitCell(tokens);
  const type = attributeOf(cell.open, 't') ?? 'n';
  const formula = cell.formula
    .filter(({ kind }) => kind === 'text')
    .map(textOf)
    .join('');
  const result = maskResult(cell, type, scope, rules);
  const keeps = cell.formula.length > 0 && keepsFormula(cell, formula, result.changed, rules);
  const parts = [
    result.type === type ? cell.open.raw : setType(cell.open, keeps ? 'str' : result.type),
    ...(keeps ? rewriteFormula(cell.formula, formula, rules) : []),
    ...(keeps && result.type === 'inlineStr' && type !== 'inlineStr'
      ? cachedText(cell, result.text)
      : result.markup),
    ...cell.after.map(({ raw }) => raw),
    cell.close.raw,
  ];
  return parts.join('');
}

interface MaskedResult {
  readonly type: string;
  readonly markup: readonly string[];
  readonly text: string;
  readonly changed: boolean;
}

function maskResult(cell: CellParts, type: string, scope: Scope, rules: CellRules): MaskedResult {
  const raws = (tokens: readonly XmlToken[]) => tokens.map(({ raw }) => raw);
  const same = { type, markup: raws([...cell.value, ...cell.inline]), text: '', changed: false };
  if (type === 'b' || type === 'e' || type === 'd') return same;
  if (type === 'inlineStr') {
    const masked = maskRuns(cell.inline, scope, rules);
    return { ...same, markup: raws(masked), changed: masked !== cell.inline };
  }
  const at = cell.value.findIndex(({ kind }) => kind === 'text');
  const token = cell.value[at];
  if (token === undefined) return same;
  if (type === 's') {
    const index = rules.shared.use(Number(token.raw), scope, rules);
    const value = cell.value.map((part, i) => (i === at ? String(index) : part.raw));
    return { ...same, markup: value };
  }
  if (type === 'str') {
    const masked = maskRuns(cell.value, scope, rules);
    return { ...same, markup: raws(masked), changed: masked !== cell.value };
  }
  const text = maskNumber(token.raw, cell, scope, rules);
  if (text === undefined) return same;
  return { type: 'inlineStr', markup: inlineText(cell, text), text, changed: true };
}

/** A number that is a secret, as masked text; undefined for an amount, a date, a count. */
function maskNumber(
  raw: string,
  cell: CellParts,
  scope: Scope,
  rules: CellRules,
): string | undefined {
  const value = Number(raw);
  if (!Number.isInteger(value) || value < 10_000) return undefined;
  const digits = numberText(value);
  const computed = cell.formula.length > 0;
  const style = Number(attributeOf(cell.open, 's') ?? 0);
  const isAmount = scope === 'text' && (computed || !rules.isPlainFormat(style));
  const wanted = isAmount ? 'figure' : scope;
  const secrets = rules.find(digits, wanted);
  if (secrets.length === 0) return undefined;
  rules.count(secrets);
  return maskText(digits, secrets);
}

function keepsFormula(
  cell: CellParts,
  formula: string,
  resultChanged: boolean,
  rules: CellRules,
): boolean {
  const open = cell.formula[0];
  const group = open === undefined ? undefined : attributeOf(open, 'si');
  if (group !== undefined && rules.valued.has(group)) return false;
  const isBare = isBareReference(formula);
  const keeps =
    (!resultChanged || isBare) &&
    !tellsSecret(maskStrings(formula, rules.find), rules.find) &&
    (isBare || !readsMasked(formula, rules.maskedColumns, open === undefined ? 0 : width(open)));
  if (!keeps && group !== undefined) rules.valued.add(group);
  return keeps;
}

/** Columns that a shared formula goes on to its right. */
function width(open: XmlToken): number {
  const [first = '', last = first] = (attributeOf(open, 'ref') ?? '').split(':');
  const column = (reference: string): number =>
    columnIndex(/^[A-Z]*/.exec(reference)?.[0] ?? '') ?? 0;
  return Math.max(0, column(last) - column(first));
}

function rewriteFormula(
  tokens: readonly XmlToken[],
  formula: string,
  { find, renameSheets }: CellRules,
): string[] {
  const text = renameSheets(maskStrings(formula, find));
  if (text === formula) return tokens.map(({ raw }) => raw);
  const at = tokens.findIndex(({ kind }) => kind === 'text');
  return tokens
    .filter(({ kind }, i) => kind !== 'text' || i === at)
    .map((token, i) => (i === at ? textToken(text).raw : token.raw));
}

function setType(open: XmlToken, type: string): string {
  if (attributeOf(open, 't') === undefined) return open.raw.replace(/>$/, ` t="${type}">`);
  return mapAttributes(open, (name, value) => (name === 't' ? type : value));
}

function prefixOf({ raw }: XmlToken): string {
  return /^<([^\s:>]+:)?/.exec(raw)?.[1] ?? '';
}

function inlineText({ open }: CellParts, text: string): string[] {
  const p = prefixOf(open);
  return [`<${p}is><${p}t>`, textToken(text).raw, `</${p}t></${p}is>`];
}

function cachedText({ open }: CellParts, text: string): string[] {
  const p = prefixOf(open);
  return [`<${p}v>`, textToken(text).raw, `</${p}v>`];
}

function splitCell(tokens: readonly XmlToken[]): CellParts {
  const inner = tokens.slice(1, -1);
  const parts: Record<'f' | 'v' | 'is' | 'after', XmlToken[]> = { f: [], v: [], is: [], after: [] };
  let current: 'f' | 'v' | 'is' | undefined;
  for (const token of inner) {
    const { kind, name } = token;
    const isPart = name === 'f' || name === 'v' || name === 'is';
    if (current === undefined && isPart) {
      parts[name].push(token);
      if (kind === 'open') current = name;
    } else if (current !== undefined) {
      parts[current].push(token);
      if (kind === 'close' && name === current) current = undefined;
    } else if (kind !== 'text') parts.after.push(token);
  }
  const none: XmlToken = { kind: 'text', raw: '', name: '' };
  return {
    open: tokens[0] ?? none,
    formula: parts.f,
    value: parts.v,
    inline: parts.is,
    after: parts.after,
    close: tokens.at(-1) ?? none,
  };
}
