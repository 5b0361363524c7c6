import { isSlicer, type PartCuts } from './partCuts';
import { maskConstants } from './maskFormula';
import { maskRuns } from './maskRuns';
import { maskText } from './maskText';
import type { MaskWords } from './maskWords';
import type { Scope } from './secret';
import { localOf, mapAttributes, textOf, textToken } from './tokenText';
import type { XmlToken } from './xmlTokens';

export interface PartRules extends MaskWords {
  readonly cuts: PartCuts;
  readonly renameSheets: (formula: string) => string;
  /** Sheets by their new names. */
  readonly sheetName: (name: string) => string;
}

export interface PartMask {
  /** What becomes of the next tokens; some come only with a later one. */
  push(tokens: readonly XmlToken[]): string;
}

/** Elements that are one text to the reader, whatever runs it is made of. */
const TEXTS = new Set(['si', 'is', 'text', 'p', 'div']);
const FORMULAS = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedName',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
/** Taken out whole where something in them is. */
const CONTAINERS = new Set([
  'AlternateContent',
  'oleObjects',
  'controls',
  'ext',
  'twoCellAnchor',
  'oneCellAnchor',
  'absoluteAnchor',
  'pivotCaches',
]);
/** Places and sizes of drawings. */
const PLACES = new Set([
  'col',
  'row',
  'colOff',
  'rowOff',
  'Row',
  'Column',
  'Anchor',
  'sqref',
  'posOffset',
]);
const TEXT_ATTRIBUTES = new Set([
  'Target',
  'name',
  'displayName',
  'tooltip',
  'display',
  'location',
  'descr',
  'title',
  'prompt',
  'promptTitle',
  'error',
  'errorTitle',
  'caption',
  'uniqueName',
  'text',
  'author',
  'userId',
]);
/** Document properties that name who worked on the file. */
const PERSONS = new Set(['creator', 'lastModifiedBy']);
const NUMBER = /^\s*[-+]?[\d.]+\s*$|^#?[0-9A-Fa-f]{6,8}$/;
const GUID = /^\{?[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}?$/i;

/** Masks an XML part as it streams, whatever it is: every text and every attribute. */
export function createPartMask(rules: PartRules): PartMask {
  const open: string[] = [];
  let held: XmlToken[] | undefined;
  let depth = 0;

  function take(token: XmlToken): string {
    if (held !== undefined) {
      held.push(token);
      if (token.kind === 'open') depth++;
      else if (token.kind === 'close' && --depth === 0) return release();
      return '';
    }
    const { kind, name } = token;
    if (isTag(token) && rules.cuts.removes(token)) {
      if (kind === 'empty') return '';
      return hold(token);
    }
    if (kind === 'open' && (CONTAINERS.has(name) || TEXTS.has(name))) return hold(token);
    if (kind === 'open') open.push(name);
    else if (kind === 'close') open.pop();
    return maskToken(token, open, rules);
  }

  function hold(token: XmlToken): string {
    held = [token];
    depth = 1;
    return '';
  }

  function release(): string {
    const tokens = held ?? [];
    held = undefined;
    const first = tokens[0];
    if (first === undefined) return '';
    if (rules.cuts.removes(first)) return '';
    if (
      CONTAINERS.has(first.name) &&
      tokens.some((token) => isTag(token) && (rules.cuts.removes(token) || isSlicer(token)))
    ) {
      return '';
    }
    if (TEXTS.has(first.name)) {
      return maskRuns(tokens, 'text', rules)
        .map((token) => maskTag(token, rules))
        .join('');
    }
    // Its own start tag is not held again.
    const inner = createPartMask(rules);
    open.push(first.name);
    const result = maskToken(first, open, rules) + inner.push(tokens.slice(1, -1));
    open.pop();
    return result + (tokens.at(-1)?.raw ?? '');
  }

  return {
    push(tokens) {
      let result = '';
      for (const token of tokens) result += take(token);
      return result;
    },
  };
}

function isTag({ kind }: XmlToken): boolean {
  return kind === 'open' || kind === 'empty';
}

function maskToken(token: XmlToken, open: readonly string[], rules: PartRules): string {
  if (token.kind !== 'text') return maskTag(token, rules);
  const element = open.at(-1) ?? '';
  if (PLACES.has(element)) return token.raw;
  const text = textOf(token);
  const masked = maskElementText(text, element, open, rules);
  return masked === text ? token.raw : textToken(masked).raw;
}

function maskElementText(
  text: string,
  element: string,
  open: readonly string[],
  rules: PartRules,
): string {
  if (PERSONS.has(element)) return '';
  const { find, count, renameSheets } = rules;
  if (FORMULAS.has(element)) return renameSheets(maskConstants(text, find));
  const inNumbers = element === 'v' && open.includes('numCache');
  const secrets = find(text, inNumbers ? 'figure' : 'text');
  if (secrets.length === 0) return text;
  count(secrets);
  // What a chart draws must stay a number.
  return inNumbers ? '0' : maskText(text, secrets);
}

/** A tag with its attributes masked; end tags and the like as they are. */
function maskTag(token: XmlToken, rules: PartRules): string {
  const { kind, name: element, raw } = token;
  if (kind === 'instruction') return raw.startsWith('<?xml ') ? utf8Declaration(raw) : '';
  if (kind !== 'open' && kind !== 'empty') return raw;
  if (!raw.includes('=')) return raw;
  return mapAttributes(token, (fullName, value) => {
    const name = localOf(fullName);
    if (fullName.startsWith('xmlns')) return value;
    if (rules.cuts.clears(element, name, value)) return undefined;
    if (name === 'location' && value !== '')
      return maskConstants(rules.renameSheets(value), rules.find);
    if (element === 'sheet' && name === 'name') return rules.sheetName(value);
    if (GUID.test(value)) return value;
    const secrets = rules.find(value, attributeScope(element, name, value));
    if (secrets.length === 0) return value;
    rules.count(secrets);
    return maskText(value, secrets, isIdentifier(element, name) ? 'X' : '*');
  });
}

function attributeScope(element: string, name: string, value: string): Scope {
  if (TEXT_ATTRIBUTES.has(name) || (name === 'val' && /filter$/i.test(element))) return 'text';
  return NUMBER.test(value) && (value.length < 11 || value.includes('.')) ? 'figure' : 'text';
}

/** Names that formulas use, and codes in which `*` means something. */
function isIdentifier(element: string, name: string): boolean {
  if (name === 'formatCode' || name === 'Target' || name === 'PartName') return true;
  return (element === 'definedName' || element === 'table') && /^(?:name|displayName)$/.test(name);
}

function utf8Declaration(raw: string): string {
  return raw.replace(/(encoding\s*=\s*)("[^"]*"|'[^']*')/, '$1"UTF-8"');
}
