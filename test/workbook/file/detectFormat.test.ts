import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat } from '../../../src/workbook/file/detectFormat';
import { encodeGb18030 } from './delimited/gb18030';

const FIXTURES = join(__dirname, '../../fixtures');
const HEAD = 65_536;

const fixture = (path: string) => new Uint8Array(readFileSync(join(FIXTURES, path))).slice(0, HEAD);
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** The first bytes of a zip whose entries have these names, stored and empty. */
function zip(...names: string[]): Uint8Array {
  return Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 'latin1');
      header.writeUInt16LE(name.split(':')[0]?.length ?? 0, 26);
      return Buffer.concat([header, Buffer.from(name.replace(':', ''), 'latin1')]);
    }),
  );
}

const XML_2003 =
  '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n' +
  '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">';
const EXCEL_HTML =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"' +
  ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><table><tr><td>a';

describe('the format is told by the bytes, whatever the name', () => {
  test.each([
    ['xlsx', 'ledger.xls', fixture('ooxml/openpyxl.xlsx')],
    ['xlsx', 'ledger.csv', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['xls', 'ledger.xlsx', fixture('xls/xlwt.xls')],
    ['biff-old', 'ledger.xls', Uint8Array.of(9, 8, 8, 0, 0, 0, 0x10, 0, 0, 0, 0, 0)],
    ['biff-old', 'ledger.xls', Uint8Array.of(9, 0, 4, 0, 2, 0, 0x10, 0)],
    ['html', 'ledger.xls', utf8('<html><body><table><tr><td>a</td></tr></table>')],
    ['html', 'ledger.xls', utf8('\ufeff\r\n <!DOCTYPE html>\n<HTML>')],
    ['html', 'ledger.xls', utf8(' <TABLE BORDER=1><tr><td>')],
    ['html', 'ledger.xls', utf8('<style>td{}</style><div>x</div>')],
    ['html', 'ledger.xls', utf8('城东支行\n<table><tr><td>')],
    [
      'html',
      'ledger.xls',
      utf8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'),
    ],
    ['html', 'ledger.xls', utf16('<html><table><tr><td>客户号')],
    ['html', 'ledger.xls', encodeGb18030('<html><head><meta charset="utf-8"></head>客户')],
    ['html', 'ledger.xls', utf8(EXCEL_HTML)],
    ['xml-spreadsheet-2003', 'ledger.xls', utf8(XML_2003)],
    ['delimited', 'ledger.xls', utf8('客户号\t姓名\t余额\n1\t张三\t2\n')],
    ['delimited', 'ledger.xls', encodeGb18030('客户号,姓名\n1,张三\n')],
    ['delimited', 'ledger', utf16('客户号,姓名\n1,张三\n')],
    ['delimited', 'ledger.txt', utf8('余额<5万,a\n<5,b\n')],
    ['delimited', 'ledger.txt', latin('1\x012\x1f3\n4\0\0,5\n')],
  ])('%s named %s', (format, name, head) => {
    expect(detectFormat(head, name)).toBe(format);
  });
});

describe('what is no workbook is refused by name', () => {
  test.each([
    ['pdf', latin('%PDF-1.4\n')],
    ['png', latin('\x89PNG\r\n\x1a\n')],
    ['jpeg', latin('\xff\xd8\xff\xe0')],
    ['rar', latin('Rar!\x1a\x07')],
    ['gzip', latin('\x1f\x8b\x08')],
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['pptx', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['xlsb', zip('[Content_Types].xml', 'xl/workbook.bin')],
    ['ods', zip('mimetype:application/vnd.oasis.opendocument.spreadsheet')],
    ['mhtml', utf8('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['mhtml', utf8('From: <Saved by WPS>\nContent-Type: multipart/related; x')],
    ['xml', utf8('<?xml version="1.0"?><office:document/>')],
    ['binary', latin('\x02\x03abc\x04\x05\x06')],
    ['binary', new Uint8Array(200)],
  ])('%s', (format, head) => {
    expect(() => detectFormat(head, 'C:\\x\\ledger.XLS')).toThrow(
      expect.objectContaining({
        code: 'file.unknownFormat',
        facts: { format, extension: 'xls' },
      }) as Error,
    );
  });

  test.each([
    ['file.empty', new Uint8Array(0)],
    ['file.empty', utf8('\ufeff')],
    ['file.empty', utf8(' \r\n\t\n')],
  ])('%s', (code, head) => {
    expect(() => detectFormat(head, 'a.csv')).toThrow(expect.objectContaining({ code }) as Error);
  });

  test('random bytes', () => {
    let state = 1;
    const head = Uint8Array.from({ length: 5000 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 16;
    });
    expect(() => detectFormat(head, 'a.xls')).toThrow(
      expect.objectContaining({ code: 'file.unknownFormat' }) as Error,
    );
  });
});
