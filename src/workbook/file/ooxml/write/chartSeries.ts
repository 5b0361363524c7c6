import type { ChartSeries, ChartSource } from '../../../sheetPlan';
import { quotedSheetName, rangeName } from './cellReference';
import { colorOf } from './planFormat';
import { escapeAttribute, escapeText, toXstring } from './xmlText';

const FALLBACK_COLOR = '4472C4';

/** A `c:ser`: its name and cached values are texts and numbers, never formulas. */
export function seriesXml(series: ChartSeries, index: number, format: string): string {
  const at = String(index);
  const { kind, colors } = series;
  const first = colors[0] ?? FALLBACK_COLOR;
  const head =
    `<c:idx val="${at}"/><c:order val="${at}"/>` +
    `<c:tx><c:v>${escapeText(toXstring(series.name))}</c:v></c:tx>`;
  const look =
    kind === 'line' ? lineLook(first) : kind === 'pie' ? '' : `<c:spPr>${fill(first)}</c:spPr>`;
  const isColumn = kind === 'column' || kind === 'bar';
  return (
    `<c:ser>${head}${look}${isColumn ? '<c:invertIfNegative val="0"/>' : ''}` +
    (kind === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '') +
    `${kind === 'line' ? '' : pointsXml(series)}${labelsXml(series, format)}` +
    `<c:cat>${sourceXml(series.categories, 'General')}</c:cat>` +
    `<c:val>${sourceXml(series.values, format)}</c:val>` +
    `${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${colorOf(color)}"/></a:solidFill>`;
}

function lineLook(color: string): string {
  return `<c:spPr><a:ln w="22225" cap="rnd">${fill(color)}<a:round/></a:ln></c:spPr>`;
}

/** Each point in its own colour, where there are several. */
function pointsXml({ kind, colors, values }: ChartSeries): string {
  if (colors.length < 2) return '';
  const edge = kind === 'pie' ? `<a:ln w="9525">${fill('FFFFFF')}</a:ln>` : '';
  const isColumn = kind !== 'pie';
  return Array.from({ length: Math.min(colors.length, values.values.length) }, (_, i) => {
    return (
      `<c:dPt><c:idx val="${String(i)}"/>${isColumn ? '<c:invertIfNegative val="0"/>' : ''}` +
      `<c:bubble3D val="0"/><c:spPr>${fill(colors[i] ?? FALLBACK_COLOR)}${edge}</c:spPr></c:dPt>`
    );
  }).join('');
}

/** A pie tells each part's name and share, everything else its value. */
function labelsXml({ kind, dataLabels }: ChartSeries, format: string): string {
  if (dataLabels !== true) return '';
  const isPie = kind === 'pie';
  const code = isPie ? '0.0%' : format;
  const position = isPie ? 'outEnd' : kind === 'line' ? 't' : 'outEnd';
  const flag = (name: string, on: boolean): string => `<c:${name} val="${on ? '1' : '0'}"/>`;
  return (
    `<c:dLbls><c:numFmt formatCode="${escapeAttribute(code)}" sourceLinked="0"/>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="${position}"/>` +
    flag('showLegendKey', false) +
    flag('showVal', !isPie) +
    flag('showCatName', isPie) +
    flag('showSerName', false) +
    flag('showPercent', isPie) +
    `${flag('showBubbleSize', false)}${isPie ? '<c:separator> </c:separator>' : ''}</c:dLbls>`
  );
}

/** The reference to the cells, and what stands in them now. */
function sourceXml({ sheet, range, values }: ChartSource, format: string): string {
  const reference = escapeText(`${quotedSheetName(sheet)}!${rangeName(range, true)}`);
  const points: string[] = [];
  let hasText = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    if (typeof value === 'string') hasText = true;
    if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) continue;
    const text = typeof value === 'number' ? String(value) : escapeText(toXstring(value));
    points.push(`<c:pt idx="${String(i)}"><c:v>${text}</c:v></c:pt>`);
  }
  const cache = `<c:ptCount val="${String(values.length)}"/>${points.join('')}`;
  return hasText
    ? `<c:strRef><c:f>${reference}</c:f><c:strCache>${cache}</c:strCache></c:strRef>`
    : `<c:numRef><c:f>${reference}</c:f><c:numCache>` +
        `<c:formatCode>${escapeText(format)}</c:formatCode>${cache}</c:numCache></c:numRef>`;
}
