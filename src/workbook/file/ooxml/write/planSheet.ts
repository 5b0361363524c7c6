/** A sheet of a plan as a worksheet part, streamed. */
import type { SheetPlan } from '../../../sheetPlan';
import { createCellPen } from './cellPen';
import { cellName, rangeName } from './cellReference';
import { columnWidth } from './ledgerColumns';
import type { CellContext } from './planCells';
import { createPlanRowWriter } from './planRows';
import { planSheetTail } from './planSheetTail';
import { rowChunks } from './rowChunks';
import type { NewTable } from './tableParts';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';
import type { SheetPiece } from './writeProgress';
import { markupChunks, putMarkup } from './xmlOutput';

export interface PlanSheetOptions {
  readonly context: CellContext;
  readonly vocabulary: Vocabulary;
  /** Named and numbered, in the order of the plan's. */
  readonly tables: readonly NewTable[];
  /** Relationship ids of the tables, in the same order. */
  readonly tableIds: readonly string[];
  /** Relationship id of the drawing that shows its charts. */
  readonly drawingId?: string;
  /** Whether the tab is the selected one. */
  readonly selected: boolean;
}

/** The part's XML in chunks, each with the number of rows it completes. */
export function* planSheetXml(
  plan: SheetPlan,
  options: PlanSheetOptions,
): Generator<SheetPiece, void, undefined> {
  const pen = createCellPen(options.context.prefix);
  const { out } = pen;
  const rowCount = countRows(plan);
  putMarkup(out, head(plan, options, rowCount));
  const putRow = createPlanRowWriter(plan, options.tables, options.context);
  yield* rowChunks(pen, rowCount, putRow);
  const tail = planSheetTail(plan, options);
  for (const chunk of markupChunks(out, tail)) yield { chunk, rows: 0 };
}

/** Rows that the sheet's blocks, tables and heights reach to. */
export function countRows(plan: SheetPlan): number {
  let count = 0;
  for (const block of plan.blocks) {
    const height = block.kind === 'cells' ? block.cells.length : block.rowCount;
    if (height > 0) count = Math.max(count, block.row + height);
  }
  for (const row of plan.rowHeights?.keys() ?? []) count = Math.max(count, row + 1);
  return count;
}

function head(plan: SheetPlan, options: PlanSheetOptions, rowCount: number): string {
  const { vocabulary } = options;
  const color = /^[0-9a-f]{6}$/i.test(plan.tabColor ?? '') ? plan.tabColor : undefined;
  const tab = color === undefined ? '' : `<tabColor rgb="FF${color.toUpperCase()}"/>`;
  const fit = plan.print === undefined ? '' : '<pageSetUpPr fitToPage="1"/>';
  const properties = tab + fit === '' ? '' : `<sheetPr>${tab}${fit}</sheetPr>`;
  const used = rangeName({
    firstRow: 0,
    firstColumn: 0,
    lastRow: Math.max(0, rowCount - 1),
    lastColumn: Math.max(0, countColumns(plan) - 1),
  });
  const cols = plan.widths
    .map((width, i) => {
      const at = String(i + 1);
      return `<col min="${at}" max="${at}" width="${columnWidth(width)}" customWidth="1"/>`;
    })
    .join('');
  return (
    `${XML_DECLARATION}<worksheet xmlns="${vocabulary.main}" xmlns:r="${vocabulary.relationships}">` +
    `${properties}<dimension ref="${used}"/>${sheetViews(plan, options.selected)}` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>`
  );
}

/** Columns that the sheet's blocks reach to. */
export function countColumns(plan: SheetPlan): number {
  return plan.blocks.reduce((count, block) => {
    const width =
      block.kind === 'columns'
        ? block.columns.length
        : block.cells.reduce((most, row) => Math.max(most, row.length), 0);
    return Math.max(count, block.column + width);
  }, 0);
}

function sheetViews(plan: SheetPlan, selected: boolean): string {
  const { frozenRows, frozenColumns } = plan;
  const start = `<sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (frozenRows === 0 && frozenColumns === 0) return `<sheetViews>${start}/></sheetViews>`;
  const pane =
    frozenRows > 0 && frozenColumns > 0
      ? 'bottomRight'
      : frozenRows > 0
        ? 'bottomLeft'
        : 'topRight';
  const first = cellName(frozenRows, frozenColumns);
  const split =
    (frozenColumns > 0 ? ` xSplit="${String(frozenColumns)}"` : '') +
    (frozenRows > 0 ? ` ySplit="${String(frozenRows)}"` : '');
  return (
    `<sheetViews>${start}><pane${split} topLeftCell="${first}" activePane="${pane}"` +
    ` state="frozen"/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/>` +
    '</sheetView></sheetViews>'
  );
}
