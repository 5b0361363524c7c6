import type { BorderKind, BorderLook, CellLook, Side } from './appearance';
import { BUILT_IN_FORMATS } from './numberFormatCodes';
import { readColor } from './readColor';
import { childOf, childrenOf, isTrue, numberOf, type XmlNode } from './xmlTree';

export interface Looks {
  /** By cell format, the `s` of a cell. */
  readonly cells: readonly CellLook[];
  /** By differential format, the `dxfId` of a conditional format. */
  readonly differential: readonly CellLook[];
}

/** The looks that a styles part defines. */
export function readLooks(tree: XmlNode, theme: readonly string[]): Looks {
  const sheet = childOf(tree, 'styleSheet');
  const fonts = childrenOf(childOf(sheet, 'fonts'), 'font').map((font) => fontLook(font, theme));
  const fills = childrenOf(childOf(sheet, 'fills'), 'fill').map((fill) => fillLook(fill, theme));
  const borders = childrenOf(childOf(sheet, 'borders'), 'border').map((border) =>
    borderLook(border, theme),
  );
  const codes = new Map(
    childrenOf(childOf(sheet, 'numFmts'), 'numFmt').map((format) => [
      numberOf(format.attribute('numFmtId')),
      format.attribute('formatCode') ?? '',
    ]),
  );
  const at = <T>(list: readonly T[], index: string | undefined) => list[numberOf(index) ?? 0];
  const cells = childrenOf(childOf(sheet, 'cellXfs'), 'xf').map((xf): CellLook => {
    const id = numberOf(xf.attribute('numFmtId')) ?? 0;
    const code = codes.get(id) ?? BUILT_IN_FORMATS[id];
    return {
      ...at(fonts, xf.attribute('fontId')),
      ...at(fills, xf.attribute('fillId')),
      ...at(borders, xf.attribute('borderId')),
      ...(code === undefined || code === 'General' ? {} : { numberFormat: code }),
      ...alignmentLook(childOf(xf, 'alignment')),
    };
  });
  const differential = childrenOf(childOf(sheet, 'dxfs'), 'dxf').map((dxf) => ({
    ...fontLook(childOf(dxf, 'font'), theme),
    ...differentialFill(childOf(dxf, 'fill'), theme),
  }));
  return { cells, differential };
}

function fontLook(font: XmlNode | undefined, theme: readonly string[]): CellLook {
  const fontName = childOf(font, 'name')?.attribute('val');
  const fontSize = numberOf(childOf(font, 'sz')?.attribute('val'));
  const color = readColor(childOf(font, 'color'), theme);
  const underline = childOf(font, 'u');
  return {
    ...(fontName && { fontName }),
    ...(fontSize && { fontSize }),
    ...(color && { color }),
    ...(isOn(childOf(font, 'b')) && { bold: true }),
    ...(isOn(childOf(font, 'i')) && { italic: true }),
    ...(isOn(childOf(font, 'strike')) && { strike: true }),
    ...(underline && underline.attribute('val') !== 'none' && { underline: true }),
  };
}

/** `<b/>` is on, `<b val="0"/>` is off. */
function isOn(node: XmlNode | undefined): boolean {
  const value = node?.attribute('val');
  return node !== undefined && (value === undefined || isTrue(value));
}

function fillLook(fill: XmlNode, theme: readonly string[]): CellLook {
  const pattern = childOf(fill, 'patternFill');
  const type = pattern?.attribute('patternType') ?? 'none';
  if (type === 'none') {
    const stop = childOf(childOf(fill, 'gradientFill'), 'stop');
    const start = readColor(childOf(stop, 'color'), theme);
    return start ? { fill: start } : {};
  }
  const color =
    readColor(childOf(pattern, 'fgColor'), theme) ?? readColor(childOf(pattern, 'bgColor'), theme);
  // Hatching is shown as a light version of itself: a grid has plain areas only.
  if (type !== 'solid') return type === 'gray125' ? {} : { fill: 'D9D9D9' };
  return color ? { fill: color } : {};
}

/** In a differential format a solid fill's colour is the background colour. */
function differentialFill(fill: XmlNode | undefined, theme: readonly string[]): CellLook {
  const pattern = childOf(fill, 'patternFill');
  const color =
    readColor(childOf(pattern, 'bgColor'), theme) ?? readColor(childOf(pattern, 'fgColor'), theme);
  return color ? { fill: color } : {};
}

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

const BORDER_KINDS: Readonly<Record<string, BorderKind>> = {
  hair: 'hair',
  thin: 'thin',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  medium: 'medium',
  mediumDashed: 'medium',
  mediumDashDot: 'medium',
  mediumDashDotDot: 'medium',
  slantDashDot: 'medium',
  thick: 'thick',
  double: 'double',
};

function borderLook(border: XmlNode, theme: readonly string[]): CellLook {
  const borders: Partial<Record<Side, BorderLook>> = {};
  for (const side of SIDES) {
    const node = childOf(border, side);
    const kind = BORDER_KINDS[node?.attribute('style') ?? ''];
    if (kind) borders[side] = { kind, color: readColor(childOf(node, 'color'), theme) ?? '000000' };
  }
  return Object.keys(borders).length > 0 ? { borders } : {};
}

const HORIZONTAL: Readonly<Record<string, CellLook['horizontal']>> = {
  left: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
  justify: 'justify',
  distributed: 'justify',
};

const VERTICAL: Readonly<Record<string, CellLook['vertical']>> = {
  top: 'top',
  center: 'center',
  distributed: 'center',
  justify: 'center',
  bottom: 'bottom',
};

function alignmentLook(alignment: XmlNode | undefined): CellLook {
  if (!alignment) return {};
  const horizontal = HORIZONTAL[alignment.attribute('horizontal') ?? ''];
  const vertical = VERTICAL[alignment.attribute('vertical') ?? ''];
  const indent = numberOf(alignment.attribute('indent'));
  const turned = numberOf(alignment.attribute('textRotation')) ?? 0;
  // 91 to 180 turn clockwise; 255 stacks the letters, which stay upright here.
  const rotation = turned > 180 ? 0 : turned > 90 ? 90 - turned : turned;
  return {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(isTrue(alignment.attribute('wrapText')) && { wrap: true }),
    ...(indent && { indent }),
    ...(rotation !== 0 && { rotation }),
  };
}
