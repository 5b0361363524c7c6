/** Namespaces and types of the two dialects of Office Open XML. */

export interface Vocabulary {
  /** Namespace of SpreadsheetML. */
  readonly main: string;
  /** Namespace of relationship attributes, and the start of relationship types. */
  readonly relationships: string;
  /** Namespace that those of DrawingML begin with: `…/main`, `…/chart`, `…/spreadsheetDrawing`. */
  readonly drawing: string;
}

const TRANSITIONAL: Vocabulary = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006',
};

const STRICT: Vocabulary = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  drawing: 'http://purl.oclc.org/ooxml/drawingml',
};

/** The dialect of a workbook part, which new parts of the package must share. */
export function vocabularyOf(workbookXml: string): Vocabulary {
  return workbookXml.includes(STRICT.main) ? STRICT : TRANSITIONAL;
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const ContentType = {
  workbook: `${SPREADSHEET}.sheet.main+xml`,
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  table: `${SPREADSHEET}.table+xml`,
  comments: `${SPREADSHEET}.comments+xml`,
  threads: 'application/vnd.ms-excel.threadedcomments+xml',
  notes: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  styles: `${SPREADSHEET}.styles+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Edited parts are written as UTF-8, whatever they were read as. */
export function declareUtf8(xml: string): string {
  return xml
    .replace(/^\ufeff/, '')
    .replace(/^(<\?xml[^>]*?encoding\s*=\s*)("[^"]*"|'[^']*')/, '$1"UTF-8"');
}
