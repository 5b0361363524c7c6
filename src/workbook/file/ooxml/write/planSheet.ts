/** A sheet of a plan as a worksheet part, streamed. */
import type { CellsBlock, ColumnsBlock, SheetPlan, ValidationPlan } from '../../../sheetPlan';
import { cellName, quotedSheetName, rangeName } from './cellReference';
import { closeRow, createCellPen, openRow, type CellPen } from './cellPen';
import { columnWidth } from './ledgerHead';
import { rowChunks, type RowWriter } from './ledgerRows';
import { createColumnWriter, putPlanCell, type CellContext, type ColumnWriter } from './planCells';
import type { NewTable } from './tableParts';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';
import { stampOf, putMarkup } from './xmlOutput';
import { escapeAttribute, escapeText } from './xmlText';

export interface PlanSheetOptions {
  readonly context: CellContext;
  readonly vocabulary: Vocabulary;
  /** Named and numbered, in the order of the plan's. */
  readonly tables: readonly NewTable[];
  /** Relationship ids of the tables, in the same order. */
  readonly tableIds: readonly string[];
  /** Whether the tab is the selected one. */
  readonly selected: boolean;
}

const A4 = 9;
/** Longest list that a validation can hold in itself. */
const LIST_LIMIT = 255;
/** Excel takes no more hyperlinks on a sheet. */
const LINK_LIMIT = 65_530;

/** The part's XML in chunks, each with the number of rows it completes. */
export async function* planSheetXml(
  plan: SheetPlan,
  options: PlanSheetOptions,
): AsyncGenerator<{ readonly chunk: Uint8Array; readonly rows: number }, void, undefined> {
  const pen = createCellPen(options.context.prefix);
  const { out } = pen;
  const rowCount = countRows(plan);
  putMarkup(out, head(plan, options, rowCount));
  const putRow = createRowPutter(plan, options);
  yield* rowChunks(pen, rowCount, putRow);
  putMarkup(out, tail(plan, options));
  yield { chunk: out.bytes.subarray(0, out.length), rows: 0 };
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

/** A block ready to write the cells of a row; blocks come in the order of their columns. */
interface PlacedBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
  /**
   * Writes the block's cells of a row from column `from` on, so that no cell is there twice where
   * blocks overlap; returns the column after its last.
   */
  put(pen: CellPen, row: number, from: number): number;
}

function createRowPutter(plan: SheetPlan, options: PlanSheetOptions): RowWriter {
  const { context, tables } = options;
  const headers = tableHeaders(tables);
  const blocks = plan.blocks
    .map((block) =>
      block.kind === 'cells' ? placeCells(block, headers, context) : placeColumns(block, context),
    )
    .sort((a, b) => a.column - b.column);
  let active: readonly PlacedBlock[] = [];
  let activeUntil = -1;
  const close = stampOf('">');

  return (pen, row) => {
    if (row > activeUntil) {
      active = blocks.filter((block) => block.firstRow <= row && row <= block.lastRow);
      // Until a block ends or another begins, the same ones are active.
      activeUntil = blocks.reduce(
        (until, block) =>
          Math.min(
            until,
            block.firstRow > row
              ? block.firstRow - 1
              : block.lastRow >= row
                ? block.lastRow
                : until,
          ),
        Infinity,
      );
    }
    const height = plan.rowHeights?.get(row);
    if (active.length === 0 && height === undefined) return;
    const attributes =
      height === undefined ? close : stampOf(`" ht="${String(height)}" customHeight="1">`);
    openRow(pen, row + 1, attributes);
    let from = 0;
    for (const block of active) from = Math.max(from, block.put(pen, row, from));
    closeRow(pen);
  };
}

/** Header texts of tables by row and column: a table and its header cells must agree exactly. */
function tableHeaders(tables: readonly NewTable[]): ReadonlyMap<number, string> {
  const headers = new Map<number, string>();
  for (const { range, columnNames } of tables) {
    columnNames.forEach((name, i) => {
      headers.set(range.firstRow * 16_384 + range.firstColumn + i, name);
    });
  }
  return headers;
}

