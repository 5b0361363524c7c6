import type { PackageSheet } from '../xlsxPackage';
import type { ScannedSheet } from '../scannedSheet';
import { relationshipsXml } from './packageEdits';
import { ContentType, vocabularyOf, XML_DECLARATION } from './vocabulary';
import type { WorkbookParts } from './workbookParts';
import { escapeAttribute, escapeText, toXstring } from './xmlText';

const WORKBOOK_PATH = 'xl/workbook.xml';
const STYLES_PATH = 'xl/styles.xml';
const OFFICE_DOCUMENT =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const CORE_PROPERTIES =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Path of the part of the sheet at `index`. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${String(index + 1)}.xml`;
}

/** The parts of a workbook that exists in no file yet; the worksheets themselves are streamed. */
export function newWorkbookParts(
  sheets: readonly ScannedSheet[],
  options: {
    readonly stylesXml: string;
    /** BCP 47. */
    readonly language: string;
  },
): WorkbookParts {
  const texts = new Map<string, string>([
    ['[Content_Types].xml', contentTypesXml(sheets)],
    ['_rels/.rels', rootRelationshipsXml()],
    ['docProps/core.xml', coreXml(options.language)],
    [WORKBOOK_PATH, workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationshipsXml(sheets)],
    [STYLES_PATH, options.stylesXml],
  ]);
  const names = [...texts.keys(), ...sheets.map((sheet) => sheet.partPath)];
  return {
    names,
    workbookPath: WORKBOOK_PATH,
    stylesPath: STYLES_PATH,
    date1904: false,
    sheets: sheets.map(({ name, state, partPath }, tab): PackageSheet => {
      const sheetId = String(tab + 1);
      return { name, tab, sheetId, relationshipId: `rId${sheetId}`, state, partPath };
    }),
    find: (path) => (names.includes(path) ? path : undefined),
    readXml: (path) => Promise.resolve(texts.get(path) ?? ''),
    copy: async (name, zip) => zip.addText(name, texts.get(name) ?? ''),
    sizeOf: () => 0,
  };
}

function contentTypesXml(sheets: readonly ScannedSheet[]): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  return (
    `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels"' +
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override(WORKBOOK_PATH, ContentType.workbook) +
    override(STYLES_PATH, ContentType.styles) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    sheets.map((sheet) => override(sheet.partPath, ContentType.worksheet)).join('') +
    '</Types>'
  );
}

function rootRelationshipsXml(): string {
  return relationshipsXml([
    { id: 'rId1', type: OFFICE_DOCUMENT, target: WORKBOOK_PATH },
    { id: 'rId2', type: CORE_PROPERTIES, target: 'docProps/core.xml' },
  ]);
}

/** No author and no time: the same input gives the same bytes. */
function coreXml(language: string): string {
  return (
    `${XML_DECLARATION}<cp:coreProperties` +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:language>${escapeText(language)}</dc:language></cp:coreProperties>`
  );
}

function workbookXml(sheets: readonly ScannedSheet[]): string {
  const { main, relationships } = vocabularyOf('');
  const tabs = sheets.map(({ name, state }, i) => {
    const id = String(i + 1);
    const hidden = state === 'visible' ? '' : ` state="${state}"`;
    const text = escapeAttribute(toXstring(name));
    return `<sheet name="${text}" sheetId="${id}"${hidden} r:id="rId${id}"/>`;
  });
  return (
    `${XML_DECLARATION}<workbook xmlns="${main}" xmlns:r="${relationships}">` +
    `<workbookPr/><bookViews><workbookView/></bookViews><sheets>${tabs.join('')}</sheets></workbook>`
  );
}

function workbookRelationshipsXml(sheets: readonly ScannedSheet[]): string {
  const base = vocabularyOf('').relationships;
  return relationshipsXml([
    ...sheets.map((_, i) => ({
      id: `rId${String(i + 1)}`,
      type: `${base}/worksheet`,
      target: `worksheets/sheet${String(i + 1)}.xml`,
    })),
    { id: `rId${String(sheets.length + 1)}`, type: `${base}/styles`, target: 'styles.xml' },
  ]);
}
