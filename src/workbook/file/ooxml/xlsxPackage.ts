import type { ByteSource, Compression } from '../bytes';
import type { ZipDirectory, ZipEntry } from '../zip/zipEntry';
import type { ContentTypes } from './contentTypes';
import type { Relationship } from './relationships';
import type { WorkbookPart } from './workbookPart';

/** A worksheet of the package; chart and dialog sheets are parts, but not sheets. */
export interface PackageSheet {
  readonly name: string;
  /** 0-based place among all tabs, which `localSheetId` of a defined name refers to. */
  readonly tab: number;
  readonly sheetId: string;
  readonly relationshipId: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Path of the part as the archive spells it, with slashes and without a leading one. */
  readonly partPath: string;
  /** The mark that an earlier run of ours left (see `SheetRole`). */
  readonly mark?: string;
  /** Of an untouched copy: the name of its ledger. */
  readonly copyOf?: string;
}

/** An open .xlsx or .xlsm: its directory and what its small parts say. */
export interface XlsxPackage {
  readonly source: ByteSource;
  readonly compression: Compression;
  readonly directory: ZipDirectory;
  readonly contentTypes: ContentTypes;
  readonly rootRelationships: readonly Relationship[];
  readonly workbookPath: string;
  readonly workbook: WorkbookPart;
  readonly workbookRelationships: readonly Relationship[];
  /** Worksheets in tab order. */
  readonly sheets: readonly PackageSheet[];
  readonly stylesPath?: string;
  readonly sharedStringsPath?: string;
  /** Per cell format: 1 where it shows a date or time. */
  readonly dateStyles: Uint8Array;
  /** The entry of a part, whatever the case of its path. */
  findPart(path: string): ZipEntry | undefined;
  /**
   * A part's XML as text, UTF-8 or UTF-16; for small parts.
   * @throws WorkbookFailure `file.damaged` where it is missing or broken.
   */
  readXml(path: string): Promise<string>;
}
