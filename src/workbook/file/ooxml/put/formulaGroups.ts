/** Formulas that stand for several cells, met while a sheet is read from top to bottom. */
import type { CellRange } from '../../../../core';
import { parseRange } from '../write/cellReference';
import { attributeOf, textOf, type XmlElement } from '../write/xmlTags';

/** The `f` element of a cell. */
export interface CellFormula {
  /** Of a shared formula: what its cells have in common. */
  readonly sharedId: string | undefined;
  /** Of an array formula or data table: the cells that it fills. */
  readonly fills: CellRange | undefined;
  /** Of the first cell of a shared formula: all that may share it. */
  readonly shares: CellRange | undefined;
  readonly text: string;
}

export function readFormula(xml: string, element: XmlElement): CellFormula {
  const type = attributeOf(xml, element, 't');
  const range = parseRange(attributeOf(xml, element, 'ref') ?? '');
  const isShared = type === 'shared';
  return {
    sharedId: isShared ? attributeOf(xml, element, 'si') : undefined,
    fills: type === 'array' || type === 'dataTable' ? range : undefined,
    shares: isShared ? range : undefined,
    text: textOf(xml, element),
  };
}

/** A shared formula whose first cell is overwritten. */
interface Orphan {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface FormulaGroups {
  /** Areas of more than one cell that an array formula fills, in the rows read so far. */
  readonly filled: CellRange[];
  /** By id. */
  readonly orphans: Map<string, Orphan>;
  /** 0-based last row that may hold a cell of an orphaned formula; -1 for none. */
  lastOrphanRow: number;
}

export function createFormulaGroups(): FormulaGroups {
  return { filled: [], orphans: new Map(), lastOrphanRow: -1 };
}

export function noteFilled({ filled }: FormulaGroups, { fills }: CellFormula): void {
  if (fills === undefined) return;
  const isOneCell = fills.firstRow === fills.lastRow && fills.firstColumn === fills.lastColumn;
  if (!isOneCell) filled.push(fills);
}

export function isFilled({ filled }: FormulaGroups, row: number, column: number): boolean {
  return filled.some(
    (area) =>
      row >= area.firstRow &&
      row <= area.lastRow &&
      column >= area.firstColumn &&
      column <= area.lastColumn,
  );
}

/** A formula is overwritten at 0-based `row` and `column`. */
export function orphan(
  groups: FormulaGroups,
  { sharedId, shares, text }: CellFormula,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  if (sharedId === undefined || shares === undefined) return;
  groups.orphans.set(sharedId, { row, column, text });
  groups.lastOrphanRow = Math.max(groups.lastOrphanRow, shares.lastRow);
}
