/** What stands before the data rows of a ledger sheet: the part's head, titles and headers. */
import type { LedgerPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import { cellName, parseRange, rangeName } from './cellReference';
import { cellOpen, createCellPen, putTextCell } from './cellPen';
import type { CellContext } from './planCells';
import { setRowNumber, writtenText } from './xmlOutput';
import { appendEdits, applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, findElements, rootElement, type XmlElement } from './xmlTags';

/** Excel's column width for that many characters of the default font. */
export function columnWidth(characters: number): string {
  const pixels = Math.round(characters * 7 + 5);
  return String(Math.floor((pixels / 7) * 256) / 256);
}

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
  edits.push(...columnEdits(head, prefix, plan, find('cols')));
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

function columnEdits(
  head: string,
  prefix: string,
  plan: LedgerPlan,
  cols: XmlElement | undefined,
): XmlEdit[] {
  const first = plan.firstAddedColumn + 1;
  const last = first + plan.added.length - 1;
  if (last < first) return [];
  const widths = plan.added
    .map((added, i) => {
      const at = String(first + i);
      const width = columnWidth(added.width);
      return `<${prefix}col min="${at}" max="${at}" width="${width}" customWidth="1"/>`;
    })
    .join('');
  if (cols === undefined) {
    // `cols` stands right before `sheetData`, whose start tag ends the head.
    const at = head.lastIndexOf('<');
    return [{ start: at, end: at, text: `<${prefix}cols>${widths}</${prefix}cols>` }];
  }
  const before: string[] = [];
  const after: string[] = [];
  for (const col of childElements(head, cols)) {
    const min = Number(attributeOf(head, col, 'min'));
    const max = Number(attributeOf(head, col, 'max'));
    if (min < first) before.push(columnPart(head, col, min, Math.min(max, first - 1)));
    if (max > last) after.push(columnPart(head, col, Math.max(min, last + 1), max));
  }
  const content = before.join('') + widths + after.join('');
  return [{ start: cols.start, end: cols.end, text: `<${cols.name}>${content}</${cols.name}>` }];
}

function columnPart(head: string, col: XmlElement, min: number, max: number): string {
  const text = head.slice(col.start, col.end);
  const element = rootElement(text);
  if (element === undefined) return '';
  return applyEdits(text, attributeEdits(text, element, { min: String(min), max: String(max) }));
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
