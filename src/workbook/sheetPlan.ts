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
  | 'setAside'
  /** Settings and script templates, kept as JSON text in a very hidden sheet. */
  | 'settings';

/** All marks by which sheets of ours are known; `original` is the untouched copy of a ledger. */
export type SheetMark = SheetRole | 'original';

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
  | 'totalAmount'
  /** A key figure on a card: what it is, the figure, what belongs to it. */
  | 'figureLabel'
  | 'figure'
  | 'figureNote'
  /** A short fact under its label: who, when. */
  | 'fact'
  | 'factDate'
  | 'factLabel'
  /** What stands at the right of a heading, on its ground. */
  | 'headingHint'
  /** A text with a border that may take several lines, centred in height. */
  | 'reason'
  /** On a script: what the line is, what to say, and what stands beside. */
  | 'scriptLabel'
  | 'scriptText'
  | 'scriptSide'
  /** A place in an order: 1, 2, 3. */
  | 'ordinal'
  /** A link inside a table. */
  | 'linkCell'
  /** A formula that leads somewhere: not a text cell, where it would stay a text. */
  | 'jump'
  | 'jumpCenter'
  /** One line that says whether all is right. */
  | 'verdict';

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

/** How a conditional format changes a cell's look; colours are `RRGGBB`. */
export interface ConditionalLook {
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
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

/** A jump from each cell of a column to a row of a sheet, by the 0-based index within the block. */
export interface ColumnLinks {
  readonly sheet: string;
  /** 0-based column of the targets. */
  readonly column: number;
  /** 0-based target row, or -1 for a cell without a link. */
  readonly rows: ArrayLike<number>;
}

/** One column of a large area; every array has the block's `rowCount` entries. */
export type PlanColumn = PlanColumnCells & { readonly links?: ColumnLinks };

type PlanColumnCells =
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

/** A format that follows the values, so that it stays true when the user changes one. */
export type ConditionalFormatPlan =
  /** Bars in proportion to the numbers; negative ones in their own colour. */
  | {
      readonly kind: 'dataBar';
      readonly range: CellRange;
      readonly color: string;
      readonly negativeColor: string;
    }
  /** Where the formula (no `=`, relative to the range's first cell, A1 style) is true. */
  | {
      readonly kind: 'formula';
      readonly range: CellRange;
      readonly formula: string;
      readonly look: ConditionalLook;
    };

/** A one-column or one-row area that a chart takes names or values from. */
export interface ChartSource {
  readonly sheet: string;
  readonly range: CellRange;
  /** The values as they stand, cached in files. Empty texts and NaN are gaps. */
  readonly values: ArrayLike<number> | ArrayLike<string>;
}

export interface ChartSeries {
  readonly name: string;
  readonly kind: 'column' | 'bar' | 'line' | 'pie';
  readonly categories: ChartSource;
  readonly values: ChartSource;
  /** The right-hand axis, for shares beside amounts. */
  readonly secondaryAxis?: boolean;
  /** `RRGGBB`; one per point where several (a pie, bars by trend). */
  readonly colors: readonly string[];
  readonly dataLabels?: boolean;
}

/** A native chart over cells of the workbook. */
export interface ChartPlan {
  /** Unique within the sheet, ASCII. */
  readonly name: string;
  readonly title: string;
  /** What a reader who cannot see it is told. */
  readonly alternativeText: string;
  /** Cells that it covers. */
  readonly anchor: CellRange;
  readonly series: readonly ChartSeries[];
  readonly legend: boolean;
  readonly valueTitle?: string;
  readonly valueFormat?: string;
  readonly secondaryFormat?: string;
  /** Upper end of the secondary axis, e.g. 1 for shares. */
  readonly secondaryMaximum?: number;
}

/** How a sheet is printed: on A4, scaled to some pages' width, header rows again on every page. */
export interface PrintPlan {
  readonly landscape: boolean;
  /** Areas to print, each from a new page on; absent: the whole sheet. */
  readonly areas?: readonly CellRange[];
  /** All on this many pages in height; absent: as many as needed. */
  readonly pagesHigh?: number;
  /** Page footer, with Excel's codes `&P` and `&N`. */
  readonly footer?: string;
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
  readonly conditionalFormats?: readonly ConditionalFormatPlan[];
  readonly charts?: readonly ChartPlan[];
  /** Visible where absent; `veryHidden` cannot be shown from the host's menus. */
  readonly visibility?: 'hidden' | 'veryHidden';
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
  /**
   * Characters that columns must have room for, by 0-based worksheet column: where cleaning put
   * dates and numbers, a narrower one would show `####`.
   */
  readonly leastWidths?: ReadonlyMap<number, number>;
  /** Conditional formats for added columns, in worksheet coordinates after the edit. */
  readonly conditionalFormats?: readonly ConditionalFormatPlan[];
}

/** An untouched copy of a ledger sheet, made before it is edited (SPEC 10). */
export interface OriginalPlan {
  readonly sheetName: string;
  /** Name of the hidden copy, valid and free. */
  readonly copyName: string;
  /**
   * 0-based first column that is not copied: what an earlier run of ours added at the right of a
   * sheet that since holds another export. Absent: all is copied.
   */
  readonly columnLimit?: number;
}

/** All that a run writes. Sheets come in tab order. */
export interface WorkbookPlan {
  readonly ledgers: readonly LedgerPlan[];
  /**
   * Copies to make; one that stands for the same ledger is replaced. Copies that are there already
   * and not named here stay.
   */
  readonly originals?: readonly OriginalPlan[];
  /** True: only the sheets named here are replaced; sheets of ours with other roles stay. */
  readonly partial?: boolean;
  readonly sheets: readonly SheetPlan[];
  readonly styles: Readonly<Record<StyleName, StyleSpec>>;
  /** BCP 47 language of the sheets' wording. */
  readonly language: string;
}
