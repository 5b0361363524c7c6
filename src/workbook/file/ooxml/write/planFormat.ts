import type { ConditionalLook, StyleSpec } from '../../../sheetPlan';
import type { StyleSections } from './styleSections';
import { attributeOf, childElements, rootElement } from './xmlTags';

/** What a font of ours takes over from the workbook's own: its face, fit for its language. */
const FONT_FACE = new Set(['name', 'family', 'charset', 'scheme']);

/**
 * The `xf` of a style of the plan; the font, fill and border it needs are added to the sections.
 * `quoted` marks a text as typed with a leading apostrophe.
 */
export function planFormat(
  sections: StyleSections,
  spec: StyleSpec,
  options: { readonly formatId: number; readonly quoted: boolean },
): string {
  const { prefix } = sections;
  const attributes = [
    `numFmtId="${String(options.formatId)}"`,
    `fontId="${String(fontOf(sections, spec))}"`,
    `fillId="${String(fillOf(sections, spec))}"`,
    `borderId="${String(borderOf(sections, spec))}"`,
    'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"',
    'applyAlignment="1"',
    ...(options.quoted ? ['quotePrefix="1"'] : []),
  ].join(' ');
  const alignment = [
    ...(spec.horizontal === undefined ? [] : [`horizontal="${spec.horizontal}"`]),
    `vertical="${spec.vertical ?? 'center'}"`,
    ...(spec.wrap === true ? ['wrapText="1"'] : []),
  ].join(' ');
  return `<${prefix}xf ${attributes}><${prefix}alignment ${alignment}/></${prefix}xf>`;
}

/** The `dxf` of a conditional format: what it changes about the cell's own look. */
export function conditionalFormat(prefix: string, look: ConditionalLook): string {
  const p = prefix;
  const font =
    (look.bold === true ? `<${p}b/>` : '') +
    (look.color === undefined ? '' : `<${p}color rgb="FF${colorOf(look.color)}"/>`);
  const fill =
    look.fill === undefined
      ? ''
      : `<${p}fill><${p}patternFill patternType="solid">` +
        `<${p}fgColor rgb="FF${colorOf(look.fill)}"/>` +
        `<${p}bgColor rgb="FF${colorOf(look.fill)}"/></${p}patternFill></${p}fill>`;
  return `<${p}dxf>${font === '' ? '' : `<${p}font>${font}</${p}font>`}${fill}</${p}dxf>`;
}

function fontOf(sections: StyleSections, spec: StyleSpec): number {
  const base = defaultFont(sections);
  const p = sections.prefix;
  const parts = [
    spec.bold === true ? `<${p}b/>` : '',
    spec.italic === true ? `<${p}i/>` : '',
    `<${p}sz val="${String(spec.size ?? base.size)}"/>`,
    spec.color === undefined ? base.color : `<${p}color rgb="FF${colorOf(spec.color)}"/>`,
    base.face,
  ].join('');
  return sections.indexOf('fonts', `<${p}font>${parts}</${p}font>`);
}

/** The font of cells without a format. */
function defaultFont(sections: StyleSections): { size: string; color: string; face: string } {
  const firstXf = sections.items('cellXfs')[0] ?? '';
  const xf = rootElement(firstXf);
  const fontId = xf === undefined ? 0 : Number(attributeOf(firstXf, xf, 'fontId') ?? 0);
  const font = sections.items('fonts')[fontId] ?? sections.items('fonts')[0] ?? '';
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
    face: texts(FONT_FACE),
  };
}

function fillOf(sections: StyleSections, spec: StyleSpec): number {
  if (spec.fill === undefined) return 0;
  const p = sections.prefix;
  return sections.indexOf(
    'fills',
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colorOf(spec.fill)}"/>` +
      `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
  );
}

function borderOf(sections: StyleSections, spec: StyleSpec): number {
  if (spec.border !== true) return 0;
  const p = sections.prefix;
  const side = (name: string): string =>
    `<${p}${name} style="thin"><${p}color rgb="FFD9D9D9"/></${p}${name}>`;
  const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
  return sections.indexOf('borders', `<${p}border>${sides}<${p}diagonal/></${p}border>`);
}

/** `RRGGBB` in capitals; black for what is no colour. */
export function colorOf(color: string): string {
  return /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '000000';
}
