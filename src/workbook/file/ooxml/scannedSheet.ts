/**
 * A worksheet part of an .xlsx package as the byte scanner leaves it: values in columns, and
 * beside them all that is needed to write the rows again in another order without loss.
 */
import type { CellColumn, CellRange, TextTable } from '../../../core';

export interface ScannedSheet {
  readonly name: string;
  /** Path of the part in the package, without a leading slash. */
  readonly partPath: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Rows from row 1 to the last row that holds a value. */
  readonly rowCount: number;
  readonly columns: readonly CellColumn[];
  /** Per column: the `s` attribute (cellXfs index) of each row's cell; 0 where there is none. */
  readonly styles: readonly Uint32Array[];
  /** Shared by the sheets of the workbook; an index below `sharedCount` is that shared string. */
  readonly texts: TextTable;
  readonly sharedCount: number;
  readonly merges: readonly CellRange[];
  /**
   * Attributes of `<row>` other than `r` and `spans`, verbatim (` ht="20" customHeight="1"`):
   * `rowAttributes.texts[rowAttributes.index[row]]`; index 0 is the empty text.
   */
  readonly rowAttributes: { readonly index: Uint16Array; readonly texts: readonly string[] };
  /**
   * Cells that kind and value cannot rebuild (inline rich text, `cm`/`vm` attributes, `extLst`):
   * key `row * 16384 + column`, value the cell's whole element verbatim but for its `r` attribute.
   */
  readonly verbatim: ReadonlyMap<number, string>;
  /** Whole `<row>` elements, verbatim, of the first rows (titles and headers), by 0-based row. */
  readonly leadingRows: ReadonlyMap<number, string>;
  /** XML before and with the `<sheetData>` start tag. */
  readonly head: string;
  /** XML from `</sheetData>` on, that tag included. */
  readonly tail: string;
  /** Namespace prefix of SpreadsheetML elements with its colon (`x:`), or empty. */
  readonly prefix: string;
  /** The mark of ours found on the sheet. */
  readonly mark?: string;
}
