import { CellKind, ERROR_TEXTS, FORMULA_FLAG, type CellRange } from '../../../core';
import { MAX_COLUMNS, type TextInterner } from '../../columnBuilder';
import type { CellAttributes } from './cellAttributes';
import { losesDigits } from './excelValues';
import { trimmedLines } from './htmlText';

/** A table as its cells come: parallel lists, one entry per cell with a value. */
export interface HtmlTable {
  /** Rank in document order. */
  readonly order: number;
  readonly rows: number[];
  readonly columns: number[];
  readonly kinds: number[];
  readonly values: number[];
  readonly merges: CellRange[];
  rowCount: number;
  columnCount: number;
}

/** A table being read. Cells covered by a span of another are passed over. */
export interface OpenTable {
  readonly table: HtmlTable;
  /** Rank in document order of each row's start. */
  readonly rowOrders: readonly number[];
  /** True between a cell's start and its end. */
  readonly hasOpenCell: boolean;
  startRow(order: number): void;
  endRow(): void;
  startCell(attributes: CellAttributes, order: number): void;
  addText(text: string): void;
  /** What follows stands on a line of its own. */
  endBlock(): void;
  endCell(): void;
}

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d*)?(?:e[+-]?\d+)?%?$/i;

export function createOpenTable(texts: TextInterner, order: number): OpenTable {
  const table: HtmlTable = {
    order,
    rows: [],
    columns: [],
    kinds: [],
    values: [],
    merges: [],
    rowCount: 0,
    columnCount: 0,
  };
  const rowOrders: number[] = [];
  /** Per column: the row below the span that reaches down into it. */
  const freeFrom: number[] = [];
  let lastSpannedRow = -1;
  let column = 0;
  let isInRow = false;
  let cell: CellAttributes | undefined;
  let text = '';

  function startRow(rowOrder: number): void {
    endRow();
    rowOrders.push(rowOrder);
    table.rowCount++;
    column = 0;
    isInRow = true;
  }

  function endRow(): void {
    endCell();
    isInRow = false;
  }

  function endCell(): void {
    if (cell === undefined) return;
    const row = table.rowCount - 1;
    const { rowSpan, columnSpan } = cell;
    while (row <= lastSpannedRow && (freeFrom[column] ?? 0) > row) column++;
    if (column < MAX_COLUMNS) {
      store(cell, row);
      const lastColumn = Math.min(MAX_COLUMNS, column + columnSpan) - 1;
      if (rowSpan > 1 || columnSpan > 1) {
        const lastRow = row + rowSpan - 1;
        table.merges.push({ firstRow: row, lastRow, firstColumn: column, lastColumn });
      }
      if (rowSpan > 1) {
        lastSpannedRow = Math.max(lastSpannedRow, row + rowSpan - 1);
        for (let spanned = column; spanned <= lastColumn; spanned++) {
          freeFrom[spanned] = row + rowSpan;
        }
      }
      table.columnCount = Math.max(table.columnCount, lastColumn + 1);
    }
    column += columnSpan;
    cell = undefined;
    text = '';
  }

  function store(attributes: CellAttributes, row: number): void {
    const shown = trimmedLines(text);
    const typed = typedValue(attributes, shown);
    if (typed === undefined && shown.trim() === '') return;
    const exact = losesDigits(attributes.value) ? attributes.value.trim() : shown;
    const { kind, value } = typed ?? { kind: CellKind.text, value: texts.index(exact) };
    table.rows.push(row);
    table.columns.push(column);
    table.kinds.push(attributes.isFormula ? kind | FORMULA_FLAG : kind);
    table.values.push(value);
  }

  return {
    table,
    rowOrders,
    get hasOpenCell() {
      return cell !== undefined;
    },
    startRow,
    endRow,
    startCell(attributes, cellOrder) {
      endCell();
      if (!isInRow) startRow(cellOrder);
      cell = attributes;
    },
    addText(piece) {
      text += piece;
    },
    endBlock() {
      if (!endsLine(text)) text += '\n';
    },
    endCell,
  };
}

function endsLine(text: string): boolean {
  let at = text.length - 1;
  while (text[at] === ' ') at--;
  return at < 0 || text[at] === '\n';
}

/** The value that Excel's own attributes give a cell; undefined where its text is its value. */
function typedValue(
  { type, value, isDate }: CellAttributes,
  shown: string,
): { readonly kind: number; readonly value: number } | undefined {
  if (type === 'number') {
    const written = value === '' ? shown : value.trim();
    // Digits beyond a number's precision are an id: the text keeps them all.
    if (losesDigits(shown) || losesDigits(written)) return undefined;
    if (written === '' || !PLAIN_NUMBER.test(written)) return undefined;
    const factor = written.endsWith('%') ? 0.01 : 1;
    const number = Number(written.replace(/[,%]/g, '')) * factor;
    if (!Number.isFinite(number)) return undefined;
    return { kind: isDate ? CellKind.date : CellKind.number, value: number };
  }
  if (type === 'boolean') {
    const written = (value === '' ? shown : value).trim().toUpperCase();
    if (written !== 'TRUE' && written !== 'FALSE') return undefined;
    return { kind: CellKind.boolean, value: written === 'TRUE' ? 1 : 0 };
  }
  if (type === 'error') {
    const error = ERROR_TEXTS.findIndex((name) => name === (value === '' ? shown : value));
    return error < 0 ? undefined : { kind: CellKind.error, value: error };
  }
  return undefined;
}
