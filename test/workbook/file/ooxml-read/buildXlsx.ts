import { type BuiltEntry, buildZip, type ZipOptions } from '../zip-read/buildZip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const STRICT_DOCUMENT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Parts by path; `undefined` leaves a part of the plain workbook out. */
export type Parts = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The parts of a workbook with one sheet, whose rows are `sheetData`. */
export function plainParts(sheetData: string, sharedStrings = ''): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    // Format 1 is a date, format 2 an amount.
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedStrings}</sst>`,
    'xl/worksheets/sheet1.xml': worksheet(`<sheetData>${sheetData}</sheetData>`),
  };
}

export function worksheet(contents: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${contents}</worksheet>`;
}

export function relationships(
  list: readonly (readonly [id: string, type: string, target: string])[],
  base = DOCUMENT,
): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** The bytes of a workbook made of `parts`. */
export function buildXlsx(
  parts: Parts,
  entry: Partial<BuiltEntry> = {},
  options: ZipOptions = {},
): Uint8Array {
  return buildZip(
    Object.entries(parts).flatMap(([name, data]) =>
      data === undefined ? [] : [{ name, data, ...entry }],
    ),
    options,
  );
}
