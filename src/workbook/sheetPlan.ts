/**
 * What is to be written, as plain data that every host can apply: new sheets, and the edits of the
 * ledger sheets in place. A plan knows no host, no file format and no language.
 *
 * Large areas are columns of typed arrays, so that a plan for a million rows stays small; formulas
 * are templates with `{r}` for the row's own 1-based number.
 */
import type { CellRange, EditValues } from '../core';

/** Which of our sheets a sheet is; also the mark by which it is known again. */
export type SheetRole =
  | 'overview'
  | 'customers'
  | 'scripts'
  | 'crossOwnership'
  | 'maturities'
  | 'cleaningLog'
  | 'setAside';

/** Looks by purpose; `CELL_STYLES` (report) says what each is. */
export type StyleName =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'header'
  | 'text'
  | 'wrapped'
  | 'note'
  | 'integer'
  | 'amount'
  | 'percent'
  | 'date'
  | 'input'
  | 'inputDate'
  | 'check'
  | 'checkAmount'
  | 'link'
  /** Header of a column that the user fills in. */
  | 'headerInput'
  /** A label beside a value. */
  | 'label'
  | 'center'
  | 'caution'
  /** Sums: bold, with a line above. */
  | 'totalText'
  | 'totalInteger'
  | 'totalAmount';

/** What a style name means; colours are `RRGGBB`. `numberFormat` is Excel's code. */
export interface StyleSpec {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly border?: boolean;
}

/** A cell's content. Text is always text, whatever it begins with; `null` is an empty cell. */
export type CellValue = string | number | boolean | null;

/** One cell of a small area. A formula (no leading `=`) carries the value it will compute. */
export interface PlanCell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly style?: StyleName;
  /** A jump within the workbook. */
  readonly link?: { readonly sheet: string; readonly cell: string };
}

/** A small area, cell by cell: titles, key figures. Rows may differ in length. */
export interface CellsBlock {
  readonly kind: 'cells';
  /** 0-based position of the upper left cell. */
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

/**
 * Texts of a column: an array, or a function of the 0-based index within the block, called once per
 * row in ascending order when the column is written, so that no array of texts is held.
 */
export type PlanTexts = ArrayLike<string> | ((index: number) => string);

/** One column of a large area; every array has the block's `rowCount` entries. */
export type PlanColumn =
  /** An empty text is an empty cell that keeps its style. */
  | { readonly kind: 'text'; readonly values: PlanTexts; readonly style: StyleName }
  /** NaN is an empty cell. Dates are 1900-system serials with a date style. */
  | { readonly kind: 'number'; readonly values: ArrayLike<number>; readonly style: StyleName }
  | {
      readonly kind: 'formula';
      /** Formula without `=`, `{r}` standing for the row's 1-based number. */
      readonly formula: string;
      /** The values the formula computes, cached in files. */
      readonly values: ArrayLike<number> | ArrayLike<string>;
      readonly style: StyleName;
    };

/** A large area, column by column. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columns: readonly PlanColumn[];
}

/** A table (ListObject) with its header row in the sheet; falls back to a plain filter. */
export interface TablePlan {
  /** Identifier unique in the workbook, ASCII letters only. */
  readonly name: string;
  /** Header row and data rows. */
  readonly range: CellRange;
  readonly columnNames: readonly string[];
}

/** What a cell may hold: one of a list, or a date. */
export interface ValidationPlan {
  readonly range: CellRange;
  readonly rule:
    { readonly kind: 'list'; readonly values: readonly string[] } | { readonly kind: 'date' };
  readonly errorTitle: string;
  readonly errorMessage: string;
}

/** How a sheet is printed: scaled to some pages' width, header rows again on every page. */
export interface PrintPlan {
  readonly landscape: boolean;
  /** Pages side by side that all columns fit on; 1 where absent. As many pages high as needed. */
  readonly pagesWide?: number;
  /** 0-based rows, both ends included. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  /** 0-based columns, both ends included. */
  readonly repeatColumns?: { readonly first: number; readonly last: number };
}

/** A sheet of ours, whole. */
export interface SheetPlan {
  readonly role: SheetRole;
  /** Wanted tab name; an adapter writes it as is, `app` has made it unique and valid. */
  readonly name: string;
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly blocks: readonly (CellsBlock | ColumnsBlock)[];
  readonly tables: readonly TablePlan[];
  readonly validations: readonly ValidationPlan[];
  /** Merged areas (titles only). */
  readonly merges: readonly CellRange[];
  /** Row heights in points by 0-based row. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  /** `RRGGBB`. */
  readonly tabColor?: string;
  /** Absent: the host's default. A host that cannot express it leaves it out. */
  readonly print?: PrintPlan;
}

/** What becomes of the cells of one ledger column that cleaning changed. */
export interface ColumnEdit {
  /** 0-based worksheet column. */
  readonly column: number;
  /** Per row of {@link LedgerPlan.order}: one of {@link EditKind}. */
  readonly kinds: Uint8Array;
  /** The number or date serial (in the sheet's own date system), or an index into `texts`. */
  readonly values: EditValues;
  readonly texts: readonly string[];
}

export { EditKind } from '../core';

/** A column added at the right of the ledger; `values` follow {@link LedgerPlan.order}. */
export interface AddedColumn {
  readonly header: string;
  readonly width: number;
  readonly column: PlanColumn;
}

/** The edit in place of one ledger sheet: which source rows stay, in which order, what changes. */
export interface LedgerPlan {
  readonly sheetName: string;
  /** 0-based row of the (last) header row; rows below are data. */
  readonly headerRow: number;
  /** 0-based source rows that stay, in their new order, laid from `headerRow + 1` on. */
  readonly order: Uint32Array;
  readonly edits: readonly ColumnEdit[];
  /** 0-based column of the first added column. */
  readonly firstAddedColumn: number;
  readonly added: readonly AddedColumn[];
}

/** All that a run writes. Sheets come in tab order. */
export interface WorkbookPlan {
  readonly ledgers: readonly LedgerPlan[];
  readonly sheets: readonly SheetPlan[];
  readonly styles: Readonly<Record<StyleName, StyleSpec>>;
  /** BCP 47 language of the sheets' wording. */
  readonly language: string;
}
