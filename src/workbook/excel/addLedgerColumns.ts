import type { CellRange } from '../../core';
import { styleRegions } from '../planContent';
import type { ColumnsBlock, LedgerPlan } from '../sheetPlan';
import { actOn, areaOf, writeBlock } from './cells';
import { formatRegions, styleRegionsOf } from './styleCells';
import { textInput } from './textInput';
import { writeConditionalFormats } from './writeConditionalFormats';
import { writeContent, type ContentContext } from './writeContent';
import type { WriteQueue } from './writeQueue';
import { cellArea, columnPoints } from './writeSheet';

/** The columns added at the ledger's right; their headers look like the one at their left. */
export async function addLedgerColumns(
  context: Excel.RequestContext,
  queue: WriteQueue,
  plan: LedgerPlan,
  content: ContentContext,
): Promise<void> {
  const { sheetName, headerRow, firstAddedColumn, added, order } = plan;
  if (added.length === 0) return;
  const header = {
    ...cellArea(headerRow, firstAddedColumn),
    lastColumn: firstAddedColumn + added.length - 1,
  };
  const look = await readHeaderLook(context, plan);
  const headers = added.map((column) => textInput(column.header, false));
  const place = { sheet: sheetName, row: headerRow, column: firstAddedColumn };
  await queue.add(
    actOn(
      sheetName,
      header,
      (range) => {
        range.unmerge();
        // One value stands for all cells; Microsoft's types know arrays only.
        range.numberFormat = 'General' as unknown as string[][];
      },
      2,
    ),
  );
  await queue.add(writeBlock(place, 'values', [headers]));
  await queue.add(
    actOn(
      sheetName,
      header,
      (range) => {
        applyHeaderLook(range, look);
      },
      12 + 3 * look.edges.length,
    ),
  );
  const block: ColumnsBlock = {
    kind: 'columns',
    row: headerRow + 1,
    column: firstAddedColumn,
    rowCount: order.length,
    columns: added.map(({ column }) => column),
  };
  const regions = styleRegions([block]);
  await formatRegions(queue, sheetName, regions, content.styles);
  await writeContent(queue, sheetName, block, content);
  await styleRegionsOf(queue, sheetName, regions, content.styles);
  for (const [at, { width }] of added.entries()) {
    await queue.add(
      actOn(sheetName, cellArea(headerRow, firstAddedColumn + at), ({ format }) => {
        format.columnWidth = columnPoints(width);
      }),
    );
  }
  await writeConditionalFormats(queue, sheetName, plan.conditionalFormats ?? []);
}

interface HeaderLook {
  readonly fill: string;
  readonly color: string;
  readonly bold: boolean;
  readonly size: number;
  readonly horizontal: Excel.RangeFormat['horizontalAlignment'];
  readonly vertical: Excel.RangeFormat['verticalAlignment'];
  readonly wrap: boolean;
  /** Lines around it, by edge. */
  readonly edges: readonly (readonly [Edge, EdgeLook])[];
}

type Edge = (typeof EDGES)[number];

interface EdgeLook {
  readonly style: Excel.RangeBorder['style'];
  readonly color: string;
  readonly weight: Excel.RangeBorder['weight'];
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** White is what Excel says of a cell without a fill. */
const NO_FILL = '#FFFFFF';

async function readHeaderLook(
  context: Excel.RequestContext,
  { sheetName, headerRow, firstAddedColumn }: LedgerPlan,
): Promise<HeaderLook> {
  const left: CellRange = cellArea(headerRow, Math.max(0, firstAddedColumn - 1));
  const { format } = areaOf(context, sheetName, left);
  format.load('horizontalAlignment,verticalAlignment,wrapText');
  format.fill.load('color');
  format.font.load('color,bold,size');
  const borders = EDGES.map((edge) => [edge, format.borders.getItem(edge)] as const);
  for (const [, border] of borders) border.load('style,color,weight');
  await context.sync();
  return {
    edges: borders.flatMap(([edge, { style, color, weight }]) =>
      style === 'None' ? [] : [[edge, { style, color, weight }] as const],
    ),
    fill: format.fill.color,
    color: format.font.color,
    bold: format.font.bold,
    size: format.font.size,
    horizontal: format.horizontalAlignment,
    vertical: format.verticalAlignment,
    wrap: format.wrapText,
  };
}

function applyHeaderLook({ format }: Excel.Range, look: HeaderLook): void {
  if (look.fill !== '' && look.fill !== NO_FILL) format.fill.color = look.fill;
  format.font.color = look.color;
  format.font.bold = look.bold;
  format.font.size = look.size;
  format.horizontalAlignment = look.horizontal;
  format.verticalAlignment = look.vertical;
  format.wrapText = look.wrap;
  for (const [edge, line] of look.edges) {
    setEdge(format.borders.getItem(edge), line);
    if (edge === 'EdgeRight') setEdge(format.borders.getItem('InsideVertical'), line);
  }
}

function setEdge(border: Excel.RangeBorder, { style, color, weight }: EdgeLook): void {
  border.style = style;
  border.color = color;
  border.weight = weight;
}
