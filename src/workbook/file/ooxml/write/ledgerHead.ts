/** What stands before the data rows of a ledger sheet: the part's head, titles and headers. */
import type { LedgerPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import { cellName, parseRange, rangeName } from './cellReference';
import { cellOpen, createCellPen, putTextCell } from './cellPen';
import { columnEdits } from './ledgerColumns';
import type { CellContext } from './planCells';
import { setRowNumber, writtenText } from './xmlOutput';
import { appendEdits, applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, findElements, rootElement, type XmlElement } from './xmlTags';

/**
 * The head of the edited sheet: the used range and the column widths cover the added columns, a
 * filter no longer hides rows; with `selected` false the tab is not among the selected ones.
 */
export function ledgerHead(sheet: ScannedSheet, plan: LedgerPlan, selected: boolean): string {
  const { head, prefix } = sheet;
  // The root and `<sheetData>` are open at the end of the head, so their tags have no partner.
  const find = (local: string): XmlElement | undefined =>
    findElements(head, local, 0, head.length)[0];
  const edits: XmlEdit[] = [];
  const properties = find('sheetPr');
  if (properties !== undefined) {
    edits.push(...attributeEdits(head, properties, { filterMode: undefined }));
  }
  const dimension = find('dimension');
  if (dimension !== undefined) {
    edits.push(...attributeEdits(head, dimension, { ref: usedRange(sheet, plan, dimension) }));
  }
  if (!selected) {
    for (const view of findElements(head, 'sheetView', 0, head.length)) {
      edits.push(...attributeEdits(head, view, { tabSelected: undefined }));
    }
  }
  edits.push(...columnEdits(head, prefix, plan));
  return applyEdits(head, edits);
}

function usedRange(sheet: ScannedSheet, plan: LedgerPlan, dimension: XmlElement): string {
  const old = parseRange(attributeOf(sheet.head, dimension, 'ref') ?? '');
  return rangeName({
    firstRow: Math.min(old?.firstRow ?? 0, Math.max(0, plan.headerRow)),
    firstColumn: Math.min(old?.firstColumn ?? 0, plan.firstAddedColumn),
    lastRow: plan.headerRow + Math.max(plan.order.length, plan.headerRow < 0 ? 1 : 0),
    lastColumn: Math.max(
      old?.lastColumn ?? 0,
      sheet.columns.length - 1,
      plan.firstAddedColumn + plan.added.length - 1,
    ),
  });
}

/**
 * The header row with the cells of the added columns, which look like the cell at their left.
 * `markup` is the row as it was; whatever stood in the added columns' place goes.
 */
export function headerRowWithAdded(
  markup: string,
  sheet: ScannedSheet,
  plan: LedgerPlan,
  context: CellContext,
): string {
  const row = rootElement(markup);
  if (row === undefined || plan.added.length === 0) return markup;
  const first = plan.firstAddedColumn;
  const last = first + plan.added.length - 1;
  const edits: XmlEdit[] = [...attributeEdits(markup, row, { spans: undefined })];
  let column = -1;
  let insertAt: number | undefined;
  for (const cell of childElements(markup, row)) {
    if (cell.local !== 'c') continue;
    const reference = parseRange(attributeOf(markup, cell, 'r') ?? '');
    column = reference?.firstColumn ?? column + 1;
    if (column > last) insertAt ??= cell.start;
    if (column >= first && column <= last) edits.push(removal(cell));
    else if (reference === undefined) {
      // A cell without a place of its own would slip to another column.
      const name = cellName(plan.headerRow, column);
      edits.push(...attributeEdits(markup, cell, { r: name }));
    }
  }
  const cells = headerCells(sheet, plan, context);
  if (insertAt === undefined) edits.push(...appendEdits(row, cells));
  else edits.push({ start: insertAt, end: insertAt, text: cells });
  return applyEdits(markup, edits);
}

function headerCells(sheet: ScannedSheet, plan: LedgerPlan, context: CellContext): string {
  const { prefix, styles } = context;
  const pen = createCellPen(prefix);
  setRowNumber(pen.row, plan.headerRow + 1);
  const left = sheet.styles[plan.firstAddedColumn - 1]?.[plan.headerRow];
  const style = left ?? styles.planStyle('header');
  plan.added.forEach((added, i) => {
    pen.open = cellOpen(prefix, plan.firstAddedColumn + i);
    putTextCell(pen, style, added.header);
  });
  return writtenText(pen.out);
}
