/** The charts of a sheet in a file, as the views tell of charts. */
import { childOf, childrenOf, type XmlNode } from '../../../src/workbook/file/appearance/xmlTree';
import { areaAddress } from '../../hosts/excel/address';
import type { PackageView } from '../file/styled/packageView';
import { treeOf } from './treeOf';
import type { ChartView, SeriesView } from './workbookView';

export function chartsOfFile(pack: PackageView, sheet: string): ChartView[] {
  const [drawing] = pack.targets(pack.sheet(sheet), 'drawing');
  if (drawing === undefined) return [];
  const parts = pack.targets(drawing, 'chart');
  const anchors = childrenOf(childOf(treeOf(pack, drawing), 'wsDr'), 'twoCellAnchor');
  return anchors.map((anchor, at) => chartOf(anchor, treeOf(pack, parts[at] ?? '')));
}

function chartOf(anchor: XmlNode, tree: XmlNode): ChartView {
  const chart = childOf(childOf(tree, 'chartSpace'), 'chart');
  const plot = childOf(chart, 'plotArea');
  const frame = childOf(childOf(anchor, 'graphicFrame'), 'nvGraphicFramePr');
  const properties = childOf(frame, 'cNvPr');
  const groups = childrenOfKinds(plot);
  const [bars] = groups.filter(({ name }) => name === 'barChart');
  return {
    name: properties?.attribute('name') ?? '',
    title: textOf(childOf(chart, 'title')),
    legend: valueOf(childOf(chart, 'legend'), 'legendPos'),
    place: placeOf(anchor),
    alternativeText: properties?.attribute('descr') ?? '',
    series: groups.flatMap((group) =>
      childrenOf(group, 'ser').map((item) => seriesOf(item, group)),
    ),
    axes: {
      ...axesOf(plot),
      gap: valueOf(bars, 'gapWidth'),
    },
  };
}

const GROUPS = new Set(['barChart', 'lineChart', 'pieChart']);

function childrenOfKinds(plot: XmlNode | undefined): XmlNode[] {
  return plot?.children.filter(({ name }) => GROUPS.has(name)) ?? [];
}

function seriesOf(series: XmlNode, group: XmlNode): SeriesView {
  const own = colorOf(childOf(series, 'spPr'));
  const points = childrenOf(series, 'dPt').map((point) => colorOf(childOf(point, 'spPr')));
  const axis = valueOf(group, 'axId') === '3' ? 'secondary' : 'primary';
  return {
    name: childOf(childOf(series, 'tx'), 'v')?.text ?? '',
    kind: kindOf(group),
    axis,
    values: referenceOf(childOf(series, 'val')),
    categories: referenceOf(childOf(series, 'cat')),
    colors: points.length > 0 ? points : [own],
    labels: childOf(series, 'dLbls') !== undefined,
  };
}

function kindOf(group: XmlNode): string {
  if (group.name === 'barChart') return valueOf(group, 'barDir') === 'bar' ? 'bar' : 'column';
  return group.name.replace('Chart', '');
}

function axesOf(plot: XmlNode | undefined): Record<string, unknown> {
  const categories = childrenOf(plot, 'catAx')[0];
  const [values, shares] = childrenOf(plot, 'valAx');
  return {
    reversed: valueOf(childOf(categories, 'scaling'), 'orientation') === 'maxMin',
    labelsAt: valueOf(categories, 'tickLblPos'),
    valuesAtEnd: valueOf(values, 'crosses') === 'max',
    valueFormat: formatOf(values),
    valueTitle: textOf(childOf(values, 'title')),
    secondaryFormat: formatOf(shares),
    secondaryMaximum: valueOf(childOf(shares, 'scaling'), 'max'),
    secondaryMinimum: valueOf(childOf(shares, 'scaling'), 'min'),
  };
}

function formatOf(axis: XmlNode | undefined): string {
  return childOf(axis, 'numFmt')?.attribute('formatCode') ?? '';
}

function valueOf(node: XmlNode | undefined, name: string): string {
  return childOf(node, name)?.attribute('val') ?? '';
}

/** The first colour below a shape's properties. */
function colorOf(node: XmlNode | undefined): string {
  const found = node?.children.find(({ name }) => name === 'srgbClr');
  if (found) return found.attribute('val') ?? '';
  for (const child of node?.children ?? []) {
    const color = colorOf(child);
    if (color !== '') return color;
  }
  return '';
}

function referenceOf(node: XmlNode | undefined): string {
  const [source] = node?.children ?? [];
  return (childOf(source, 'f')?.text ?? '').replaceAll('$', '');
}

/** The texts below a title, one after the other. */
function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return node.name === 't' ? node.text : node.children.map(textOf).join('');
}

function placeOf(anchor: XmlNode): string {
  const corner = (name: string) => {
    const at = (part: string) => Number(childOf(childOf(anchor, name), part)?.text ?? 0);
    return { row: at('row'), column: at('col') };
  };
  const [from, to] = [corner('from'), corner('to')];
  return areaAddress({
    firstRow: from.row,
    firstColumn: from.column,
    lastRow: to.row - 1,
    lastColumn: to.column - 1,
  });
}
