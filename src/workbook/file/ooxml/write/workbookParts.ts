import { readZipEntry } from '../../zip/readZipEntry';
import { WorkbookFailure } from '../../../workbookFailure';
import { toUtf8 } from '../xmlEncoding';
import type { ZipWriter } from '../../zip/writeZip';
import type { WorkbookPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import type { PackageSheet, XlsxPackage } from '../xlsxPackage';

/** The parts that a workbook is written from: those of an open package, or new ones in memory. */
export interface WorkbookParts {
  /** All parts in the order they are written in. */
  readonly names: readonly string[];
  readonly workbookPath: string;
  readonly stylesPath: string | undefined;
  readonly date1904: boolean;
  /** Worksheets in tab order. */
  readonly sheets: readonly PackageSheet[];
  /** The name as {@link WorkbookParts.names} spells it; undefined for a part that is not there. */
  find(path: string): string | undefined;
  readXml(path: string): Promise<string>;
  /** Writes a part as it is, under another name where one is given. */
  copy(name: string, zip: ZipWriter, newName?: string): Promise<void>;
  /** A part as UTF-8, in chunks; absent where the sheets are in no part yet. */
  readonly stream?: (path: string) => AsyncIterable<Uint8Array>;
  /** Uncompressed size in bytes; 0 where it is not known. */
  sizeOf(name: string): number;
}

/** A plan of which only the styles that it uses are there. */
export type PlanToWrite = Omit<WorkbookPlan, 'styles'> & {
  readonly styles: Partial<WorkbookPlan['styles']>;
};

/** What a workbook is written from. */
export interface PackageInput {
  readonly parts: WorkbookParts;
  readonly sheets: readonly ScannedSheet[];
  readonly plan: PlanToWrite;
}

/** The parts of an open package; copies are byte for byte. */
export function packageParts(opened: XlsxPackage): WorkbookParts {
  const { directory, source } = opened;
  return {
    names: directory.entries.map((entry) => entry.name),
    workbookPath: opened.workbookPath,
    stylesPath: opened.stylesPath,
    date1904: opened.workbook.date1904,
    sheets: opened.sheets,
    find: (path) => opened.findPart(path)?.name,
    readXml: (path) => opened.readXml(path),
    copy: async (name, zip, newName = name) => {
      const entry = directory.find(name);
      if (entry !== undefined) await zip.copyEntry(source, { ...entry, name: newName });
    },
    stream: (path) => {
      const entry = opened.findPart(path);
      if (entry === undefined) throw new WorkbookFailure('file.damaged', { part: path });
      return toUtf8(readZipEntry(source, entry, opened.compression));
    },
    sizeOf: (name) => directory.find(name)?.uncompressedSize ?? 0,
  };
}
