import type { RawSheet, RawWorkbook } from '../../../core';
import { createColumnBuilder, createTextInterner } from '../../columnBuilder';
import { WorkbookFailure } from '../../workbookFailure';
import { sheetNameFromFile, uniqueSheetNames } from '../sheetName';
import { readCompoundFile } from './readCompoundFile';
import { readGlobals } from './readGlobals';
import { readXlsSheet } from './readXlsSheet';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Streams by which other programs' files are told. */
const OTHER_FORMATS: Readonly<Record<string, string>> = {
  WordDocument: 'doc',
  'PowerPoint Document': 'ppt',
  VisioDocument: 'vsd',
};

/**
 * The worksheets of an .xls workbook: Excel 97–2003 (BIFF8), and Excel 2 to 95 as other programs
 * still write it. Numbers with a date format are dates as serials; formulas give their cached
 * values. Byte texts of the old versions are read as GB18030 unless the file names another Asian
 * or European code page.
 *
 * @param bytes The whole file: an OLE compound file or a bare record stream.
 * @throws WorkbookFailure `file.encrypted`, `file.damaged`, `file.unsupportedVersion`, and
 * `file.unknownFormat` for an OLE file that holds no workbook.
 */
export function readXls(bytes: Uint8Array, name: string): RawWorkbook {
  try {
    return readStream(findWorkbookStream(bytes), name);
  } catch (error) {
    // A field that reaches past its record's end.
    if (error instanceof RangeError) {
      throw new WorkbookFailure('file.damaged', { part: 'workbook' }, { cause: error });
    }
    throw error;
  }
}

function findWorkbookStream(bytes: Uint8Array): Uint8Array {
  if (OLE_SIGNATURE.some((byte, at) => bytes[at] !== byte)) return bytes;
  const file = readCompoundFile(bytes);
  if (file.names.includes('EncryptedPackage')) throw new WorkbookFailure('file.encrypted');
  const stream = file.read('Workbook') ?? file.read('Book');
  if (stream !== undefined) return stream;
  const other = file.names.map((stream) => OTHER_FORMATS[stream]).find((format) => format);
  throw new WorkbookFailure('file.unknownFormat', { format: other ?? 'ole' });
}

function readStream(bytes: Uint8Array, name: string): RawWorkbook {
  const stream = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const globals = readGlobals(stream);
  const texts = createTextInterner(globals.sharedStrings);
  const names = uniqueSheetNames(
    globals.sheets.map((entry) => entry.name ?? sheetNameFromFile(name)),
  );
  const sheets = globals.sheets.map((entry, tab): RawSheet => {
    const builder = createColumnBuilder(texts);
    const merges = readXlsSheet(stream, entry.position, { globals, builder });
    return {
      name: names[tab] ?? '',
      hidden: entry.hidden,
      ...builder.build(),
      texts: texts.table,
      merges,
      date1904: globals.date1904,
    };
  });
  return { name, sheets };
}
