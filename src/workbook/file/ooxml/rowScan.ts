import { createSheetColumns, MAX_COLUMNS, type SheetColumns } from './sheetColumns';
import type { TextArena } from './textArena';

/** The texts that a worksheet's cells refer to, and where its own are added. */
export interface WorksheetTexts {
  readonly arena: TextArena;
  /** Shared strings in the arena. */
  readonly sharedCount: number;
}

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

/** A scan before the first row. */
export function createRowScan(of: {
  readonly part: string;
  readonly prefix: string;
  readonly texts: WorksheetTexts;
  readonly dateStyles: Uint8Array;
  readonly date1904: boolean;
  readonly expectedRows: number;
}): RowScan {
  return {
    part: of.part,
    prefix: new TextEncoder().encode(of.prefix),
    columns: createSheetColumns(Math.floor(of.expectedRows)),
    arena: of.texts.arena,
    sharedCount: of.texts.sharedCount,
    dateStyles: of.dateStyles,
    date1904: of.date1904,
    row: -1,
    column: -1,
    inRow: false,
    lastRow: -1,
    done: false,
    textHash: 0,
    isTextEscaped: false,
    textsSeen: new Uint16Array(MAX_COLUMNS),
    textsNew: new Uint16Array(MAX_COLUMNS),
    verbatim: new Map(),
    verbatimLength: 0,
    leadingRows: new Map(),
    rowAttributes: {
      index: new Uint16Array(1024),
      texts: [''],
      byText: new Map([['', 0]]),
      last: new Uint8Array(0),
      lastLength: 0,
      lastIndex: 0,
    },
  };
}
