/** A chart of a plan as a DrawingML chart part. */
import type { ChartPlan, ChartSeries } from '../../../sheetPlan';
import { axesXml, type ChartAxes } from './chartAxes';
import { seriesXml } from './chartSeries';
import { titleXml } from './chartTitle';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';
import { escapeAttribute } from './xmlText';

/** What a chart is written with. */
export interface ChartContext {
  readonly vocabulary: Vocabulary;
  /** BCP 47 language of titles. */
  readonly language: string;
}

const LABEL_SIZE = 900;

/** Series of one kind on one axis, drawn as one group. */
interface ChartGroup {
  readonly kind: ChartSeries['kind'];
  readonly secondary: boolean;
  readonly series: { readonly series: ChartSeries; readonly index: number }[];
}

/**
 * The part's XML, with the values as they stand cached. Cells hidden by a filter stay in the
 * picture: its title speaks of all of them.
 */
export function chartXml(plan: ChartPlan, context: ChartContext): string {
  const { vocabulary, language } = context;
  const groups = groupSeries(plan.series);
  const axes: ChartAxes = {
    isBar: groups.some(({ kind }) => kind === 'bar'),
    hasSecondary: groups.some(({ secondary }) => secondary),
  };
  const hasAxes = groups.some(({ kind }) => kind !== 'pie');
  const title = titleXml(plan.title, language);
  const legend = plan.legend
    ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
    : '';
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${vocabulary.drawing}/chart"` +
    ` xmlns:a="${vocabulary.drawing}/main" xmlns:r="${vocabulary.relationships}">` +
    `<c:date1904 val="0"/><c:lang val="${escapeAttribute(language)}"/>` +
    `<c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="${plan.title === '' ? '1' : '0'}"/>` +
    `<c:plotArea><c:layout/>${groups.map((group) => groupXml(group, plan)).join('')}` +
    `${hasAxes ? axesXml(plan, axes, language) : ''}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>' +
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>' +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${String(LABEL_SIZE)}"/></a:pPr>` +
    `<a:endParaRPr lang="${escapeAttribute(language)}"/></a:p></c:txPr></c:chartSpace>`
  );
}

function groupSeries(series: readonly ChartSeries[]): ChartGroup[] {
  const groups: ChartGroup[] = [];
  series.forEach((item, index) => {
    const secondary = item.secondaryAxis ?? false;
    const group = groups.find((known) => known.kind === item.kind && known.secondary === secondary);
    if (group !== undefined) group.series.push({ series: item, index });
    else groups.push({ kind: item.kind, secondary, series: [{ series: item, index }] });
  });
  // The axes of the first group are the first ones.
  return groups.sort((a, b) => Number(a.secondary) - Number(b.secondary));
}

function groupXml({ kind, secondary, series }: ChartGroup, plan: ChartPlan): string {
  const format = (secondary ? plan.secondaryFormat : plan.valueFormat) ?? 'General';
  const items = series.map((item) => seriesXml(item.series, item.index, format)).join('');
  const ids = secondary ? [3, 4] : [1, 2];
  const axes = ids.map((id) => `<c:axId val="${String(id)}"/>`).join('');
  const grouping = (value: string): string => `<c:grouping val="${value}"/><c:varyColors val="0"/>`;
  switch (kind) {
    case 'pie':
      return `<c:pieChart><c:varyColors val="1"/>${items}<c:firstSliceAng val="0"/></c:pieChart>`;
    case 'line':
      return `<c:lineChart>${grouping('standard')}${items}<c:marker val="1"/>${axes}</c:lineChart>`;
    default:
      return (
        `<c:barChart><c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/>${grouping('clustered')}` +
        `${items}<c:gapWidth val="50"/>${axes}</c:barChart>`
      );
  }
}
