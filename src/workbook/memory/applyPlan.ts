import {
  EditKind,
  type CellsBlock,
  type CellValue,
  type ColumnEdit,
  type ColumnsBlock,
  type LedgerPlan,
  type OriginalPlan,
  type PlanCell,
  type PlanColumn,
  type SheetPlan,
  type StyleName,
  type WorkbookPlan,
} from '../sheetPlan';
import type { CellContent, MemorySheet, PlainContent } from './workbookContent';

/** Days by which serials of the 1904 system are smaller. */
export const DAYS_TO_1904 = 1462;

/**
 * The sheets with the plan applied: untouched copies made, ledgers edited, sheets of an earlier run
 * gone, those of the plan added — the overview in front, the others at the end, the copies last.
 * The given sheets are not changed.
 * @throws Error for a plan that was made from another workbook.
 */
export function applyPlan(sheets: readonly MemorySheet[], plan: WorkbookPlan): MemorySheet[] {
  const missing = plan.ledgers.find(
    ({ sheetName }) => !sheets.some(({ name }) => name === sheetName),
  );
  if (missing) throw new Error(`The plan edits a sheet that is not there: ${missing.sheetName}`);
  const date1904 = sheets.some((sheet) => sheet.date1904 === true);
  const context = { isDate: createIsDate(plan), shift: date1904 ? DAYS_TO_1904 : 0 };
  const kept = sheets.filter(createIsKept(plan)).map((sheet) => {
    const ledger = plan.ledgers.find(({ sheetName }) => sheetName === sheet.name);
    return ledger === undefined ? sheet : editLedger(sheet, ledger, context);
  });
  const added = plan.sheets.map((sheet) => newSheet(sheet, date1904, context));
  const copies = (plan.originals ?? []).map((original) => copyOriginal(sheets, original));
  const isFront = ({ mark }: MemorySheet) => mark === 'overview';
  const isBehind = (sheet: MemorySheet) => !isFront(sheet);
  return [...added.filter(isFront), ...kept, ...added.filter(isBehind), ...copies];
}

/** Which sheets stay: the user's, copies that are not made anew, in a partial plan other roles. */
function createIsKept(plan: WorkbookPlan): (sheet: MemorySheet) => boolean {
  const replaced = new Set<string>(plan.sheets.map(({ role }) => role));
  const copied = new Set(plan.originals?.map(({ sheetName }) => sheetName));
  return ({ mark, copyOf }) => {
    if (mark === undefined) return true;
    if (mark === 'original') return copyOf === undefined || !copied.has(copyOf);
    return plan.partial === true && !replaced.has(mark);
  };
}

function copyOriginal(sheets: readonly MemorySheet[], plan: OriginalPlan): MemorySheet {
  const { sheetName, copyName, columnLimit } = plan;
  const source = sheets.find(({ name }) => name === sheetName);
  if (!source) throw new Error(`The plan copies a sheet that is not there: ${sheetName}`);
  const rows = source.rows.map((cells) => cells.slice(0, columnLimit));
  return { ...source, name: copyName, rows, hidden: true, mark: 'original', copyOf: sheetName };
}

interface Context {
  isDate(style: StyleName): boolean;
  /** What is taken off a plan's serials, which count from 1900. */
  readonly shift: number;
}

function createIsDate({ styles }: WorkbookPlan): (style: StyleName) => boolean {
  return (style) => /y/i.test(styles[style].numberFormat ?? '');
}

function editLedger(sheet: MemorySheet, plan: LedgerPlan, context: Context): MemorySheet {
  const rows: CellContent[][] = sheet.rows
    .slice(0, plan.headerRow + 1)
    .map((cells) => cells.slice());
  while (rows.length <= plan.headerRow) rows.push([]);
  const put = createPut(rows);
  for (const [at, { header }] of plan.added.entries()) {
    put(plan.headerRow, plan.firstAddedColumn + at, header);
  }
  for (const [index, source] of plan.order.entries()) {
    const row = plan.headerRow + 1 + index;
    // A formula becomes its value: its neighbours are no longer where it looks for them.
    rows[row] = (sheet.rows[source] ?? []).map(resultOf);
    for (const edit of plan.edits) {
      if (edit.kinds[index] === EditKind.keep) continue;
      put(row, edit.column, editedContent(edit, index));
    }
    for (const [at, { column }] of plan.added.entries()) {
      put(row, plan.firstAddedColumn + at, columnContent(column, index, { row, context }));
    }
  }
  const merges = (sheet.merges ?? []).filter(({ lastRow }) => lastRow <= plan.headerRow);
  return { ...sheet, rows, merges };
}

function newSheet(plan: SheetPlan, date1904: boolean, context: Context): MemorySheet {
  const rows: CellContent[][] = [];
  for (const block of plan.blocks) {
    if (block.kind === 'cells') putCells(createPut(rows), block, context);
    else putColumns(createPut(rows), block, context);
  }
  const { name, merges, role } = plan;
  const hidden = plan.visibility !== undefined;
  return { name, rows, merges, mark: role, date1904, plan, ...(hidden && { hidden }) };
}

function putCells(put: Put, block: CellsBlock, context: Context): void {
  for (const [down, cells] of block.cells.entries()) {
    for (const [right, cell] of cells.entries()) {
      put(block.row + down, block.column + right, cellContent(cell, context));
    }
  }
}

function putColumns(put: Put, block: ColumnsBlock, context: Context): void {
  for (const [right, column] of block.columns.entries()) {
    for (let index = 0; index < block.rowCount; index++) {
      const row = block.row + index;
      put(row, block.column + right, columnContent(column, index, { row, context }));
    }
  }
}

function cellContent({ value, formula, style = 'plain' }: PlanCell, context: Context): CellContent {
  const result = plainContent(value, style, context);
  return formula === undefined ? result : { formula, result };
}

function columnContent(
  column: PlanColumn,
  index: number,
  { row, context }: { readonly row: number; readonly context: Context },
): CellContent {
  const { values, style } = column;
  const value = typeof values === 'function' ? values(index) : (values[index] ?? null);
  const result = plainContent(value, style, context);
  if (column.kind !== 'formula') return result;
  return { formula: column.formula.replaceAll('{r}', String(row + 1)), result };
}

function plainContent(value: CellValue, style: StyleName, context: Context): PlainContent {
  if (typeof value !== 'number') return value;
  if (Number.isNaN(value)) return null;
  return context.isDate(style) ? { date: value - context.shift } : value;
}

function editedContent({ kinds, values, texts }: ColumnEdit, index: number): PlainContent {
  const value = values[index] ?? 0;
  switch (kinds[index]) {
    case EditKind.number:
      return value;
    case EditKind.text:
      return texts[value] ?? '';
    case EditKind.date:
      return { date: value };
    default:
      return null;
  }
}

function resultOf(cell: CellContent): PlainContent {
  return typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.result : cell;
}

type Put = (row: number, column: number, content: CellContent) => void;

function createPut(rows: CellContent[][]): Put {
  return (row, column, content) => {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = content;
  };
}
