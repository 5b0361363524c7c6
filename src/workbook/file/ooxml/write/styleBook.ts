/**
 * The styles part of a workbook, to which cell formats are added: those of the plan's styles, and
 * variants of the ledger's own. What the part holds already is used again and stays as written.
 */
import type { ConditionalLook, StyleName, StyleSpec } from '../../../sheetPlan';
import { isDateFormat } from '../../../dateFormat';
import { GENERAL_FORMAT, TEXT_FORMAT, builtInFormatId, formatKind } from './numberFormats';
import { conditionalFormat, planFormat } from './planFormat';
import { createStyleSections } from './styleSections';
import { applyEdits, attributeEdits } from './xmlEdits';
import { attributeOf, rootElement } from './xmlTags';
import { escapeAttribute } from './xmlText';

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
  /** The index among the differential formats (`dxfId`) of a conditional format's look. */
  conditional(look: ConditionalLook): number;
  /** The part's XML with all that was asked for. */
  toXml(): string;
}

const AMOUNT_CODE = '#,##0.00';
const DATE_CODE = 'yyyy-mm-dd';
const FIRST_CUSTOM_FORMAT = 164;
/** Number formats have ids below this. */
const FORMAT_IDS = 0x10000;

/** Reads `xml`, the workbook's styles part; without `planStyles` for variants of its own alone. */
export function createStyleBook(
  xml: string,
  planStyles: Readonly<Partial<Record<StyleName, StyleSpec>>> = {},
): StyleBook {
  const sections = createStyleSections(xml);
  const formatCodes = readFormatCodes(sections.items('numFmts'));
  const formatIds = new Map([...formatCodes].map(([id, code]) => [code, id]));
  const kinds = sections.items('cellXfs').map((item) => kindOf(item));
  const planned = { plain: new Map<StyleName, number>(), quoted: new Map<StyleName, number>() };
  const derived = new Map<number, number>();

  function kindOf(item: string) {
    const element = rootElement(item);
    if (element === undefined) return { format: 'general', quoted: false } as const;
    const id = Number(attributeOf(item, element, 'numFmtId') ?? 0);
    const quoted = /^(?:1|true)$/.test(attributeOf(item, element, 'quotePrefix') ?? '');
    return { format: formatKind(id, formatCodes.get(id)), quoted };
  }

  function formatId(code: string): number {
    const existing = builtInFormatId(code) ?? formatIds.get(code);
    if (existing !== undefined) return existing;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...formatCodes.keys()) + 1;
    formatCodes.set(id, code);
    formatIds.set(code, id);
    const attributes = `numFmtId="${String(id)}" formatCode="${escapeAttribute(code)}"`;
    sections.indexOf('numFmts', `<${sections.prefix}numFmt ${attributes}/>`);
    return id;
  }

  function addXf(item: string): number {
    const index = sections.indexOf('cellXfs', item);
    for (const added of sections.items('cellXfs').slice(kinds.length)) kinds.push(kindOf(added));
    return index;
  }

  function planStyle(name: StyleName, quoted = false): number {
    const known = quoted ? planned.quoted : planned.plain;
    const existing = known.get(name);
    if (existing !== undefined) return existing;
    const spec = planStyles[name] ?? {};
    const format = { formatId: formatId(spec.numberFormat ?? 'General'), quoted };
    const xf = addXf(planFormat(sections, spec, format));
    known.set(name, xf);
    return xf;
  }

  /** A variant of an xf with another number format and no leading-apostrophe mark. */
  function derive(xf: number, numberFormat: number): number {
    const key = xf * FORMAT_IDS + numberFormat;
    const existing = derived.get(key);
    if (existing !== undefined) return existing;
    const item = sections.items('cellXfs')[xf] ?? sections.items('cellXfs')[0] ?? '';
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

  return {
    planStyle,
    isDateStyle: (name) => isDateFormat(planStyles[name]?.numberFormat ?? 'General'),
    forNumber,
    forText,
    forDate,
    withFormat: (xf, code) => derive(xf, formatId(code)),
    conditional: (look) => sections.indexOf('dxfs', conditionalFormat(sections.prefix, look)),
    toXml: () => sections.toXml(),
  };
}

/** The codes of the formats that the workbook defines, by id. */
function readFormatCodes(items: readonly string[]): Map<number, string> {
  const codes = new Map<number, string>();
  for (const item of items) {
    const element = rootElement(item);
    if (element === undefined) continue;
    const id = Number(attributeOf(item, element, 'numFmtId'));
    codes.set(id, attributeOf(item, element, 'formatCode') ?? '');
  }
  return codes;
}

/** Whether Excel would take a text for something else when the user edits the cell. */
function wouldConvert(text: string): boolean {
  return /^\s*[\d+\-.=@(（¥￥$%'０-９]/.test(text);
}
