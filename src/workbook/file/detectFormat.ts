import { WorkbookFailure } from '../workbookFailure';
import { detectMarkedEncoding } from './delimited/detectEncoding';
import { isEncryptedOle } from './isEncryptedOle';

/** The kinds of file that can be read. */
export type FileFormat =
  | 'xlsx'
  /** Excel 97 and later, in an OLE compound file. */
  | 'xls'
  /** Excel 2 to 5 without a container. */
  | 'biff-old'
  | 'html'
  | 'xml-spreadsheet-2003'
  | 'delimited';

/** Bytes with which other programs' files begin. */
const SIGNATURES: readonly (readonly [format: string, bytes: string])[] = [
  ['pdf', '%PDF'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['tiff', 'II*\0'],
  ['rar', 'Rar!'],
  ['7z', "7z\xbc\xaf'\x1c"],
  ['gzip', '\x1f\x8b'],
  ['rtf', '{\\rtf'],
  ['sylk', 'ID;PWXL'],
  ['mhtml', 'MIME-Version:'],
];

/** Parts by which a zip package is told; a workbook's decide where several fit. */
const PACKAGE_PARTS: readonly (readonly [format: string, part: string])[] = [
  ['xlsb', 'xl/workbook.bin'],
  ['xlsx', 'xl/'],
  ['docx', 'word/'],
  ['pptx', 'ppt/'],
  ['ods', 'mimetypeapplication/vnd.oasis.opendocument'],
  ['ofd', 'OFD.xml'],
];

/** Control characters that texts do not hold; separators, tabs and line ends are not among them. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const BINARY = /[\x02-\x08\x0e-\x19\x1c-\x1e\x7f]/g;
const MAX_BINARY_SHARE = 0.01;
const MAX_NUL_SHARE = 0.3;

/**
 * The format of a file by its first bytes (64 KiB are enough). The name never decides: what banks
 * name .xls is as often HTML or tab-delimited text.
 *
 * @param name Only for the facts of a failure: a file named .xls that is a PDF.
 * @throws WorkbookFailure `file.empty`, `file.encrypted`, and `file.unknownFormat` with the
 * `format` where it is known (`pdf`, `docx`, `ods`, `mhtml` …; `binary` where it is not).
 */
export function detectFormat(head: Uint8Array, name: string): FileFormat {
  const latin = latinText(head);
  if (latin === '') throw new WorkbookFailure('file.empty');
  const unknown = (format: string) =>
    new WorkbookFailure('file.unknownFormat', { format, extension: extensionOf(name) });

  if (latin.startsWith('PK\x03\x04')) {
    const format = PACKAGE_PARTS.find(([, part]) => latin.includes(part))?.[0] ?? 'xlsx';
    if (format !== 'xlsx') throw unknown(format);
    return 'xlsx';
  }
  if (latin.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    if (isEncryptedOle(head)) throw new WorkbookFailure('file.encrypted');
    return 'xls';
  }
  if (isBofRecord(head)) return 'biff-old';
  const other = SIGNATURES.find(([, bytes]) => latin.startsWith(bytes));
  if (other !== undefined) throw unknown(other[0]);

  const text = decodeHead(head, latin);
  if (text.trim() === '') throw new WorkbookFailure('file.empty');
  const markup = detectMarkup(text);
  if (markup === 'html' || markup === 'xml-spreadsheet-2003') return markup;
  if (markup !== undefined) throw unknown(markup);
  if (isBinary(text)) throw unknown('binary');
  return 'delimited';
}

/** True for the start of a bare record stream: a BOF record of Excel 2 to 5, 4 to 16 bytes long. */
function isBofRecord([id, version = -1, length = 0, high]: Uint8Array): boolean {
  return id === 9 && [0, 2, 4, 8].includes(version) && length >= 4 && length <= 16 && high === 0;
}

/** One character per byte. */
function latinText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

/** The text by its mark, else one character per byte: markup and control characters are ASCII. */
function decodeHead(head: Uint8Array, latin: string): string {
  const marked = detectMarkedEncoding(head);
  if (marked === undefined) return latin;
  const decoder = new TextDecoder(marked.encoding, { ignoreBOM: true });
  return decoder.decode(head.subarray(marked.bomLength));
}

function detectMarkup(text: string): string | undefined {
  const start = text.replace(/^[\s\0]+/, '');
  if (/^(?:From|Content-Type|Date|Subject): /i.test(start) && /multipart\/related/i.test(start)) {
    return 'mhtml';
  }
  const isMarkup = /^<[a-z!?]/i.test(start);
  if (isMarkup && /urn:schemas-microsoft-com:office:spreadsheet/i.test(start)) {
    // Excel's HTML names that namespace too, beside <html>.
    if (!/<html[\s>]/i.test(start)) return 'xml-spreadsheet-2003';
  }
  if (
    /<(?:html|table|body|head|meta)[\s>]/i.test(start) &&
    (isMarkup || /<t[rdh][\s>]/i.test(start))
  ) {
    return 'html';
  }
  if (/^<\?xml/i.test(start)) return 'xml';
  return isMarkup ? 'html' : undefined;
}

function isBinary(text: string): boolean {
  const control = text.match(BINARY)?.length ?? 0;
  const nuls = text.split('\0').length - 1;
  return control > text.length * MAX_BINARY_SHARE || nuls > text.length * MAX_NUL_SHARE;
}

function extensionOf(name: string): string {
  return /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
