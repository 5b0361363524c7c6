/**
 * What the grid shows of a workbook, as plain data that crosses from the worker without a copy.
 */
import type { CellRange } from '../../core';
import type { CellLook, SheetAppearance } from '../../workbook/file/appearance/appearance';

/** One column of the rows that are shown; see `CellColumn`. Texts are indexes into the texts. */
export interface ShownColumn {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  /** Index into {@link ShownWorkbook.looks} by row; of length 0 where no cell has a look. */
  readonly looks: Uint16Array | Uint32Array;
}

export interface ShownSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Rows that hold a value; more than `shownRows` where the sheet is too long for the grid. */
  readonly rowCount: number;
  readonly shownRows: number;
  readonly columns: readonly ShownColumn[];
  readonly merges: readonly CellRange[];
  readonly date1904: boolean;
  /** Absent for files that say nothing of their look. */
  readonly appearance?: SheetAppearance;
}

/** Distinct texts in one run of UTF-8: text `i` lies from `starts[i]` to `starts[i + 1]`. */
export interface ShownTexts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly size: number;
}

export interface ShownWorkbook {
  /** The name that the file is saved under. */
  readonly name: string;
  readonly looks: readonly CellLook[];
  readonly texts: ShownTexts;
  readonly sheets: readonly ShownSheet[];
}
