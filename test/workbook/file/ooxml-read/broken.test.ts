/** Files that are refused, each with the code that says why; never with a raw error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEncryptedOle } from '../../../../src/workbook/file/isEncryptedOle';
import { buildZip } from '../zip-read/buildZip';
import { buildXlsx, type Parts, plainParts, relationships, worksheet } from './buildXlsx';
import { readBytes } from './readCells';

const CELL = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const PARTS = plainParts(CELL, '<si><t>甲</t></si>');
const FIXTURE = readFileSync(join(__dirname, '../../../fixtures/ooxml/xlsxwriter.xlsx'));

const refuse = async (bytes: Uint8Array, code: string, facts = {}): Promise<void> => {
  await expect(readBytes(bytes)).rejects.toMatchObject({ name: 'WorkbookFailure', code, facts });
};
const refuseParts = (parts: Parts, code: string, facts = {}): Promise<void> =>
  refuse(buildXlsx({ ...PARTS, ...parts }), code, facts);
const sheetWith = (sheetData: string): Parts => ({
  'xl/worksheets/sheet1.xml': worksheet(`<sheetData>${sheetData}</sheetData>`),
});

describe('what is no workbook is refused', () => {
  it('no zip: file.damaged', () => refuse(Buffer.from('no zip at all'), 'file.damaged'));
  it('nothing: file.damaged', () => refuse(new Uint8Array(0), 'file.damaged'));
  it('a plain zip: file.unknownFormat', () =>
    refuse(buildZip([{ name: 'a.txt', data: 'x' }]), 'file.unknownFormat'));
  it('a text document: file.unknownFormat', () =>
    refuseParts(
      {
        '_rels/.rels': relationships([['r', 'officeDocument', 'word/document.xml']]),
        'word/document.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
      },
      'file.unknownFormat',
    ));
  it('a binary workbook: file.unknownFormat, said to be xlsb', () =>
    refuseParts(
      {
        '[Content_Types].xml': (PARTS['[Content_Types].xml'] ?? '').replace(
          /ContentType="[^"]*sheet\.main\+xml"/,
          'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"',
        ),
      },
      'file.unknownFormat',
      { found: 'xlsb' },
    ));
});

describe('a damaged workbook is refused: file.damaged', () => {
  it('cut short', async () => {
    for (let length = 0; length < FIXTURE.length; length += 97) {
      await refuse(FIXTURE.subarray(0, length), 'file.damaged');
    }
  });
  it('without a sheet that it lists, which is named', () =>
    refuseParts({ 'xl/worksheets/sheet1.xml': undefined }, 'file.damaged', {
      sheet: 'S',
      reason: 'missing',
    }));
  it('with a shared string that does not exist, whose row is said', () =>
    refuseParts(sheetWith('<row r="5"><c r="A5" t="s"><v>1</v></c></row>'), 'file.damaged', {
      sheet: 'S',
      row: 5,
      reason: 'shared string',
    }));
  it('with a cell outside the sheet', () =>
    refuseParts(sheetWith('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'file.damaged'));
  it('with a row outside the sheet', () =>
    refuseParts(sheetWith('<row r="1048577"><c><v>1</v></c></row>'), 'file.damaged'));
  it.each(['0', '-1', 'x', ''])('with a row number %p', (r) =>
    refuseParts(sheetWith(`<row r="${r}"><c><v>1</v></c></row>`), 'file.damaged'),
  );
  it.each([
    ['a row', '<row r="1"><c r="A1"><v>1</v></c>'],
    ['a cell', '<row r="1"><c r="A1"><v>1</v></row>'],
    ['a value', '<row r="1"><c r="A1"><v>1</c></row>'],
    ['a tag', '<row r="1"><c r="A1"><v>1'],
    ['a quote', '<row r="1 ><c r="A1"><v>1</v></c></row>'],
  ])('with %s that does not end', (_, xml) =>
    refuseParts(sheetWith(xml), 'file.damaged', { sheet: 'S' }),
  );
  it('with a sheet that ends in its rows', () =>
    refuseParts(
      {
        'xl/worksheets/sheet1.xml': (PARTS['xl/worksheets/sheet1.xml'] ?? '').replace(
          '</sheetData></worksheet>',
          '',
        ),
      },
      'file.damaged',
    ));
  it('with a sheet that ends after its rows', () =>
    refuseParts(
      {
        'xl/worksheets/sheet1.xml': (PARTS['xl/worksheets/sheet1.xml'] ?? '').replace(
          '</worksheet>',
          '<mergeCells>',
        ),
      },
      'file.damaged',
    ));
  it('with shared strings that do not end', () =>
    refuseParts(
      { 'xl/sharedStrings.xml': (PARTS['xl/sharedStrings.xml'] ?? '').replace('</sst>', '') },
      'file.damaged',
    ));
  it('with another part in place of a sheet', () =>
    refuseParts({ 'xl/worksheets/sheet1.xml': PARTS['xl/styles.xml'] }, 'file.damaged'));
  it.each(['xl/workbook.xml', 'xl/styles.xml', '_rels/.rels', '[Content_Types].xml'])(
    'with %s that does not end',
    (path) => refuseParts({ [path]: (PARTS[path] ?? '').slice(0, -5) }, 'file.damaged'),
  );
});

describe('a document type declaration is refused, never processed', () => {
  const type = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'])(
    'in %s',
    (path) =>
      refuseParts(
        { [path]: type + (PARTS[path] ?? '').replace(/<\?.*?\?>\s*/, '') },
        'file.damaged',
      ),
  );
});

it('refuses more cells than memory should hold: file.tooLarge', async () => {
  const cells = Array.from({ length: 520 }, (_, i) => {
    const letters = String.fromCharCode(65 + (i % 26));
    const first = i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26));
    return `<c r="${first}${letters}1048576"><v>1</v></c>`;
  });
  await refuseParts(sheetWith(`<row r="1048576">${cells.join('')}</row>`), 'file.tooLarge');
});

it('refuses an element without end: file.tooLarge', async () => {
  const endless = `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(20 * 2 ** 20)}`;
  await refuseParts(sheetWith(endless), 'file.tooLarge');
});

it('a stated extent is not believed beyond what the part can hold', async () => {
  const { workbook } = await readBytes(
    buildXlsx({
      ...PARTS,
      'xl/worksheets/sheet1.xml': worksheet(
        `<dimension ref="A1:XFD1048576"/><sheetData>${CELL}</sheetData>`,
      ),
    }),
  );
  expect(workbook.sheets[0]?.columns[0]?.values.length).toBeLessThanOrEqual(1024);
});

it('knows a workbook under a password by its OLE directory', () => {
  const ole = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(ole);
  expect(isEncryptedOle(ole)).toBe(false);
  Buffer.from('EncryptedPackage', 'utf16le').copy(ole, 1024 + 128);
  expect(isEncryptedOle(ole)).toBe(true);
  expect(isEncryptedOle(FIXTURE)).toBe(false);
});