function placeCells(
  block: CellsBlock,
  headers: ReadonlyMap<number, string>,
  context: CellContext,
): PlacedBlock {
  return {
    firstRow: block.row,
    lastRow: block.row + block.cells.length - 1,
    column: block.column,
    put(pen, row, from) {
      const cells = block.cells[row - block.row] ?? [];
      cells.forEach((cell, i) => {
        const column = block.column + i;
        if (column < from) return;
        const header = headers.get(row * 16_384 + column);
        const { style } = cell;
        const written =
          header === undefined
            ? cell
            : { value: header, ...(style === undefined ? {} : { style }) };
        putPlanCell(pen, written, column, context);
      });
      return block.column + cells.length;
    },
  };
}

function placeColumns(block: ColumnsBlock, context: CellContext): PlacedBlock {
  const writers: ColumnWriter[] = block.columns.map((column, i) =>
    createColumnWriter(column, block.column + i, context),
  );
  return {
    firstRow: block.row,
    lastRow: block.row + block.rowCount - 1,
    column: block.column,
    put(pen, row, from) {
      const index = row - block.row;
      for (let i = Math.max(0, from - block.column); i < writers.length; i++) {
        writers[i]?.(pen, index);
      }
      return block.column + writers.length;
    },
  };
}

function tail(plan: SheetPlan, options: PlanSheetOptions): string {
  return [
    '</sheetData>',
    mergesXml(plan),
    validationsXml(plan.validations),
    linksXml(plan),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    printXml(plan),
    tablePartsXml(options.tableIds),
    '</worksheet>',
  ].join('');
}

function mergesXml(plan: SheetPlan): string {
  if (plan.merges.length === 0) return '';
  const merges = plan.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('');
  return `<mergeCells count="${String(plan.merges.length)}">${merges}</mergeCells>`;
}

function validationsXml(validations: readonly ValidationPlan[]): string {
  const items = validations.flatMap((validation) => {
    const rule = ruleXml(validation);
    return rule === undefined ? [] : [rule];
  });
  if (items.length === 0) return '';
  return `<dataValidations count="${String(items.length)}">${items.join('')}</dataValidations>`;
}

/** Undefined for a list that a validation cannot hold: the cells then take any text. */
function ruleXml(validation: ValidationPlan): string | undefined {
  const { rule, range } = validation;
  const title = escapeAttribute(validation.errorTitle.slice(0, 32));
  const message = escapeAttribute(validation.errorMessage.slice(0, 255));
  const attributes =
    `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${title}"` +
    ` error="${message}" sqref="${rangeName(range)}"`;
  if (rule.kind === 'date') {
    return (
      `<dataValidation type="date" operator="greaterThanOrEqual" ${attributes}>` +
      '<formula1>1</formula1></dataValidation>'
    );
  }
  const list = rule.values.join(',');
  if (list === '' || list.length > LIST_LIMIT) return undefined;
  if (rule.values.some((value) => value.includes(','))) return undefined;
  const formula = escapeText(`"${list.replaceAll('"', '""')}"`);
  return `<dataValidation type="list" ${attributes}><formula1>${formula}</formula1></dataValidation>`;
}

function linksXml(plan: SheetPlan): string {
  const links: string[] = [];
  for (const block of plan.blocks) {
    if (block.kind !== 'cells') continue;
    block.cells.forEach((row, r) => {
      row.forEach(({ link }, c) => {
        if (link === undefined) return;
        const at = cellName(block.row + r, block.column + c);
        const location = escapeAttribute(`${quotedSheetName(link.sheet)}!${link.cell}`);
        links.push(`<hyperlink ref="${at}" location="${location}"/>`);
      });
    });
  }
  return links.length === 0
    ? ''
    : `<hyperlinks>${links.slice(0, LINK_LIMIT).join('')}</hyperlinks>`;
}

function printXml(plan: SheetPlan): string {
  if (plan.print === undefined) return '';
  const orientation = plan.print.landscape ? 'landscape' : 'portrait';
  return (
    `<pageSetup paperSize="${String(A4)}" orientation="${orientation}" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'
  );
}

function tablePartsXml(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const parts = ids.map((id) => `<tablePart r:id="${id}"/>`).join('');
  return `<tableParts count="${String(ids.length)}">${parts}</tableParts>`;
}
