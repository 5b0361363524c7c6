import type { SheetColumns } from './sheetColumns';
import type { TextArena } from './textArena';

/** Where the scan of a worksheet's rows stands. One object per sheet, of one shape: it is hot. */
export interface RowScan {
  readonly part: string;
  /** Namespace prefix with its colon, as bytes. */
  readonly prefix: Uint8Array;
  readonly columns: SheetColumns;
  readonly arena: TextArena;
  /** Shared strings lie in the arena below this index. */
  readonly sharedCount: number;
  /** Per cell format: 1 where it shows a date or time. */
  readonly dateStyles: Uint8Array;
  readonly date1904: boolean;
  /** 0-based row and column of the last row and cell begun; -1 before the first. */
  row: number;
  column: number;
  /** Between `<row>` and `</row>`. */
  inRow: boolean;
  /** Last row that holds a value, -1 for none. */
  lastRow: number;
  /** `</sheetData>` was reached. */
  done: boolean;
  /** Of the text scanned last. */
  textHash: number;
  isTextEscaped: boolean;
  /** Per column: texts of its own looked up so far, and how many were new. */
  readonly textsSeen: Uint16Array;
  readonly textsNew: Uint16Array;
  readonly verbatim: Map<number, string>;
  verbatimLength: number;
  readonly leadingRows: Map<number, string>;
  readonly rowAttributes: RowAttributes;
}

/** See `ScannedSheet.rowAttributes`; `last` are the bytes of the text used last. */
export interface RowAttributes {
  index: Uint16Array;
  readonly texts: string[];
  readonly byText: Map<string, number>;
  last: Uint8Array;
  lastLength: number;
  lastIndex: number;
}
