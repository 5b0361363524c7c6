/**
 * What a host hands to the core: cells in columns, texts in one dictionary.
 *
 * A column is two parallel arrays, one entry per worksheet row from row 1 on. A million rows of
 * fifteen columns are thirty arrays, not fifteen million objects.
 */

/** What a cell holds, in the low four bits of {@link CellColumn.kinds}. */
export const CellKind = {
  empty: 0,
  /** `values` holds the number. */
  number: 1,
  /** `values` holds the index into {@link RawSheet.texts}. */
  text: 2,
  /** `values` holds 1 or 0. */
  boolean: 3,
  /** `values` holds the index into {@link ERROR_TEXTS}. */
  error: 4,
  /** A number that the cell's number format shows as a date or time; `values` holds the serial. */
  date: 5,
} as const;

export type CellKindCode = (typeof CellKind)[keyof typeof CellKind];

/** Set in {@link CellColumn.kinds} where the value is the cached result of a formula. */
export const FORMULA_FLAG = 0x10;

/** Selects the {@link CellKind} from an entry of {@link CellColumn.kinds}. */
export const KIND_MASK = 0x0f;

/** Excel's error values; an error cell's value is an index into this list. */
export const ERROR_TEXTS = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
] as const;

/** One worksheet column; both arrays have at least {@link RawSheet.rowCount} entries. */
export interface CellColumn {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
}

/** The distinct texts of a workbook, by index; texts need not be distinct. */
export interface TextTable {
  readonly size: number;
  /** The text at `index`, 0 ≤ index < size. */
  get(index: number): string;
  /** The same texts as bytes, where the host has them so: digits are read without making strings. */
  readonly utf8?: Utf8Texts;
}

/** Texts in one run of UTF-8: text `index` lies from `starts[index]` to `starts[index + 1]`. */
export interface Utf8Texts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** A rectangle of cells, 0-based, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The mark of a sheet that tells a sharing copy, in which account numbers cannot be told apart. */
export const SHARING_MARK = 'sharingCopy';

/** A worksheet as read. Index 0 of a column is worksheet row 1; column 0 is A. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows from row 1 to the last row that holds a value. */
  readonly rowCount: number;
  readonly columns: readonly CellColumn[];
  readonly texts: TextTable;
  readonly merges: readonly CellRange[];
  /** True where serials count from 1904-01-01. */
  readonly date1904: boolean;
  /** The mark that an earlier run of ours left on a sheet it wrote (see `SheetRole`). */
  readonly mark?: string;
  /** On an untouched copy: the name of the ledger sheet it was made of, as that is called now. */
  readonly copyOf?: string;
}

/** A workbook as read; `name` is the file's or document's name with its extension. */
export interface RawWorkbook {
  readonly name: string;
  readonly sheets: readonly RawSheet[];
}
