import type { StyleSpec } from '../sheetPlan';
import { attempt } from './hostFailure';
import { WPS, type WpsRange } from './wpsTypes';

const BORDER_COLOR = 'D9D9D9';

/** Gives a range a look. The number format is set without fail: texts depend on it. */
export function applyStyle(range: WpsRange, spec: StyleSpec): void {
  if (spec.numberFormat !== undefined) range.NumberFormat = spec.numberFormat;
  attempt(() => {
    applyFont(range, spec);
    if (spec.fill !== undefined) range.Interior.Color = bgr(spec.fill);
    if (spec.horizontal !== undefined) range.HorizontalAlignment = WPS[spec.horizontal];
    range.VerticalAlignment = WPS[spec.vertical ?? 'center'];
    if (spec.wrap === true) range.WrapText = true;
    if (spec.border === true) {
      const borders = range.Borders;
      borders.LineStyle = WPS.continuous;
      borders.Weight = WPS.thin;
      borders.Color = bgr(BORDER_COLOR);
    }
  });
}

function applyFont(range: WpsRange, { bold, italic, size, color }: StyleSpec): void {
  if (bold === undefined && italic === undefined && size === undefined && color === undefined) {
    return;
  }
  const font = range.Font;
  if (bold !== undefined) font.Bold = bold;
  if (italic !== undefined) font.Italic = italic;
  if (size !== undefined) font.Size = size;
  if (color !== undefined) font.Color = bgr(color);
}

/** `RRGGBB` as the number with blue first that WPS takes. */
export function bgr(color: string): number {
  const value = parseInt(color, 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}
