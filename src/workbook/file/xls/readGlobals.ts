import { WorkbookFailure } from '../../workbookFailure';
import { isBuiltInDateFormat, isDateFormat } from '../../dateFormat';
import { isBof, readContinued, readRecord, RecordId, type BiffRecord } from './biffRecords';
import { createBlockReader, createCodePageDecoder } from './biffStrings';

/** 2 to 5: Excel 2 to 95; 8: Excel 97 to 2003. */
export type BiffVersion = 2 | 3 | 4 | 5 | 8;

/** What the sheets of a workbook share. */
export interface XlsGlobals {
  readonly version: BiffVersion;
  readonly date1904: boolean;
  /** For the byte strings of versions 2 to 5. */
  readonly decoder: TextDecoder;
  readonly sharedStrings: readonly string[];
  readonly sheets: readonly XlsSheetEntry[];
  /** True where cells of the format record `xf` show dates. */
  isDateXf(xf: number): boolean;
  /** True where the number format `format` shows dates; cells of version 2 name it directly. */
  isDateFormat(format: number): boolean;
}

interface XlsSheetEntry {
  /** Undefined for the one sheet of a file without sheet names. */
  readonly name: string | undefined;
  readonly hidden: boolean;
  /** Where the sheet's substream starts. */
  readonly position: number;
}

const WORKSHEET = 0x10;
const SHEET_TYPE_WORKSHEET = 0;

/**
 * Reads the first substream: the workbook's globals, or in old versions the one sheet itself.
 * @throws WorkbookFailure `file.encrypted`, `file.damaged`, `file.unsupportedVersion`.
 */
export function readGlobals(stream: DataView): XlsGlobals {
  const bof = readRecord(stream, 0);
  if (bof === undefined || !isBof(bof.id)) throw damaged('start');
  const version = versionOf(bof);
  const substream = bof.data.byteLength >= 4 ? bof.data.getUint16(2, true) : WORKSHEET;
  const formatCodes = new Map<number, string>();
  const formatOfXf: number[] = [];
  const sheetRecords: DataView[] = [];
  let sharedStrings: readonly string[] = [];
  let date1904 = false;
  let decoder = createCodePageDecoder(0);

  for (let position = bof.next; ;) {
    const record = readRecord(stream, position);
    if (record === undefined) throw damaged('globals');
    if (record.id === RecordId.eof) break;
    position = record.next;
    const { id, data } = record;
    if (id === RecordId.filePass) throw new WorkbookFailure('file.encrypted');
    else if (id === RecordId.date1904) date1904 = data.getUint16(0, true) === 1;
    else if (id === RecordId.codePage) decoder = createCodePageDecoder(data.getUint16(0, true));
    else if (id === RecordId.format || id === RecordId.format2) {
      const { index, code } = readFormat(record, version, formatCodes.size);
      formatCodes.set(index, code);
    } else if (id === RecordId.xf) formatOfXf.push(data.getUint16(2, true));
    else if (id === RecordId.xf3 || id === RecordId.xf4) formatOfXf.push(data.getUint8(1));
    else if (id === RecordId.boundSheet) sheetRecords.push(data);
    else if (id === RecordId.sst) {
      const { blocks, next } = readContinued(stream, record);
      sharedStrings = readSharedStrings(blocks);
      position = next;
    }
  }

  const sheets = sheetRecords.flatMap((data) => readSheetEntry(data, version, decoder));
  if (sheetRecords.length === 0) {
    if (substream !== WORKSHEET) {
      throw new WorkbookFailure('file.unsupportedVersion', { format: 'xls', version });
    }
    sheets.push({ name: undefined, hidden: false, position: 0 });
  }

  function isDateFormatNumber(format: number): boolean {
    const code = formatCodes.get(format);
    if (code !== undefined) return isDateFormat(code);
    return version >= 5 && isBuiltInDateFormat(format);
  }

  return {
    version,
    date1904,
    decoder,
    sharedStrings,
    sheets,
    isDateXf(xf) {
      const format = formatOfXf[xf];
      return format !== undefined && isDateFormatNumber(format);
    },
    isDateFormat: isDateFormatNumber,
  };
}

function versionOf({ id, data }: BiffRecord): BiffVersion {
  if (id === RecordId.bof2) return 2;
  if (id === RecordId.bof3) return 3;
  if (id === RecordId.bof4) return 4;
  return data.byteLength >= 2 && data.getUint16(0, true) === 0x600 ? 8 : 5;
}

function readFormat(
  { id, data }: BiffRecord,
  version: BiffVersion,
  count: number,
): { readonly index: number; readonly code: string } {
  if (version === 8) {
    const reader = createBlockReader([data]);
    const index = reader.u16();
    return { index, code: reader.unicode(reader.u16()) };
  }
  // Up to version 4 formats are numbered as they come. Only ASCII in a code matters here.
  const textAt = id === RecordId.format2 ? 0 : 2;
  const index = version === 5 ? data.getUint16(0, true) : count;
  const length = Math.min(data.getUint8(textAt), data.byteLength - textAt - 1);
  const bytes = new Uint8Array(data.buffer, data.byteOffset + textAt + 1, length);
  return { index, code: new TextDecoder('latin1').decode(bytes) };
}

/** The worksheet that a BOUNDSHEET record names; charts and macro sheets are passed over. */
function readSheetEntry(
  data: DataView,
  version: BiffVersion,
  decoder: TextDecoder,
): XlsSheetEntry[] {
  const position = data.getUint32(0, true);
  const hidden = (data.getUint8(4) & 3) !== 0;
  if (data.getUint8(5) !== SHEET_TYPE_WORKSHEET) return [];
  const reader = createBlockReader([data]);
  reader.skip(6);
  const length = reader.u8();
  const bytes = new Uint8Array(
    data.buffer,
    data.byteOffset + 7,
    Math.min(length, data.byteLength - 7),
  );
  const name = version === 8 ? reader.unicode(length) : decoder.decode(bytes);
  return [{ name, hidden, position }];
}

function readSharedStrings(blocks: readonly DataView[]): string[] {
  const reader = createBlockReader(blocks);
  reader.skip(4);
  const count = reader.u32();
  const strings: string[] = [];
  while (strings.length < count && !reader.isAtEnd) strings.push(reader.unicode(reader.u16()));
  return strings;
}

function damaged(reason: string): WorkbookFailure {
  return new WorkbookFailure('file.damaged', { part: 'workbook', reason });
}
