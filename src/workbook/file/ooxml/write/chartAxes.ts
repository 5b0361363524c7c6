import type { ChartPlan } from '../../../sheetPlan';
import { titleXml } from './chartTitle';
import { escapeAttribute } from './xmlText';

export interface ChartAxes {
  /** Bars lie: categories run down the left side, the first one on top. */
  readonly isBar: boolean;
  readonly hasSecondary: boolean;
}

const AXIS_TITLE_SIZE = 900;
const LINE =
  '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>';
const GRID =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E7E6E6"/></a:solidFill>' +
  '</a:ln></c:spPr></c:majorGridlines>';

/** The category and value axes (ids 1 and 2), and those of the right-hand side (3 and 4). */
export function axesXml(plan: ChartPlan, axes: ChartAxes, language: string): string {
  const { isBar, hasSecondary } = axes;
  const first =
    category({ id: 1, crosses: 2, isBar, hidden: false }) +
    value({
      id: 2,
      crosses: 1,
      position: isBar ? 'b' : 'l',
      format: plan.valueFormat ?? 'General',
      title: titleXml(plan.valueTitle ?? '', language, AXIS_TITLE_SIZE),
      grid: true,
      // With the first category on top, the far end is the lower one.
      atEnd: isBar,
    });
  if (!hasSecondary) return first;
  return (
    first +
    category({ id: 3, crosses: 4, isBar, hidden: true }) +
    value({
      id: 4,
      crosses: 3,
      position: isBar ? 't' : 'r',
      format: plan.secondaryFormat ?? 'General',
      title: '',
      grid: false,
      atEnd: !isBar,
      ...(plan.secondaryMaximum === undefined ? {} : { maximum: plan.secondaryMaximum }),
    })
  );
}

function category(axis: {
  readonly id: number;
  readonly crosses: number;
  readonly isBar: boolean;
  readonly hidden: boolean;
}): string {
  const { id, crosses, isBar, hidden } = axis;
  return (
    `<c:catAx><c:axId val="${String(id)}"/>` +
    `<c:scaling><c:orientation val="${isBar ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="${hidden ? '1' : '0'}"/><c:axPos val="${isBar ? 'l' : 'b'}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    // Names stay outside the picture where bars go below zero.
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/>${LINE}` +
    `<c:crossAx val="${String(crosses)}"/><c:crosses val="autoZero"/><c:auto val="0"/>` +
    '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function value(axis: {
  readonly id: number;
  readonly crosses: number;
  readonly position: string;
  readonly format: string;
  readonly title: string;
  readonly grid: boolean;
  readonly atEnd: boolean;
  readonly maximum?: number;
}): string {
  const { id, crosses, position, format, title, grid, atEnd, maximum } = axis;
  const limits = maximum === undefined ? '' : `<c:max val="${String(maximum)}"/><c:min val="0"/>`;
  return (
    `<c:valAx><c:axId val="${String(id)}"/>` +
    `<c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${position}"/>${grid ? GRID : ''}${title}` +
    `<c:numFmt formatCode="${escapeAttribute(format)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `${LINE}<c:crossAx val="${String(crosses)}"/><c:crosses val="${atEnd ? 'max' : 'autoZero'}"/>` +
    '<c:crossBetween val="between"/></c:valAx>'
  );
}
