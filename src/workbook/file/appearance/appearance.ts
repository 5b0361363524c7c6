/**
 * How a file's sheets look, for a grid that shows them: plain data without behaviour. Colours are
 * `RRGGBB`, sizes are points, widths are characters of the default font, rows and columns 0-based.
 */
import type { CellRange } from '../../../core';
import type { SheetArea } from './linkLocation';

export type BorderKind = 'hair' | 'thin' | 'dotted' | 'dashed' | 'medium' | 'thick' | 'double';

export interface BorderLook {
  readonly kind: BorderKind;
  readonly color: string;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** The look of a cell; what is absent is the grid's default. */
export interface CellLook {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<Side, BorderLook>>>;
  /** Excel's code; absent for General. */
  readonly numberFormat?: string;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Steps of about three characters from the edge. */
  readonly indent?: number;
  /** Degrees counter-clockwise, -90 to 90. */
  readonly rotation?: number;
}

export interface ColumnLook {
  readonly first: number;
  readonly last: number;
  readonly width?: number;
  readonly hidden: boolean;
  /** Look of the column's cells that have none of their own: an index into the looks. */
  readonly look: number;
}

export interface RowLook {
  readonly height?: number;
  readonly hidden: boolean;
}

/** The looks of a sheet's rows: `looks[index[row]]`. */
export interface RowLooks {
  readonly looks: readonly RowLook[];
  readonly index: Uint16Array;
}

export interface ValidationLook {
  readonly ranges: readonly CellRange[];
  readonly kind: 'list' | 'date';
  /** Of a list that names its values; empty where it refers to cells. */
  readonly values: readonly string[];
  readonly errorMessage: string;
}

/** A jump within the workbook. */
export interface LinkLook extends SheetArea {
  readonly row: number;
  readonly column: number;
}

/** A condition on a cell's own value, or a bar in proportion to it. */
export type ConditionLook =
  | { readonly kind: 'dataBar'; readonly ranges: readonly CellRange[]; readonly color: string }
  | {
      readonly kind: 'formula';
      readonly ranges: readonly CellRange[];
      /** With its `=`. */
      readonly formula: string;
      readonly look: CellLook;
    };

export interface SheetAppearance {
  readonly tabColor?: string;
  readonly defaultWidth?: number;
  readonly defaultHeight?: number;
  readonly columns: readonly ColumnLook[];
  readonly rows: RowLooks;
  readonly gridLines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Area of the sheet's filter or its first table, header included. */
  readonly filter?: CellRange;
  readonly validations: readonly ValidationLook[];
  readonly links: readonly LinkLook[];
  readonly conditions: readonly ConditionLook[];
  /** Charts or pictures lie over the cells. */
  readonly hasDrawing: boolean;
}
