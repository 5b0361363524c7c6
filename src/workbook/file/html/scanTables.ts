import { CellKind, KIND_MASK } from '../../../core';
import type { TextInterner } from '../../columnBuilder';
import { createCellAttributesReader } from './cellAttributes';
import { scanHtml } from './htmlTokens';
import { createOpenTable, type HtmlTable, type OpenTable } from './htmlTable';
import { collapseSpace, trimmedLines } from './htmlText';

const CELL = new Set(['td', 'th']);
const SECTION = new Set(['thead', 'tbody', 'tfoot']);
const BLOCK = new Set(['p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'center', 'pre', 'form']);
const HEADING = /^h[1-6]$/;
/** Controls: their choices are not the cell's content. */
const SKIPPED = new Set(['select', 'button', 'textarea', 'object', 'svg']);

/** A table of more rows is data whatever its cells hold; a shorter one may be there for layout. */
const MAX_LAYOUT_ROWS = 20;

/**
 * The tables of an HTML document in document order. Text outside of tables, and captions, come as
 * tables of one row each, for a title is told there as often as in a cell. A table inside a layout
 * table comes out as a table of its own; a small one inside a data cell becomes the cell's text.
 */
export function scanTables(html: string, texts: TextInterner): HtmlTable[] {
  const attributesReader = createCellAttributesReader();
  const found: HtmlTable[] = [];
  const stack: { readonly open: OpenTable; isLayout: boolean }[] = [];
  let order = 0;
  let loose = '';
  let isCaption = false;
  let skipped: string | undefined;

  function addText(text: string): void {
    const top = stack.at(-1)?.open;
    if (top?.hasOpenCell === true && !isCaption) top.addText(text);
    else loose += text;
  }

  function endLine(isBlock: boolean): void {
    const top = stack.at(-1)?.open;
    if (top?.hasOpenCell !== true || isCaption) endLoose();
    else if (isBlock) top.endBlock();
    else top.addText('\n');
  }

  /** Text outside of cells becomes a row of its own, before the table that it stands in. */
  function endLoose(): void {
    const text = trimmedLines(loose);
    loose = '';
    if (text.trim() === '') return;
    const rank = stack[0] === undefined ? order++ : stack[0].open.table.order - 0.5;
    found.push(singleRow([{ column: 0, value: texts.index(text) }], rank));
  }

  function startTable(): void {
    // A table directly inside a table: the end tag of the outer one is missing.
    if (stack.at(-1)?.open.hasOpenCell === false) endTable();
    endLoose();
    stack.push({ open: createOpenTable(texts, order++), isLayout: false });
  }

  function endTable(): void {
    endLoose();
    const ended = stack.pop();
    if (ended === undefined) return;
    const { open, isLayout } = ended;
    open.endRow();
    const outer = stack.at(-1);
    const isData = open.table.rowCount > 1 && open.table.columnCount > 1;
    const isInLayout = outer !== undefined && outer.open.table.rowCount <= MAX_LAYOUT_ROWS;
    if (isLayout) {
      found.push(...rowsOf(open));
      if (outer !== undefined) outer.isLayout = true;
    } else if (outer === undefined || (isData && isInLayout)) {
      found.push(open.table);
      if (outer !== undefined) outer.isLayout = true;
    } else {
      outer.open.addText(textOf(open.table, texts));
    }
  }

  scanHtml(html, {
    open(name, attributes) {
      if (skipped !== undefined) return;
      const top = stack.at(-1)?.open;
      if (name === 'table') startTable();
      else if (name === 'tr') top?.startRow(order++);
      else if (CELL.has(name)) top?.startCell(attributesReader.read(attributes), order++);
      else if (SECTION.has(name)) top?.endRow();
      else if (name === 'caption') isCaption = true;
      else if (name === 'br') endLine(false);
      else if (BLOCK.has(name) || HEADING.test(name)) endLine(true);
      else if (SKIPPED.has(name) && !attributes.endsWith('/')) skipped = name;
    },
    close(name) {
      if (name === skipped) skipped = undefined;
      if (skipped !== undefined) return;
      const top = stack.at(-1)?.open;
      if (name === 'table') endTable();
      else if (name === 'tr' || SECTION.has(name)) top?.endRow();
      else if (CELL.has(name)) top?.endCell();
      else if (name === 'caption') {
        endLoose();
        isCaption = false;
      } else if (BLOCK.has(name) || HEADING.test(name)) endLine(true);
    },
    text(raw) {
      if (skipped === undefined) addText(collapseSpace(raw));
    },
    style: attributesReader.addStyles,
  });
  while (stack.length > 0) endTable();
  endLoose();
  return found.sort((first, second) => first.order - second.order);
}

/** The rows of a layout table that hold something, as tables of one row. */
function rowsOf({ table, rowOrders }: OpenTable): HtmlTable[] {
  const rows = new Map<number, { column: number; value: number; kind: number }[]>();
  for (const [at, row] of table.rows.entries()) {
    const cells = rows.get(row) ?? [];
    cells.push({
      column: table.columns[at] ?? 0,
      value: table.values[at] ?? 0,
      kind: table.kinds[at] ?? CellKind.text,
    });
    rows.set(row, cells);
  }
  return [...rows].map(([row, cells]) => singleRow(cells, rowOrders[row] ?? table.order));
}

function singleRow(
  cells: readonly { readonly column: number; readonly value: number; readonly kind?: number }[],
  order: number,
): HtmlTable {
  return {
    order,
    rows: cells.map(() => 0),
    columns: cells.map(({ column }) => column),
    kinds: cells.map(({ kind }) => kind ?? CellKind.text),
    values: cells.map(({ value }) => value),
    merges: [],
    rowCount: 1,
    columnCount: Math.max(...cells.map(({ column }) => column + 1)),
  };
}

/** What a table holds as one text: its rows as lines. */
function textOf(table: HtmlTable, texts: TextInterner): string {
  let text = '';
  let lastRow = 0;
  for (const [at, row] of table.rows.entries()) {
    const value = table.values[at] ?? 0;
    const isText = ((table.kinds[at] ?? 0) & KIND_MASK) === CellKind.text;
    text += row > lastRow ? '\n' : ' ';
    text += isText ? texts.table.get(value) : String(value);
    lastRow = row;
  }
  return text;
}
