/** Rows with values put into their cells, as text: only rows that change come here. */
import type { CellPut } from '../../../workbook';
import { WorkbookFailure } from '../../../workbookFailure';
import { cellName, parseRange } from '../write/cellReference';
import { appendEdits, applyEdits, attributeEdits, type XmlEdit } from '../write/xmlEdits';
import {
  attributeOf,
  childElements,
  findChild,
  rootElement,
  type XmlElement,
} from '../write/xmlTags';
import { escapeText } from '../write/xmlText';
import {
  isFilled,
  noteFilled,
  orphan,
  readFormula,
  type CellFormula,
  type FormulaGroups,
} from './formulaGroups';
import { putCell, type PutContext } from './putCell';
import { shiftFormula } from './shiftFormula';

export interface RowContext extends PutContext {
  readonly sheetName: string;
  readonly groups: FormulaGroups;
  /** The cell format of a column's empty cells. */
  columnStyle(column: number): number;
}

interface RowCell {
  readonly element: XmlElement;
  readonly column: number;
  readonly formula: CellFormula | undefined;
}

/** A row that was not there; `puts` are in the order of their columns. */
export function newRow(row: number, puts: readonly CellPut[], context: RowContext): string {
  for (const put of puts) refuseFilled(put, context);
  const cells = puts.map((put) => putCell(put, context.columnStyle(put.column), context));
  const { prefix: p } = context;
  return `<${p}row r="${String(row + 1)}">${cells.join('')}</${p}row>`;
}

/** The `<row>` element `xml` at 0-based `row` with `puts`, which are in the order of their columns. */
export function putRow(
  xml: string,
  row: number,
  puts: readonly CellPut[],
  context: RowContext,
): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const { groups } = context;
  const cells = readCells(xml, root);
  for (const { formula } of cells) if (formula) noteFilled(groups, formula);
  for (const put of puts) refuseFilled(put, context);

  const isStyled = /^(?:1|true)$/.test(attributeOf(xml, root, 'customFormat') ?? '');
  const rowStyle = isStyled ? Number(attributeOf(xml, root, 's') ?? 0) : undefined;
  const edits: XmlEdit[] = [];
  let appended = '';
  let isWider = false;
  for (const put of puts) {
    const { column } = put;
    const existing = cells.find((cell) => cell.column === column);
    if (existing !== undefined) {
      const { element, formula } = existing;
      if (formula) orphan(groups, formula, { row, column });
      const style = Number(attributeOf(xml, element, 's') ?? 0);
      edits.push({ start: element.start, end: element.end, text: putCell(put, style, context) });
      continue;
    }
    const cell = putCell(put, rowStyle ?? context.columnStyle(column), context);
    const next = cells.find((other) => other.column > column)?.element.start;
    if (next === undefined) appended += cell;
    else edits.push({ start: next, end: next, text: cell });
    isWider = true;
  }
  for (const { element, formula, column } of cells) {
    const isPut = puts.some((put) => put.column === column);
    if (!isPut && formula) edits.push(...adopt(xml, element, formula, { row, column, groups }));
  }
  // A hint only, which must not be wrong.
  if (isWider) edits.push(...attributeEdits(xml, root, { spans: undefined }));
  edits.push(...appendEdits(root, appended));
  return applyEdits(xml, edits);
}

function readCells(xml: string, root: XmlElement): RowCell[] {
  let last = -1;
  return childElements(xml, root)
    .filter(({ local }) => local === 'c')
    .map((element) => {
      last = parseRange(attributeOf(xml, element, 'r') ?? '')?.firstColumn ?? last + 1;
      const formula = findChild(xml, element, 'f');
      return { element, column: last, formula: formula && readFormula(xml, formula) };
    });
}

/** A cell that shared the formula of an overwritten one gets it as its own. */
function adopt(
  xml: string,
  cell: XmlElement,
  { sharedId, text }: CellFormula,
  at: { readonly row: number; readonly column: number; readonly groups: FormulaGroups },
): XmlEdit[] {
  const first = sharedId === undefined ? undefined : at.groups.orphans.get(sharedId);
  const element = findChild(xml, cell, 'f');
  if (first === undefined || element === undefined || text !== '') return [];
  const shifted = shiftFormula(first.text, at.row - first.row, at.column - first.column);
  const own = `<${element.name}>${escapeText(shifted)}</${element.name}>`;
  return [{ start: element.start, end: element.end, text: own }];
}

/** As in Excel: a part of what an array formula fills cannot be changed. */
function refuseFilled({ row, column }: CellPut, { groups, sheetName }: RowContext): void {
  if (!isFilled(groups, row, column)) return;
  throw new WorkbookFailure('workbook.arrayFormula', {
    sheet: sheetName,
    cell: cellName(row, column),
  });
}
