/**
 * The styles part of a workbook, to which cell formats are added: those of the plan's styles, and
 * variants of the ledger's own. What the part holds already is used again and stays as written.
 */
import type { StyleName, StyleSpec } from '../../../sheetPlan';
import { isDateFormat } from '../dateFormat';
import { GENERAL_FORMAT, TEXT_FORMAT, builtInFormatId, formatKind } from './numberFormats';
import { appendEdits, applyEdits, attributeEdits, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  childElements,
  findChild,
  prefixOf,
  rootElement,
  type XmlElement,
} from './xmlTags';
import { escapeAttribute } from './xmlText';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';

export interface StyleBook {
  /** The cellXfs index of a style of the plan; `quoted` shows the text as typed with a `'`. */
  planStyle(name: StyleName, quoted?: boolean): number;
  /** Whether a style of the plan shows dates. */
  isDateStyle(name: StyleName): boolean;
  /** A variant of `xf` that shows `value` as a number; `xf` itself where it does so already. */
  forNumber(xf: number, value: number): number;
  /** A variant of `xf` that keeps `text` a text, also when the user types it again. */
  forText(xf: number, text: string): number;
  /** A variant of `xf` that shows a serial as a date. */
  forDate(xf: number): number;
  /** A variant of `xf` with the number format of that code. */
  withFormat(xf: number, code: string): number;
  /** The part's XML with all that was asked for. */
  toXml(): string;
}

const AMOUNT_CODE = '#,##0.00';
const DATE_CODE = 'yyyy-mm-dd';
const FIRST_CUSTOM_FORMAT = 164;
/** Number formats have ids below this. */
const FORMAT_IDS = 0x10000;
/** Sections in the order of the schema; a missing one is inserted after those before it. */
const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
type SectionName = (typeof SECTIONS)[number];
/** What a font of ours takes over from the workbook's default one. */
const FONT_FAMILY = new Set(['name', 'family', 'charset', 'scheme']);

const EMPTY_FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

interface Section {
  readonly element: XmlElement | undefined;
  readonly items: string[];
  readonly known: number;
}

