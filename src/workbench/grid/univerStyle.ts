import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
} from '@univerjs/core';
import type { BorderKind, CellLook } from '../../workbook/file/appearance/appearance';

/** A cell's look in the grid's own terms. */
export function univerStyle(look: CellLook): IStyleData {
  const { horizontal, vertical, indent, rotation } = look;
  return {
    ...(look.fontName && { ff: `${look.fontName}, ${FALLBACK_FONTS}` }),
    ...(look.fontSize && { fs: look.fontSize }),
    ...(look.bold && { bl: BooleanNumber.TRUE }),
    ...(look.italic && { it: BooleanNumber.TRUE }),
    ...(look.underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(look.strike && { st: { s: BooleanNumber.TRUE } }),
    ...(look.color && { cl: { rgb: `#${look.color}` } }),
    ...(look.fill && { bg: { rgb: `#${look.fill}` } }),
    ...(look.borders && { bd: univerBorders(look.borders) }),
    ...(look.numberFormat && { n: { pattern: look.numberFormat } }),
    ...(horizontal && { ht: HORIZONTAL[horizontal] }),
    ...(vertical && { vt: VERTICAL[vertical] }),
    ...(look.wrap && { tb: WrapStrategy.WRAP }),
    ...(indent && { pd: { [horizontal === 'right' ? 'r' : 'l']: 2 + indent * INDENT_PX } }),
    ...(rotation && { tr: { a: -rotation } }),
  };
}

/** Where the file's font is not installed. */
const FALLBACK_FONTS = 'Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif';

const INDENT_PX = 12;

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
} as const;

const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

const BORDERS: Readonly<Record<BorderKind, BorderStyleTypes>> = {
  hair: BorderStyleTypes.HAIR,
  thin: BorderStyleTypes.THIN,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
};

function univerBorders({
  top,
  right,
  bottom,
  left,
}: NonNullable<CellLook['borders']>): IBorderData {
  const side = (look: typeof top) =>
    look && { s: BORDERS[look.kind], cl: { rgb: `#${look.color}` } };
  return { t: side(top), r: side(right), b: side(bottom), l: side(left) };
}
