/** The data rows of a ledger sheet in the plan's order, written from the scanned columns. */
import { CellKind, KIND_MASK } from '../../../../core';
import { EditKind, type ColumnEdit, type LedgerPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import {
  cellOpen,
  closeRow,
  openRow,
  putBooleanCell,
  putEmptyCell,
  putErrorCell,
  putNumberCell,
  putSharedCell,
  putTextCell,
  putVerbatimCell,
  type CellPen,
} from './cellPen';
import { createColumnWriter, type CellContext, type ColumnWriter } from './planCells';
import type { RowWriter } from './rowChunks';
import { createSourceBlock } from './sourceBlock';
import { applyEdits, attributeEdits } from './xmlEdits';
import { stampOf, type Stamp } from './xmlOutput';
import { elementsBetween } from './xmlTags';

/** A cell of the source as it is about to be written; one object, because there are millions. */
interface SourceCell {
  kind: number;
  value: number;
  style: number;
}

// Read once: behind the core's door they would be looked up for every cell.
const KIND = CellKind;
const VALUE_BITS = KIND_MASK;
const EDIT = EditKind;
const COLUMNS_PER_ROW = 16_384;

/** The data rows: edited, with the added columns, formulas as their values. */
export function createDataRowWriter(
  sheet: ScannedSheet,
  plan: LedgerPlan,
  context: CellContext,
): RowWriter {
  const edits = new Map(plan.edits.map((edit) => [edit.column, edit]));
  const count = Math.max(sheet.columns.length, plan.firstAddedColumn + plan.added.length);
  const columns = Array.from({ length: count }, (_, c) => {
    const added = plan.added[c - plan.firstAddedColumn];
    return {
      open: cellOpen(context.prefix, c),
      edit: edits.get(c),
      added: added === undefined ? undefined : createColumnWriter(added.column, c, context),
    };
  });
  return createWriter(sheet, context, {
    order: plan.order,
    firstRowNumber: plan.headerRow + 2,
    columns,
  });
}

/** The one row `row` as it is, by its values. */
export function createSourceRowWriter(
  sheet: ScannedSheet,
  row: number,
  context: CellContext,
): RowWriter {
  return createWriter(sheet, context, {
    order: Uint32Array.of(row),
    firstRowNumber: row + 1,
    columns: sheet.columns.map((_, c) => ({
      open: cellOpen(context.prefix, c),
      edit: undefined,
      added: undefined,
    })),
  });
}

/** What is written in a column: an added one, or the source's with its edit. */
interface OutputColumn {
  readonly open: Stamp;
  readonly edit: ColumnEdit | undefined;
  readonly added: ColumnWriter | undefined;
}

function createWriter(
  sheet: ScannedSheet,
  context: CellContext,
  rows: {
    readonly order: Uint32Array;
    readonly firstRowNumber: number;
    readonly columns: readonly OutputColumn[];
  },
): RowWriter {
  const book = context.styles;
  const { texts, sharedCount, verbatim, rowAttributes } = sheet;
  const { order, firstRowNumber, columns } = rows;
  const attributes = rowAttributes.texts.map((text) => stampOf(`"${dataAttributes(text)}>`));
  const plainRow = stampOf('">');
  const rowsWithVerbatim = new Uint8Array(sheet.rowCount);
  for (const key of verbatim.keys()) rowsWithVerbatim[Math.floor(key / COLUMNS_PER_ROW)] = 1;
  const block = createSourceBlock(sheet, order);
  const cell: SourceCell = { kind: 0, value: 0, style: 0 };

  function putRow(pen: CellPen, index: number): void {
    const place = block.seek(index);
    const row = order[index] ?? 0;
    const hasVerbatim = rowsWithVerbatim[row] === 1;
    const rowTag = attributes[rowAttributes.index[row] ?? 0] ?? plainRow;
    openRow(pen, firstRowNumber + index, rowTag);
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c];
      if (column === undefined) continue;
      if (column.added !== undefined) {
        column.added(pen, index);
        continue;
      }
      const source = block.columns[c];
      if (source === undefined) continue;
      pen.open = column.open;
      // Without the mark of a formula: it becomes its value.
      cell.kind = (source.kinds[place] ?? 0) & VALUE_BITS;
      cell.value = source.values[place] ?? 0;
      cell.style = source.styles[place] ?? 0;
      const { edit } = column;
      if (edit !== undefined && (edit.kinds[index] ?? 0) !== EDIT.keep) {
        putEdited(pen, edit, index);
        continue;
      }
      const markup = hasVerbatim ? verbatim.get(row * COLUMNS_PER_ROW + c) : undefined;
      if (markup !== undefined) putVerbatimCell(pen, markup, c);
      else putKept(pen);
    }
    closeRow(pen);
  }

  function putKept(pen: CellPen): void {
    const { kind, value, style } = cell;
    switch (kind) {
      case KIND.empty:
        if (style !== 0) putEmptyCell(pen, style);
        return;
      case KIND.text:
        if (value < sharedCount) putSharedCell(pen, style, value);
        else putTextCell(pen, style, texts.get(value));
        return;
      case KIND.date: {
        putNumberCell(pen, book.forDate(style), value);
        return;
      }
      case KIND.boolean: {
        putBooleanCell(pen, style, value !== 0);
        return;
      }
      case KIND.error: {
        putErrorCell(pen, style, value);
        return;
      }
      default: {
        putNumberCell(pen, style, value);
        return;
      }
    }
  }

  function putEdited(pen: CellPen, edit: ColumnEdit, index: number): void {
    const { style } = cell;
    const value = edit.values[index] ?? 0;
    switch (edit.kinds[index]) {
      case EDIT.number: {
        putNumberCell(pen, book.forNumber(style, value), value);
        return;
      }
      case EDIT.date: {
        putNumberCell(pen, book.forDate(style), value);
        return;
      }
      case EDIT.text: {
        const text = edit.texts[value] ?? '';
        putTextCell(pen, book.forText(style, text), text);
        return;
      }
      default:
        if (style !== 0) putEmptyCell(pen, style);
    }
  }

  return putRow;
}

/** Row attributes that still hold once rows have moved: not those of a filter or a group's fold. */
function dataAttributes(attributes: string): string {
  if (attributes === '') return '';
  const tag = `<row${attributes}/>`;
  const element = elementsBetween(tag, 0, tag.length)[0];
  if (element === undefined) return attributes;
  const changes = { r: undefined, spans: undefined, hidden: undefined, collapsed: undefined };
  return applyEdits(tag, attributeEdits(tag, element, changes)).slice('<row'.length, -'/>'.length);
}