/** Reads `xml`, the workbook's styles part. */
export function createStyleBook(
  xml: string,
  planStyles: Readonly<Record<StyleName, StyleSpec>>,
): StyleBook {
  const root = rootElement(xml);
  const prefix = root === undefined ? '' : prefixOf(root.name);
  const sections = new Map(SECTIONS.map((name) => [name, readSection(xml, root, name)]));
  const formatCodes = new Map<number, string>();
  for (const item of section('numFmts').items) {
    const element = rootElement(item);
    if (element === undefined) continue;
    const id = Number(attributeOf(item, element, 'numFmtId'));
    formatCodes.set(id, attributeOf(item, element, 'formatCode') ?? '');
  }
  const formatIds = new Map([...formatCodes].map(([id, code]) => [code, id]));
  const kinds = section('cellXfs').items.map((item) => kindOf(item));
  const planned = { plain: new Map<StyleName, number>(), quoted: new Map<StyleName, number>() };
  const derived = new Map<number, number>();

  function section(name: SectionName): Section {
    return sections.get(name) ?? { element: undefined, items: [], known: 0 };
  }

  function kindOf(item: string) {
    const element = rootElement(item);
    if (element === undefined) return { format: 'general', quoted: false } as const;
    const id = Number(attributeOf(item, element, 'numFmtId') ?? 0);
    const quoted = isTrue(attributeOf(item, element, 'quotePrefix'));
    return { format: formatKind(id, formatCodes.get(id)), quoted };
  }

  /** The index of an item, appended unless the section has one of the same text. */
  function indexOf(name: SectionName, item: string): number {
    const { items } = section(name);
    const existing = items.indexOf(item);
    if (existing >= 0) return existing;
    return items.push(item) - 1;
  }

  function formatId(code: string): number {
    const existing = builtInFormatId(code) ?? formatIds.get(code);
    if (existing !== undefined) return existing;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...formatCodes.keys()) + 1;
    formatCodes.set(id, code);
    formatIds.set(code, id);
    const attributes = `numFmtId="${String(id)}" formatCode="${escapeAttribute(code)}"`;
    section('numFmts').items.push(`<${prefix}numFmt ${attributes}/>`);
    return id;
  }

  function addXf(item: string): number {
    const index = indexOf('cellXfs', item);
    if (index === kinds.length) kinds.push(kindOf(item));
    return index;
  }

  function planStyle(name: StyleName, quoted = false): number {
    const known = quoted ? planned.quoted : planned.plain;
    const existing = known.get(name);
    if (existing !== undefined) return existing;
    const xf = addXf(planXf(planStyles[name], quoted));
    known.set(name, xf);
    return xf;
  }

  function planXf(spec: StyleSpec, quoted: boolean): string {
    const attributes = [
      `numFmtId="${String(formatId(spec.numberFormat ?? 'General'))}"`,
      `fontId="${String(fontOf(spec))}"`,
      `fillId="${String(fillOf(spec))}"`,
      `borderId="${String(borderOf(spec))}"`,
      'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"',
      'applyAlignment="1"',
      ...(quoted ? ['quotePrefix="1"'] : []),
    ].join(' ');
    const alignment = [
      ...(spec.horizontal === undefined ? [] : [`horizontal="${spec.horizontal}"`]),
      `vertical="${spec.vertical ?? 'center'}"`,
      ...(spec.wrap === true ? ['wrapText="1"'] : []),
    ].join(' ');
    return `<${prefix}xf ${attributes}><${prefix}alignment ${alignment}/></${prefix}xf>`;
  }

  function fontOf(spec: StyleSpec): number {
    const base = defaultFont();
    const p = prefix;
    const parts = [
      spec.bold === true ? `<${p}b/>` : '',
      spec.italic === true ? `<${p}i/>` : '',
      `<${p}sz val="${String(spec.size ?? base.size)}"/>`,
      spec.color === undefined ? base.color : `<${p}color rgb="FF${colorOf(spec.color)}"/>`,
      base.family,
    ].join('');
    return indexOf('fonts', `<${p}font>${parts}</${p}font>`);
  }

  function defaultFont(): { size: string; color: string; family: string } {
    const firstXf = section('cellXfs').items[0] ?? '';
    const xf = rootElement(firstXf);
    const fontId = xf === undefined ? 0 : Number(attributeOf(firstXf, xf, 'fontId') ?? 0);
    const font = section('fonts').items[fontId] ?? section('fonts').items[0] ?? '';
    const element = rootElement(font);
    const children = element === undefined ? [] : childElements(font, element);
    const texts = (locals: ReadonlySet<string>): string =>
      children
        .filter((child) => locals.has(child.local))
        .map((child) => font.slice(child.start, child.end))
        .join('');
    const size = children.find((child) => child.local === 'sz');
    return {
      size: (size === undefined ? undefined : attributeOf(font, size, 'val')) ?? '11',
      color: texts(new Set(['color'])),
      family: texts(FONT_FAMILY),
    };
  }

  function fillOf(spec: StyleSpec): number {
    if (spec.fill === undefined) return 0;
    const p = prefix;
    return indexOf(
      'fills',
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colorOf(spec.fill)}"/>` +
        `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  function borderOf(spec: StyleSpec): number {
    if (spec.border !== true) return 0;
    const p = prefix;
    const side = (name: string): string =>
      `<${p}${name} style="thin"><${p}color rgb="FFD9D9D9"/></${p}${name}>`;
    const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
    return indexOf('borders', `<${p}border>${sides}<${p}diagonal/></${p}border>`);
  }

  /** A variant of an xf with another number format and no leading-apostrophe mark. */
  function derive(xf: number, numberFormat: number): number {
    const key = xf * FORMAT_IDS + numberFormat;
    const existing = derived.get(key);
    if (existing !== undefined) return existing;
    const item = section('cellXfs').items[xf] ?? section('cellXfs').items[0] ?? '';
    const element = rootElement(item);
    if (element === undefined) return xf;
    const edits = attributeEdits(item, element, {
      numFmtId: String(numberFormat),
      applyNumberFormat: '1',
      quotePrefix: undefined,
    });
    const index = addXf(applyEdits(item, edits));
    derived.set(key, index);
    return index;
  }

  function forNumber(xf: number, value: number): number {
    const kind = kinds[xf];
    const fits = kind === undefined || (kind.format !== 'text' && kind.format !== 'date');
    if (fits && kind?.quoted !== true) return xf;
    const cents = value * 100;
    const isAmount = Math.abs(cents - Math.round(cents)) < 1e-4;
    return derive(xf, isAmount ? formatId(AMOUNT_CODE) : GENERAL_FORMAT);
  }

  function forText(xf: number, text: string): number {
    const format = kinds[xf]?.format ?? 'general';
    if (format === 'text') return xf;
    return format === 'general' && !wouldConvert(text) ? xf : derive(xf, TEXT_FORMAT);
  }

  function forDate(xf: number): number {
    const kind = kinds[xf];
    return kind?.format === 'date' && !kind.quoted ? xf : derive(xf, formatId(DATE_CODE));
  }

  function toXml(): string {
    if (root === undefined) return xml;
    const edits: XmlEdit[] = [];
    let insertAt = root.tagEnd;
    for (const name of SECTIONS) {
      const { element, items, known } = section(name);
      const added = items.slice(known).join('');
      if (element !== undefined) {
        insertAt = element.end;
        if (added === '') continue;
        edits.push(...attributeEdits(xml, element, { count: String(items.length) }));
        edits.push(...appendEdits(xml, element, added));
      } else if (added !== '') {
        const tag = prefix + name;
        const text = `<${tag} count="${String(items.length)}">${added}</${tag}>`;
        edits.push({ start: insertAt, end: insertAt, text });
      }
    }
    return applyEdits(xml, edits);
  }

  return {
    planStyle,
    isDateStyle: (name) => isDateFormat(planStyles[name].numberFormat ?? 'General'),
    forNumber,
    forText,
    forDate,
    withFormat: (xf, code) => derive(xf, formatId(code)),
    toXml,
  };
}

/** A styles part with the one format that every workbook has. */
export function emptyStyles(vocabulary: Vocabulary, font = EMPTY_FONT): string {
  return (
    `${XML_DECLARATION}<styleSheet xmlns="${vocabulary.main}">` +
    `<fonts count="1"><font>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

function readSection(xml: string, root: XmlElement | undefined, name: SectionName): Section {
  const element = root === undefined ? undefined : findChild(xml, root, name);
  if (element === undefined) return { element, items: [], known: 0 };
  const items = childElements(xml, element).map((child) => xml.slice(child.start, child.end));
  return { element, items, known: items.length };
}

/** Whether Excel would take a text for something else when the user edits the cell. */
function wouldConvert(text: string): boolean {
  return /^\s*[\d+\-.=@(（¥￥$%'０-９]/.test(text);
}

function colorOf(color: string): string {
  return /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '000000';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
