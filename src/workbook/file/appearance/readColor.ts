import { numberOf, type XmlNode } from './xmlTree';

/** The palette that indexed colours refer to, from index 8 on; 0 to 7 repeat the first eight. */
const INDEXED =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 ' +
  '008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF ' +
  'FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF ' +
  'FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 ' +
  '993300 993366 333399 333333';
const PALETTE = INDEXED.split(' ');

/** Excel's Office theme, in the order in which cells refer to it. */
export const OFFICE_THEME: readonly string[] =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** Theme colours as the scheme lists them, in the order in which cells count them. */
const SCHEME_ORDER =
  'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');

/** A colour element of SpreadsheetML; none for "automatic" and what cannot be read. */
export function readColor(node: XmlNode | undefined, theme: readonly string[]): string | undefined {
  if (!node) return undefined;
  const rgb = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(node.attribute('rgb') ?? '')?.[1];
  const indexed = numberOf(node.attribute('indexed'));
  const themed = numberOf(node.attribute('theme'));
  const base =
    rgb ??
    (themed === undefined ? undefined : theme[themed]) ??
    (indexed === undefined ? undefined : PALETTE[indexed < 8 ? indexed : indexed - 8]);
  const tint = numberOf(node.attribute('tint')) ?? 0;
  return base && tinted(base.toUpperCase(), tint);
}

/** The colours of a theme part in the order in which cells count them. */
export function readTheme(tree: XmlNode): readonly string[] {
  const scheme = findNode(tree, 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  return SCHEME_ORDER.map((name, index) => {
    const color = scheme.children.find((child) => child.name === name)?.children[0];
    const value = color?.attribute('lastClr') ?? color?.attribute('val') ?? '';
    return /^[0-9a-f]{6}$/i.test(value) ? value : (OFFICE_THEME[index] ?? '000000');
  });
}

function findNode(node: XmlNode, name: string): XmlNode | undefined {
  if (node.name === name) return node;
  for (const child of node.children) {
    const found = findNode(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Lighter or darker by a share of the luminance, as ECMA-376 18.8.19 has it. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const channels = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const high = Math.max(...channels);
  const low = Math.min(...channels);
  const light = (high + low) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // Hue and saturation stay: channels move with the luminance between black, grey and white.
  const spread = light === 0 || light === 1 ? 0 : (high - low) / (1 - Math.abs(2 * light - 1));
  const newSpread = spread * (1 - Math.abs(2 * target - 1));
  const scale = high === low ? 0 : newSpread / (high - low);
  return channels
    .map((channel) =>
      Math.round(255 * Math.min(1, Math.max(0, target + (channel - light) * scale))),
    )
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
