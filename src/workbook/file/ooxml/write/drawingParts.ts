/** The drawing of a sheet of ours: the frames that its charts are shown in. */
import type { ChartPlan } from '../../../sheetPlan';
import type { CellRange } from '../../../../core';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';
import { escapeAttribute } from './xmlText';

/** A drawing part; `ids` are the relationship ids of the charts, in order. */
export function drawingXml(
  charts: readonly ChartPlan[],
  ids: readonly string[],
  vocabulary: Vocabulary,
): string {
  const { drawing, relationships } = vocabulary;
  const frames = charts.map((chart, i) => frameXml(chart, { id: ids[i] ?? '', at: i, drawing }));
  return (
    `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing"` +
    ` xmlns:a="${drawing}/main" xmlns:r="${relationships}">${frames.join('')}</xdr:wsDr>`
  );
}

function frameXml(
  chart: ChartPlan,
  frame: { readonly id: string; readonly at: number; readonly drawing: string },
): string {
  const number = String(frame.at + 2);
  const chartNamespace = `${frame.drawing}/chart`;
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${anchorXml(chart.anchor)}` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${number}" name="${escapeAttribute(chart.name)}"` +
    ` descr="${escapeAttribute(chart.alternativeText)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartNamespace}">` +
    `<c:chart xmlns:c="${chartNamespace}" r:id="${frame.id}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

function anchorXml({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return corner('from', firstColumn, firstRow) + corner('to', lastColumn + 1, lastRow + 1);
}
