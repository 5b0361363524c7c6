import type { CellRange } from '../core';
import type {
  CellsBlock,
  ColumnsBlock,
  PlanCell,
  PlanColumn,
  StyleName,
  TablePlan,
} from '../workbook/sheetPlan';

/** A column of a table on a sheet of ours. */
export interface TableColumn {
  readonly header: string;
  readonly width: number;
  readonly column: PlanColumn;
  /** True where the user fills it in. */
  readonly input?: boolean;
}

/** A header row at the 0-based `row`, from column A on, and `rowCount` rows below it. */
export function layOutTable(
  row: number,
  rowCount: number,
  columns: readonly TableColumn[],
): (CellsBlock | ColumnsBlock)[] {
  const headers = columns.map(({ header, input }) =>
    textCell(header, input === true ? 'headerInput' : 'header'),
  );
  return [
    { kind: 'cells', row, column: 0, cells: [headers] },
    {
      kind: 'columns',
      row: row + 1,
      column: 0,
      rowCount,
      columns: columns.map(({ column }) => column),
    },
  ];
}

/** The table over such an area; none without a row, which Excel does not allow. */
export function planTable(
  name: string,
  { row, rowCount, headers }: { row: number; rowCount: number; headers: readonly string[] },
): readonly TablePlan[] {
  if (rowCount === 0) return [];
  const range = {
    firstRow: row,
    lastRow: row + rowCount,
    firstColumn: 0,
    lastColumn: headers.length - 1,
  };
  return [{ name, range, columnNames: headers }];
}

/** Rows of single cells in column A: titles, hints, headings. */
export function layOutLines(row: number, lines: readonly PlanCell[]): CellsBlock {
  return { kind: 'cells', row, column: 0, cells: lines.map((line) => [line]) };
}

export function textCell(value: string, style: StyleName): PlanCell {
  return { value, style };
}

/** The data below the header of one of a table's columns; the table starts in column A. */
export function columnRange<Column extends string>(
  columns: readonly Column[],
  column: Column,
  { headerRow, rowCount }: { readonly headerRow: number; readonly rowCount: number },
): CellRange {
  const index = columns.indexOf(column);
  return {
    firstRow: headerRow + 1,
    lastRow: headerRow + rowCount,
    firstColumn: index,
    lastColumn: index,
  };
}
